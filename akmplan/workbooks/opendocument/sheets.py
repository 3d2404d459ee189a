"""One sheet of an .ods file, where rows and cells that repeat are given once."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model.cells import Area
from akmplan.office.refusals import Hazard, Reason, UnreadableFile, damaged, unsafe
from akmplan.office.xmlparts import Attributes
from akmplan.workbooks.kept_cells import CellKeeper, Layout
from akmplan.workbooks.limits import FARTHEST_COLUMN, FARTHEST_ROW, MOST_COLUMN_RANGES, MOST_MERGES
from akmplan.workbooks.numberformats import GENERAL, NumberFormat
from akmplan.workbooks.opendocument.styles import TABLE, OdsStyles
from akmplan.workbooks.opendocument.values import format_shown, payload_of
from akmplan.workbooks.payloads import Payload, size_of_payload
from akmplan.workbooks.richtext import Text
from akmplan.workbooks.styles import PLAIN, Line, Style

VISIBILITY, STYLE_NAME = f"{TABLE} visibility", f"{TABLE} style-name"
DEFAULT_STYLE = f"{TABLE} default-cell-style-name"
COLUMNS_REPEATED, ROWS_REPEATED = (
    f"{TABLE} number-{name}-repeated" for name in ("columns", "rows")
)
COLUMNS_SPANNED, ROWS_SPANNED = (f"{TABLE} number-{name}-spanned" for name in ("columns", "rows"))
HIDING = frozenset(("collapse", "filter"))
LONGEST_REPEAT = 8  # digits


@dataclass(slots=True)
class Palette:
    """The styles met so far, by number, the plain one first."""

    numbers: dict[Style, int] = field(default_factory=lambda: {PLAIN: 0})

    def number_of(self, form: NumberFormat, lines: Line) -> int:
        """The same number for the same style."""
        if form is GENERAL and not lines:
            return 0
        return self.numbers.setdefault(Style(form, lines), len(self.numbers))


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
    _row_cells: list[tuple[int, Payload, int]] = field(default_factory=list)
    _row_blocks: list[tuple[int, int, int]] = field(default_factory=list)
    _columns_seen: int = 0

    def add_columns(self, attributes: Attributes) -> None:
        """Columns, with the style of those of their cells that name none."""
        count = _repeat(attributes, COLUMNS_REPEATED)
        first = self._columns_seen + 1
        self._columns_seen += count
        if attributes.get(VISIBILITY) in HIDING:
            self._hidden_columns.append((first, self._columns_seen))
        if len(self._hidden_columns) > MOST_COLUMN_RANGES:
            raise UnreadableFile(Reason.TOO_LARGE, self.keeper.sheet)
        styled = min(count, max(0, FARTHEST_COLUMN - len(self._column_styles)))
        self._column_styles += [attributes.get(DEFAULT_STYLE, "")] * styled

    def open_row(self, attributes: Attributes) -> None:
        """A row, or several that are the same."""
        self._repeat = _repeat(attributes, ROWS_REPEATED)
        self._row_style = attributes.get(DEFAULT_STYLE, "")
        self._column = 1
        if attributes.get(VISIBILITY) in HIDING:
            end = min(self._row + self._repeat, FARTHEST_ROW + 1)
            self._hidden_rows.update(range(self._row, end))

    def add_cell(self, attributes: Attributes, shown: Text | None) -> None:
        """A cell, or several that are the same, beside one another."""
        count = _repeat(attributes, COLUMNS_REPEATED)
        payload = payload_of(attributes, shown)
        self._note_block(attributes)
        if payload is None:
            self._spend(1)
        else:
            self._refuse_far_cell(count)
            self._spend(count)
            style = self._style(attributes, payload, shown)
            columns = range(self._column, self._column + count)
            self._row_cells += [(column, payload, style) for column in columns]
        self._column += count

    def close_row(self) -> None:
        """The row's cells, once for every row that is the same."""
        if self._row_cells or self._row_blocks:
            self._spend((self._repeat - 1) * len(self._row_cells))
            for row in range(self._row, self._row + self._repeat):
                self._lay(row)
            self._row_cells.clear()
            self._row_blocks.clear()
        self._row += self._repeat

    def layout(self) -> Layout:
        """What the sheet says about its cells."""
        return Layout(self._blocks, self.hidden, self._hidden_rows, self._hidden_columns)

    def _refuse_far_cell(self, count: int) -> None:
        """Before a row of a thousand million cells is written out."""
        last = self._column + count - 1
        if last > FARTHEST_COLUMN:
            raise unsafe(Hazard.FAR_CELL, self.keeper.named(self._row, last))

    def _spend(self, cells: int) -> None:
        self.keeper.allowance.spend_cells(cells, self.keeper.sheet)

    def _lay(self, row: int) -> None:
        for column, payload, style in self._row_cells:
            self.keeper.keep(row, column, payload, size_of_payload(payload), style)
        for column, height, width in self._row_blocks:
            self._blocks.append(Area(row, column, row + height - 1, column + width - 1))
        if len(self._blocks) > MOST_MERGES:
            raise unsafe(Hazard.MERGES, self.keeper.sheet)

    def _note_block(self, attributes: Attributes) -> None:
        height = _repeat(attributes, ROWS_SPANNED)
        width = _repeat(attributes, COLUMNS_SPANNED)
        if height > 1 or width > 1:
            self._row_blocks.append((self._column, height, width))
        if len(self._row_blocks) > MOST_MERGES:
            raise unsafe(Hazard.MERGES, self.keeper.sheet)

    def _style(self, attributes: Attributes, payload: Payload, shown: Text | None) -> int:
        name = attributes.get(STYLE_NAME) or self._row_style or self._column_style
        form = format_shown(attributes, payload, shown)
        return self.palette.number_of(form, self.styles.font_of(name).lines)

    @property
    def _column_style(self) -> str:
        names = self._column_styles
        return names[self._column - 1] if self._column <= len(names) else ""


def _repeat(attributes: Attributes, name: str) -> int:
    number = attributes.get(name)
    if number is None:
        return 1
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_REPEAT):
        raise damaged(name)
    return max(1, int(number))
