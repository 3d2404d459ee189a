"""An .ods file: its content part read as one stream of sheets, rows and cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model.cells import Grid
from akmplan.office.gate import open_package
from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.office.xmlparts import Attributes, Listener, read_part
from akmplan.workbooks.kept_cells import CellKeeper, grid_of
from akmplan.workbooks.limits import MOST_SHEETS, Allowance
from akmplan.workbooks.opendocument.sheets import OdsSheet, Palette
from akmplan.workbooks.opendocument.styles import OFFICE, TABLE, OdsStyles
from akmplan.workbooks.opendocument.texts import OdsText

CONTENT = "content.xml"
NAMED_STYLES = "styles.xml"
SPREADSHEET = f"{OFFICE} spreadsheet"
SHEET = f"{TABLE} table"
# The last known cells of other files, and drawings, are no part of a sheet.
APART = frozenset((f"{TABLE} shapes", f"{TABLE} dde-links", f"{TABLE} tracked-changes"))
EXTERNAL = f"{TABLE} table-source"
CELLS = frozenset((f"{TABLE} table-cell", f"{TABLE} covered-table-cell"))
COLUMN = f"{TABLE} table-column"
ROW = f"{TABLE} table-row"


def grids_of_opendocument(content: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets in the workbook's order."""
    package = open_package(content)
    allowance = Allowance()
    styles = OdsStyles(allowance)
    if NAMED_STYLES in package:
        read_part(package, NAMED_STYLES, Listener(other_start=styles.note), allowance)
    scan = _ContentScan(styles)
    listener = Listener(text=scan.text.hear, other_start=scan.start, other_end=scan.end)
    read_part(package, CONTENT, listener, allowance)
    return scan.grids(file)


@dataclass
class _ContentScan:
    """Knows which element stands within which, as far as it matters."""

    styles: OdsStyles
    palette: Palette = field(default_factory=Palette)
    sheets: list[OdsSheet] = field(default_factory=list)
    text: OdsText = field(init=False)
    _is_spreadsheet: bool = False
    _apart: int = 0
    _cell: Attributes | None = None
    _depth_in_cell: int = 0

    def __post_init__(self) -> None:
        self.text = OdsText(self.styles)

    def start(self, element: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._depth_in_cell += 1
            self.text.start(element, attributes)
        elif self._apart or element in APART:
            self._apart += 1
        elif element in CELLS:
            self._cell = attributes
            self.text.begin()
        else:
            self._open(element, attributes)

    def end(self, element: str) -> None:
        if self._depth_in_cell:
            self._depth_in_cell -= 1
            self.text.end(element)
        elif self._cell is not None:
            self._sheet.add_cell(self._cell, self.text.built())
            self._cell = None
        elif self._apart:
            self._apart -= 1
        elif element == ROW:
            self._sheet.close_row()

    def grids(self, file: str) -> tuple[Grid, ...]:
        if not self._is_spreadsheet:
            raise damaged(CONTENT)
        return tuple(self._grid(sheet, file) for sheet in self.sheets if not sheet.is_external)

    def _grid(self, sheet: OdsSheet, file: str) -> Grid:
        sheet.keeper.finish()
        return grid_of(sheet.keeper, sheet.layout(), file, tuple(self.palette.numbers))

    def _open(self, element: str, attributes: Attributes) -> None:
        if element == SPREADSHEET:
            self._is_spreadsheet = True
        elif element == SHEET:
            self._open_sheet(attributes)
        elif element == EXTERNAL:
            self._sheet.is_external = True
        elif element == COLUMN:
            self._sheet.add_columns(attributes)
        elif element == ROW:
            self._sheet.open_row(attributes)
        elif not self.sheets:
            self.styles.note(element, attributes)

    def _open_sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) >= MOST_SHEETS:
            raise UnreadableFile(Reason.TOO_LARGE, CONTENT)
        name = attributes.get(f"{TABLE} name", "")
        if any(sheet.keeper.sheet.casefold() == name.casefold() for sheet in self.sheets):
            raise damaged(name)
        hidden = attributes.get(f"{TABLE} style-name") in self.styles.hiding
        keeper = CellKeeper(name, self.styles.allowance)
        self.sheets.append(OdsSheet(keeper, self.styles, self.palette, hidden))

    @property
    def _sheet(self) -> OdsSheet:
        if not self.sheets:
            raise damaged(CONTENT)
        return self.sheets[-1]
