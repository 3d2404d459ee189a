"""Which month or longer period a text names, in any of its spellings."""

from __future__ import annotations

import re

from akmplan.layout.calendar import MONTH_WORDS
from akmplan.model import Period, Span, period_from_code
from akmplan.schedule import read_schedule
from akmplan.wording import fold, one_line, words

_NUMBERED_MONTH = re.compile(
    r"\b(0?[1-9]|1[0-2])\s*[-./]\s*(?:oy\b|20\d\d)|20\d\d\s*[-./]\s*(\d\d)\b"
)
_BARE_MONTH = re.compile(r"0?[1-9]|1[0-2]")

_HALF = re.compile(r"\b(?:(i|1|birinchi)|(ii|2|ikkinchi)) ?-? ?yarim yil")


def month_in(text: str) -> int | None:
    """The month that a text names: `2026-yil yanvar`, `03.2026`, `2026-03`, `1-oy`, `Mart`."""
    named = {MONTH_WORDS[word] for word in _stems(text) if word in MONTH_WORDS}
    if named:
        return named.pop() if len(named) == 1 else None
    match = _NUMBERED_MONTH.search(fold(text))
    if match:
        number = int(match[1] or match[2])
        return number if 1 <= number <= 12 else None
    bare = _BARE_MONTH.fullmatch(text.strip())
    return int(bare[0]) if bare else None


def _stems(text: str) -> list[str]:
    """Words without the suffixes that a month takes; a word that is a month stays as it is."""
    told = words(text)
    return [
        *told,
        *(word.removesuffix("da") for word in told),
        *(w.removesuffix("i") for w in told),
    ]


def read_period(text: str, year: int) -> Period | None:
    """A period's code or its Uzbek words: `2026-Q1`, `I chorak`, `mart`, `yarim yillik`, `yil`."""
    typed = one_line(text)
    coded = period_from_code(typed)
    if coded or not typed:
        return coded
    half = _HALF.search(fold(typed))
    if half:
        return Period(year, Span.HALF, 1 if half[1] else 2)
    month = month_in(typed)
    if month:
        return Period(year, Span.MONTH, month)
    quarters = read_schedule(typed).quarters
    if len(quarters) == 1:
        return Period(year, Span.QUARTER, quarters[0])
    return _longer_period(fold(typed), year)


def _longer_period(folded: str, year: int) -> Period | None:
    if re.search(r"\b(9|toqqiz) oy", folded):
        return Period(year, Span.NINE_MONTHS)
    if re.search(r"\byarim yil|\b(6|olti) oy", folded):
        return Period(year, Span.HALF, 1)
    return Period(year, Span.YEAR) if re.search(r"\byil", folded) else None
