"""What the records of a binary sheet say by themselves, beside what calamine makes of them.

Calamine gives error values as blanks and does not tell what is hidden. The records also are the
second witness: a number that only one of the two knows, or a place given twice, is damage.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from akmplan.model.cells import coordinate
from akmplan.office.refusals import Hazard, Reason, UnreadableFile, unsafe
from akmplan.workbooks.limits import (
    FARTHEST_ROW,
    LARGEST_BOX,
    MOST_COLUMN_RANGES,
    MOST_ERRORS,
    MOST_RECORDS,
    MOST_VALUES,
)
from akmplan.workbooks.references import Position
from akmplan.workbooks.storedcells import STRIDE
from akmplan.workbooks.styles import PLAIN, Style

ERROR_WORDS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class SheetRecords:
    """Rows and columns are noted as the records count them, from zero."""

    errors: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    styles: dict[Position, Style] = field(default_factory=dict)
    last: Position = (0, 0)
    _numbers: array[int] = field(default_factory=lambda: array("Q"))
    _others: array[int] = field(default_factory=lambda: array("Q"))

    def note_number(self, row: int, column: int) -> None:
        """A number or a truth value."""
        self._add(self._numbers, row, column)

    def note_text(self, row: int, column: int) -> None:
        """A text, which may be empty."""
        self._add(self._others, row, column)

    def note_error(self, row: int, column: int, code: int) -> None:
        """An error value."""
        self._add(self._others, row, column)
        self.errors[row + 1, column + 1] = ERROR_WORDS.get(code, f"#{code}")
        if len(self.errors) > MOST_ERRORS:
            raise UnreadableFile(Reason.TOO_LARGE, "errors")

    def note_columns(self, first: int, last: int) -> None:
        """Hidden columns, bounds included."""
        self.hidden_columns.append((first + 1, last + 1))
        if len(self.hidden_columns) > MOST_COLUMN_RANGES:
            raise UnreadableFile(Reason.TOO_LARGE, "columns")

    def note_hidden_row(self, row: int) -> None:
        """A row that is not shown."""
        if row < FARTHEST_ROW:
            self.hidden_rows.add(row + 1)

    def note_style(self, row: int, column: int, style: Style) -> None:
        """A cell that says something else than its value alone."""
        if style != PLAIN:
            self.styles[row + 1, column + 1] = style

    def _add(self, keys: array[int], row: int, column: int) -> None:
        keys.append((row + 1) * STRIDE + column + 1)
        self.last = max(self.last[0], row + 1), max(self.last[1], column + 1)
        if len(keys) > MOST_VALUES:
            raise UnreadableFile(Reason.TOO_LARGE, "cells")
        if self.last[0] * self.last[1] > LARGEST_BOX:
            # Calamine lays out every place up to the last one, whether used or not.
            raise unsafe(Hazard.FAR_CELL, coordinate(*self.last))

    def contradiction(self, told: array[int]) -> Position | None:
        """A place that stands twice, or holds a number that is not among the sorted told ones."""
        for key, after in pairwise(sorted(self._numbers + self._others)):
            if key == after:
                return divmod(key, STRIDE)
        for key in self._numbers:
            index = bisect_left(told, key)
            if index == len(told) or told[index] != key:
                return divmod(key, STRIDE)
        return None


def counted(count: int, part: str) -> int:
    """One more record of a binary part, as long as there are not absurdly many."""
    if count >= MOST_RECORDS:
        raise UnreadableFile(Reason.TOO_LARGE, part)
    return count + 1
