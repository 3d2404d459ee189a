"""The records of an .xls file, walked one by one."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.workbooks.binary.records import SheetRecords, counted
from akmplan.workbooks.numberformats import GENERAL, format_of
from akmplan.workbooks.styles import NO_LINE, PLAIN, Line, Style

ROW, COLUMNS, SHEET, PASSWORD, BEGIN, END = 0x0208, 0x007D, 0x0085, 0x002F, 0x0809, 0x000A
NUMBERS = frozenset((0x0203, 0x027E))
TEXTS = frozenset((0x00FD, 0x0204, 0x00D6))
SEVERAL_NUMBERS, BOOLEAN_OR_ERROR, FORMULA = 0x00BD, 0x0205, 0x0006
FONT, FORMAT, NUMBER_FORMAT = 0x0031, 0x00E0, 0x041E
EXCEL_97, WIDE = 0x0600, 1
STRUCK = 0x08
NEVER_WRITTEN = 4  # the number that the list of fonts leaves out
NO_NUMBER = b"\xff\xff"
HIDDEN_ROW = 0x20


def records_of_stream(stream: bytes) -> list[SheetRecords]:
    """One for each sheet, in the workbook's order."""
    try:
        starts = _sheet_starts(stream)
        if not starts:
            raise damaged("biff")
        styles = _odd_styles(stream)
        return [_sheet(stream, start, styles) for start in starts]
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


def _odd_styles(stream: bytes) -> Mapping[int, Style]:
    """The cell formats, by number, that strike out or show another number than the stored one."""
    fonts: list[Line] = []
    formats: list[tuple[int, int]] = []
    codes: dict[int, str] = {}
    version = 0
    for kind, body in _records(stream, 0):
        if kind == BEGIN:
            version = struct.unpack_from("<H", body)[0]
        elif kind == FONT:
            fonts += [NO_LINE] * (len(fonts) == NEVER_WRITTEN)
            fonts.append(Line.THROUGH if body[2] & STRUCK else NO_LINE)
        elif kind == NUMBER_FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _letters(body[2:], version)
        elif kind == FORMAT:
            formats.append(struct.unpack_from("<HH", body))
    styles = (_style(font, number, fonts, codes) for font, number in formats)
    return {at: style for at, style in enumerate(styles) if style != PLAIN}


def _letters(body: bytes, version: int) -> str:
    """A string as Excel 97 writes it, or as the versions before it did."""
    if version < EXCEL_97:
        return body[1 : 1 + body[0]].decode("cp1252", "replace")
    length, flags = struct.unpack_from("<HB", body)
    wide = flags & WIDE
    return body[3 : 3 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _style(font: int, number: int, fonts: list[Line], codes: Mapping[int, str]) -> Style:
    form = format_of(number, codes.get(number))
    lines = fonts[font] if font < len(fonts) else NO_LINE
    return Style(form if form.shows_another else GENERAL, lines)


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


def _sheet(stream: bytes, start: int, styles: Mapping[int, Style]) -> SheetRecords:
    records = SheetRecords()
    for kind, body in _records(stream, start):
        if kind == ROW and body[12] & HIDDEN_ROW:
            records.note_hidden_row(struct.unpack_from("<H", body)[0])
        elif kind == COLUMNS and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            records.note_columns(first, last)
        else:
            _note_value(records, kind, body)
            _note_style(records, kind, body, styles)
    return records


def _note_style(records: SheetRecords, kind: int, body: bytes, styles: Mapping[int, Style]) -> None:
    """Cells that are odd as a whole; the lines of single words are not read."""
    if styles and kind == SEVERAL_NUMBERS:
        row, first = struct.unpack_from("<HH", body)
        for at in range((len(body) - 6) // 6):
            form = struct.unpack_from("<H", body, 4 + 6 * at)[0]
            records.note_style(row, first + at, styles.get(form, PLAIN))
    elif styles and kind in NUMBERS | TEXTS | {FORMULA}:
        row, column, form = struct.unpack_from("<HHH", body)
        records.note_style(row, column, styles.get(form, PLAIN))


def _note_value(records: SheetRecords, kind: int, body: bytes) -> None:
    if kind in NUMBERS:
        records.note_number(*struct.unpack_from("<HH", body))
    elif kind in TEXTS:
        records.note_text(*struct.unpack_from("<HH", body))
    elif kind == SEVERAL_NUMBERS:
        row, first = struct.unpack_from("<HH", body)
        for column in range(first, first + (len(body) - 6) // 6):
            records.note_number(row, column)
    elif kind == BOOLEAN_OR_ERROR:
        _note_result(records, body, kind=2 if body[7] else 1, code=body[6])
    elif kind == FORMULA:
        kind = body[6] if body[12:14] == NO_NUMBER else 1
        _note_result(records, body, kind, code=body[8])


def _note_result(records: SheetRecords, body: bytes, kind: int, code: int) -> None:
    """Kinds as formulas number their results: 0 and 3 are texts, 1 is a truth value."""
    row, column = struct.unpack_from("<HH", body)
    if kind == 1:
        records.note_number(row, column)
    elif kind == 2:
        records.note_error(row, column, code)
    else:
        records.note_text(row, column)
