"""Keeps a sheet's cells while it is read, whatever the format, and lays the grid out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from akmplan.model.cells import Area, Grid, coordinate
from akmplan.office.refusals import Hazard, unsafe
from akmplan.workbooks.limits import (
    CELL_SIZE,
    FARTHEST_COLUMN,
    FARTHEST_ROW,
    LARGEST_BOX,
    Allowance,
)
from akmplan.workbooks.merged_blocks import merging_of
from akmplan.workbooks.payloads import Payload
from akmplan.workbooks.references import Position
from akmplan.workbooks.storedcells import STRIDE, CellStore, StoredCells
from akmplan.workbooks.styles import PLAIN, Style


@dataclass(slots=True)
class CellKeeper:
    """The non-blank cells of one sheet, none of them absurdly far away."""

    sheet: str
    allowance: Allowance
    store: CellStore = field(default_factory=CellStore)
    last: Position = (0, 0)

    def keep(self, row: int, column: int, payload: Payload, size: int, style: int = 0) -> None:
        """One more cell; `size` is what its payload adds to memory."""
        if row > FARTHEST_ROW or column > FARTHEST_COLUMN:
            raise unsafe(Hazard.FAR_CELL, self.named(row, column))
        self.store.add(row * STRIDE + column, payload, style)
        self.last = max(row, self.last[0]), max(column, self.last[1])
        self.allowance.spend_value(self.sheet)
        self.allowance.hold(CELL_SIZE + size)

    def finish(self) -> None:
        """The used part is small enough for readers that walk all of it."""
        if self.last[0] * self.last[1] > LARGEST_BOX:
            raise unsafe(Hazard.FAR_CELL, self.named(*self.last))

    def named(self, row: int, column: int) -> str:
        """A place on this sheet, for a message."""
        return f"{self.sheet}!{coordinate(row, column)}"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet says about its cells without holding any."""

    blocks: Iterable[Area] = ()
    hidden: bool = False
    hidden_rows: Iterable[int] = ()
    hidden_columns: Iterable[tuple[int, int]] = ()


def grid_of(
    keeper: CellKeeper, layout: Layout, file: str, styles: tuple[Style, ...] = (PLAIN,)
) -> Grid:
    """The sheet, with everything beyond its last used row and column left out."""
    last_row, last_column = keeper.last
    merging = merging_of(layout.blocks, keeper.last, keeper.sheet, keeper.allowance)
    columns: set[int] = set()
    for first, end in layout.hidden_columns:
        columns.update(range(first, min(end, last_column) + 1))
    return Grid(
        name=keeper.sheet,
        file=file,
        cells=StoredCells(file, keeper.sheet, keeper.store, styles),
        merged=merging.areas,
        hidden=layout.hidden,
        hidden_rows=frozenset(row for row in layout.hidden_rows if row <= last_row),
        hidden_columns=frozenset(columns),
        anchors=merging.anchors,
        edge=keeper.last,
        overhanging=merging.overhanging,
    )
