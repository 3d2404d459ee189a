"""Marks where none can be filled: in headers, text boxes, charts, comments, names of sheets, and
in the headings of Excel's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from akmplan.documents.region_forms.form_cells import Spot, area_of
from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.messages import say
from akmplan.model import Place
from akmplan.office.names import folded
from akmplan.office.package import Package
from akmplan.rule_language import OPENING
from akmplan.workbooks.openxml.contents import SheetEntry

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
    file: str, package: Package, sheets: Sequence[SheetEntry], strings: str | None
) -> Iterator[FormFault]:
    """A fault for each part of the workbook that has marks outside of cells."""
    named = {entry.part.lower(): entry.name for entry in sheets}
    for part in map(folded, package.names):
        is_read = part.endswith(_ENDINGS) and not part.startswith(_REPLACED)
        if is_read and part != (strings or "").lower() and _is_marked(package, part):
            yield FormFault(Place(file, named.get(part)), _MISPLACED)


def heads_a_table(package: Package, sheet: str, spot: Spot) -> bool:
    """Excel repairs a table of its own whose headings are not those that it lists."""
    for part in package.targets(sheet, "table"):
        table = package.root(part)
        area = area_of(table.get("ref", ""))
        below_headings = area.top + int(table.get("headerRowCount", "1"))
        above_totals = area.bottom - int(table.get("totalsRowCount", "0"))
        if area.holds(*spot) and not below_headings <= spot[0] <= above_totals:
            return True
    return False


def _is_marked(package: Package, part: str) -> bool:
    """Whether its letters, wherever a program parted them, or its attributes make a mark."""
    if part.endswith(_NOT_ALWAYS_XML):
        return OPENING.encode() in package.read(part)
    root = package.root(part)
    attributes = (str(value) for one in root.iter("{*}*") for value in one.attrib.values())
    return OPENING in "".join(_letters(root)) or any(OPENING in value for value in attributes)


def _letters(element: etree._Element) -> Iterator[str]:
    if isinstance(element.tag, str) and etree.QName(element).localname in _OF_CELLS:
        return
    yield element.text or ""
    for child in element:
        yield from _letters(child)
        yield child.tail or ""
