"""Sheets of an .xlsx file (first working shape)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from akmplan.model.cells import Area, Cell, CellKind, Grid, Place, coordinate
from akmplan.workbooks.reasons import Reason, UnreadableFile


def grids_of(content: bytes, file: str) -> tuple[Grid, ...]:
    try:
        typed = load_workbook(BytesIO(content), rich_text=True, keep_links=False)
        stored = load_workbook(BytesIO(content), data_only=True, keep_links=False)
    except Exception as error:
        raise UnreadableFile(Reason.DAMAGED, type(error).__name__) from error
    return tuple(_grid(sheet, stored[sheet.title], file) for sheet in typed.worksheets)


def _grid(sheet: Any, stored: Any, file: str) -> Grid:
    merged = tuple(Area(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells)
    cells = {}
    for (row, column), raw in sheet._cells.items():
        if raw.value is not None:
            place = Place(file, sheet.title, coordinate(row, column))
            cell = _cell(place, row, column, raw, stored.cell(row, column).value)
            cells[row, column] = cell
    anchors = {
        (r, c): (a.top, a.left)
        for a in merged
        for r in range(a.top, a.bottom + 1)
        for c in range(a.left, a.right + 1)
        if (r, c) != (a.top, a.left)
    }
    hidden_columns = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            hidden_columns.update(range(dimension.min, dimension.max + 1))
    hidden_rows = {n for n, d in sheet.row_dimensions.items() if d.hidden or d.height == 0}
    return Grid(
        sheet.title, file, cells, merged, sheet.sheet_state != "visible",
        frozenset(hidden_rows), frozenset(hidden_columns), anchors,
    )


def _cell(place: Place, row: int, column: int, raw: Any, stored: Any) -> Cell:
    value = raw.value
    if raw.data_type == "f":
        if stored is None:
            return Cell(place, row, column, CellKind.UNCOMPUTED, str(getattr(value, "text", value)))
        value = stored
    if isinstance(value, bool):
        return Cell(place, row, column, CellKind.BOOLEAN, str(value).upper())
    if isinstance(value, int | float):
        number = int(value) if value == int(value) else Decimal(repr(value))
        text = _shown(number, raw.number_format)
        return Cell(place, row, column, CellKind.NUMBER, text, number)
    if isinstance(value, timedelta):
        value = (datetime(1900, 1, 1) + value).time()
    if isinstance(value, date | time):
        return _moment(place, row, column, value)
    text = str(value).replace("\r\n", "\n").replace("_x000D_", "\n")
    if raw.data_type == "e" or re.fullmatch(r"#[A-Z0-9/]+[!?]?", text):
        return Cell(place, row, column, CellKind.ERROR, text)
    spans = ((0, len(text)),) if raw.font.u else _spans(value)
    return Cell(place, row, column, CellKind.TEXT, text, underlined=spans)


def _moment(place: Place, row: int, column: int, value: date | time) -> Cell:
    text = value.strftime("%H:%M" if isinstance(value, time) else "%d.%m.%Y")
    return Cell(place, row, column, CellKind.MOMENT, text, moment=value)


def _spans(value: Any) -> tuple[tuple[int, int], ...]:
    if not isinstance(value, CellRichText):
        return ()
    spans, start = [], 0
    for part in value:
        if isinstance(part, TextBlock) and part.font.u:
            spans.append((start, start + len(part.text)))
        start += len(str(part))
    return tuple(spans)


def _shown(number: int | Decimal, shape: str) -> str:
    text = str(number) if isinstance(number, int) else format(number, "f")
    fixed = re.fullmatch(r"(0+)(?:\.(0+))?", shape)
    if not fixed:
        return text
    whole, _, part = text.partition(".")
    part = part.ljust(len(fixed[2] or ""), "0")
    return whole.zfill(len(fixed[1])) + ("." + part if part else "")
