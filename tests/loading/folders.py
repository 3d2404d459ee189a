"""Folders with plans and months of several years, and what is read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from akmplan.messages import render
from akmplan.model import SheetUse, Year
from tests.small import (
    READERS,
    Row,
    Value,
    found_in,
    month_table,
    month_tabs,
    plan_table,
    saved,
    seen,
)

TARGETS = {
    2024: (8, 11, 31, 48, 70),
    2025: (9, 12, 35, 54, 80),
    2026: (10, 12, 40, 60, 90),
    2027: (11, 12, 45, 60, 100),
}


def numbered(year: int) -> Iterable[tuple[int, tuple[str, int]]]:
    """The items of every plan, with that year's numbers."""
    names = ("Kitob", "Hujjat", "Tadbir", "Qatnov", "Tashrif")
    return enumerate(zip(names, TARGETS[year], strict=True), 1)


def plan(year: int) -> Workbook:
    when = ("Hisob", f"{year}-yil davomida", READERS)
    items = [
        (f"{at}.", name, "Nusxa", target, target, *when) for at, (name, target) in numbered(year)
    ]
    return plan_table(["I. ISHLAR", *items], year=year)


def rows(year: int, entry: Value = 1) -> list[Row]:
    """A month's rows with that year's numbers in `Yillik reja`."""
    return [(f"I.{at}", name, "Nusxa", target, entry) for at, (name, target) in numbered(year)]


def months(year: int, last: int, *, named: int | None = None) -> Workbook:
    """The months of the readers' service up to that one; the sheets name `named`, else `year`."""
    tabs = {month: rows(year) for month in range(1, last + 1)}
    return month_tabs(READERS, tabs, year=named or year)


def two_years(folder: Path, in_second: int) -> Path:
    """All of 2026, and of 2027 the plan and that many months."""
    others = {"oylar27": months(2027, in_second)} if in_second else {}
    return saved(folder, plan(2026), oylar=months(2026, 12), reja27=plan(2027), **others)


def places(year: Year) -> set[tuple[str, str | None]]:
    return {(sheet.place.file, sheet.place.sheet) for sheet in year.months}


def use_of(year: Year, name: str, sheet: str = "Yanvar") -> SheetUse:
    (uses,) = (file.sheets for file in year.inputs if file.file == name)
    return next(use for use in uses if use.name == sheet)


def reasons(year: Year, file: str, sheet: str = "Yanvar") -> set[str]:
    return {cell.reason for cell in use_of(year, file, sheet).set_aside}


def spoken_of(folder: Path, this_year: int = 2026) -> list[tuple[str, str | None, str | None]]:
    """Code, file and cell of what is found on reading."""
    found = seen(folder, "L101", "L102", "L103", "L104", "L108", "L109", "L110",
                 today=date(this_year, 2, 1))  # fmt: skip
    return [(finding.code, finding.file, finding.cell) for finding in found]


def message(folder: Path, code: str) -> str:
    return next(
        render(finding.hit.message, "uz") for finding in found_in(folder) if finding.code == code
    )


def unnamed(year: int, month: int = 1) -> Workbook:
    """A sheet that says its month only, with that year's numbers in `Yillik reja`."""
    return month_table(READERS, month, rows(year), year=None)


def typed(workbook: Workbook, numbers: Sequence[Value]) -> Workbook:
    """The workbook with these numbers in `Yillik reja` of its first sheet."""
    for row, number in enumerate(numbers, 4):
        workbook.worksheets[0].cell(row, 4).value = number
    return workbook
