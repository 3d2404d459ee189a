"""What tags leave behind that Word would call damaged, put right."""

from __future__ import annotations

from typing import Final

from lxml import etree

from akmplan.reports.word_package import WORD

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
    """The tree becomes one that Word opens without asking."""
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
