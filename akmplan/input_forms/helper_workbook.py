"""The helper workbook beside a plan: a sheet for each kind that is lacking, every cell a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.input_forms.helper_tables import HelperTable
from akmplan.input_forms.month_look import FONT, row_height
from akmplan.layout import record
from akmplan.model import Plan
from akmplan.office.new_workbook import new_workbook
from akmplan.office.page import set_up_page, write_whole
from akmplan.office.properties import About

TITLE: Final = "{year}-yil ish rejasi: yordamchi varaqlar"
ROWS_TO_FILL: Final = 40  # blank rows that are drawn for the next entries
_WIDTHS: Final = {
    "Nomi": 34, "Qiymati": 60, "Rasmiy nomi": 60, "Qisqa nomi": 16, "Boshqa yozilishlari": 60,
    "Mas’ul shaxs": 26, "Band": 10, "Ko‘rsatkich": 44, "O‘lchov birligi": 20, "Jamlash usuli": 18,
    "Fayl": 34, "Varaq": 20, "Katak": 10, "Kimga taqdim etiladi": 48, "Davriyligi": 20,
    "Muddati": 24, "Bandlar": 48, "Shakli": 20, "Kodi": 10, "Qoida": 60, "Darajasi": 16,
    "Izoh": 44, "Davr": 14, "Qiymat": 20, "Kim": 20, "Sana": 14,
}  # fmt: skip
_ROWS_PRINTED_BLANK: Final = 5
_HINT_WIDTH: Final = 90
_HEADING_HEIGHT: Final = 30
_LAST_OFFERED: Final = 1000  # the row down to which words are offered to choose from
_TEXT: Final = "@"  # what is typed stays as typed, also behind an equals sign


@dataclass(frozen=True, slots=True)
class _Look:
    heading: Format
    text: Format
    hint_title: Format
    hint: Format


def helper_workbook_name(year: int) -> str:
    """`yordamchi-varaqlar-2026.xlsx`."""
    return f"yordamchi-varaqlar-{year}.xlsx"


def helper_workbook(plan: Plan, tables: Sequence[HelperTable]) -> bytes:
    """The workbook with a sheet for each table; its hidden sheet says what it is."""

    def write(workbook: Workbook) -> None:
        look = _look(workbook)
        for table in tables:
            _write_sheet(workbook.add_worksheet(table.layout.name), look, table)
        _write_record(workbook.add_worksheet(record.SHEET), plan.year)

    about = About(TITLE.format(year=plan.year), plan.centre, date(plan.year, 1, 1))
    content, _ = new_workbook(about, FONT, write)
    return content


def _look(workbook: Workbook) -> _Look:
    def look(**properties: Any) -> Format:
        return workbook.add_format({**FONT, "valign": "top", **properties})

    table = {
        "num_format": _TEXT, "border": 1, "border_color": "#BFBFBF", "text_wrap": True,
        "indent": 1, "valign": "vcenter",
    }  # fmt: skip
    return _Look(
        heading=look(**table, bold=True, bg_color="#DCE6F1"),
        text=look(**table),
        hint_title=look(bold=True),
        hint=look(italic=True, font_size=10, font_color="#595959"),
    )


def _write_sheet(sheet: Worksheet, look: _Look, table: HelperTable) -> None:
    widths = [_WIDTHS[name] for name in table.layout.columns]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, look.text)
    sheet.set_column(len(widths) + 1, len(widths) + 1, _HINT_WIDTH)
    _write_row(sheet, 0, table.layout.columns, look.heading)
    sheet.set_row(0, _HEADING_HEIGHT)
    blank = ("",) * len(widths)
    drawn = max(len(table.rows), len(table.hints)) + ROWS_TO_FILL
    for at in range(1, drawn + 1):
        row = table.rows[at - 1] if at <= len(table.rows) else blank
        _write_row(sheet, at, row, look.text)
        if any(row):
            sheet.set_row(at, row_height(row, widths))
    _write_hints(sheet, look, table)
    _offer_choices(sheet, table)
    _set_up(sheet)
    sheet.print_area(0, 0, len(table.rows) + _ROWS_PRINTED_BLANK, len(widths) - 1)


def _write_row(sheet: Worksheet, row: int, texts: Sequence[str], style: Format) -> None:
    for column, text in enumerate(texts):
        write_whole(sheet, row, column, text, style)


def _write_hints(sheet: Worksheet, look: _Look, table: HelperTable) -> None:
    """Beside the table, a blank column away from it: none of it is read."""
    column = len(table.layout.columns) + 1
    for row, hint in enumerate(table.hints):
        write_whole(sheet, row, column, hint, look.hint if row else look.hint_title)


def _offer_choices(sheet: Worksheet, table: HelperTable) -> None:
    """A list to choose from; another word may be typed, and is named by `check` if it must be."""
    for name, words in table.choices.items():
        column = table.layout.columns.index(name)
        rule = {"validate": "list", "source": list(words), "show_error": False}
        sheet.data_validation(1, column, _LAST_OFFERED - 1, column, rule)


def _set_up(sheet: Worksheet) -> None:
    sheet.freeze_panes(1, 0)
    set_up_page(sheet)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&F, &A&R&P / &N")


def _write_record(sheet: Worksheet, year: int) -> None:
    values = (record.HELPER_FORM, record.VERSION, year)
    for row, (key, value) in enumerate(zip(("form", "version", "year"), values, strict=True)):
        sheet.write(row, 0, key)
        sheet.write(row, 1, value)
    sheet.hide()
