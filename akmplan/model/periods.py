"""Periods of a year, their codes and the folders that are named after them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Span(StrEnum):
    """The lengths of time that a paper may cover."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"

    @property
    def months(self) -> int:
        return _LENGTH[self]


_LENGTH = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.NINE_MONTHS: 9, Span.YEAR: 12}
_CODE = re.compile(r"(\d{4})(?:-(\d\d)|-Q([1-4])|-H([12])|-(M9))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """`Period(2026, Span.QUARTER, 1)` is January to March 2026. `index` counts from 1."""

    year: int
    span: Span
    index: int = 1

    @property
    def months(self) -> tuple[int, ...]:
        length = self.span.months
        first = (self.index - 1) * length + 1
        return tuple(range(first, first + length))

    @property
    def last_month(self) -> int:
        return self.months[-1]

    @property
    def last_day(self) -> date:
        return date(self.year, self.last_month, calendar.monthrange(self.year, self.last_month)[1])

    @property
    def code(self) -> str:
        return {
            Span.MONTH: f"{self.year}-{self.index:02d}",
            Span.QUARTER: f"{self.year}-Q{self.index}",
            Span.HALF: f"{self.year}-H{self.index}",
            Span.NINE_MONTHS: f"{self.year}-M9",
            Span.YEAR: f"{self.year}",
        }[self.span]

    @property
    def folder(self) -> str:
        return {
            Span.MONTH: f"{self.year}-{self.index:02d}",
            Span.QUARTER: f"{self.year}-{self.index}-chorak",
            Span.HALF: f"{self.year}-{self.index}-yarim-yillik",
            Span.NINE_MONTHS: f"{self.year}-9-oylik",
            Span.YEAR: f"{self.year}-yil",
        }[self.span]


def period_from_code(code: str) -> Period | None:
    """`2026-Q1` -> its period; None where the code is no period's."""
    match = _CODE.fullmatch(code.strip())
    if not match:
        return None
    year, month, quarter, half, nine = match.groups()
    if month:
        return Period(int(year), Span.MONTH, int(month)) if 1 <= int(month) <= 12 else None
    if quarter:
        return Period(int(year), Span.QUARTER, int(quarter))
    if half:
        return Period(int(year), Span.HALF, int(half))
    return Period(int(year), Span.NINE_MONTHS if nine else Span.YEAR)


def periods_of(year: int, span: Span) -> tuple[Period, ...]:
    """All periods of one length in a year, in order; nine months are only one."""
    count = 1 if span is Span.NINE_MONTHS else 12 // span.months
    return tuple(Period(year, span, index) for index in range(1, count + 1))
