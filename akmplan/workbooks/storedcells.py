"""The cells of a sheet, kept as numbers and payloads and made into `Cell` when asked for.

A million `Cell` objects would take half a gigabyte; the same cells take a tenth of it this way.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from akmplan.model.cells import Cell, Place, SparseCells, coordinate
from akmplan.workbooks.payloads import Payload, cell_of, is_blank
from akmplan.workbooks.styles import Style

STRIDE = 1 << 20  # beyond any column, so that row and column make one number


@dataclass(slots=True)
class CellStore:
    """Keys in the order of rows, then columns, each with its payload and style number."""

    keys: array[int] = field(default_factory=lambda: array("Q"))
    payloads: list[Payload] = field(default_factory=list)
    styles: array[int] = field(default_factory=lambda: array("I"))

    def add(self, key: int, payload: Payload, style: int) -> None:
        """One more cell, in whatever order the file gives them."""
        self.keys.append(key)
        self.payloads.append(payload)
        self.styles.append(style)

    def sort(self) -> None:
        """Rows from above, columns from the left."""
        order = sorted(range(len(self.keys)), key=self.keys.__getitem__)
        self.keys = array("Q", (self.keys[index] for index in order))
        self.payloads = [self.payloads[index] for index in order]
        self.styles = array("I", (self.styles[index] for index in order))


class StoredCells(SparseCells):
    """A sheet's non-blank cells by (row, column), in the order of rows."""

    __slots__ = ("_file", "_sheet", "_store", "_styles")

    def __init__(self, file: str, sheet: str, store: CellStore, styles: tuple[Style, ...]) -> None:
        self._file = file
        self._sheet = sheet
        self._store = store
        self._styles = styles

    def __getitem__(self, position: tuple[int, int]) -> Cell:
        row, column = position
        key = row * STRIDE + column
        keys = self._store.keys
        index = bisect_left(keys, key)
        if index == len(keys) or keys[index] != key:
            raise KeyError(position)
        return self._cell(index, row, column)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return (divmod(key, STRIDE) for key in self._store.keys)

    def filled(self) -> Iterator[tuple[int, int]]:
        """The places of those that are not empty, told without making any."""
        for key, payload in zip(self._store.keys, self._store.payloads, strict=True):
            if not is_blank(payload):
                yield divmod(key, STRIDE)

    def __len__(self) -> int:
        return len(self._store.keys)

    def _cell(self, index: int, row: int, column: int) -> Cell:
        place = Place(self._file, self._sheet, coordinate(row, column))
        style = self._styles[self._store.styles[index]]
        return cell_of(place, row, column, self._store.payloads[index], style)
