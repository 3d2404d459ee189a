"""An .xlsx or .xlsm file: its parts put together into grids."""

from __future__ import annotations

from akmplan.model.cells import Grid
from akmplan.workbooks.contents import SheetEntry, contents_of
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.merging import merging_of
from akmplan.workbooks.opencells import OpenCell
from akmplan.workbooks.packages import Package, open_package
from akmplan.workbooks.rawvalues import Meanings
from akmplan.workbooks.sheetmarks import SheetMarks
from akmplan.workbooks.sheetscan import SheetScan
from akmplan.workbooks.storedcells import StoredCells
from akmplan.workbooks.styles import styles_of
from akmplan.workbooks.texts import shared_texts
from akmplan.workbooks.xmlparts import read_part


def grids_of_openxml(content: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets in the workbook's order."""
    package = open_package(content)
    allowance = Allowance()
    contents = contents_of(package, allowance)
    texts = shared_texts(package, contents.strings, allowance)
    styles = styles_of(package, contents.styles, allowance)
    meanings = Meanings(texts, styles, contents.dates_from_1904)
    numbers = {str(number): number for number in range(len(styles))}
    scans = [_scan(package, entry, meanings, numbers, allowance) for entry in contents.sheets]
    return tuple(
        _grid(entry, scan, file, meanings)
        for entry, scan in zip(contents.sheets, scans, strict=True)
    )


def _scan(
    package: Package,
    entry: SheetEntry,
    meanings: Meanings,
    style_numbers: dict[str, int],
    allowance: Allowance,
) -> SheetScan:
    cell = OpenCell(meanings)
    scan = SheetScan(entry.name, cell, allowance, style_numbers, SheetMarks(entry.name))
    read_part(package, entry.part, scan.listener(), allowance)
    scan.finish()
    return scan


def _grid(entry: SheetEntry, scan: SheetScan, file: str, meanings: Meanings) -> Grid:
    merging = merging_of(scan.marks.blocks, scan.last, entry.name, scan.allowance)
    return Grid(
        name=entry.name,
        file=file,
        cells=StoredCells(file, entry.name, scan.store, meanings.styles),
        merged=merging.areas,
        hidden=entry.hidden,
        hidden_rows=scan.marks.hidden_rows(scan.last),
        hidden_columns=scan.marks.hidden_columns(scan.last),
        anchors=merging.anchors,
    )
