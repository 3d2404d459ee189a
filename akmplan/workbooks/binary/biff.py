"""What calamine does not tell of an .xls file: error values, hidden rows and hidden columns."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from akmplan.workbooks.binary.unsaid import Unsaid, counted
from akmplan.workbooks.reasons import Reason, UnreadableFile, damaged

ROW, COLUMNS, BOOLEAN_OR_ERROR, FORMULA = 0x0208, 0x007D, 0x0205, 0x0006
SHEET, PASSWORD, BEGIN, END = 0x0085, 0x002F, 0x0809, 0x000A
HIDDEN_ROW = 0x20


def unsaid_of_stream(stream: bytes) -> list[Unsaid]:
    """One for each sheet, in the workbook's order."""
    try:
        starts = _sheet_starts(stream)
        if not starts:
            raise damaged("biff")
        return [_sheet(stream, start) for start in starts]
    except (struct.error, IndexError) as fault:
        raise damaged("biff") from fault


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
    depth = count = 0
    while offset + 4 <= len(stream):
        count = counted(count, "biff")
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
        unsaid.note_columns(first, last)
    elif kind in (BOOLEAN_OR_ERROR, FORMULA):
        _note_error(unsaid, kind, body)


def _note_error(unsaid: Unsaid, kind: int, body: bytes) -> None:
    row, column, _ = struct.unpack_from("<HHH", body)
    if kind == BOOLEAN_OR_ERROR and body[7] == 1:
        unsaid.note_error(row, column, body[6])
    elif kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        unsaid.note_error(row, column, body[8])
