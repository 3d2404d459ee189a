"""One sheet of an .ods file, where rows and cells that repeat are given once."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model.cells import Area
from akmplan.workbooks.keeping import CellKeeper, Layout
from akmplan.workbooks.limits import FARTHEST_COLUMN, FARTHEST_ROW, MOST_MERGES
from akmplan.workbooks.opendocument.styles import TABLE, OdsStyles
from akmplan.workbooks.opendocument.values import format_shown, payload_of
from akmplan.workbooks.payloads import Payload, size_of_payload
from akmplan.workbooks.reasons import Hazard, damaged, unsafe
from akmplan.workbooks.richtext import Text
from akmplan.workbooks.styles import Style
from akmplan.workbooks.xmlparts import Attributes

HIDING = frozenset(("collapse", "filter"))
LONGEST_REPEAT = 8  # digits


@dataclass(slots=True)
class Palette:
    """The styles met so far, by number."""

    numbers: dict[Style, int] = field(default_factory=dict)

    def number_of(self, style: Style) -> int:
        """The same number for the same style."""
        return self.numbers.setdefault(style, len(self.numbers))


@dataclass(frozen=True, slots=True)
class _RowCell:
    column: int
    payload: Payload
    style: int


@dataclass(slots=True)
class OdsSheet:
    """Is told of columns, rows and cells in their order."""

    keeper: CellKeeper
    styles: OdsStyles
    palette: Palette
    hidden: bool = False
    is_external: bool = False
    _blocks: list[Area] = field(default_factory=list)
    _hidden_rows: set[int] = field(default_factory=set)
    _hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    _column_styles: list[str] = field(default_factory=list)
    _row: int = 1
    _repeat: int = 1
    _row_style: str = ""
    _column: int = 1
    _row_cells: list[_RowCell] = field(default_factory=list)
    _row_blocks: list[tuple[int, int, int]] = field(default_factory=list)
    _columns_seen: int = 0

    def add_columns(self, attributes: Attributes) -> None:
        """Columns, with the style of those of their cells that name none."""
        count = _repeat(attributes, "number-columns-repeated")
        first = self._columns_seen + 1
        self._columns_seen += count
        if attributes.get(f"{TABLE} visibility") in HIDING:
            self._hidden_columns.append((first, self._columns_seen))
        styled = min(count, max(0, FARTHEST_COLUMN - len(self._column_styles)))
        self._column_styles += [attributes.get(f"{TABLE} default-cell-style-name", "")] * styled

    def open_row(self, attributes: Attributes) -> None:
        """A row, or several that are the same."""
        self._repeat = _repeat(attributes, "number-rows-repeated")
        self._row_style = attributes.get(f"{TABLE} default-cell-style-name", "")
        self._column = 1
        if attributes.get(f"{TABLE} visibility") in HIDING:
            end = min(self._row + self._repeat, FARTHEST_ROW + 1)
            self._hidden_rows.update(range(self._row, end))

    def add_cell(self, attributes: Attributes, shown: Text | None) -> None:
        """A cell, or several that are the same, beside one another."""
        count = _repeat(attributes, "number-columns-repeated")
        payload = payload_of(attributes, shown)
        self._note_block(attributes)
        if payload is not None:
            style = self.palette.number_of(self._style(attributes, payload, shown))
            self.keeper.allowance.spend_cells(count, self.keeper.sheet)
            columns = range(self._column, self._column + count)
            self._row_cells += [_RowCell(column, payload, style) for column in columns]
        self._column += count

    def close_row(self) -> None:
        """The row's cells, once for every row that is the same."""
        if self._row_cells or self._row_blocks:
            self.keeper.allowance.spend_cells(
                self._repeat * len(self._row_cells), self.keeper.sheet
            )
            for row in range(self._row, self._row + self._repeat):
                self._lay(row)
            self._row_cells.clear()
            self._row_blocks.clear()
        self._row += self._repeat

    def layout(self) -> Layout:
        """What the sheet says about its cells."""
        return Layout(self._blocks, self.hidden, self._hidden_rows, self._hidden_columns)

    def _lay(self, row: int) -> None:
        for cell in self._row_cells:
            size = size_of_payload(cell.payload)
            self.keeper.keep(row, cell.column, cell.payload, size, cell.style)
        for column, height, width in self._row_blocks:
            self._blocks.append(Area(row, column, row + height - 1, column + width - 1))
        if len(self._blocks) > MOST_MERGES:
            raise unsafe(Hazard.MERGES, self.keeper.sheet)

    def _note_block(self, attributes: Attributes) -> None:
        height = _repeat(attributes, "number-rows-spanned")
        width = _repeat(attributes, "number-columns-spanned")
        if (height, width) != (1, 1):
            self._row_blocks.append((self._column, height, width))

    def _style(self, attributes: Attributes, payload: Payload, shown: Text | None) -> Style:
        name = attributes.get(f"{TABLE} style-name") or self._row_style or self._column_style
        return Style(format_shown(payload, shown), name in self.styles.underlining)

    @property
    def _column_style(self) -> str:
        names = self._column_styles
        return names[self._column - 1] if self._column <= len(names) else ""


def _repeat(attributes: Attributes, name: str) -> int:
    number = attributes.get(f"{TABLE} {name}", "1")
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_REPEAT):
        raise damaged(name)
    return max(1, int(number))
