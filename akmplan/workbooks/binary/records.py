"""What the records of a binary sheet say by themselves, beside what calamine makes of them.

Calamine gives error values as blanks and does not tell what is hidden. The records also are the
second witness: a number that only one of the two knows, or a place given twice, is damage.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from akmplan.workbooks.limits import MOST_ERRORS, MOST_RECORDS, MOST_VALUES
from akmplan.workbooks.reasons import Reason, UnreadableFile
from akmplan.workbooks.references import Position
from akmplan.workbooks.storedcells import STRIDE

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
    _numbers: array[int] = field(default_factory=lambda: array("Q"))
    _others: array[int] = field(default_factory=lambda: array("Q"))

    def note_number(self, row: int, column: int) -> None:
        """A number or a truth value."""
        _add(self._numbers, row, column)

    def note_text(self, row: int, column: int) -> None:
        """A text, which may be empty."""
        _add(self._others, row, column)

    def note_error(self, row: int, column: int, code: int) -> None:
        """An error value."""
        _add(self._others, row, column)
        self.errors[row + 1, column + 1] = ERROR_WORDS.get(code, f"#{code}")
        if len(self.errors) > MOST_ERRORS:
            raise UnreadableFile(Reason.TOO_LARGE, "errors")

    def note_columns(self, first: int, last: int) -> None:
        """Hidden columns, bounds included."""
        self.hidden_columns.append((first + 1, last + 1))

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


def _add(keys: array[int], row: int, column: int) -> None:
    keys.append((row + 1) * STRIDE + column + 1)
    if len(keys) > MOST_VALUES:
        raise UnreadableFile(Reason.TOO_LARGE, "cells")


def counted(count: int, part: str) -> int:
    """One more record of a binary part, as long as there are not absurdly many."""
    if count >= MOST_RECORDS:
        raise UnreadableFile(Reason.TOO_LARGE, part)
    return count + 1
