"""The cells of a sheet's part, found by their place and given another content.

Only what a cell holds is touched: its format stays, and so does all around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from akmplan.model import Area, Number, position
from akmplan.office.escapes import escaped
from akmplan.office.namespaces import MAIN
from akmplan.workbooks.richtext import as_typed

FORMULA: Final = f"{{{MAIN}}}f"
_ROW, _CELL, _VALUE = f"{{{MAIN}}}row", f"{{{MAIN}}}c", f"{{{MAIN}}}v"
_INLINE, _LETTERS = f"{{{MAIN}}}is", f"{{{MAIN}}}t"
_PHONETIC: Final = (f"{{{MAIN}}}rPh", f"{{{MAIN}}}phoneticPr")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Spot = tuple[int, int]
Cells = Mapping[Spot, etree._Element]
Swap = tuple[int, int, str]  # from, to, and what stands there instead


def cells_at(sheet: etree._Element) -> Iterator[tuple[Spot, etree._Element]]:
    """Every cell of the part with its place; one that names none follows the one before."""
    at = 0
    for row in sheet.iter(_ROW):
        at = int(row.get("r", at + 1))
        column = 0
        for cell in row.iterchildren(_CELL):
            column = position(cell.get("r"))[1] or column + 1
            yield (at, column), cell


def put(cell: etree._Element, value: str | Number) -> None:
    """The cell holds this number, or this text, and nothing else; a text is never a formula."""
    _empty(cell)
    if isinstance(value, str):
        cell.set("t", "inlineStr")
        letters = etree.SubElement(etree.SubElement(cell, _INLINE), _LETTERS)
        letters.text = escaped(value)
        letters.set(_SPACE, "preserve")
    else:
        digits = str(value) if isinstance(value, int) else format(value, "f")
        etree.SubElement(cell, _VALUE).text = digits


def put_swapped(
    cell: etree._Element, texts: Sequence[etree._Element], swaps: Sequence[Swap]
) -> None:
    """The cell holds its text with the swaps made; each piece looks as what it stands for did.
    `texts`: those that cells share. Left without a letter the cell is blank."""
    source = _source(cell, texts)
    for one in [*source.iter(*_PHONETIC)]:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    _swap(source, swaps)
    is_blank = not any(one.text for one in source.iter(_LETTERS))
    _empty(cell)
    if not is_blank:
        cell.set("t", "inlineStr")
        etree.SubElement(cell, _INLINE).extend(source)


def drop_results(sheet: etree._Element) -> frozenset[Spot]:
    """Takes away the stored results of formulas: a stale total must not be seen anywhere. The
    cells that had some."""
    cells = dict(cells_at(sheet))
    formulas = {spot for spot, cell in cells.items() if cell.find(FORMULA) is not None}
    filled = [area for spot in formulas for area in _areas(cells[spot])]
    spilled = {spot for spot in cells for area in filled if area.holds(*spot)}
    for spot in formulas | spilled:
        for value in cells[spot].findall(_VALUE):
            cells[spot].remove(value)
        cells[spot].attrib.pop("t", "")
    return frozenset(formulas | spilled)


def _areas(cell: etree._Element) -> Iterator[Area]:
    """The block that a formula of an array fills with its results."""
    formula = cell.find(FORMULA)
    if formula is not None and formula.get("t") in ("array", "dataTable"):
        yield area_of(formula.get("ref", ""))


def area_of(reference: str) -> Area:
    """`B1:C3`, or a cell alone."""
    first, _, last = reference.replace("$", "").partition(":")
    (top, left), (bottom, right) = position(first), position(last or first)
    return Area(top, left, bottom, right)


def _source(cell: etree._Element, texts: Sequence[etree._Element]) -> etree._Element:
    """A copy of the element that has the cell's text."""
    inline = cell.find(_INLINE)
    if inline is not None:
        return deepcopy(inline)
    stored = cell.findtext(_VALUE) or ""
    if cell.get("t") == "s":
        return deepcopy(texts[int(stored)])
    source = etree.Element(_INLINE)
    etree.SubElement(source, _LETTERS).text = stored
    return source


def _swap(source: etree._Element, swaps: Sequence[Swap]) -> None:
    """A swap's text goes where the swap begins, though it may reach over several runs."""
    at = 0
    for one in source.iter(_LETTERS):
        typed = as_typed(one.text or "")
        end = at + len(typed)
        one.text = escaped(_swapped(typed, at, swaps))
        one.set(_SPACE, "preserve")
        at = end


def _swapped(typed: str, at: int, swaps: Sequence[Swap]) -> str:
    end = at + len(typed)
    made, kept = "", at
    for start, stop, text in swaps:
        if stop <= at or start >= end:
            continue
        made += typed[kept - at : max(start - at, 0)] + (text if start >= at else "")
        kept = min(stop, end)
    return made + typed[kept - at :]


def _empty(cell: etree._Element) -> None:
    for child in [*cell]:
        cell.remove(child)
    cell.attrib.pop("t", "")
