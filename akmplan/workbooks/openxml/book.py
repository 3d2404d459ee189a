"""An .xlsx or .xlsm file: its parts put together into grids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from akmplan.model.cells import Grid
from akmplan.office.gate import open_package
from akmplan.office.package import Package
from akmplan.office.xmlparts import read_part
from akmplan.workbooks.keeping import CellKeeper, grid_of
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.openxml.contents import SheetEntry, contents_of
from akmplan.workbooks.openxml.formats import styles_of
from akmplan.workbooks.openxml.opencells import OpenCell
from akmplan.workbooks.openxml.sheetmarks import SheetMarks
from akmplan.workbooks.openxml.sheetscan import SheetScan
from akmplan.workbooks.openxml.texts import shared_texts
from akmplan.workbooks.rawvalues import Meanings


def grids_of_openxml(
    content: bytes, file: str, allowance: Allowance | None = None
) -> tuple[Grid, ...]:
    """The sheets in the workbook's order."""
    package = open_package(content)
    allowance = allowance or Allowance()
    contents = contents_of(package, allowance)
    meanings = Meanings(
        shared_texts(package, contents.strings, allowance),
        styles_of(package, contents.styles, allowance),
        contents.dates_from_1904,
    )
    desk = _Desk(package, allowance, meanings, file)
    return tuple(desk.grid(entry) for entry in contents.sheets)


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
