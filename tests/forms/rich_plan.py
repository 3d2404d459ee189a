"""A plan workbook with all that a library would lose: pictures, charts, comments, macros."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

HEADING = (
    "№", "Nomi", "O‘lchov birligi", "2025-yil (fakt)", "2026-yil (reja)",
    "Amalga oshirish mexanizmi", "Bajarilish muddati", "Mas’ullar",
)  # fmt: skip
ROW = ("1.", "Kitob berish", "Nusxa", 10, 12, "Ish", "2026-yil davomida", "Abonement xizmati")
MACROS = b"\xd0\xcf\x11\xe0 not really macros"


def rich_plan() -> bytes:
    """Made by XlsxWriter, whose parts openpyxl would write anew or drop."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Ish reja")
        bold, red = workbook.add_format({"bold": True}), workbook.add_format({"color": "red"})
        sheet.merge_range("A1:H1", "2026-yil uchun ish reja", bold)
        sheet.write_row(2, 0, HEADING, bold)
        sheet.write_row(3, 0, ROW)
        sheet.write_rich_string("J1", "qora ", red, "qizil")
        sheet.write_comment("B4", "Izoh")
        sheet.insert_image("J5", "dot.png", {"image_data": BytesIO(_png())})
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "='Ish reja'!$D$4:$E$4"})
        sheet.insert_chart("J9", chart)
        sheet.conditional_format("D4:E9", {"type": "data_bar"})
        sheet.set_column("B:B", 47)
        workbook.define_name("Reja", "='Ish reja'!$E$4")
        sheet.print_area("A1:H9")
    return written.getvalue()


def with_macros(content: bytes) -> bytes:
    """The same as a workbook with macros."""
    plain, written = ZipFile(BytesIO(content)), BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for entry in plain.infolist():
            part = plain.read(entry)
            if entry.filename == "[Content_Types].xml":
                part = part.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            archive.writestr(entry, part)
        archive.writestr("xl/vbaProject.bin", MACROS)
    return written.getvalue()


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data
