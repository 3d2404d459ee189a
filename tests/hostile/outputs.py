"""What no document may hold, whatever came in."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree, html

LOOKED_AT: Final = (".docx", ".xlsx", ".html")
FORBIDDEN_PARTS: Final = re.compile(
    r"vbaProject|externalLink|oleObject|embeddings/|activeX|customXml|connections|queryTable"
    r"|printerSettings|attachedToolbars|macrosheets|ctrlProp|webextension",
    re.IGNORECASE,
)
FORBIDDEN_FIELDS: Final = re.compile(rb"\b(?:DDE|DDEAUTO|HYPERLINK|INCLUDETEXT|INCLUDEPICTURE)\b")
RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The one document that stays in the house links its findings to cells of the input folder.
LINKING: Final = "kamchiliklar.xlsx"
OWN_TARGET: Final = re.compile(r"\.\.\\input\\(?!.*(?:^|\\)\.\.(?:\\|$))[^:/]*")
LEADING_OUT: Final = re.compile(r"\s*(?:[a-z]+:(?!,$)|//)", re.IGNORECASE)  # not `data:,`
SECRET: Final = b"MAXFIY"  # cases put it where nothing may be taken from
SPREADSHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINK: Final = f"{SPREADSHEET}hyperlink"
LIVE: Final = (f"{SPREADSHEET}f", LINK, f"{SPREADSHEET}definedName")
LIVE_WORDS: Final = (f"{WORD}hyperlink", f"{WORD}altChunk", f"{WORD}object", f"{WORD}control")
OWN_NAMES: Final = ("_xlnm.",)  # print areas and titles


def faults_of_outputs(folder: Path) -> list[str]:
    """What is wrong with the documents below the folder; every one of them opens."""
    documents = sorted(path for path in folder.rglob("*") if path.suffix in LOOKED_AT)
    return [f"{path.relative_to(folder)}: {it}" for path in documents for it in _faults(path)]


def _faults(path: Path) -> Iterator[str]:
    if path.suffix == ".html":
        yield from _page_faults(path.read_bytes())
    else:
        yield from _package_faults(path)


def _page_faults(content: bytes) -> Iterator[str]:
    """A page leads nowhere but to itself, and holds no program but its own."""
    for element in html.fromstring(content).iter():
        for name in ("href", "src", "action", "srcset", "data"):
            if LEADING_OUT.match(element.get(name) or ""):
                yield f"{element.tag} {name} {element.get(name)}"
        if element.tag in ("iframe", "object", "embed", "base", "form"):
            yield f"{element.tag}"
        yield from (
            f"{element.tag} {name}" for name in map(str, element.attrib) if name.startswith("on")
        )


def _package_faults(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            yield "does not open"
        for name in archive.namelist():
            if SECRET in archive.read(name):
                yield f"{name} tells what was outside, or no cell"
            if FORBIDDEN_PARTS.search(name):
                yield f"part {name}"
            if name.endswith((".xml", ".rels")):
                faults = _xml_faults(archive.read(name), may_link=path.name == LINKING)
                yield from (f"{name}: {fault}" for fault in faults)


def _xml_faults(content: bytes, *, may_link: bool) -> Iterator[str]:
    if b"<!DOCTYPE" in content:
        yield "DOCTYPE"
    root = etree.fromstring(content)
    for link in root.iter(RELATIONSHIP):
        is_own = may_link and OWN_TARGET.fullmatch(link.get("Target", "")) is not None
        if link.get("TargetMode", "").lower() == "external" and not is_own:
            yield f"a target outside: {link.get('Target')}"
    for element in root.iter(*LIVE, *LIVE_WORDS):
        is_own = may_link and element.tag == LINK
        if not is_own and not element.get("name", "").startswith(OWN_NAMES):
            yield f"{element.tag} {element.text}"
    for field in root.iter(f"{WORD}instrText"):
        if FORBIDDEN_FIELDS.search((field.text or "").encode()):
            yield f"field {field.text}"


def texts_of(path: Path) -> str:
    """All letters of a document, paragraphs and cells on lines of their own."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return "\n".join(_letters(archive.read(name)) for name in sorted(names))


def _letters(content: bytes) -> str:
    elements = etree.fromstring(content).iter(f"{WORD}p", f"{SPREADSHEET}si")
    return "\n".join("".join(_shown(element)) for element in elements)


def _shown(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag in (f"{WORD}t", f"{SPREADSHEET}t"):
            yield one.text or ""
        elif one.tag == f"{WORD}br":
            yield "\n"
        elif one.tag == f"{WORD}tab" and one.getparent().tag == f"{WORD}r":  # type: ignore[union-attr]
            yield "\t"
