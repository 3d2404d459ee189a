"""Files that are no workbook of today under the name of one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from akmplan.workbooks import Reason
from tests.hostile.case import Case, Make, refused, refused_plan
from tests.hostile.good import good_month
from tests.hostile.surgery import (
    MAIN,
    SHEET,
    STRINGS,
    STYLES,
    WORKBOOK,
    parts_of,
    zipped,
)
from tests.workbooks.handmade import ole

TABLE: Final = "№;Ko‘rsatkich;O‘lchov birligi;Yillik reja;Bajarildi\nI.1;Kitob;Nusxa;12;3\n"
PAGE: Final = "<table><tr><td>№</td><td>Bajarildi</td></tr><tr><td>1</td><td>5</td></tr></table>"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
SPREADSHEET_2003: Final = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>'
    "<Data>1</Data></Cell></Row></Table></Worksheet></Workbook>"
)
ENCRYPTED: Final = ole(EncryptionInfo=b"\4\0\4\0", EncryptedPackage=bytes(5000))


def package(**parts: str) -> bytes:
    """A zip of these parts; `__` stands for `/`, `_xml` for `.xml`."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): it for name, it in parts.items()}
    return zipped({name: letters.encode() for name, letters in named.items()})


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def strict() -> bytes:
    """The namespace that Excel uses when asked for "Strict Open XML"."""
    parts = parts_of(good_month())
    for name in (WORKBOOK, SHEET, STRINGS, STYLES):
        parts[name] = parts[name].replace(MAIN.encode(), STRICT.encode())
    return zipped(parts)


DOCUMENT: Final = package(_rels__rels="<a/>", word__document_xml="<w/>")
TEXT_DOCUMENT: Final = package(
    mimetype="application/vnd.oasis.opendocument.text",
    **{"META-INF__manifest_xml": '<a media-type="application/vnd.oasis.opendocument.text"/>'},
    content_xml="<a/>",
)
LOCKED_SHEET: Final = package(
    mimetype="application/vnd.oasis.opendocument.spreadsheet",
    **{"META-INF__manifest_xml": "<a>opendocument.spreadsheet<encryption-data/></a>"},
    content_xml="\x01\x02",
)

KINDS: Final[tuple[tuple[str, bytes, Reason], ...]] = (
    ("nothing", b"", Reason.EMPTY_FILE),
    ("a table with semicolons", TABLE.encode(), Reason.CSV),
    ("a table with a byte order mark", b"\xef\xbb\xbf" + TABLE.encode(), Reason.CSV),
    ("a table in two bytes a letter", TABLE.replace(";", "\t").encode("utf-16"), Reason.CSV),
    ("a table in Cyrillic of Windows", "Банд;Сони\n1;5\n".encode("cp1251"), Reason.CSV),
    ("a few words", b"salom", Reason.CSV),
    ("a JSON text", b'{"plan": [1, 2]}', Reason.CSV),
    ("RTF", b"{\\rtf1\\ansi salom}", Reason.CSV),
    ("HTML", f"<html><body>{PAGE}</body></html>".encode(), Reason.HTML),
    ("HTML in capitals", f"<!DOCTYPE HTML><HTML>{PAGE.upper()}</HTML>".encode(), Reason.HTML),
    ("a bare table", PAGE.encode(), Reason.HTML),
    ("HTML in two bytes a letter", f"<html>{PAGE}</html>".encode("utf-16"), Reason.HTML),
    ("a page of an archive", b"MIME-Version: 1.0\nX: y\n\n<html></html>", Reason.HTML),
    ("XML of Excel 2003", SPREADSHEET_2003.encode(), Reason.HTML),
    ("other XML", b'<?xml version="1.0"?><plan><a/></plan>', Reason.UNKNOWN),
    ("PDF", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", Reason.PDF),
    ("PDF behind blank lines", b"\n\n  %PDF-1.4\n", Reason.PDF),
    ("a Word document", DOCUMENT, Reason.WORD_DOCUMENT),
    ("a Word document of LibreOffice", TEXT_DOCUMENT, Reason.WORD_DOCUMENT),
    ("an old Word document", ole(WordDocument=bytes(600)), Reason.WORD_DOCUMENT),
    ("old slides", ole(**{"PowerPoint Document": bytes(600)}), Reason.UNKNOWN),
    ("slides", package(ppt__presentation_xml="<a/>"), Reason.UNKNOWN),
    ("a workbook under a password", ENCRYPTED, Reason.ENCRYPTED),
    ("a LibreOffice sheet under a password", LOCKED_SHEET, Reason.ENCRYPTED),
    ("an OLE box cut off", ENCRYPTED[:700], Reason.DAMAGED),
    ("an OLE box of zeros", ENCRYPTED[:8] + bytes(4000), Reason.DAMAGED),
    ("an old workbook of nothing", ole(Workbook=bytes(4096)), Reason.DAMAGED),
    ("an old workbook of noise", ole(Workbook=noise(9000)), Reason.DAMAGED),
    ("a workbook of 1995 of nothing", ole(Book=bytes(4096)), Reason.DAMAGED),
    ("a sheet of Excel 2", b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(40), Reason.UNKNOWN),
    ("a sheet of Excel 4", b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), Reason.UNKNOWN),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(30), Reason.UNKNOWN),
    ("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(30), Reason.UNKNOWN),
    ("a RAR archive", b"Rar!\x1a\x07\x01\0" + noise(90), Reason.UNKNOWN),
    ("a 7z archive", b"7z\xbc\xaf'\x1c\0\4" + noise(90), Reason.UNKNOWN),
    ("a gzip archive", b"\x1f\x8b\x08\0\0\0\0\0\0\3" + noise(90), Reason.UNKNOWN),
    ("a zip of pictures", package(a_png="x", b_png="y"), Reason.UNKNOWN),
    ("an empty zip", b"PK\x05\x06" + bytes(18), Reason.UNKNOWN),
    ("a zip in a zip", zipped({"reja.xlsx": good_month()}), Reason.UNKNOWN),
    ("two letters of a zip", b"PK", Reason.CSV),
    ("four letters of a zip", b"PK\x03\x04", Reason.DAMAGED),
    ("zeros", bytes(5000), Reason.UNKNOWN),
    ("one zero", b"\0", Reason.UNKNOWN),
    ("noise", noise(5000), Reason.UNKNOWN),
    ("a workbook behind other bytes", b"MZ\0\0" + good_month(), Reason.UNKNOWN),
    ("a program", b"MZ\x90\0\3\0\0\0" + noise(200), Reason.UNKNOWN),
    ("a database", b"SQLite format 3\0" + bytes(100), Reason.UNKNOWN),
    ("strict Open XML", strict(), Reason.STRICT_OOXML),
    ("a binary workbook", zipped({"xl/workbook.bin": b"x"}), Reason.XLSB),
)
OTHER_SUFFIXES: Final = ("fevral.xls", "fevral.xlsm", "fevral.ods", "fevral.xlsb", "FEVRAL.XLSX")
OF_THE_PLAN: Final = frozenset(
    ("nothing", "a table with semicolons", "HTML", "PDF", "a Word document", "noise",
     "a workbook under a password", "strict Open XML")
)  # fmt: skip


def _cases() -> Iterator[Case]:
    for name, content, reason in KINDS:
        yield refused(f"kind: {name}", _giving(content), reason)
        if name in OF_THE_PLAN:
            yield refused_plan(f"kind: {name}", _giving(content), reason)
    for file in OTHER_SUFFIXES:
        yield refused(f"kind: HTML as {file}", _giving(PAGE.encode()), Reason.HTML, file=file)


def _giving(content: bytes) -> Make:
    return lambda: content


CASES: Final = tuple(_cases())
