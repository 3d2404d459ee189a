"""When: the wordings of a deadline cell, read to months and to how often a year.

Every phrase that is understood is struck from the folded text; a sentence with words left over is
unclear and is said to be so. Names of months and quarters match as whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from akmplan.layout.calendar import MONTH_SUFFIXES, MONTH_WORDS, NUMBER_WORDS, ORDINAL_WORDS
from akmplan.model import Schedule
from akmplan.wording import fold, one_line, roman

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-zА-Яа-я])(?<!\d)[.;](?=\s|$)|(?<=\d)[.;]\s+(?=[A-ZА-ЯЎҚҒҲ])"
)
_INSTRUCTION = re.compile(r"\bozi belgila(ydi|ysiz|ng|nadi)\b")
_ALL_YEAR = frozenset(range(1, 13))

_YEAR = r"(20\d\d|19\d\d)"
_YEARS = re.compile(
    rf"\b{_YEAR}(?: ?- ?{_YEAR})? ?-? ?(?:yil(?:da|ning|ni|gi|lar)?|g|god[aiu]?)?\b\.?",
    re.IGNORECASE,
)

_NUMERAL = "(?:" + "|".join(ORDINAL_WORDS) + r"|[ivxl1і]{1,4}|\d{1,2})"
_QUARTER_WORD = (
    r"(?:chorak\w*|chora(?:gi|klar)\w*|choragi\w*|ch|kvartal\w*|kv(?:-l)?)(?=[\s.,;)]|$)"
)
_QUARTERS = re.compile(
    rf"\b(?P<list>{_NUMERAL}(?:\s*(?:-|,|va|i|hamda)\s*{_NUMERAL})*)\s*-?\s*{_QUARTER_WORD}"
)
_CODED_QUARTER = re.compile(r"\b(?:q ?([1-4])|([1-4]) ?q)\b")
_NUMERAL_OR_DASH = re.compile(rf"({_NUMERAL})|(-)")

_MONTH = (
    "(?:"
    + "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
    + ")(?:"
    + "|".join(sorted(MONTH_SUFFIXES, key=len, reverse=True))
    + ")"
)
_MONTHS = re.compile(
    rf"\b(?P<list>{_MONTH}(?:\s*(?:-|,|va|hamda|i|dan)?\s*{_MONTH})*)\b"
    r"(?:\s*oy(?:i|lari|larida|ida|ining)?)?\b"
)
_DATED_MONTH = re.compile(
    r"\b(?:(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?P<before>0?[1-9]|1[0-2])[./](?P<year>20\d\d)"
    r"|(?P<year_first>20\d\d)-(?P<after>0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)\b"
)
_NUMBERED_MONTH = re.compile(r"\b(0?[1-9]|1[0-2])-oy(?:i|da|ida)?\b")
_ONE_MONTH = re.compile(rf"\b({'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})(\w*)")

_COUNT = "(" + "|".join([*NUMBER_WORDS, r"[1-9]\d{0,2}"]) + ")"
_TIMES = re.compile(
    rf"\b(?:(?:bir )?yilda|yiliga|yil davomida)?\s*{_COUNT} (?:marta|marotaba|marotiba)\b"
)
_TIMES_IN_RUSSIAN = re.compile(r"\b([1-9]\d{0,2}) raza? v god\b")

DAILY = 365  # more often than anything is asked for; nobody counts how many days are worked

_Frequencies = tuple[tuple[re.Pattern[str], int | None], ...]


def _phrases(*listed: tuple[str, int | None]) -> _Frequencies:
    return tuple((re.compile(rf"\b(?:{pattern})\b"), times) for pattern, times in listed)


# Folded phrases and how often a year each means. "har yarim yilda" goes before the half-years.
_HALF_YEARLY = _phrases(
    (r"har yarim yil(?:da|lik(?:da)?)?|yarim yilda (?:bir|1) (?:marta|marotaba)", 2),
    (r"raz v polgoda|po polugodiyam|dva raza v god", 2),
)
# What a report covers says how often it is due; "9 oylik" fits no even share of the year. Longer
# phrases go first: "yillik" stands in "yarim yillik", "oylik" in "6 oylik".
_COVERED = _phrases(
    (r"yarim yil(?:lik)?", 2),
    (r"(?:6|olti)[ -]?oy(?:lik)?", 2),
    (r"(?:3|uch)[ -]?oylik", 4),
    (r"(?:12|on ikki)[ -]?oylik", 1),
    (r"(?:9|toqqiz)[ -]?oy(?:lik)?", None),
)
_FREQUENCIES = _phrases(
    (r"har chora(?:k(?:da|ning| yakuni(?:da)?)?|gida)|choraklik|chorakma-chorak", 4),
    (r"(?:choragiga|chorakda) (?:bir|1) (?:marta|marotaba)", 4),
    (r"yejekvartalno|ejekvartalno|raz v kvartal|pokvartalno", 4),
    (r"(?:yilning )?har oy(?:da|ida|ning)?|oyma-oy|oylik", 12),
    (r"(?:oyiga|oyda) (?:bir|1) (?:marta|marotaba)", 12),
    (r"yejemesyachno|ejemesyachno|kajdiy mesyas", 12),
    (r"har kuni?|kunlik|kundalik|kunma-kun|yejednevno|yejednevniy", DAILY),
    (r"har hafta(?:da)?|haftalik|haftasiga (?:bir|1) marta|yejenedelno", 52),
    (r"har yili?|yillik|raz v god|yejegodno|godovoy", 1),
    (r"yil yakun(?:ida|(?:i|lari) boyicha)|po itogam goda", 1),
)

_HALVES: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (
        re.compile(r"\b(?:ii|2|ikkinchi|vtoroy?e)\s*-?\s*(?:yarim yil(?:lik)?\w*|polugodiy?e)"),
        frozenset(range(7, 13)),
    ),
    (
        re.compile(
            r"\b(?:(?:i|1|birinchi|pervoy?e)\s*-?\s*)?(?:yarim yil(?:lik)?\w*|polugodiy?e|polgoda)"
            r"|\byilning birinchi yarmi\w*|\b(?:6|olti) oy(?:lik)?\w*|\b6 mesyasev"
        ),
        frozenset(range(1, 7)),
    ),
    (
        re.compile(r"\b(?:9|toqqiz) oy(?:lik)?\w*|\b9 mesyasev|\buch chorak\b"),
        frozenset(range(1, 10)),
    ),
    (re.compile(r"\b(?:12|on ikki) oy(?:lik)?\b|\b12 mesyasev"), _ALL_YEAR),
)

# What may stand beside the rest without changing it: the whole year, no fixed date, fillers.
_FILLERS = re.compile(
    r"\b(?:yil(?:ning|da|i|gi)?(?: yakunida| yakuni| oxirida)?|davomida|mobaynida"
    r"|doimiy(?: ravishda)?"
    r"|muntazam|uzluksiz|zaruratga kora|zarur hollarda|sorovga asosan|talab etilganda"
    r"|(?:tasdiqlangan )?(?:reja|jadval|reja-jadval)(?:ga)? (?:asosida|muvofiq)|asosida|muvofiq"
    r"|(?:\w+ )?rejasidan oling"
    r"|v techeniy?e(?: goda)?|postoyanno|na postoyannoy osnove|po mere neobxodimosti"
    r"|v ustanovlenniy srok|do|ne pozdne(?:e|ye)"
    r"|po zaprosu|po planu|soglasno planu|v|za|goda?|yakunida|yakuni|boyicha|uchun|va|oy(?:i|ida)?"
    r"|oz vaqtida|belgilangan muddatda|muddatda|har|qadar|kechiktirmay"
    r"|ichida|ish kunida|oxirida)\b"
)
_DUE_DAY = re.compile(
    rf"\b(?:[1-9]|[12]\d|3[01]) ?-? ?(?=(?:{'|'.join(MONTH_WORDS)})(?:ga|gacha|dan)?\b)"
    r"|\b\d{1,2} ?-? ?(?:sana(?:si|siga|sigacha)?|kun(?:i|iga)?|oyda|mesyasev)\b"
    rf"|\b{_COUNT} ?-? ?(?:kun(?= ichida)|ish kun\w*|oy muddatda|dnevniy srok)\b"
)
_LEFT_OVER = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class _Draft:
    """What has been understood so far of one cell."""

    months: set[int] = field(default_factory=set)
    times: int | None = None
    quarters: list[int] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)


def read_schedule(text: str) -> Schedule:
    """A deadline cell. Nothing typed gives the whole year and nothing unclear."""
    draft = _Draft()
    instructions: list[str] = []
    unclear: list[str] = []
    for sentence in _sentences(text):
        if _INSTRUCTION.search(fold(sentence)):
            instructions.append(sentence)
        elif _understand(sentence, draft):
            unclear.append(sentence)
    return Schedule(
        frozenset(draft.months) or _ALL_YEAR,
        draft.times,
        tuple(dict.fromkeys(draft.quarters)),
        tuple(dict.fromkeys(draft.years)),
        tuple(instructions),
        tuple(unclear),
    )


def read_frequency(text: str) -> int | None:
    """How often a year the words of a sentence say, at most monthly; None where they do not."""
    draft = _Draft()
    phrases = _frequency_strikers(draft, (*_HALF_YEARLY, *_COVERED, *_FREQUENCIES))
    _strike(fold(text), [*phrases, _counted_times(draft)])
    return min(draft.times, 12) if draft.times else None


def _sentences(text: str) -> list[str]:
    parts = (one_line(part).strip(" .;") for part in _SENTENCE_END.split(text.strip()))
    return [part for part in parts if part]


def _understand(sentence: str, draft: _Draft) -> bool:
    """Reads one sentence into the draft; True where words are left that nothing explains."""
    rest = _strike(fold(with_latin_numerals(sentence)), _strikers(draft))
    return bool(_LEFT_OVER.search(rest))


def with_latin_numerals(sentence: str) -> str:
    """Roman numerals typed with Cyrillic look-alikes (`ІІІ`, `Ш`) become Latin before folding."""
    tokens = re.split(r"([\s,;()–—-]+)", sentence)
    return "".join(_latin_numeral(token) for token in tokens)


def _latin_numeral(token: str) -> str:
    number = None if token.isascii() else roman(token)
    return str(number) if number else token


_Striker = tuple[re.Pattern[str], Callable[[re.Match[str]], None]]


def _strike(text: str, strikers: Iterable[_Striker]) -> str:
    for pattern, take in strikers:
        for match in pattern.finditer(text):
            take(match)
        text = pattern.sub(" ", text)
    return text


def _strikers(draft: _Draft) -> Iterable[_Striker]:
    yield _DATED_MONTH, lambda match: _take_dated_month(match, draft)
    yield _YEARS, lambda match: draft.years.append((int(match[1]), int(match[2] or match[1])))
    yield from _frequency_strikers(draft, _HALF_YEARLY)
    yield _TIMES_IN_RUSSIAN, lambda match: _take_times(int(match[1]), draft)
    for pattern, months in _HALVES:
        yield pattern, _adding(months, draft)
    yield from _frequency_strikers(draft, _FREQUENCIES)
    yield _counted_times(draft)
    yield _CODED_QUARTER, lambda match: _take_quarters(match[1] or match[2], draft)
    yield _QUARTERS, lambda match: _take_quarters(match["list"], draft)
    yield _DUE_DAY, lambda match: None
    yield _NUMBERED_MONTH, lambda match: draft.months.add(int(match[1]))
    yield _MONTHS, lambda match: _take_months(match["list"], draft)
    yield _FILLERS, lambda match: None


def _frequency_strikers(draft: _Draft, frequencies: _Frequencies) -> Iterable[_Striker]:
    for pattern, times in frequencies:
        yield pattern, _counting(times, draft)


def _counted_times(draft: _Draft) -> _Striker:
    """`yilda ikki marotaba`, after the phrases that have a "bir marta" of their own."""
    return _TIMES, lambda match: _take_times(_count(match[1]), draft)


def _adding(months: frozenset[int], draft: _Draft) -> Callable[[re.Match[str]], None]:
    return lambda match: draft.months.update(months)


def _counting(times: int | None, draft: _Draft) -> Callable[[re.Match[str]], None]:
    return lambda match: _take_times(times, draft)


def _take_times(times: int | None, draft: _Draft) -> None:
    draft.times = max(times or 0, draft.times or 0) or None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word]


def _take_quarters(listed: str, draft: _Draft) -> None:
    quarters = [quarter for quarter in _spanned(listed, _quarter) if 1 <= quarter <= 4]
    draft.quarters.extend(quarters)
    for quarter in quarters:
        draft.months.update(range(3 * quarter - 2, 3 * quarter + 1))


def _quarter(word: str) -> int:
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word]
    if set(word) <= {"1"}:
        return len(word) if len(word) > 1 else 1
    if word.isdigit():
        return int(word)
    return roman(word.replace("1", "i").replace("l", "i").upper()) or 0


def _spanned(listed: str, number: Callable[[str], int]) -> list[int]:
    """`i - iii` -> 1, 2, 3; `i, iii` -> 1, 3."""
    found: list[int] = []
    through = False
    for match in _NUMERAL_OR_DASH.finditer(listed):
        if match[2]:
            through = True
            continue
        one = number(match[1])
        found.extend(range(found[-1] + 1, one + 1) if through and found else [one])
        through = False
    return found


def _take_dated_month(dated: re.Match[str], draft: _Draft) -> None:
    year = int(dated["year"] or dated["year_first"])
    draft.years.append((year, year))
    draft.months.add(int(dated["before"] or dated["after"]))


def _take_months(listed: str, draft: _Draft) -> None:
    found: list[int] = []
    end = 0
    through = False
    for match in _ONE_MONTH.finditer(listed):
        month = MONTH_WORDS[match[1]]
        through = through or "-" in listed[end : match.start()]
        found.extend(range(found[-1] + 1, month + 1) if through and found else [month])
        through, end = match[2] == "dan", match.end()
    draft.months.update(found)
