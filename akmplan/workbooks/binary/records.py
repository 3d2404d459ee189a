"""What the records of a binary sheet say by themselves, beside what calamine makes of them.

Calamine gives error values as blanks and does not tell what is hidden. The records also are the
second witness: a number that only one of the two knows, or a place given twice, is damage.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import pairwise

from akmplan.workbooks.limits import MOST_RECORDS
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
        self._numbers.append(_key(row, column))

    def note_text(self, row: int, column: int) -> None:
        """A text, which may be empty."""
        self._others.append(_key(row, column))

    def note_error(self, row: int, column: int, code: int) -> None:
        """An error value."""
        self._others.append(_key(row, column))
        self.errors[row + 1, column + 1] = ERROR_WORDS.get(code, f"#{code}")

    def note_columns(self, first: int, last: int) -> None:
        """Hidden columns, bounds included."""
        self.hidden_columns.append((first + 1, last + 1))

    def contradiction(self, told: array[int]) -> Position | None:
        """The first place that stands twice, or holds a number that is not told."""
        keys = sorted((*self._numbers, *self._others))
        twins = {key for key, after in pairwise(keys) if key == after}
        untold = set(self._numbers).difference(told)
        wrong = twins | untold
        return divmod(min(wrong), STRIDE) if wrong else None


def _key(row: int, column: int) -> int:
    return (row + 1) * STRIDE + column + 1


def counted(count: int, part: str) -> int:
    """One more record of a binary part, as long as there are not absurdly many."""
    if count >= MOST_RECORDS:
        raise UnreadableFile(Reason.TOO_LARGE, part)
    return count + 1
