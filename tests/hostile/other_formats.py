"""The small good year as LibreOffice and old Excel would keep it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import escape

from openpyxl.worksheet.worksheet import Worksheet

from tests.hostile.good import month_table_of, plan_table_of_the_year
from tests.workbooks.binary_records import biff, xls, xls_number
from tests.workbooks.test_opendocument import cell, number, ods, row, text

Value = str | int | None


@lru_cache(maxsize=1)
def plan_as_ods() -> bytes:
    """The plan as an .ods file."""
    rows = _rows(plan_table_of_the_year().worksheets[0])
    return ods("".join(row(*map(_ods_cell, values)) for values in rows))


@lru_cache(maxsize=12)
def month_as_xls(month: int) -> bytes:
    """A month as an .xls file."""
    rows = enumerate(_rows(month_table_of(month).worksheets[0]))
    return xls(*(it for at, values in rows for it in _xls_row(at, values)))


def _rows(sheet: Worksheet) -> Iterator[tuple[Value, ...]]:
    for values in sheet.iter_rows(values_only=True):
        yield tuple(value if isinstance(value, int | str) else None for value in values)


def _ods_cell(value: Value) -> str:
    if value is None:
        return cell()
    return number(str(value)) if isinstance(value, int) else text(escape(value))


def _xls_row(at: int, values: tuple[Value, ...]) -> Iterator[bytes]:
    for column, value in enumerate(values):
        if isinstance(value, int):
            yield xls_number(at, column, value)
        elif value is not None:
            head = struct.pack("<HHHHB", at, column, 0, len(value), 1)
            yield biff(0x204, head + value.encode("utf-16-le"))
