"""What a file is, judged by its content and never by its suffix."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from io import BytesIO

ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
BARE_BIFF_MARKS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
HTML_MARKS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body")


class Kind(StrEnum):
    """What the bytes are."""

    EMPTY = "empty"
    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    ENCRYPTED = "encrypted"
    WORD = "word"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    BROKEN_ZIP = "broken_zip"
    UNKNOWN = "unknown"


WORKBOOK_KINDS = frozenset((Kind.XLSX, Kind.XLSB, Kind.ODS, Kind.XLS))


def kind_of(content: bytes) -> Kind:
    """The kind of a file with this content."""
    if not content:
        return Kind.EMPTY
    if content.startswith(ZIP_MARK):
        return _kind_of_zip(content)
    if content.startswith(OLE_MARK):
        return _kind_of_ole(content)
    if content.startswith(b"%PDF-"):
        return Kind.PDF
    if content[:2] in BARE_BIFF_MARKS and content[2:3] in (b"\x08", b"\x10", b"\x06", b"\x04"):
        return Kind.XLS
    return _kind_of_text(content)


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Kind.BROKEN_ZIP
    return _kind_by_names(names, content)


def _kind_by_names(names: set[str], content: bytes) -> Kind:
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if "word/document.xml" in names:
        return Kind.WORD
    if ODS_TYPE in content[:200]:
        return Kind.ODS
    return Kind.UNKNOWN


def _kind_of_ole(content: bytes) -> Kind:
    if _named(content, "EncryptedPackage"):
        return Kind.ENCRYPTED
    if _named(content, "Workbook") or _named(content, "Book"):
        return Kind.XLS
    if _named(content, "WordDocument"):
        return Kind.WORD
    return Kind.UNKNOWN


def _named(content: bytes, stream: str) -> bool:
    """Directory entries of an OLE container hold their names in UTF-16 with a closing zero."""
    return f"{stream}\0".encode("utf-16-le") in content


def _kind_of_text(content: bytes) -> Kind:
    start = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if start.startswith(HTML_MARKS) or any(mark in start for mark in HTML_MARKS[:3]):
        return Kind.HTML
    if _reads_as_text(content[:65536]):
        return Kind.CSV
    return Kind.UNKNOWN


def _reads_as_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in start)
    return controls == 0 and any(mark in start for mark in (b",", b";", b"\t", b"\n"))
