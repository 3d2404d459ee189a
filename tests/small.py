"""Small workbooks out of tables that stand in the test, and what is found in them.

A plan's table begins in row 4 (row 3 is its heading), columns A to H: №, Nomi, unit, fakt, reja,
mechanism, deadline, responsible. A month's table begins in row 4 too, columns A to G: №, name,
unit, yearly plan, Bajarildi, Yil boshidan, Izoh; its service stands in B1, its month in B2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.checks import check
from akmplan.figures import Ledger
from akmplan.findings import Finding, Found
from akmplan.layout.calendar import MONTHS
from akmplan.loading import load_year
from akmplan.model import Place

Value = str | int | float | date | datetime | time | None
Row = str | Sequence[Value]  # a text alone is merged across the table

TODAY: Final = date(2026, 10, 5)
PLAN_FILE: Final = "reja.xlsx"
PLAN_SHEET: Final = "Ish reja"
READERS: Final = "Abonement xizmati"
STOCK: Final = "Fond bo‘limi"

PLAN_HEADING: Final = (
    "№", "Nomi", "O‘lchov birligi", "{before}-yil (fakt)", "{year}-yil (reja)",
    "Amalga oshirish mexanizmi", "Bajarilish muddati", "Mas’ullar",
)  # fmt: skip
USUAL: Final = ("1.", "Ish", "Nusxa", 10, 10, "Ishlarni bajarish", "2026-yil davomida", READERS)
MONTH_HEADING: Final = (
    "№", "Ko‘rsatkich", "O‘lchov birligi", "Yillik reja", "Bajarildi", "Yil boshidan", "Izoh",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """A finding without its sentence. `also`: (file, sheet, cell, value) of each other place."""

    code: str
    severity: str
    cell: str | None
    item: str | None = None
    found: Found = None
    expected: Found = None
    indicator: str | None = None
    period: str | None = None
    also: tuple[tuple[str | None, str | None, str | None, Found], ...] = ()
    sheet: str | None = PLAN_SHEET
    file: str | None = PLAN_FILE


def plan_table(rows: Iterable[Row], *, year: int = 2026) -> Workbook:
    """A plan; cells that a row leaves out at its end are as `USUAL` has them."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = PLAN_SHEET
    sheet.append(["Vobkent tumani axborot-kutubxona markazining"])
    sheet.append([f"{year}-yil uchun ish reja"])
    sheet.append([text.format(before=year - 1, year=year) for text in PLAN_HEADING])
    for at, row in enumerate(rows, 4):
        if isinstance(row, str):
            sheet.cell(at, 1).value = row
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=8)
        else:
            _write(sheet, at, (*row, *USUAL[len(row) :]))
    return workbook


def month_table(
    service: str, month: int, rows: Iterable[Sequence[Value]] = (), *, year: int | None = 2026
) -> Workbook:
    """One month of a service in a file of its own."""
    return month_tabs(service, {month: rows}, year=year)


def month_tabs(
    service: str, months: Mapping[int, Iterable[Sequence[Value]]], *, year: int | None = 2026
) -> Workbook:
    """Months of a service as tabs; without a year where it is None."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for month, rows in months.items():
        name = MONTHS[month - 1]
        sheet = workbook.create_sheet(name.capitalize())
        sheet.append(["Xizmat:", service])
        sheet.append(["Oy:", f"{year}-yil {name}" if year else name])
        sheet.append(MONTH_HEADING)
        for at, row in enumerate(rows, 4):
            _write(sheet, at, row)
    return workbook


def add_explanations(workbook: Workbook, rows: Iterable[Sequence[Value]]) -> Workbook:
    """The plan's workbook with a sheet `Izohlar`; its first explanation stands in row 2."""
    sheet = workbook.create_sheet("Izohlar")
    _write(sheet, 1, ("Band", "Qoida", "Davr", "Qiymat", "Izoh", "Kim", "Sana"))
    for at, row in enumerate(rows, 2):
        _write(sheet, at, row)
    return workbook


def saved(folder: Path, plan: Workbook | None = None, **others: Workbook) -> Path:
    """The folder with the plan as `reja.xlsx` and each other workbook under its name."""
    named = {**({"reja": plan} if plan else {}), **others}
    for name, workbook in named.items():
        workbook.save(folder / f"{name}.xlsx")
    return folder


def found_in(folder: Path, today: date = TODAY) -> tuple[Finding, ...]:
    """All findings of the folder's year, in their order."""
    year = load_year(folder, None, today.year)
    ledger = Ledger(year, year.plan) if year.plan else None
    return check(year, ledger, today)


def seen(folder: Path, *codes: str, today: date = TODAY) -> list[Seen]:
    """The findings of these codes, of all where none is named."""
    found = found_in(folder, today)
    return [as_seen(one) for one in found if not codes or one.code in codes]


def as_seen(finding: Finding) -> Seen:
    hit, place = finding.hit, finding.place or Place("")
    return Seen(
        finding.code,
        finding.severity.value,
        place.cell,
        hit.item,
        hit.found,
        hit.expected,
        hit.indicator,
        hit.period,
        tuple((other.file, other.sheet, other.cell, value) for other, value in hit.also),
        place.sheet,
        place.file or None,
    )


def _write(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, 1):
        if value is not None:
            sheet.cell(row, column).value = value
