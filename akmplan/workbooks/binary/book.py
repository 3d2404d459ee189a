"""An .xls file: values as calamine tells them, held against the file's records."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from akmplan.model.cells import Area, Grid
from akmplan.office.refusals import damaged
from akmplan.workbooks.binary.biff import records_of_stream
from akmplan.workbooks.binary.records import SheetRecords
from akmplan.workbooks.binary.testimony import witnessed
from akmplan.workbooks.kept_cells import CellKeeper, Layout, grid_of
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.olefiles import workbook_stream
from akmplan.workbooks.payloads import Fault, Payload, day_or_instant, size_of_payload
from akmplan.workbooks.rawvalues import moment_from
from akmplan.workbooks.richtext import as_typed
from akmplan.workbooks.styles import PLAIN

SECONDS_A_DAY = 86_400


def grids_of_xls(content: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets of a workbook of Excel 97 to 2003."""
    records = records_of_stream(workbook_stream(content))
    allowance = Allowance()
    sheets: list[_Sheet] = []
    for said in witnessed(content):
        if isinstance(said, dict):
            sheets.append(_Sheet(said, _of_sheet(records, said["index"]), allowance))
        elif sheets:
            sheets[-1].note(*said)
    return tuple(sheet.grid(file) for sheet in sheets)


def _of_sheet(records: list[SheetRecords], index: int) -> SheetRecords:
    if index >= len(records):
        raise damaged("sheets")
    return records[index]


class _Sheet:
    """One sheet while the witness speaks of it."""

    def __init__(self, said: dict[str, Any], records: SheetRecords, allowance: Allowance) -> None:
        self._keeper = CellKeeper(said["sheet"], allowance)
        self._records = records
        self._styles = tuple(dict.fromkeys((PLAIN, *records.styles.values())))
        self._numbers = {style: number for number, style in enumerate(self._styles)}
        blocks = [_area(*corners) for corners in said["merged"]]
        self._layout = Layout(blocks, said["hidden"], records.hidden_rows, records.hidden_columns)

    def note(self, row: int, cells: Iterable[tuple[int, str, Any]]) -> None:
        for column, tag, value in cells:
            self._keep(row, column, _payload(tag, value))

    def grid(self, file: str) -> Grid:
        for (row, column), word in self._records.errors.items():
            self._keep(row, column, Fault(word))
        self._keeper.store.sort()
        wrong = self._records.contradiction(self._keeper.store.keys)
        if wrong is not None:
            raise damaged(self._keeper.named(*wrong))
        self._keeper.finish()
        return grid_of(self._keeper, self._layout, file, self._styles)

    def _keep(self, row: int, column: int, payload: Payload) -> None:
        style = self._records.styles.get((row, column), PLAIN)
        number = self._numbers[style]
        self._keeper.keep(row, column, payload, size_of_payload(payload), number)


def _area(first: tuple[int, int], last: tuple[int, int]) -> Area:
    return Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)


def _payload(tag: str, value: Any) -> Payload:
    match tag:
        case "text":
            return as_typed(value)
        case "number":
            return _number(value)
        case "instant":
            return day_or_instant(datetime.fromisoformat(value))
        case "day":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case "span":
            moment = moment_from(value / SECONDS_A_DAY, from_1904=False)
            return Fault(str(value)) if moment is None else moment
        case _:
            return bool(value)


def _number(value: int | float) -> Payload:
    return value if math.isfinite(value) else Fault(str(value))
