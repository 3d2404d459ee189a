"""PDFs of one page, and programs that stand in LibreOffice's place."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    StreamObject,
)

_BEGINNING: Final = """\
#!{python}
import os, subprocess, sys, time
from pathlib import Path

made = Path(sys.argv[sys.argv.index("--outdir") + 1])
names = [Path(one).stem for one in sys.argv if one.endswith(".docx")]
page = Path({page!r}).read_bytes()
with open({log!r}, "a") as log:
    print(*names, file=log)


def make(name, content=page):
    (made / f"{{name}}.pdf").write_bytes(content)


"""

only_with_scripts = pytest.mark.skipif(
    os.name == "nt", reason="a script cannot stand in a program's place on Windows"
)


def a_page(text: str = "LOYIHA", details: Mapping[str, str] | None = None, xmp: str = "") -> bytes:
    """A PDF of one page that says this; `details` are its properties."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): _names(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(_stream(f"BT /F1 9 Tf ({text}) Tj ET"))
    writer.add_metadata(dict(details or {}))
    if xmp:
        writer.root_object[NameObject("/Metadata")] = writer._add_object(_stream(xmp))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _names(pairs: Mapping[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(one): NameObject(two) for one, two in pairs.items()})


def _stream(text: str) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode())
    return stream


def office_that(folder: Path, does: str, page: bytes | None = None) -> Path:
    """A program that is asked like LibreOffice and does this; see the names at its beginning."""
    folder.mkdir(exist_ok=True)
    (folder / "page.pdf").write_bytes(a_page() if page is None else page)
    script = folder / "soffice"
    beginning = _BEGINNING.format(
        python=sys.executable, page=str(folder / "page.pdf"), log=str(folder / "log")
    )
    script.write_text(beginning + does, encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return script


def starts_of(office: Path) -> list[list[str]]:
    """The names that it was given, start by start."""
    return [line.split() for line in office.with_name("log").read_text().splitlines()]
