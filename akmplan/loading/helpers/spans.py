"""`Davriyligi`: how long a time a paper covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from akmplan.layout.calendar import NUMBER_WORDS
from akmplan.layout.deadlines import ALL_YEAR
from akmplan.layout.helpers import SPANS_OF_MONTHS, SPANS_TYPED
from akmplan.model import Span, period_from_code
from akmplan.words.schedule import read_frequency, read_schedule
from akmplan.words.wording import fold, roman, words

_BY_TIMES = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_FIRST_HALF = frozenset(range(1, 7))
_COUNT = "|".join((*sorted(NUMBER_WORDS, key=len, reverse=True), r"\d+"))
_OF_MONTHS = re.compile(rf"\b({_COUNT}) ?-?(?:oy|mesyas)")
_TIMES_OF_LESS = re.compile(
    rf"\b(?:yarim yil|oy|hafta|kun|chora[kg])\w* (?!bir |1 )(?:{_COUNT}) (?:marta|marotaba)\b"
)
_BETWEEN = re.compile(
    r"[,;\n/+]|\b(?:va|hamda|ва|ҳамда)\b|(?<=lik)\s+(?=(?:[\w-]+\s)?[\w-]+lik\b)", re.IGNORECASE
)
_SMALL_NUMBER = re.compile(r"\d{1,2}")
_COUNTED_OUT = re.compile(r"\b(?:chora[kg]|kvartal|yarim yil)")
_ONE_HALF = re.compile(r"^(?:i|ii|1|2|birinchi|ikkinchi)\s*-?\s*yarim yil")


@dataclass(frozen=True, slots=True)
class Covered:
    """A length of time that papers cover, and the months that those which are meant lie in."""

    span: Span
    months: frozenset[int] = ALL_YEAR


def read_spans(typed: str) -> tuple[Covered, ...]:
    """`9 oylik`, `har chorakda va yil yakunida`, `I chorak`, `2026-M9`; nothing where a part of it
    names no length. Beside nine months a half-year is the first one: such reports add up."""
    read = [_covered(part) for part in _parts(typed)]
    found = tuple(dict.fromkeys(one for one in read if one))
    if None in read or Covered(Span.NINE_MONTHS) not in found:
        return () if None in read else found
    return tuple(replace(one, months=_FIRST_HALF) if _is_half(one) else one for one in found)


def _parts(typed: str) -> Iterator[str]:
    """What stands between commas and "va"; `I, II va III chorak` is one part."""
    numerals: list[str] = []
    for part in filter(str.strip, _BETWEEN.split(typed)):
        if roman(part) or _SMALL_NUMBER.fullmatch(part.strip()):
            numerals.append(part.strip())
        elif _COUNTED_OUT.search(fold(part)):
            yield ", ".join((*numerals, part))
            numerals = []
        else:
            yield part
    yield from numerals


def _covered(part: str) -> Covered | None:
    period = period_from_code(fold(part))
    if period:
        is_only = period.span in (Span.NINE_MONTHS, Span.YEAR)
        return Covered(period.span, ALL_YEAR if is_only else frozenset(period.months))
    schedule = read_schedule(part)
    if schedule.quarters and not schedule.unclear:
        return Covered(Span.QUARTER, schedule.months)
    if _ONE_HALF.search(fold(part)) and not schedule.unclear:
        return Covered(Span.HALF, schedule.months)
    span = _span(part)
    return Covered(span) if span else None


def _span(part: str) -> Span | None:
    plain, told = fold(part), " ".join(words(part))
    months = _OF_MONTHS.search(plain)
    if months or _TIMES_OF_LESS.search(plain):
        name = SPANS_OF_MONTHS.get(str(months and months[1]))
        return Span[name] if name else None
    if told in SPANS_TYPED or plain in SPANS_TYPED:
        return Span[SPANS_TYPED.get(told) or SPANS_TYPED[plain]]
    return _BY_TIMES.get(read_frequency(part) or 0)


def _is_half(covered: Covered) -> bool:
    return covered.span is Span.HALF and covered.months == ALL_YEAR
