"""Cells as they stand in a workbook, each born with its place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: `file` relative to the input folder, with `/`; `cell` like `D12`."""

    file: str
    sheet: str | None = None
    cell: str | None = None


class CellKind(StrEnum):
    BLANK = "blank"
    ABSENT = "absent"  # the table has no such column
    TEXT = "text"
    NUMBER = "number"
    DISGUISED = "disguised"  # a number whose format shows another one, as `100%` for 1
    MOMENT = "moment"  # a date or a time of day
    BOOLEAN = "boolean"
    ERROR = "error"  # #REF! and its kin
    UNCOMPUTED = "uncomputed"  # a formula whose result was never stored


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `text` is what was typed, to the letter; `underlined` and `struck` (out) give
    spans of it."""

    place: Place
    row: int
    column: int
    kind: CellKind
    text: str = ""
    number: Number | None = None
    moment: date | time | None = None
    underlined: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.kind in (CellKind.BLANK, CellKind.ABSENT) or (
            self.kind is CellKind.TEXT and not self.text.strip()
        )

    @property
    def is_struck_out(self) -> bool:
        """Some of its letters are; whether they still hold is not said."""
        return any(self.text[start:end].strip() for start, end in self.struck)


@dataclass(frozen=True, slots=True)
class Area:
    """A merged block of cells, bounds included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class SparseCells(Mapping[tuple[int, int], Cell]):
    """Cells that are made when they are asked for."""

    @abstractmethod
    def filled(self) -> Iterator[tuple[int, int]]:
        """The places of those that are not empty, told without making any."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its non-blank cells by (row, column), from 1, in the order of rows.

    `merged` and `anchors` end at `edge`, the last used row and column; `overhanging` has the
    blocks that reach further, whole, by their first cell.
    """

    name: str
    file: str
    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    anchors: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    edge: tuple[int, int] = (0, 0)
    overhanging: Mapping[tuple[int, int], Area] = field(default_factory=dict)

    def filled(self) -> Iterator[tuple[int, int]]:
        """The places of the cells that are not empty."""
        if isinstance(self.cells, SparseCells):
            return self.cells.filled()
        return (spot for spot, cell in self.cells.items() if not cell.is_empty)

    def at(self, row: int, column: int) -> Cell:
        """The cell that stands there, a blank one where nothing does."""
        found = self.cells.get((row, column))
        return found or self._blank(row, column)

    def shown_at(self, row: int, column: int) -> Cell:
        """The cell that a reader sees there: inside a merged block, the block's first."""
        inside = min(row, self.edge[0]), min(column, self.edge[1])
        first = self.anchors.get(inside, inside)
        block = self.overhanging.get(first)
        is_one = inside == (row, column) or (block and block.holds(row, column))
        return self.at(*first) if is_one else self.at(row, column)

    def _blank(self, row: int, column: int) -> Cell:
        place = Place(self.file, self.name, coordinate(row, column))
        return Cell(place, row, column, CellKind.BLANK)

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file that could be opened, with its sheets in the workbook's order."""

    file: str
    sha256: str
    grids: tuple[Grid, ...]
    converted: bool = False  # read from an older or foreign format, without formulas


def coordinate(row: int, column: int) -> str:
    """`(12, 4)` -> `D12`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def position(cell: str | None) -> tuple[int, int]:
    """`D12` -> `(12, 4)`; no cell sorts before all others."""
    if not cell:
        return (0, 0)
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(cell[len(letters) :]), column
