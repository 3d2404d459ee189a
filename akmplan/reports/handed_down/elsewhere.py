"""Marks where none can be filled: in headers, text boxes, charts, comments, names of sheets, and
in the headings of Excel's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from akmplan.language import say
from akmplan.model import Place
from akmplan.relations import OPENING
from akmplan.reports.handed_down.cells import Spot, area_of
from akmplan.reports.handed_down.faults import FormFault
from akmplan.workbooks.openxml.contents import SheetEntry
from akmplan.workbooks.rewriting import Parts

_ENDINGS: Final = (".xml", ".vml")
_NOT_ALWAYS_XML: Final = ".vml"  # Excel itself writes some in which tags stay open
_REPLACED: Final = ("docprops/", "[content_types]")
# Cells are filled, and what a chart keeps of them is dropped.
_OF_CELLS: Final = frozenset(("sheetData", "numCache", "strCache", "multiLvlStrCache"))
_MISPLACED: Final = say(
    "A mark stands in a header, a text box, a chart, a comment or a name, where it cannot be "
    "filled. Type it into a cell."
)


def marks_elsewhere(
    file: str, parts: Parts, sheets: Sequence[SheetEntry], strings: str | None
) -> Iterator[FormFault]:
    """A fault for each part of the workbook that has marks outside of cells."""
    named = {entry.part.lower(): entry.name for entry in sheets}
    for name in parts.names:
        folded = name.replace("\\", "/").lower()
        is_read = folded.endswith(_ENDINGS) and not folded.startswith(_REPLACED)
        if is_read and folded != (strings or "").lower() and _is_marked(parts, folded):
            yield FormFault(Place(file, named.get(folded)), _MISPLACED)


def heads_a_table(parts: Parts, sheet: str, spot: Spot) -> bool:
    """Excel repairs a table of its own whose headings are not those that it lists."""
    for part in parts.targets(sheet, "/table"):
        table = parts.root(part)
        area = area_of(table.get("ref", ""))
        below_headings = area.top + int(table.get("headerRowCount", "1"))
        above_totals = area.bottom - int(table.get("totalsRowCount", "0"))
        if area.holds(*spot) and not below_headings <= spot[0] <= above_totals:
            return True
    return False


def _is_marked(parts: Parts, part: str) -> bool:
    """Whether its letters, wherever a program parted them, or its attributes make a mark."""
    if part.endswith(_NOT_ALWAYS_XML):
        return OPENING.encode() in parts.bytes_of(part)
    root = parts.root(part)
    attributes = (str(value) for one in root.iter("{*}*") for value in one.attrib.values())
    return OPENING in "".join(_letters(root)) or any(OPENING in value for value in attributes)


def _letters(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str) and etree.QName(element).localname in _OF_CELLS:
        return
    yield element.text or ""
    for child in element:
        yield from _letters(child)
        yield child.tail or ""
