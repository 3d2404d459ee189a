"""Tables laid out otherwise than one heading, one column a field: right, or named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from openpyxl import Workbook

from tests.hostile.case import DRAFTS, FINE, Case, as_plan, beside, in_month, in_plan
from tests.hostile.good import (
    month_table_of,
    plan_table_of_the_year,
)
from tests.sample.plan_workbook import workbook_bytes

Column = tuple[str, Sequence[int | None]]
FEBRUARY: Final = 2
PLANNED: Final = (80, 90, 70)

# Columns put before fakt (D) or behind it; the fakt and reja that are read stay the good year's.
FURTHER: Final[tuple[tuple[str, int, Column], ...]] = (
    ("fakt of the year before", 4, ("2024-yil (fakt)", PLANNED)),
    ("reja of last year", 4, ("2025-yil (reja)", PLANNED)),
    ("reja of next year", 5, ("2027-yil (reja)", PLANNED)),
    ("reja of a quarter", 5, ("I chorak reja", PLANNED)),
    ("reja of a month", 5, ("Har oylik reja", PLANNED)),
)


def plan_with(at: int, column: Column) -> bytes:
    """The plan with a column of figures put in."""
    workbook = plan_table_of_the_year()
    sheet = workbook.worksheets[0]
    sheet.merged_cells.ranges.clear()
    sheet.insert_cols(at)
    _fill(workbook, at, column, 5)
    return workbook_bytes(workbook)


def month_with(column: Column, at: int = 8) -> bytes:
    """February with a column of figures behind all others."""
    workbook = month_table_of(FEBRUARY)
    _fill(workbook, at, column, 4)
    return workbook_bytes(workbook)


def _fill(workbook: Workbook, at: int, column: Column, first: int) -> None:
    sheet = workbook.worksheets[0]
    sheet.cell(3, at).value = column[0]
    for row, figure in enumerate(column[1], first):
        sheet.cell(row, at).value = figure


def month_numbered(number: str) -> bytes:
    """February with another № for its first item."""
    workbook = month_table_of(FEBRUARY)
    workbook.worksheets[0]["A4"] = number
    return workbook_bytes(workbook)


def _cases() -> Iterator[Case]:
    for name, at, column in FURTHER:
        made = as_plan(f"table: {name}", partial(plan_with, at, column), code=FINE)
        yield made.explaining("target", 12)
    twin = partial(plan_with, 6, ("2026-yil (reja)", PLANNED))
    yield as_plan("table: reja twice", twin, in_plan("L104", "F3", "E3"), code=DRAFTS)
    blank = partial(plan_with, 6, ("2026-yil (reja)", (None,)))
    yield as_plan("table: reja twice, the second blank", blank, code=FINE)
    twin = partial(month_with, ("Bajarildi", (7, 8, 9)))
    yield beside("table: Bajarildi twice", twin, in_month("L104", "H3", "E3"), code=DRAFTS)
    further = partial(month_with, ("Shundan, yoshlar uchun bajarildi", (1, 1, 0)))
    yield beside("table: a further column", further, code=FINE).explaining("year_to_date", 6)
    for number in ("\u200bI.1", "I.1\u200e", "\ufeffI.\u00a01", "I\u00ad.1"):
        made = beside(f"table: the number {number!r}", partial(month_numbered, number), code=FINE)
        yield made.explaining("year_to_date", 6)


CASES: Final = tuple(_cases())
