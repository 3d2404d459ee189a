"""What a file is, judged by its content and never by its suffix."""

from __future__ import annotations

import re
from enum import StrEnum

from akmplan.office.gate import MANIFEST, names_in, start_of
from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.workbooks.olefiles import MARK as OLE_MARK
from akmplan.workbooks.olefiles import OleFile

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
CONTAINER_MARKS = (*ZIP_MARKS, OLE_MARK)
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SPREADSHEET = b"opendocument.spreadsheet"
HTML = re.compile(r"<(?:!doctype html|html|head|body|table|meta|style|tr|td)\b", re.IGNORECASE)
MIME = re.compile(r"mime-version:|content-type:", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
LOOKED_AT = 64 * 1024


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
    BROKEN = "broken"
    UNKNOWN = "unknown"


WORKBOOK_KINDS = frozenset((Kind.XLSX, Kind.XLSB, Kind.ODS, Kind.XLS))


def kind_of(content: bytes) -> Kind:
    """The kind of a file with this content; UnreadableFile for a zip full of parts."""
    if not content:
        return Kind.EMPTY
    if content.startswith(ZIP_MARKS):
        return _kind_of_zip(content)
    if content.startswith(OLE_MARK):
        return _kind_of_ole(content)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    return _kind_of_text(content[:LOOKED_AT])


def _kind_of_zip(content: bytes) -> Kind:
    try:
        names = names_in(content)
    except UnreadableFile as fault:
        if fault.reason is not Reason.DAMAGED:
            raise
        return Kind.BROKEN
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    if "word/document.xml" in names:
        return Kind.WORD
    return _kind_of_open_document(content) if MANIFEST in names else Kind.UNKNOWN


def _kind_of_open_document(content: bytes) -> Kind:
    manifest = start_of(content, MANIFEST)
    if b"encryption-data" in manifest:
        return Kind.ENCRYPTED
    if SPREADSHEET in manifest:
        return Kind.ODS
    return Kind.WORD if b"opendocument.text" in manifest else Kind.UNKNOWN


def _kind_of_ole(content: bytes) -> Kind:
    try:
        streams = OleFile(content).streams
    except UnreadableFile:
        return Kind.BROKEN
    if "EncryptedPackage" in streams:
        return Kind.ENCRYPTED
    if "Workbook" in streams or "Book" in streams:
        return Kind.XLS
    return Kind.WORD if "WordDocument" in streams else Kind.UNKNOWN


def _kind_of_text(start: bytes) -> Kind:
    text = _decoded(start)
    if text is None or CONTROLS.search(text):
        return Kind.UNKNOWN
    if text.lstrip().startswith("<") or MIME.match(text.lstrip()):
        return Kind.HTML if HTML.search(text) else Kind.UNKNOWN
    return Kind.CSV


def _decoded(start: bytes) -> str | None:
    """As text, in whatever letters; single-byte ones are never wrong, so they come last."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return start.removeprefix(b"\xef\xbb\xbf").decode(encoding, "replace")
    return start.decode("latin-1")
