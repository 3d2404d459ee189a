"""A form as it lies in the templates folder: let through the gate, and its marked cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from akmplan.documents.region_forms.form_cells import FORMULA, cells_at
from akmplan.documents.region_forms.form_dangers import refuse_dangers
from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.documents.region_forms.marks_elsewhere import heads_a_table, marks_elsewhere
from akmplan.layout import record
from akmplan.messages import say
from akmplan.model import Cell, Grid, Place
from akmplan.office.gate import open_package
from akmplan.office.package import Package
from akmplan.office.package_limits import MIB
from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.rule_language import Mark, Slip, has_mark, read_marks
from akmplan.workbooks.kinds import Kind, kind_of
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.openxml.book import book_of
from akmplan.workbooks.openxml.contents import Contents, SheetEntry, contents_of
from akmplan.workbooks.styles import Style

_LARGEST_XML: Final = 3 * MIB  # a form is a page or two
_ENDINGS: Final = (".xml", ".rels", ".vml")
_REFUSALS: Final = {
    Reason.ENCRYPTED: say("It is protected by a password. Remove the password and save it again."),
    Reason.TOO_LARGE: say("It is too large to be a form. Delete what is not needed in it."),
    Reason.STRICT_OOXML: say(
        "It is saved as “Strict Open XML”. Save it as an ordinary Excel workbook (.xlsx)."
    ),
}
_UNREADABLE: Final = say(
    "It is no Excel workbook that can be read. Open it in Excel and save it as an Excel workbook "
    "(.xlsx)."
)
_FINISHED: Final = say("It is a form that akmplan has filled already. Take the blank one.")
_IN_A_FORMULA: Final = say(
    "A mark stands in a formula, where it cannot be filled. Take it out of the formula."
)
_HEADS_A_TABLE: Final = say(
    "A mark stands in a heading or a total of an Excel table, where it cannot be filled. Convert "
    "the table to a range (Table Design), or type the mark elsewhere."
)


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell with the marks that stand in it."""

    cell: Cell
    marks: tuple[Mark, ...]
    style: Style

    @property
    def is_lone(self) -> bool:
        """Nothing but one mark: a figure goes in as a number."""
        text, (first, *more) = self.cell.text, self.marks
        return not more and not text[: first.start].strip() and not text[first.end :].strip()


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook of the templates folder. `sheets`: those with cells, in the workbook's order;
    `grids`: what stands on them."""

    file: str
    name: str
    package: Package
    contents: Contents
    grids: tuple[Grid, ...]
    cells: tuple[MarkedCell, ...]
    faults: tuple[FormFault, ...]

    @property
    def sheets(self) -> Sequence[SheetEntry]:
        return self.contents.sheets


def open_form(file: str, name: str, content: bytes) -> Form:
    """The form with its marks. Raises FormFault where it is no workbook that can be filled."""
    try:
        return _opened(file, name, content)
    except UnreadableFile as fault:
        raise FormFault(Place(file), _REFUSALS.get(fault.reason, _UNREADABLE)) from fault
    except FormFault:
        raise
    except Exception as fault:
        # No file may end a run: what nobody thought of is damage.
        raise FormFault(Place(file), _UNREADABLE) from fault


def _opened(file: str, name: str, content: bytes) -> Form:
    if kind_of(content) is not Kind.XLSX:
        raise UnreadableFile(Reason.UNKNOWN)
    package, allowance = open_package(content, keep=True), Allowance()
    _refuse_excess(package)
    contents = contents_of(package, allowance)
    if any(entry.name == record.SHEET for entry in contents.sheets):
        raise FormFault(Place(file), _FINISHED)
    refuse_dangers(file, package, contents)
    cells: list[MarkedCell] = []
    faults = [*marks_elsewhere(file, package, contents.sheets, contents.strings)]
    book = book_of(package, contents, file, allowance)
    for grid, entry in zip(book.grids, contents.sheets, strict=True):
        for cell, element in _marked(grid, package.root(entry.part)):
            read = read_marks(cell.text)
            marks = tuple(one for one in read if isinstance(one, Mark))
            slips = (one for one in read if isinstance(one, Slip))
            faults += [FormFault(cell.place, slip.message) for slip in slips]
            if marks:
                cells.append(MarkedCell(cell, marks, book.styles[int(element.get("s", "0"))]))
        faults += _out_of_place(grid, package, entry)
    return Form(file, name, package, contents, book.grids, tuple(cells), tuple(faults))


def _refuse_excess(package: Package) -> None:
    sizes = (one.file_size for part, one in package.entries.items() if part.endswith(_ENDINGS))
    if sum(sizes) > _LARGEST_XML:
        raise UnreadableFile(Reason.TOO_LARGE)


def _marked(grid: Grid, sheet: etree._Element) -> Iterator[tuple[Cell, etree._Element]]:
    """The cells that mean to have a mark; what a formula shows is none of its own."""
    elements = dict(cells_at(sheet))
    for spot, cell in grid.cells.items():
        if has_mark(cell.text) and elements[spot].find(FORMULA) is None:
            yield cell, elements[spot]


def _out_of_place(grid: Grid, package: Package, entry: SheetEntry) -> Iterator[FormFault]:
    sheet = package.root(entry.part)
    for spot, element in cells_at(sheet):
        if has_mark(element.findtext(FORMULA) or ""):
            yield FormFault(grid.at(*spot).place, _IN_A_FORMULA)
    for cell, _ in _marked(grid, sheet):
        if heads_a_table(package, entry.part, (cell.row, cell.column)):
            yield FormFault(cell.place, _HEADS_A_TABLE)
