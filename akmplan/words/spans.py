"""Lists of months and quarters, and the spans among them: the words between two ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from akmplan.layout.calendar import MONTH_WORDS, ORDINAL_WORDS
from akmplan.layout.deadlines import DATE_PARTS, NUMERAL_OR_THROUGH, ONE_MONTH, QUARTER_WORD
from akmplan.words.wording import roman

_THROUGH = re.compile(r"-|\b(?:po|do)\b")


def quarters_named(listed: str) -> Iterator[tuple[int, bool]]:
    """Each quarter, and whether a span leads up to it: `i chorak - iii`, `i chorakdan iii`."""
    bare = QUARTER_WORD.sub(lambda word: " - " if word[0].endswith("dan") else " ", listed)
    through = False
    for match in NUMERAL_OR_THROUGH.finditer(bare):
        if match[1]:
            yield _quarter(match[1]), through
        through = bool(match[2])


def _quarter(word: str) -> int:
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word]
    if set(word) <= {"1"}:
        return len(word)
    if word.isdigit():
        return int(word)
    return roman(word.replace("1", "i").replace("l", "i").upper()) or 0


def spanned(named: Iterable[tuple[int, bool]], most: int) -> list[int]:
    """`i - iii` -> 1, 2, 3; `i, iii` -> 1, 3; `noyabr - fevral` -> 11, 12, 1, 2, over the turn of
    the year. Nothing where one of them is beyond the year."""
    found: list[int] = []
    for number, through in named:
        if not 1 <= number <= most:
            return []
        if through and found:
            last = number if number >= found[-1] else number + most
            found.extend((one - 1) % most + 1 for one in range(found[-1] + 1, last + 1))
        else:
            found.append(number)
    return found


def month_and_year(date: str) -> tuple[int, int]:
    """`15.03.2026`, `2026-03` and, without a year (0), `15.03`."""
    found = DATE_PARTS.fullmatch(date) or DATE_PARTS.match(date)
    assert found is not None
    year_first, after, before, year, month = found.groups()
    return int(after or before or month), int(year_first or year or 0)


def months_named(listed: str) -> Iterator[tuple[int, bool]]:
    """Each month, and whether a span leads up to it: `mart - may`, `martdan maygacha`."""
    end = 0
    through = False
    for match in ONE_MONTH.finditer(listed):
        between = listed[end : match.start()]
        yield MONTH_WORDS[match[1]], through or bool(_THROUGH.search(between))
        through, end = match[2].endswith("dan"), match.end()
