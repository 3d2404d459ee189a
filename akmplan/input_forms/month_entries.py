"""What people entered, written into a new month as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.input_forms.month_look import NOTE_BOX, MonthLook
from akmplan.input_forms.month_takeover import Carried, CarriedTab
from akmplan.input_forms.month_texts import FIRST_ROW
from akmplan.layout.sheets import MONTH_COLUMNS
from akmplan.model import CellKind
from akmplan.office.page import refuse_cut, write_whole

_TO_DATE = len(MONTH_COLUMNS) - 1  # the columns between which figures stand, from 1
_ACTUAL = _TO_DATE - 1


def write_entries(
    sheet: Worksheet, look: MonthLook, tab: CarriedTab, actuals: Sequence[Format]
) -> None:
    """Over what stands in a fresh sheet. `actuals`: the look of `Bajarildi` in each of its rows."""
    last = FIRST_ROW + len(actuals) - 1
    for (row, column), carried in tab.cells.items():
        in_table = FIRST_ROW <= row <= last and column <= len(MONTH_COLUMNS)
        style = _style(look, column, actuals[row - FIRST_ROW]) if in_table else look.label
        _write(sheet, look, row - 1, column - 1, carried, style)
    for (row, column), text in tab.comments.items():
        refuse_cut(sheet.write_comment(row - 1, column - 1, text, NOTE_BOX), text)


def _style(look: MonthLook, column: int, actual: Format) -> Format:
    return {_ACTUAL: actual, _TO_DATE: look.centred}.get(column, look.words)


def _write(
    sheet: Worksheet, look: MonthLook, row: int, column: int, carried: Carried, style: Format
) -> None:
    cell = carried.cell
    if carried.formula is not None:
        value = cell.text if cell.number is None else cell.number
        sheet.write_formula(row, column, f"={carried.formula}", style, value)
    elif cell.kind is CellKind.NUMBER:
        sheet.write_number(row, column, cell.number, style)
    elif cell.kind is CellKind.BOOLEAN:
        sheet.write_boolean(row, column, cell.text == "TRUE", style)
    elif cell.moment is not None:
        sheet.write_datetime(row, column, cell.moment, _dated(look, cell.moment))
    else:
        write_whole(sheet, row, column, cell.text, style)


def _dated(look: MonthLook, moment: date | time) -> Format:
    if isinstance(moment, datetime):
        return look.moment
    return look.clock if isinstance(moment, time) else look.day


def account_at(tab: CarriedTab, row: int) -> str:
    """The service's words in a row of the new sheet, from 1: they need room."""
    carried = tab.cells.get((row, len(MONTH_COLUMNS)))
    return carried.cell.text if carried else ""
