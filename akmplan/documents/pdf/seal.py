"""A PDF opened again, judged, and rid of the clock: the same document gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import logging
from datetime import date
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, NameObject

from akmplan.office.proof import NotAsMeant

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or it speaks to the reader itself

_BEGINNING: Final = b"%PDF-"
_END: Final = b"%%EOF"


def sealed(pdf: bytes, source: bytes, day: date, must_say: str = "") -> bytes:
    """The PDF made of `source`, as that and the day alone make it.

    LibreOffice writes the moment into the dates, into an identity and, in some versions, into a
    description beside the text, and not all versions heed SOURCE_DATE_EPOCH (7.4 does not).
    Raises NotAsMeant.
    """
    if not pdf.startswith(_BEGINNING) or not pdf.rstrip().endswith(_END):
        raise NotAsMeant("no whole PDF")
    try:
        reader = PdfReader(io.BytesIO(pdf), strict=True)
        _judge(reader, must_say)
        return _rewritten(reader, source, day)
    except NotAsMeant:
        raise
    except Exception as fault:  # the library stumbles over damage in every way there is
        raise NotAsMeant(f"no sound PDF: {fault}") from fault


def _judge(reader: PdfReader, must_say: str) -> None:
    texts = ["".join(page.extract_text().split()) for page in reader.pages]
    if not any(texts):
        raise NotAsMeant("no page with a text")
    if must_say not in "".join(texts):
        raise NotAsMeant(f"{must_say} is not in it")


def _rewritten(reader: PdfReader, source: bytes, day: date) -> bytes:
    identity = ByteStringObject(hashlib.sha256(source).digest()[:16])
    reader.trailer[NameObject("/ID")] = ArrayObject((identity, identity))
    reader.root_object.pop("/Metadata", None)  # says the same again; what leads nowhere is left
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    moment = f"D:{day:%Y%m%d}000000Z"
    writer.add_metadata({"/CreationDate": moment, "/ModDate": moment})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
