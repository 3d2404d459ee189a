"""One worksheet part, read to the last cell, those under merged blocks and in hidden rows too."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from akmplan.model.cells import coordinate
from akmplan.workbooks.limits import (
    CELL_SIZE,
    FARTHEST_COLUMN,
    FARTHEST_ROW,
    LARGEST_BOX,
    Allowance,
)
from akmplan.workbooks.namespaces import MAIN
from akmplan.workbooks.opencells import OpenCell
from akmplan.workbooks.payloads import Payload, size_of_payload
from akmplan.workbooks.reasons import Hazard, damaged, unsafe
from akmplan.workbooks.references import COLUMNS, Position, position_of, row_of
from akmplan.workbooks.sheetmarks import SheetMarks
from akmplan.workbooks.storedcells import STRIDE, CellStore
from akmplan.workbooks.xmlparts import Attributes, Listener


@dataclass(slots=True)
class SheetScan:
    """Is told of the part's elements one by one and keeps what the sheet holds."""

    name: str
    cell: OpenCell
    allowance: Allowance
    style_numbers: Mapping[str, int]
    marks: SheetMarks
    store: CellStore = field(default_factory=CellStore)
    last: Position = (0, 0)
    _row: int = 0
    _row_is_given: bool = False
    _column: int = 0
    _style: int = 0
    _is_in_cell: bool = False
    _has_data: bool = False
    _is_ordered: bool = True
    _every: array[int] = field(default_factory=lambda: array("Q"))
    _counted: int = 0

    def listener(self) -> Listener:
        """What the parser of the part has to call."""
        own = {
            "c": self._open_cell,
            "row": self._open_row,
            "col": self.marks.note_columns,
            "mergeCell": self.marks.note_block,
            "sheetData": self._open_data,
        }
        starts = {f"{MAIN} {name}": call for name, call in (own | self.cell.starts()).items()}
        ends = {f"{MAIN} {name}": call for name, call in self.cell.ends().items()}
        ends[f"{MAIN} c"] = self._close_cell

        def start(element: str, attributes: Attributes) -> None:
            if element in starts:
                starts[element](attributes)

        def end(element: str) -> None:
            if element in ends:
                ends[element]()

        return Listener(start, end, self.cell.pieces.heard.append, self._settle)

    def finish(self) -> None:
        """Cells into order, no two of them in one place, none absurdly far away."""
        if not self._has_data:
            raise damaged(self.name)
        if self.last[0] * self.last[1] > LARGEST_BOX:
            raise unsafe(Hazard.FAR_CELL, self._named(*self.last))
        if not self._is_ordered:
            self._refuse_twins()
            self.store.sort()

    def _open_data(self, _: Attributes) -> None:
        self._has_data = True

    def _open_row(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        self._row_is_given = given is not None
        self._row = self._row + 1 if given is None else self._row_number(given)
        self._column = 0
        self.marks.note_row(self._row, attributes)

    def _row_number(self, given: str) -> int:
        try:
            return row_of(given)
        except ValueError as fault:
            raise damaged(f"{self.name}!{given[:20]}") from fault

    def _open_cell(self, attributes: Attributes) -> None:
        self._move_to(attributes.get("r"))
        style = self.style_numbers.get(attributes.get("s", "0"))
        if style is None or self._is_in_cell:
            raise damaged(self._where)
        self._is_in_cell = True
        self._style = style
        self.cell.begin(attributes.get("t", "n"))

    def _move_to(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = self._position(reference)
        if self._row < 1 or self._column > COLUMNS:
            raise damaged(self.name)
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
            raise damaged(self._where) from fault
        if payload is not None:
            self._keep(payload)

    def _keep(self, payload: Payload) -> None:
        row, column = self._row, self._column
        if row > FARTHEST_ROW or column > FARTHEST_COLUMN:
            raise unsafe(Hazard.FAR_CELL, self._where)
        self.store.add(row * STRIDE + column, payload, self._style)
        self.last = max(row, self.last[0]), max(column, self.last[1])
        if self.cell.kind != "s":  # shared texts are held once, whoever shows them
            self.allowance.hold(size_of_payload(payload))
        self.allowance.hold(CELL_SIZE)

    def _settle(self) -> None:
        self.cell.pieces.settle()
        self.allowance.spend_cells(len(self._every) - self._counted, self.name)
        self._counted = len(self._every)

    def _refuse_twins(self) -> None:
        keys = sorted(self._every)
        for key, after in zip(keys, keys[1:], strict=False):
            if key == after:
                raise damaged(self._named(*divmod(key, STRIDE)))

    @property
    def _where(self) -> str:
        return self._named(self._row, self._column)

    def _named(self, row: int, column: int) -> str:
        return f"{self.name}!{coordinate(row, column)}"
