"""Packages of a few parts, for tests that look at pointers, types and what lives beside."""

from __future__ import annotations

from collections.abc import Mapping

from akmplan.office.archive import archive
from akmplan.office.namespaces import OFFICE, RELATIONS, TYPES

TEXT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def pointers(*listed: tuple[str, str, str]) -> bytes:
    """A part of pointers: id, last word of the type, target and what follows it."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={target}/>'
        for key, kind, target in listed
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'.encode()


def document(body: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document with this body; `more` goes before its parts where it repeats their names."""
    text = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return package({TEXT: text.encode(), **(more or {})})


def package(parts: Mapping[str, bytes]) -> bytes:
    """These parts behind the two that every package has, where they do not bring their own."""
    override = f'<Override PartName="/{TEXT}" ContentType="{MAIN_TYPE}"/>'
    usual = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">{override}</Types>'.encode(),
        "_rels/.rels": pointers(("r1", "officeDocument", f'"{TEXT}"')),
    }
    return archive({**usual, **parts}.items())
