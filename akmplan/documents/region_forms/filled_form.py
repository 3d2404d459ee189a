"""A form filled: its marked cells and what depends on them are changed, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from lxml import etree

from akmplan.documents.phrases import DRAFT
from akmplan.documents.region_forms.blank_form import Form
from akmplan.documents.region_forms.draft_mark import mark_as_draft
from akmplan.documents.region_forms.element_order import child_after
from akmplan.documents.region_forms.form_cells import (
    FORMULA,
    Spot,
    cells_at,
    drop_results,
    put,
    put_swapped,
)
from akmplan.documents.region_forms.form_entries import Entry
from akmplan.documents.region_forms.form_proof import prove
from akmplan.layout import record
from akmplan.model import Number, coordinate
from akmplan.office.added_sheet import add_sheet
from akmplan.office.characters import fitting, printable
from akmplan.office.names import PACKAGE
from akmplan.office.namespaces import MAIN
from akmplan.office.properties import About, put_properties
from akmplan.office.revision import Revision, serialised
from akmplan.rule_language import OPENING

_CHART: Final = "drawingml.chart+xml"
_CHART_SHEET: Final = "spreadsheetml.chartsheet+xml"
_CACHES: Final = ("{*}numCache", "{*}strCache", "{*}multiLvlStrCache")
_BEFORE_CALCULATION: Final = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip
_NO_PROPERTIES_OF_ITS_MAKERS: Final = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_TEXT: Final = f"{{{MAIN}}}si"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a filled form says of itself beside its cells: in its properties, in the heading of a
    draft, and to programs."""

    title: str
    author: str
    day: date
    draft: bool
    record: tuple[Sequence[str | Number | None], ...]


def filled(form: Form, entries: Sequence[Entry], cover: Cover) -> bytes:
    """The finished form. Raises NotAsMeant where it says anything but what was meant."""
    parts = Revision(form.package)
    strings = form.contents.strings
    texts = parts.root(strings).findall(_TEXT) if strings else []
    for name, own in groupby(entries, lambda one: one.marked.cell.place.sheet):
        part = next(entry.part for entry in form.sheets if entry.name == name)
        _fill(parts.to_change(part), tuple(own), texts)
    _forget_marks(parts, strings)
    computed = _have_calculated(parts, form)
    _forget_caches(parts)
    if cover.draft:
        for part in (*(entry.part for entry in form.sheets), *form.package.of_type(_CHART_SHEET)):
            mark_as_draft(parts.to_change(part))
    _put_properties(parts, cover)
    hidden = _record_part(cover.record)
    add_sheet(parts, form.contents.part, record.SHEET, hidden, state="veryHidden")
    content = parts.written()
    prove(content, form, entries, computed)
    return content


def _fill(sheet: etree._Element, entries: Sequence[Entry], texts: Sequence[etree._Element]) -> None:
    cells = dict(cells_at(sheet))
    for entry in entries:
        cell = cells[entry.marked.cell.row, entry.marked.cell.column]
        if entry.number is None:
            put_swapped(cell, texts, entry.swaps)
        else:
            put(cell, entry.number)


def _forget_marks(parts: Revision, strings: str | None) -> None:
    """Shared texts with marks are nobody's any more; their places in the list stay."""
    if strings is None or not any(map(_is_marked, parts.root(strings).findall(_TEXT))):
        return
    listed = parts.to_change(strings)
    listed.attrib.pop("count", "")  # of cells that show one
    for text in filter(_is_marked, listed.findall(_TEXT)):
        text[:] = [etree.Element(f"{{{MAIN}}}t")]


def _is_marked(text: etree._Element) -> bool:
    return OPENING in "".join(map(str, text.itertext(f"{{{MAIN}}}t")))


def _have_calculated(parts: Revision, form: Form) -> Mapping[str, frozenset[Spot]]:
    """Excel is asked to work the form's own formulas out when it opens the form; which these are,
    by sheet."""
    computed = {
        entry.name: drop_results(parts.to_change(entry.part))
        for entry in form.sheets
        if any(True for _ in parts.root(entry.part).iter(FORMULA))
    }
    if computed:
        workbook = parts.to_change(form.contents.part)
        child_after(workbook, "calcPr", _BEFORE_CALCULATION).set("fullCalcOnLoad", "1")
    return computed


def _forget_caches(parts: Revision) -> None:
    """What a chart keeps of its cells is of the blank form."""
    for part in parts.package.of_type(_CHART):
        if any(True for _ in parts.root(part).iter(*_CACHES)):
            etree.strip_elements(parts.to_change(part), *_CACHES, with_tail=False)


def _put_properties(parts: Revision, cover: Cover) -> None:
    """They say what the form is and whose, and nothing of who made the blank one."""
    title = f"{DRAFT} – {cover.title}" if cover.draft else cover.title
    put_properties(parts, About(printable(title), printable(cover.author), cover.day))
    custom = parts.package.target(PACKAGE, "custom-properties")
    if custom:
        parts.write(custom, _NO_PROPERTIES_OF_ITS_MAKERS)


def _record_part(rows: Iterable[Sequence[str | Number | None]]) -> bytes:
    """The hidden sheet for programs: by it a form that lies in the input folder is known."""
    sheet = etree.fromstring(f'<worksheet xmlns="{MAIN}"/>')
    data = etree.SubElement(sheet, f"{{{MAIN}}}sheetData")
    for at, values in enumerate(rows, 1):
        row = etree.SubElement(data, f"{{{MAIN}}}row", r=str(at))
        for column, value in enumerate(values, 1):
            if value is not None and value != "":
                cell = etree.SubElement(row, f"{{{MAIN}}}c", r=coordinate(at, column))
                put(cell, fitting(printable(value)) if isinstance(value, str) else value)
    return serialised(sheet)
