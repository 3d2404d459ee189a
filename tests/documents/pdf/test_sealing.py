"""What is taken for a sound PDF, and that nothing of the clock stays in it."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter

from akmplan.documents.pdf.seal import sealed
from akmplan.office.proof import NotAsMeant

from .fakes import a_page

DAY = date(2026, 10, 5)
PAGE = a_page()


def stamped(moment: str, identity: bytes = b"") -> bytes:
    """The same page as it is made at another moment."""
    made = a_page(
        details={"/Title": "Ish reja", "/CreationDate": moment, "/ModDate": moment},
        xmp=f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><!-- {moment} --></x:xmpmeta>",
    )
    return made.replace(b"startxref", b"% " + identity + b"\nstartxref")


def test_two_moments_give_the_same_bytes() -> None:
    one = stamped("D:20261126141637Z", b"one")
    other = stamped("D:20270101000000+05'00'", b"other")
    assert one != other
    assert sealed(one, b"word", DAY) == sealed(other, b"word", DAY)


def test_another_document_or_day_gives_other_bytes() -> None:
    usual = sealed(PAGE, b"word", DAY)
    assert sealed(PAGE, b"another", DAY) != usual
    assert sealed(PAGE, b"word", date(2026, 10, 6)) != usual


def test_dates_are_the_day_s_and_the_rest_stays() -> None:
    reader = PdfReader(io.BytesIO(sealed(stamped("D:20261126141637Z"), b"word", DAY)))
    assert reader.metadata is not None
    said = {name: str(value) for name, value in reader.metadata.items()}
    assert said["/CreationDate"] == said["/ModDate"] == "D:20261005000000Z"
    assert said["/Title"] == "Ish reja"
    assert reader.xmp_metadata is None
    assert [page.extract_text() for page in reader.pages] == ["LOYIHA"]
    assert reader.pdf_header == PdfReader(io.BytesIO(PAGE)).pdf_header


def test_a_draft_that_says_so_is_sound() -> None:
    assert sealed(a_page("L O Y I H A"), b"word", DAY, "LOYIHA").startswith(b"%PDF-")


def test_a_draft_that_does_not_say_so_is_not() -> None:
    with pytest.raises(NotAsMeant, match="LOYIHA"):
        sealed(a_page("Hisobot"), b"word", DAY, "LOYIHA")


def without_pages() -> bytes:
    written = io.BytesIO()
    PdfWriter().write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"no PDF at all",
        b"%PDF-1.6\n%%EOF\n",
        PAGE[:-200],
        PAGE[:-200] + b"\n%%EOF\n",
        PAGE.replace(b"/Pages", b"/Bages"),
        without_pages(),
        a_page(" "),
    ],
    ids=["nothing", "text", "shell", "cut", "cut, ended", "no pages", "bare", "blank"],
)
def test_what_is_no_sound_pdf(pdf: bytes) -> None:
    with pytest.raises(NotAsMeant):
        sealed(pdf, b"word", DAY)


def test_the_library_says_nothing_to_the_reader() -> None:
    does = (
        "import datetime, sys; from akmplan.documents.pdf.seal import sealed;"
        "sealed(sys.stdin.buffer.read(), b'word', datetime.date(2026, 10, 5))"
    )
    mended = PAGE.replace(b"/Root", b"/Boot")  # the library warns of such
    done = subprocess.run(
        [sys.executable, "-c", does], input=mended, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")
