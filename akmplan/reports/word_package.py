"""A .docx file as its parts; the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree

from akmplan.office.archive import archive
from akmplan.reports.word_gate import (
    refuse_live_parts,
    refuse_too_large,
    without_attached_template,
)

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT_TYPES: Final = "[Content_Types].xml"
CORE: Final = "docProps/core.xml"
APPLICATION: Final = "docProps/app.xml"
CORE_KIND: Final = "application/vnd.openxmlformats-package.core-properties+xml"

_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PROPERTIES_RELATION: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_FIRST: Final = (CONTENT_TYPES, "_rels/.rels")
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BESIDE_THE_TEXT: Final = ("header", "footer", "footnotes", "endnotes")

_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError,
    etree.XMLSyntaxError,
)  # fmt: skip


class NotAWordDocument(ValueError):  # noqa: N818 — it reads as a sentence where it is raised
    """The file is no zip, or holds no document that this package can fill."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document. `main` is its text, `beside` its headers, footers and notes."""

    parts: Mapping[str, bytes]
    main: str
    beside: tuple[str, ...]

    @classmethod
    def read(cls, content: bytes) -> Package:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as opened:
                entries = [one for one in opened.infolist() if not one.is_dir()]
                refuse_too_large(sum(one.file_size for one in entries))
                parts = {one.filename: opened.read(one) for one in entries}
            types = _types_of(parts[CONTENT_TYPES])
            main = {kind: name for name, kind in types.items()}[f"{_KIND}document.main+xml"]
            is_known = parsed(parts[main]).tag == f"{WORD}document"
        except _DAMAGE as met:
            raise NotAWordDocument(str(met)) from met
        if not is_known:
            raise NotAWordDocument("another kind of markup")
        refuse_live_parts(parts)
        kinds = {f"{_KIND}{kind}+xml" for kind in _BESIDE_THE_TEXT}
        beside = tuple(sorted(one for one in types if types[one] in kinds and one in parts))
        return cls(without_attached_template(parts), main, beside)


def parsed(content: bytes | str) -> etree._Element:
    """A part as a tree; nothing outside it is followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=False)
    return etree.fromstring(content if isinstance(content, bytes) else content.encode(), parser)


def serialised(root: etree._Element) -> bytes:
    """A tree as a part."""
    return _DECLARATION.encode() + etree.tostring(root, encoding="unicode").encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a file, in a fixed order."""
    rest = sorted(name for name in parts if name not in _FIRST)
    return archive((name, parts[name]) for name in (*_FIRST, *rest))


def with_properties(
    parts: Mapping[str, bytes], title: str, author: str, day: date
) -> dict[str, bytes]:
    """The parts with properties that say only what is known, nothing of who made the template."""
    changed = {
        **parts,
        CORE: core_properties(title, author, day),
        APPLICATION: APPLICATION_PROPERTIES,
    }
    changed = with_part_known(changed, CORE, CORE_KIND)
    changed = with_part_known(changed, APPLICATION, _APPLICATION_KIND)
    changed, _ = with_relation(changed, "", PROPERTIES_RELATION, CORE)
    changed, _ = with_relation(changed, "", f"{_RELATION_KIND}extended-properties", APPLICATION)
    return changed


def with_part_known(parts: Mapping[str, bytes], name: str, kind: str) -> dict[str, bytes]:
    """The parts with the content type of one of them listed."""
    if _types_of(parts[CONTENT_TYPES]).get(name) == kind:
        return dict(parts)
    root = parsed(parts[CONTENT_TYPES])
    etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{name}", ContentType=kind)
    return {**parts, CONTENT_TYPES: serialised(root)}


def with_relation(
    parts: Mapping[str, bytes], source: str, kind: str, target: str
) -> tuple[dict[str, bytes], str]:
    """The parts with one related to another, and the name of the part related so.

    Where the source has such a relation already, that one holds.
    """
    name = _relations_of(source)
    root = parsed(parts[name]) if name in parts else etree.Element(f"{_RELATIONS}Relationships")
    for one in root.iter(f"{_RELATIONS}Relationship"):
        if one.get("Type") == kind:
            return dict(parts), _resolved(source, one.get("Target") or target)
    taken = {one.get("Id") for one in root}
    free = next(f"rId{index}" for index in range(1, len(taken) + 2) if f"rId{index}" not in taken)
    etree.SubElement(
        root, f"{_RELATIONS}Relationship", Id=free, Type=kind, Target=_relative(source, target)
    )
    return {**parts, name: serialised(root)}, target


def _types_of(content: bytes) -> dict[str, str]:
    listed = parsed(content).iter(f"{_TYPES}Override")
    return {(one.get("PartName") or "").lstrip("/"): one.get("ContentType") or "" for one in listed}


def _relations_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _resolved(source: str, target: str) -> str:
    folder = source.rpartition("/")[0]
    return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"


def _relative(source: str, target: str) -> str:
    folder = source.rpartition("/")[0]
    return target.removeprefix(f"{folder}/") if folder else target


def core_properties(title: str, author: str, day: date) -> bytes:
    """The part that says what a document is, by whom and of when, the same for every program."""
    moment = f"{day.isoformat()}T00:00:00Z"
    typed = 'xsi:type="dcterms:W3CDTF"'
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {typed}>{moment}</dcterms:created>"
        f"<dcterms:modified {typed}>{moment}</dcterms:modified></cp:coreProperties>"
    ).encode()


_APPLICATION_KIND: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
APPLICATION_PROPERTIES: Final = (
    f'{_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>akmplan</Application></Properties>'
).encode()
