"""One worksheet part, read to the last cell, those under merged blocks and in hidden rows too."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from akmplan.model.cells import Area, coordinate
from akmplan.workbooks.limits import (
    CELL_SIZE,
    FARTHEST_COLUMN,
    FARTHEST_ROW,
    LARGEST_BOX,
    MOST_COLUMN_RANGES,
    Allowance,
)
from akmplan.workbooks.namespaces import MAIN
from akmplan.workbooks.opencells import OpenCell
from akmplan.workbooks.payloads import Payload, size_of_payload
from akmplan.workbooks.reasons import Hazard, UnreadableFile, damaged, unsafe
from akmplan.workbooks.references import COLUMNS, ROWS, Position, area_of, position_of
from akmplan.workbooks.storedcells import STRIDE, CellStore
from akmplan.workbooks.xmlparts import Attributes, Listener

TRUE_WORDS = frozenset(("1", "true"))


@dataclass(slots=True)
class SheetScan:
    """Is told of the part's elements one by one and keeps what the sheet holds."""

    name: str
    cell: OpenCell
    allowance: Allowance
    style_numbers: Mapping[str, int]
    store: CellStore = field(default_factory=CellStore)
    blocks: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    last: Position = (0, 0)
    _row: int = 0
    _row_is_given: bool = False
    _column: int = 0
    _style: int = 0
    _is_in_cell: bool = False
    _every: array[int] = field(default_factory=lambda: array("Q"))
    _is_ordered: bool = True
    _has_data: bool = False

    def listener(self) -> Listener:
        """What the parser of the part has to call."""
        starts = _by_element(
            {
                "c": self._open_cell,
                "row": self._open_row,
                "col": self._note_columns,
                "mergeCell": self._note_block,
                "sheetData": self._open_data,
                **self.cell.starts(),
            }
        )
        ends = _by_element({"c": self._close_cell, **self.cell.ends()})

        def start(element: str, attributes: Attributes) -> None:
            opened = starts.get(element)
            if opened is not None:
                opened(attributes)

        def end(element: str) -> None:
            closed = ends.get(element)
            if closed is not None:
                closed()

        return Listener(start, end, self.cell.pieces.heard.append, self._settle)

    def finish(self) -> None:
        """Cells into order, and no two of them in one place."""
        if not self._has_data:
            raise damaged(self.name)
        if self.last[0] * self.last[1] > LARGEST_BOX:
            raise unsafe(Hazard.FAR_CELL, f"{self.name}!{coordinate(*self.last)}")
        if not self._is_ordered:
            self._refuse_twins()
            self.store.sort()

    @property
    def where(self) -> str:
        """The place that is being read, for a message."""
        return f"{self.name}!{coordinate(self._row, self._column)}"

    def _open_data(self, _: Attributes) -> None:
        self._has_data = True

    def _open_row(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        self._row = self._row + 1 if given is None else _row_number(given, self.name)
        self._row_is_given = given is not None
        self._column = 0
        if attributes.get("hidden") in TRUE_WORDS or _is_zero(attributes.get("ht")):
            self.hidden_rows.add(self._row)

    def _open_cell(self, attributes: Attributes) -> None:
        if self._is_in_cell:
            raise damaged(self.where)
        self._is_in_cell = True
        self._move_to(attributes.get("r"))
        style = self.style_numbers.get(attributes.get("s", "0"))
        if style is None:
            raise damaged(self.where)
        self._style = style
        self.cell.begin(attributes.get("t", "n"))

    def _move_to(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = self._position(reference)
        key = self._row * STRIDE + self._column
        if self._every and key <= self._every[-1]:
            self._is_ordered = False
        self._every.append(key)

    def _position(self, reference: str) -> Position:
        try:
            row, column = position_of(reference)
        except ValueError as fault:
            raise damaged(f"{self.name}!{reference[:20]}") from fault
        if self._row_is_given and row != self._row:
            raise damaged(f"{self.name}!{reference}")
        return row, column

    def _close_cell(self) -> None:
        self._is_in_cell = False
        if self.cell.is_bare:
            return
        try:
            payload = self.cell.payload(self._style, (self._row, self._column))
        except (ValueError, IndexError) as fault:
            raise damaged(self.where) from fault
        if payload is not None:
            self._keep(payload)

    def _keep(self, payload: Payload) -> None:
        row, column = self._row, self._column
        if row > FARTHEST_ROW or column > FARTHEST_COLUMN:
            raise unsafe(Hazard.FAR_CELL, self.where)
        self.store.add(row * STRIDE + column, payload, self._style)
        self.last = max(row, self.last[0]), max(column, self.last[1])
        is_shared = self.cell.kind == "s"
        self.allowance.hold(CELL_SIZE if is_shared else CELL_SIZE + size_of_payload(payload))

    def _settle(self) -> None:
        self.cell.pieces.settle()
        self.allowance.spend_cells(len(self._every) - self._counted, self.name)
        self._counted = len(self._every)

    def _refuse_twins(self) -> None:
        keys = sorted(self._every)
        twin = next((key for key, after in zip(keys, keys[1:], strict=False) if key == after), None)
        if twin is not None:
            raise damaged(f"{self.name}!{coordinate(*divmod(twin, STRIDE))}")

    def _note_columns(self, attributes: Attributes) -> None:
        if len(self.hidden_columns) >= MOST_COLUMN_RANGES:
            raise UnreadableFile
        if attributes.get("hidden") in TRUE_WORDS or _is_zero(attributes.get("width")):
            self.hidden_columns.append(_column_range(attributes, self.name))
