"""When: the wordings of a deadline cell, read to months and to how often a year.

Every phrase that is understood is struck from the folded text; a sentence with words left over is
unclear and is said to be so. Names of months and quarters match as whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import prod

from akmplan.layout.calendar import NUMBER_WORDS
from akmplan.layout.deadlines import (
    ALL_YEAR,
    CODED_QUARTER,
    DATES,
    DAY_OF_MARCH,
    DAY_OF_MONTH,
    DUE_DAY,
    FILLERS,
    LENGTHS,
    MONTHS,
    NAMED_HALVES,
    NUMBERED_MONTH,
    ONLY_A_DATE,
    QUARTERS,
    RUSSIAN_DATE,
    YEARS,
    Halves,
)
from akmplan.layout.frequencies import (
    COVERED,
    DAILY,
    EACH,
    FREQUENCIES,
    PER,
    SPANS_A_YEAR,
    TIMES,
    TIMES_TYPED,
    Frequencies,
)
from akmplan.model import Schedule
from akmplan.words.spans import month_and_year, months_named, quarters_named, spanned
from akmplan.words.wording import fold, one_line, roman

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-zА-Яа-я])(?<!\d)[.;](?=\s|$)|(?<=\d)[.;]\s+(?=[A-ZА-ЯЎҚҒҲ])"
)
_INSTRUCTION = re.compile(r"\bozi belgila(ydi|ysiz|ng|nadi)\b")
_LEFT_OVER = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class _Draft:
    """What has been understood so far of one cell.

    `rates`: into how many spans the year falls, and how many times in each. `doubtful`: a phrase
    was found that has no certain meaning.
    """

    months: set[int] = field(default_factory=set)
    rates: list[tuple[int, int]] = field(default_factory=list)
    quarters: list[int] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    doubtful: bool = False


def read_schedule(text: str) -> Schedule:
    """A deadline cell. Nothing typed, or anything unclear in it, gives the whole year."""
    draft = _Draft()
    instructions: list[str] = []
    unclear: list[str] = []
    for sentence in _sentences(text):
        if _INSTRUCTION.search(fold(sentence)):
            instructions.append(sentence)
        elif _understand(sentence, draft):
            unclear.append(sentence)
    understood = _Draft(years=draft.years) if unclear else draft
    months = frozenset(understood.months) or ALL_YEAR
    return Schedule(
        months,
        _times(understood.rates),
        _in_all(understood.rates, months),
        tuple(dict.fromkeys(understood.quarters)),
        tuple(dict.fromkeys(understood.years)),
        tuple(instructions),
        tuple(unclear),
    )


def read_frequency(text: str) -> int | None:
    """How often a year the words of a sentence say, at most monthly; None where they do not."""
    draft = _Draft()
    strikers = (
        *_rate_strikers(EACH, draft),
        *_phrase_strikers(COVERED, draft),
        *_place_strikers(_Draft()),
        *_frequency_strikers(draft),
    )
    _strike(_folded(text), strikers)
    times = _times(draft.rates)
    return min(times, 12) if times else None


def _times(rates: list[tuple[int, int]]) -> int | None:
    return min(max(map(prod, rates)), DAILY) if rates else None


def _in_all(rates: list[tuple[int, int]], months: frozenset[int]) -> int | None:
    """How often within the months: once in each span that has one of them, and so on."""
    if not rates:
        return None
    spans, count = max(rates, key=prod)
    if 12 % spans == 0:
        return count * len({(month - 1) * spans // 12 for month in months})
    in_all, rest = divmod(spans * count * len(months), 12)
    return None if rest or spans == DAILY else in_all


def _sentences(text: str) -> list[str]:
    parts = (one_line(part).strip(" .;") for part in _SENTENCE_END.split(text.strip()))
    return [part for part in parts if part]


def _understand(sentence: str, draft: _Draft) -> bool:
    """Reads one sentence into the draft; True where words are left that nothing explains."""
    draft.doubtful = False
    rest = _strike(_folded(sentence), _strikers(draft))
    return draft.doubtful or bool(_LEFT_OVER.search(rest))


def _folded(sentence: str) -> str:
    """Folded, and "marta" told apart: `15 mart` where it is Russian March, else `15 marotaba`."""
    folded = fold(with_latin_numerals(sentence))
    alone = ONLY_A_DATE.fullmatch(folded) and not sentence.isascii()
    if alone or RUSSIAN_DATE.search(folded):
        folded = DAY_OF_MARCH.sub(r"\1mart", folded)
    return TIMES_TYPED.sub(r"\1 marotaba", folded)


def with_latin_numerals(sentence: str) -> str:
    """Roman numerals typed with Cyrillic look-alikes (`ІІІ`, `Ш`) become Latin before folding."""
    tokens = re.split(r"([\s,;()–—-]+)", sentence)
    return "".join(_latin_numeral(token) for token in tokens)


def _latin_numeral(token: str) -> str:
    number = None if token.isascii() else roman(token)
    return str(number) if number in range(1, 13) else token


_Striker = tuple[re.Pattern[str], Callable[[re.Match[str]], None]]


def _strike(text: str, strikers: Iterable[_Striker]) -> str:
    for pattern, take in strikers:
        for match in pattern.finditer(text):
            take(match)
        text = pattern.sub(" ", text)
    return text


def _strikers(draft: _Draft) -> Iterable[_Striker]:
    """In this order: `har 2 chorakda` before `2 chorak`, `mart oyida` before `oyida 2 marta`,
    `6 oyda bir marta` before `6 oy`."""
    yield DATES, lambda match: _take_dates(match, draft)
    yield YEARS, lambda match: draft.years.append((int(match[1]), int(match[2] or match[1])))
    yield from _rate_strikers(EACH, draft)
    yield from _place_strikers(draft)
    yield from _rate_strikers(PER, draft)
    yield from _half_strikers(LENGTHS, draft)
    yield from _frequency_strikers(draft)
    yield DUE_DAY, lambda match: None
    yield FILLERS, lambda match: None


def _place_strikers(draft: _Draft) -> Iterable[_Striker]:
    """The halves, quarters and months that are named."""
    yield YEARS, lambda match: None
    yield from _half_strikers(NAMED_HALVES, draft)
    yield CODED_QUARTER, lambda match: _take_quarters(match[1] or match[2], draft)
    yield QUARTERS, lambda match: _take_quarters(match["list"], draft)
    yield NUMBERED_MONTH, lambda match: draft.months.add(int(match[1]))
    yield DAY_OF_MONTH, lambda match: None
    yield MONTHS, lambda match: _take_months(match["list"], draft)


def _half_strikers(halves: Halves, draft: _Draft) -> Iterable[_Striker]:
    for pattern, months in halves:
        yield pattern, _adding(months, draft)


def _frequency_strikers(draft: _Draft) -> Iterable[_Striker]:
    """What is left of how often: `yilda ikki marotaba`, `choraklik`, `ikki marotaba`."""
    yield from _rate_strikers(PER, draft)
    yield from _phrase_strikers(FREQUENCIES, draft)
    yield TIMES, lambda match: draft.rates.append((1, _count(match["count"])))


def _rate_strikers(patterns: Iterable[re.Pattern[str]], draft: _Draft) -> Iterable[_Striker]:
    for pattern in patterns:
        yield pattern, lambda match: _take_rate(match, draft)


def _phrase_strikers(phrases: Frequencies, draft: _Draft) -> Iterable[_Striker]:
    for pattern, spans in phrases:
        yield pattern, _repeating(spans, draft)


def _adding(months: frozenset[int], draft: _Draft) -> Callable[[re.Match[str]], None]:
    return lambda match: draft.months.update(months)


def _repeating(spans: int | None, draft: _Draft) -> Callable[[re.Match[str]], None]:
    return lambda match: draft.rates.extend([(spans, 1)] if spans else [])


def _take_rate(rate: re.Match[str], draft: _Draft) -> None:
    """`har 2 oyda`, `oyiga 2 marta`; `har 5 oyda` shares no year evenly and stays in doubt."""
    said = rate.groupdict()
    spans, rest = divmod(SPANS_A_YEAR[rate["unit"]], _count(said["stretch"] or "bir"))
    if rest or not spans:
        draft.doubtful = True
    else:
        draft.rates.append((spans, _count(said.get("count") or "bir")))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word]


def _take_quarters(listed: str, draft: _Draft) -> None:
    quarters = spanned(quarters_named(listed), 4)
    draft.doubtful = draft.doubtful or not quarters
    draft.quarters.extend(quarters)
    for quarter in quarters:
        draft.months.update(range(3 * quarter - 2, 3 * quarter + 1))


def _take_dates(dates: re.Match[str], draft: _Draft) -> None:
    """A date, or all months from one to another; over the turn of the year nobody can tell which
    of them are the plan's, so it stays in doubt."""
    last, year = month_and_year(dates["last"])
    first, since = month_and_year(dates["first"] or dates["last"])
    draft.years.append((since or year, year))
    draft.doubtful = draft.doubtful or since not in (0, year) or first > last
    draft.months.update(range(first, last + 1))


def _take_months(listed: str, draft: _Draft) -> None:
    draft.months.update(spanned(months_named(listed), 12))
