"""What stands above each column of a table: a merged heading stands above all that it covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from akmplan.model import Area, Cell, Grid, Place

_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class HeadingColumn:
    """A column with the heading cells above it, the uppermost first; `shared` are the places of
    those that stand above other columns too."""

    column: int
    cells: tuple[Cell, ...]
    shared: frozenset[Place]

    @property
    def year(self) -> int | None:
        """The year that the column is of: what stands nearer to its figures decides."""
        years = (year_in(cell.text) for cell in reversed(self.cells))
        return next((year for year in years if year), None)

    @property
    def is_part(self) -> bool:
        """A heading above it stands above other columns too."""
        return any(cell.place in self.shared for cell in self.cells[:-1])


def year_in(text: str) -> int | None:
    """The first year that a text names."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def heading_columns(
    grid: Grid, rows: Sequence[Sequence[Cell]], apart: Collection[int] = ()
) -> list[HeadingColumn]:
    """The columns that have a cell of their own in these rows, given by their filled cells. The
    headings of the columns `apart` stand above those alone."""
    columns = sorted({cell.column for cells in rows for cell in cells})
    blocks = _blocks(grid, rows)
    above = _Above(grid, rows, blocks.keys(), apart)
    stacks = {column: above.stack(column) for column in columns}
    heads = Counter(cell.place for stack in stacks.values() for cell in stack)
    wide = {place for place, area in blocks.items() if area.right > area.left}
    shared = frozenset(wide | {place for place, count in heads.items() if count > 1})
    return [HeadingColumn(column, stack, shared) for column, stack in stacks.items()]


def _blocks(grid: Grid, rows: Sequence[Sequence[Cell]]) -> dict[Place, Area]:
    """The merged blocks that begin with one of these cells."""
    places = {(cell.row, cell.column): cell.place for cells in rows for cell in cells}
    spots = ((area, (area.top, area.left)) for area in grid.merged)
    return {places[spot]: area for area, spot in spots if spot in places}


@dataclass(frozen=True, slots=True)
class _Above:
    """The heading rows, looked at from below."""

    grid: Grid
    rows: Sequence[Sequence[Cell]]
    merged: Collection[Place]
    apart: Collection[int]

    def stack(self, column: int) -> tuple[Cell, ...]:
        """The cells above a column, each once."""
        own = [at for at, cells in enumerate(self.rows) for cell in cells if cell.column == column]
        found = [self._cell(cells, column, at < own[-1]) for at, cells in enumerate(self.rows)]
        first = self.rows[0][0].row
        above = [cell for cell in found if not cell.is_empty and cell.row >= first]
        return tuple({cell.place: cell for cell in above}.values())

    def _cell(self, cells: Sequence[Cell], column: int, has_one_below: bool) -> Cell:
        """The cell shown there; over a heading of its own, else the nearest one to the left."""
        shown = self.grid.shown_at(cells[0].row, column)
        if not shown.is_empty or not has_one_below:
            return shown
        left = [cell for cell in cells if cell.column < column][-1:]
        is_open = left and left[0].place not in self.merged and left[0].column not in self.apart
        return left[0] if is_open else shown
