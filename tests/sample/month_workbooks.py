"""Fills the monthly workbooks of the sample with made-up figures and a few honest slips."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.input_forms import Line, lines_of, month_workbook, month_workbook_name
from akmplan.input_forms.month_texts import FIRST_ROW, FREE_ROW
from akmplan.layout.calendar import MONTHS
from akmplan.loading import load_year
from akmplan.model import Plan, Service

from .month_figures import FIGURES, Counts
from .plan_workbook import FONT, plan_workbook, save_deterministic

YEAR: Final = 2026
SAMPLE_REMARK: Final = "NAMUNA: sonlar o‘ylab topilgan, markazning haqiqiy ko‘rsatkichlari emas."

Entry = int | str | None
Month = tuple[str, str, int]

# The slips: service, item and month of each.
FORGOTTEN: Final[Month] = ("bibliografiya", "IV.19", 5)
OFF_BY_SWAPPED_DIGITS: Final[Month] = ("fond", "IV.7", 5)
TYPED_AS_TEXT: Final[Month] = ("abonement", "IV.13", 6)
NOT_CARRIED_ON: Final[Month] = ("akt", "IV.23", 8)
NOT_YET_FILLED: Final = ("bibliografiya", 9)

ANSWERED_BY_A_DASH: Final[Month] = ("direktor", "V.28", 6)
REMARKS: Final[Mapping[Month, str]] = {
    ("abonement", "IV.13", 7): "Yozgi ta’til davri",
    ("abonement", "V.26.1", 5): "1 nafar xodim, sertifikat olindi",
    ("akt", "IV.25", 3): "Ma’lumot xat bilan yuborildi",
    ("direktor", "V.28", 6): "Kadrlar bo‘yicha inspektor jadvalida",
}

_NAME, _ACTUAL, _TO_DATE, _NOTE = 2, 5, 6, 7


def sample_month_workbooks() -> Mapping[str, Callable[[], Workbook]]:
    """The name of each workbook below `input/`, and how it is made."""
    services = (Service(key, key) for key in FIGURES)
    return {
        month_workbook_name(service, YEAR): partial(filled_workbook, service.key)
        for service in services
    }


@lru_cache(maxsize=1)
def sample_plan() -> Plan:
    """The sample plan, read as the program reads it."""
    with TemporaryDirectory() as folder:
        save_deterministic(plan_workbook(), Path(folder, f"ish-reja-{YEAR}.xlsx"))
        plan = load_year(Path(folder), YEAR, YEAR).plan
    assert plan is not None
    return plan


def filled_workbook(key: str) -> Workbook:
    """The workbook of one service or post, filled up to September."""
    plan = sample_plan()
    service = plan.service(key)
    assert service is not None
    workbook = load_workbook(io.BytesIO(month_workbook(plan, service)))
    for sheet in workbook.worksheets:
        _remark_that_it_is_a_sample(sheet)
        _keep_notes_readable(sheet)
    for row, line in enumerate(lines_of(plan, service), FIRST_ROW):
        _fill_row(workbook, row, key, line)
    return workbook


def figures_key(line: Line) -> str:
    """`IV.13`, or `IV.12 yangi` where the item has several indicators."""
    return " ".join(filter(None, (line.item.code, line.indicator.name)))


def reported(key: str, line: Line) -> Counts:
    """The counts as the service reports them, slips included."""
    counts = FIGURES[key][figures_key(line)]
    return tuple(
        _as_reported((key, line.item.code, month), count) for month, count in enumerate(counts, 1)
    )


def _as_reported(month: Month, count: int | None) -> int | None:
    if month == FORGOTTEN or (month[0], month[2]) == NOT_YET_FILLED:
        return None
    if month == OFF_BY_SWAPPED_DIGITS:
        return _with_last_digits_swapped(count or 0)
    return count


def _with_last_digits_swapped(count: int) -> int:
    digits = str(count)
    return int(digits[:-2] + digits[-1] + digits[-2])


def _fill_row(workbook: Workbook, row: int, key: str, line: Line) -> None:
    to_date = 0
    for month, count in enumerate(reported(key, line), 1):
        sheet, where = workbook[MONTHS[month - 1].capitalize()], (key, line.item.code, month)
        before, to_date = to_date, to_date + (count or 0)
        _put(sheet, row, _ACTUAL, _as_typed(where, count))
        if count is not None:
            _put(sheet, row, _TO_DATE, before if where == NOT_CARRIED_ON else to_date)
        _put(sheet, row, _NOTE, REMARKS.get(where))


def _as_typed(where: Month, count: int | None) -> Entry:
    if where == ANSWERED_BY_A_DASH:
        return "-"
    if where == TYPED_AS_TEXT:
        return f"{count:,}".replace(",", " ")
    return count


def _put(sheet: Worksheet, row: int, column: int, entry: Entry) -> None:
    if entry is not None:
        sheet.cell(row, column).value = entry


def _remark_that_it_is_a_sample(sheet: Worksheet) -> None:
    cell = sheet.cell(FREE_ROW, 1)
    cell.value = SAMPLE_REMARK
    cell.font = Font(name=FONT, size=11, bold=True, color="C00000")


def _keep_notes_readable(sheet: Worksheet) -> None:
    """openpyxl gives every note the same small box."""
    for (cell,) in sheet.iter_rows(min_row=FIRST_ROW, min_col=_NAME, max_col=_NAME):
        if cell.comment:
            cell.comment.width, cell.comment.height = 400, 110
