"""One worksheet part, read to the last cell, those under merged blocks and in hidden rows too."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from akmplan.office.refusals import damaged
from akmplan.office.xmlparts import Attributes, Listener
from akmplan.workbooks.kept_cells import CellKeeper
from akmplan.workbooks.openxml.elements import in_main
from akmplan.workbooks.openxml.opencells import OpenCell
from akmplan.workbooks.openxml.sheetmarks import SheetMarks
from akmplan.workbooks.payloads import size_of_payload
from akmplan.workbooks.references import COLUMNS, column_of, position_of, row_of
from akmplan.workbooks.storedcells import STRIDE


@dataclass(slots=True)
class SheetScan:
    """Is told of the part's elements one by one and keeps what the sheet holds."""

    keeper: CellKeeper
    cell: OpenCell
    marks: SheetMarks
    style_numbers: Mapping[str, int]
    _row: int = 0
    _row_given: str = ""
    _column: int = 0
    _style: int = 0
    _is_in_cell: bool = False
    _has_data: bool = False
    _is_ordered: bool = True
    _last_key: int = 0
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
        starts = in_main({**own, **self.cell.starts()})
        ends = in_main({"c": self._close_cell, **self.cell.ends()})
        return Listener(starts, ends, self.cell.pieces.heard.append, self._settle)

    def finish(self) -> None:
        """Cells into order, no two of them in one place, none absurdly far away."""
        if not self._has_data:
            raise damaged(self.keeper.sheet)
        self.keeper.finish()
        if not self._is_ordered:
            self._refuse_twins()
            self.keeper.store.sort()

    def _open_data(self, _: Attributes) -> None:
        self._has_data = True

    def _open_row(self, attributes: Attributes) -> None:
        self._row_given = attributes.get("r", "")
        try:
            self._row = row_of(self._row_given) if self._row_given else self._row + 1
        except ValueError as fault:
            raise damaged(f"{self.keeper.sheet}!{self._row_given[:20]}") from fault
        self._column = 0
        self.marks.note_row(self._row, attributes)

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
            self._move_to_given(reference)
        if self._row < 1 or self._column > COLUMNS:
            raise damaged(self.keeper.sheet)
        key = self._row * STRIDE + self._column
        if key <= self._last_key:
            self._is_ordered = False
        self._last_key = key
        self._every.append(key)

    def _move_to_given(self, reference: str) -> None:
        """In a row that has a number the cell must have the same; letters are left then."""
        try:
            if self._row_given:
                if not reference.endswith(self._row_given):
                    raise ValueError(reference)
                self._column = column_of(reference.removesuffix(self._row_given))
            else:
                self._row, self._column = position_of(reference)
        except ValueError as fault:
            raise damaged(f"{self.keeper.sheet}!{reference[:20]}") from fault

    def _close_cell(self) -> None:
        self._is_in_cell = False
        if self.cell.is_bare:
            return
        try:
            payload = self.cell.payload(self._style, (self._row, self._column))
        except (ValueError, IndexError) as fault:
            raise damaged(self._where) from fault
        if payload is not None:
            # A shared text is held once, whoever shows it.
            size = 0 if self.cell.kind == "s" else size_of_payload(payload)
            self.keeper.keep(self._row, self._column, payload, size, self._style)

    def _settle(self) -> None:
        self.cell.pieces.settle()
        self.keeper.allowance.spend_cells(len(self._every) - self._counted, self.keeper.sheet)
        self._counted = len(self._every)

    def _refuse_twins(self) -> None:
        keys = sorted(self._every)
        for key, after in pairwise(keys):
            if key == after:
                raise damaged(self.keeper.named(*divmod(key, STRIDE)))

    @property
    def _where(self) -> str:
        return self.keeper.named(self._row, self._column)
