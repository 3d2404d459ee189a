"""When: the wordings of a deadline cell, read to months and to how often a year.

Every phrase that is understood is struck from the folded text; a sentence with words left over is
unclear and is said to be so. Names of months and quarters match as whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from akmplan.layout.calendar import MONTH_WORDS, NUMBER_WORDS, ORDINAL_WORDS
from akmplan.layout.deadlines import (
    ALL_YEAR,
    CODED_QUARTER,
    COVERED,
    DATED_MONTH,
    DUE_DAY,
    FILLERS,
    FREQUENCIES,
    HALF_YEARLY,
    HALVES,
    MONTHS,
    NUMBERED_MONTH,
    NUMERAL_OR_DASH,
    ONE_MONTH,
    QUARTERS,
    TIMES,
    TIMES_IN_RUSSIAN,
    YEARS,
    Frequencies,
)
from akmplan.model import Schedule
from akmplan.wording import fold, one_line, roman

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-zА-Яа-я])(?<!\d)[.;](?=\s|$)|(?<=\d)[.;]\s+(?=[A-ZА-ЯЎҚҒҲ])"
)
_INSTRUCTION = re.compile(r"\bozi belgila(ydi|ysiz|ng|nadi)\b")
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
        frozenset(draft.months) or ALL_YEAR,
        draft.times,
        tuple(dict.fromkeys(draft.quarters)),
        tuple(dict.fromkeys(draft.years)),
        tuple(instructions),
        tuple(unclear),
    )


def read_frequency(text: str) -> int | None:
    """How often a year the words of a sentence say, at most monthly; None where they do not."""
    draft = _Draft()
    phrases = _frequency_strikers(draft, (*HALF_YEARLY, *COVERED, *FREQUENCIES))
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
    yield DATED_MONTH, lambda match: _take_dated_month(match, draft)
    yield YEARS, lambda match: draft.years.append((int(match[1]), int(match[2] or match[1])))
    yield from _frequency_strikers(draft, HALF_YEARLY)
    yield TIMES_IN_RUSSIAN, lambda match: _take_times(int(match[1]), draft)
    for pattern, months in HALVES:
        yield pattern, _adding(months, draft)
    yield from _frequency_strikers(draft, FREQUENCIES)
    yield _counted_times(draft)
    yield CODED_QUARTER, lambda match: _take_quarters(match[1] or match[2], draft)
    yield QUARTERS, lambda match: _take_quarters(match["list"], draft)
    yield DUE_DAY, lambda match: None
    yield NUMBERED_MONTH, lambda match: draft.months.add(int(match[1]))
    yield MONTHS, lambda match: _take_months(match["list"], draft)
    yield FILLERS, lambda match: None


def _frequency_strikers(draft: _Draft, frequencies: Frequencies) -> Iterable[_Striker]:
    for pattern, times in frequencies:
        yield pattern, _counting(times, draft)


def _counted_times(draft: _Draft) -> _Striker:
    """`yilda ikki marotaba`, after the phrases that have a "bir marta" of their own."""
    return TIMES, lambda match: _take_times(_count(match[1]), draft)


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
    for match in NUMERAL_OR_DASH.finditer(listed):
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
    for match in ONE_MONTH.finditer(listed):
        month = MONTH_WORDS[match[1]]
        through = through or "-" in listed[end : match.start()]
        found.extend(range(found[-1] + 1, month + 1) if through and found else [month])
        through, end = match[2] == "dan", match.end()
    draft.months.update(found)
