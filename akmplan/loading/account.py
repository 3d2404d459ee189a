"""The account of a sheet: which of its cells were used, and why the others were not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from akmplan.model import Cell, Grid, SetAside, SheetKind, SheetUse, coordinate

Spot = tuple[int, int]


@dataclass(slots=True)
class Account:
    """Counts every non-empty cell of one sheet as used or as set aside with a reason."""

    grid: Grid
    used: set[Spot] = field(default_factory=set)
    reasons: dict[Spot, str] = field(default_factory=dict)
    rows: dict[int, list[Spot]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for spot in self.grid.filled():
            self.rows.setdefault(spot[0], []).append(spot)

    def use(self, *cells: Cell) -> None:
        self.used.update((cell.row, cell.column) for cell in cells)

    def use_row(self, row: int) -> None:
        self.used.update(self.rows.get(row, ()))

    def set_aside_row(self, row: int, reason: str) -> None:
        self.reasons.update(dict.fromkeys(self.rows.get(row, ()), reason))

    def words_used(self, figures: Iterable[Cell]) -> Iterator[Cell]:
        """The cells used so far but for those of the figures, which speak for themselves."""
        spots = {(cell.row, cell.column) for cell in figures}
        yield from (self.grid.at(*spot) for spot in sorted(self.used - spots))

    def close(self, kind: SheetKind, otherwise: str) -> SheetUse:
        """The finished account; cells that nobody named are set aside as `otherwise`."""
        spots = [spot for row in self.rows.values() for spot in row]
        left = [spot for spot in spots if spot not in self.used]
        aside = tuple(
            SetAside(coordinate(*spot), self.reasons.get(spot, otherwise)) for spot in sorted(left)
        )
        return SheetUse(self.grid.name, kind, len(spots), len(spots) - len(left), aside)


def unused(grid: Grid, kind: SheetKind, reason: str) -> SheetUse:
    """The account of a sheet that is not read at all."""
    return taken_from(grid, kind, (), reason)


def taken_from(grid: Grid, kind: SheetKind, spots: Iterable[Spot], reason: str) -> SheetUse:
    """The account of a sheet of which nothing is read but the cells that references name."""
    used = frozenset(spot for spot in spots if not grid.at(*spot).is_empty)
    cells = sum(1 for _ in grid.filled())
    return SheetUse(grid.name, kind, cells, len(used), _AllBut(grid, used, reason, cells))


@dataclass(frozen=True, slots=True)
class _AllBut(Collection[SetAside]):
    """Every cell of a sheet but those used, told when asked for: a catalogue has a million."""

    grid: Grid
    used: frozenset[Spot]
    reason: str
    cells: int

    def __iter__(self) -> Iterator[SetAside]:
        left = (spot for spot in self.grid.filled() if spot not in self.used)
        return (SetAside(coordinate(*spot), self.reason) for spot in left)

    def __len__(self) -> int:
        return self.cells - len(self.used)

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)
