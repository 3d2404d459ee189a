"""What tags leave behind that Word would call damaged, put right; and no signature alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from akmplan.office.namespaces import WORD

_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CELL_LOOK_ORDER: Final = {
    f"{WORD}{name}": place
    for place, name in enumerate(
        (
            "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap",
            "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark",
        )
    )
}  # fmt: skip


def mend(root: etree._Element) -> None:
    """The tree becomes one that Word opens without asking, and breaks where a reader would."""
    for look in root.iter(f"{WORD}tcPr"):
        look[:] = sorted(look, key=lambda one: _CELL_LOOK_ORDER.get(str(one.tag), 99))
    for cell in root.iter(f"{WORD}tc"):
        if not len(cell) or cell[-1].tag != f"{WORD}p":
            etree.SubElement(cell, f"{WORD}p")
    for table in list(root.iter(f"{WORD}tbl")):
        parent = table.getparent()
        if table.find(f"{WORD}tr") is None and parent is not None:
            parent.remove(table)
    for number, picture in enumerate(root.iter(_PICTURE), 1):
        picture.set("id", str(number))
    for table in root.iter(f"{WORD}tbl"):
        _keep_with_signature(table)


def _keep_with_signature(table: etree._Element) -> None:
    """What stands right below a table, a signature for one, takes the last item along to the next
    page. A template cannot say so: none of its rows is the last one before it is filled."""
    below = table.getnext()
    if below is None or below.tag != f"{WORD}p" or not _has_text(below):
        return
    for row in _last_item(table.findall(f"{WORD}tr")):
        for paragraph in row.iter(f"{WORD}p"):
            _keep_with_next(paragraph)


def _has_text(paragraph: etree._Element) -> bool:
    return any((one.text or "").strip() for one in paragraph.iter(f"{WORD}t"))


def _last_item(rows: list[etree._Element]) -> Iterator[etree._Element]:
    """The last row, and those above it that it shares a cell with."""
    for row in reversed(rows):
        if row.find(f"{WORD}trPr/{WORD}tblHeader") is not None:
            return
        yield row
        merges = row.iter(f"{WORD}vMerge")
        if not any(merge.get(f"{WORD}val", "continue") == "continue" for merge in merges):
            return


def _keep_with_next(paragraph: etree._Element) -> None:
    look = paragraph.find(f"{WORD}pPr")
    if look is None:
        look = etree.Element(f"{WORD}pPr")
        paragraph.insert(0, look)
    if look.find(f"{WORD}keepNext") is None:
        look.insert(int(look.find(f"{WORD}pStyle") is not None), etree.Element(f"{WORD}keepNext"))
