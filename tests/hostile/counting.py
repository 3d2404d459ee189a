"""The non-empty cells of a workbook counted in its XML, by other means than the reader's."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Counts = Mapping[str, int]


def cells_by_sheet(path: Path) -> Counts:
    """How many cells of each sheet hold something that a reader could see or miss."""
    with zipfile.ZipFile(path) as archive:
        parts = {name.lower(): name for name in archive.namelist()}

        def tree(part: str) -> etree._Element:
            return etree.fromstring(archive.read(parts[part.lower()]))

        targets = {
            one.get("Id"): one.get("Target", "") for one in tree("xl/_rels/workbook.xml.rels")
        }
        texts = tuple(_shared(tree)) if "xl/sharedstrings.xml" in parts else ()
        return {
            sheet.get("name", ""): _count(tree(_part(targets[sheet.get(LINK)])), texts)
            for sheet in tree("xl/workbook.xml").iter(f"{MAIN}sheet")
            if "worksheet" in targets[sheet.get(LINK)]
        }


def _part(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _shared(tree: object) -> Iterator[str]:
    assert callable(tree)
    for item in tree("xl/sharedStrings.xml").iter(f"{MAIN}si"):
        yield _letters(item)


def _letters(element: etree._Element) -> str:
    """Without the reading aids of Japanese."""
    shown = element.iter(f"{MAIN}t")
    return "".join(one.text or "" for one in shown if one.getparent().tag != f"{MAIN}rPh")  # type: ignore[union-attr]


def _count(sheet: etree._Element, texts: tuple[str, ...]) -> int:
    return sum(_holds_something(cell, texts) for cell in sheet.iter(f"{MAIN}c"))


def _holds_something(cell: etree._Element, texts: tuple[str, ...]) -> bool:
    inline, stored = cell.find(f"{MAIN}is"), cell.find(f"{MAIN}v")
    value = "" if stored is None else str(stored.xpath("string()")).strip(" \t\r\n")
    if cell.get("t") == "s":
        return bool(value) and bool(texts[int(value)].strip())
    if inline is not None:
        return bool(_letters(inline).strip())
    if cell.get("t") == "str" and stored is not None:
        return bool(value.strip())
    return bool(value) or cell.find(f"{MAIN}f") is not None
