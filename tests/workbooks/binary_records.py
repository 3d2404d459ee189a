"""Records of .xls files, as far as tests need to write them."""

from __future__ import annotations

import struct

from tests.workbooks.handmade import ole

ROW_HIDDEN = 0x20


def xls(*sheet_records: bytes, globals_too: bytes = b"", hidden: int = 0) -> bytes:
    """An .xls file with one sheet `S` of these records."""
    sheet = _begin(0x10) + _sized() + b"".join(sheet_records) + biff(0x0A)
    start = len(_begin(5) + globals_too + _listed(0, hidden) + biff(0x0A))
    book = _begin(5) + globals_too + _listed(start, hidden) + biff(0x0A)
    return ole(Workbook=book + sheet)


def biff(kind: int, body: bytes = b"") -> bytes:
    """One record of an .xls file."""
    return struct.pack("<HH", kind, len(body)) + body


def _begin(of: int) -> bytes:
    return biff(0x809, struct.pack("<HHHHII", 0x600, of, 0x0DBB, 0x07CC, 0, 6))


def _sized() -> bytes:
    return biff(0x200, struct.pack("<IIHHH", 0, 9, 0, 9, 0))


def _listed(start: int, hidden: int) -> bytes:
    return biff(0x85, struct.pack("<IBBBB", start, hidden, 0, 1, 0) + b"S")


def xls_text(row: int, column: int, text: str) -> bytes:
    """A text in its cell."""
    return biff(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))


def xls_number(row: int, column: int, number: float) -> bytes:
    """A number in its cell."""
    return biff(0x203, struct.pack("<HHHd", row, column, 0, number))


def xls_error(row: int, column: int, code: int) -> bytes:
    """An error value in its cell."""
    return biff(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def xls_formula_error(row: int, column: int, code: int) -> bytes:
    """A formula with an error as its result."""
    body = struct.pack("<HHHBBBBBBHHI", row, column, 0, 2, 0, code, 0, 0, 0, 0xFFFF, 0, 0)
    return biff(0x06, body + b"\0\0")


def xls_row(row: int, flags: int = 0) -> bytes:
    """What is said of a row."""
    return biff(0x208, struct.pack("<HHHHHHI", row, 0, 9, 255, 0, 0, flags))


def xls_column(column: int, flags: int = 0) -> bytes:
    """What is said of a column."""
    return biff(0x7D, struct.pack("<HHHHHH", column, column, 2048, 0, flags, 0))
