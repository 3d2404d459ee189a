"""What no document may hold, whatever came in."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

FORBIDDEN_PARTS: Final = re.compile(
    r"vbaProject|externalLink|oleObject|embeddings/|activeX|customXml|connections|queryTable"
    r"|printerSettings|attachedToolbars|macrosheets|ctrlProp|webextension",
    re.IGNORECASE,
)
FORBIDDEN_FIELDS: Final = re.compile(rb"\b(?:DDE|DDEAUTO|HYPERLINK|INCLUDETEXT|INCLUDEPICTURE)\b")
EXTERNAL: Final = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
SPREADSHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIVE: Final = (f"{SPREADSHEET}f", f"{SPREADSHEET}hyperlink", f"{SPREADSHEET}definedName")
LIVE_WORDS: Final = (f"{WORD}hyperlink", f"{WORD}altChunk", f"{WORD}object", f"{WORD}control")
OWN_NAMES: Final = ("_xlnm.",)  # print areas, titles and filters
LINKING: Final = "kamchiliklar.xlsx"  # its links lead to the cells of what came in, nowhere else
OWN_TARGETS: Final = ("..\\input\\", "../input/")
RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def faults_of_outputs(folder: Path) -> list[str]:
    """What is wrong with the documents below the folder; every one of them opens."""
    documents = sorted(path for path in folder.rglob("*") if path.suffix in (".docx", ".xlsx"))
    return [f"{path.relative_to(folder)}: {it}" for path in documents for it in _faults(path)]


def _faults(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            yield "does not open"
        for name in archive.namelist():
            if FORBIDDEN_PARTS.search(name):
                yield f"part {name}"
            if name.endswith((".xml", ".rels")):
                faults = _xml_faults(archive.read(name), links=path.name == LINKING)
                yield from (f"{name}: {fault}" for fault in faults)


def _xml_faults(content: bytes, *, links: bool) -> Iterator[str]:
    if b"<!DOCTYPE" in content:
        yield "DOCTYPE"
    root = etree.fromstring(content)
    if EXTERNAL.search(content) and not (links and _leads_to_input_only(root)):
        yield "a target outside"
    for element in root.iter(*LIVE, *LIVE_WORDS):
        own_name = element.get("name", "").startswith(OWN_NAMES)
        own_link = links and element.tag == f"{SPREADSHEET}hyperlink"
        if not own_name and not own_link:
            yield f"{element.tag} {element.text}"
    for field in root.iter(f"{WORD}instrText"):
        if FORBIDDEN_FIELDS.search((field.text or "").encode()):
            yield f"field {field.text}"


def _leads_to_input_only(root: etree._Element) -> bool:
    targets = [one.get("Target", "") for one in root.iter(RELATION) if one.get("TargetMode")]
    steps = [target.replace("\\", "/").split("/").count("..") for target in targets]
    return all(target.startswith(OWN_TARGETS) for target in targets) and set(steps) <= {1}


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
