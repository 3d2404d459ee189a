"""What calamine does not tell of an .xls file: error values, hidden rows and hidden columns."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from akmplan.workbooks.reasons import Reason, UnreadableFile, damaged
from akmplan.workbooks.references import Position

ROW, COLUMNS, BOOLEAN_OR_ERROR, FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
SHEET, PASSWORD, BEGIN, END = 0x0085, 0x002F, 0x0809, 0x000A
HIDDEN_ROW = 0x20
ERROR_WORDS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class Unsaid:
    """The part of a sheet that the values alone leave out."""

    errors: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)


def unsaid_of_stream(stream: bytes) -> list[Unsaid]:
    """One for each sheet, in the workbook's order."""
    try:
        return [_sheet(stream, start) for start in _sheet_starts(stream)]
    except struct.error as fault:
        raise damaged("biff") from fault


def error_word(code: int) -> str:
    """The error value with this code, as sheets show it."""
    return ERROR_WORDS.get(code, f"#{code}")


def _sheet_starts(stream: bytes) -> list[int]:
    starts = []
    for kind, body in _records(stream, 0):
        if kind == PASSWORD:
            raise UnreadableFile(Reason.ENCRYPTED)
        if kind == SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
    return starts


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, without those of charts within it."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        depth += (kind == BEGIN) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _sheet(stream: bytes, start: int) -> Unsaid:
    unsaid = Unsaid()
    for kind, body in _records(stream, start):
        _note(unsaid, kind, body)
    return unsaid


def _note(unsaid: Unsaid, kind: int, body: bytes) -> None:
    if kind == ROW and body[12] & HIDDEN_ROW:
        unsaid.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif kind == COLUMNS and body[8] & 1:
        first, last = struct.unpack_from("<HH", body)
        unsaid.hidden_columns.append(range(first + 1, min(last, 255) + 2))
    elif kind in (BOOLEAN_OR_ERROR, FORMULA):
        _note_error(unsaid, kind, body)


def _note_error(unsaid: Unsaid, kind: int, body: bytes) -> None:
    row, column, _ = struct.unpack_from("<HHH", body)
    if kind == BOOLEAN_OR_ERROR and body[7] == 1:
        unsaid.errors[row + 1, column + 1] = error_word(body[6])
    elif kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        unsaid.errors[row + 1, column + 1] = error_word(body[8])
