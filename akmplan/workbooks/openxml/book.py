"""An .xlsx or .xlsm file: its parts put together into grids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from akmplan.model.cells import Grid
from akmplan.office.gate import open_package
from akmplan.office.package import Package
from akmplan.office.xmlparts import read_part
from akmplan.workbooks.kept_cells import CellKeeper, grid_of
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.openxml.contents import Contents, SheetEntry, contents_of
from akmplan.workbooks.openxml.formats import styles_of
from akmplan.workbooks.openxml.opencells import OpenCell
from akmplan.workbooks.openxml.sheetmarks import SheetMarks
from akmplan.workbooks.openxml.sheetscan import SheetScan
from akmplan.workbooks.openxml.texts import shared_texts
from akmplan.workbooks.rawvalues import Meanings
from akmplan.workbooks.styles import Style


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets in the workbook's order; `styles`: those that cells point to by number."""

    grids: tuple[Grid, ...]
    styles: tuple[Style, ...]


def grids_of_openxml(
    content: bytes, file: str, allowance: Allowance | None = None
) -> tuple[Grid, ...]:
    """The sheets in the workbook's order."""
    package = open_package(content)
    allowance = allowance or Allowance()
    return book_of(package, contents_of(package, allowance), file, allowance).grids


def book_of(package: Package, contents: Contents, file: str, allowance: Allowance) -> Book:
    """The workbook that these are the contents of. Raises UnreadableFile."""
    meanings = Meanings(
        shared_texts(package, contents.strings, allowance),
        styles_of(package, contents.styles, allowance),
        contents.dates_from_1904,
    )
    desk = _Desk(package, allowance, meanings, file)
    return Book(tuple(desk.grid(entry) for entry in contents.sheets), meanings.styles)


@dataclass
class _Desk:
    """What every sheet of one workbook needs to be read."""

    package: Package
    allowance: Allowance
    meanings: Meanings
    file: str

    def grid(self, entry: SheetEntry) -> Grid:
        keeper = CellKeeper(entry.name, self.allowance)
        marks = SheetMarks(entry.name)
        scan = SheetScan(keeper, OpenCell(self.meanings), marks, self._style_numbers)
        read_part(self.package, entry.part, scan.listener(), self.allowance)
        scan.finish()
        return grid_of(keeper, marks.layout(entry.hidden), self.file, self.meanings.styles)

    @cached_property
    def _style_numbers(self) -> dict[str, int]:
        return {str(number): number for number in range(len(self.meanings.styles))}
