"""The records of an .xlsb file, walked one by one."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from akmplan.office.limits import CHUNK
from akmplan.office.package import Package
from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.workbooks.binary.records import SheetRecords, counted
from akmplan.workbooks.limits import LARGEST_FILE, Allowance

WORKBOOK = "xl/workbook.bin"
ROW, COLUMN, SHEET = 0, 60, 156
NUMBERS = frozenset((2, 4, 5, 9, 10))
TEXTS = frozenset((6, 7, 8, 62))
ERRORS = frozenset((3, 11))
HIDDEN_ROW = 0x10


def records_of_package(package: Package, allowance: Allowance) -> list[SheetRecords]:
    """One for each sheet, in the workbook's order."""
    relations = package.relations(WORKBOOK, allowance)
    try:
        ids = [_relation_id(body) for kind, body in _records(package, WORKBOOK) if kind == SHEET]
        return [_sheet(package, relations[relation].part) for relation in ids]
    except (struct.error, LookupError) as fault:
        raise damaged(WORKBOOK) from fault


def _relation_id(body: bytes) -> str:
    length = struct.unpack_from("<I", body, 8)[0]
    return body[12 : 12 + 2 * length].decode("utf-16-le", "replace")


def _sheet(package: Package, part: str) -> SheetRecords:
    records = SheetRecords()
    row = 0
    for kind, body in _records(package, part):
        if kind == ROW:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & HIDDEN_ROW:
                records.note_hidden_row(row)
        elif kind == COLUMN and body[16] & 1:
            records.note_columns(*struct.unpack_from("<II", body))
        else:
            _note_value(records, kind, row, body)
    return records


def _note_value(records: SheetRecords, kind: int, row: int, body: bytes) -> None:
    if kind in NUMBERS:
        records.note_number(row, struct.unpack_from("<I", body)[0])
    elif kind in TEXTS:
        records.note_text(row, struct.unpack_from("<I", body)[0])
    elif kind in ERRORS:
        records.note_error(row, struct.unpack_from("<I", body)[0], body[8])


def _records(package: Package, part: str) -> Iterator[tuple[int, bytes]]:
    content = _whole(package, part)
    offset = count = 0
    while offset < len(content):
        count = counted(count, part)
        kind, offset = _variable(content, offset, 2)
        length, offset = _variable(content, offset, 4)
        yield kind, content[offset : offset + length]
        offset += length


def _whole(package: Package, part: str) -> bytes:
    pieces = []
    for chunk in package.chunks(part):
        pieces.append(chunk)
        if len(pieces) * CHUNK > LARGEST_FILE:
            raise UnreadableFile(Reason.TOO_LARGE, part)
    return b"".join(pieces)


def _variable(content: bytes, offset: int, most: int) -> tuple[int, int]:
    """A number in bytes of seven bits each, the last of them below 128."""
    number = 0
    for index in range(most):
        byte = content[offset]
        offset += 1
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            break
    return number, offset
