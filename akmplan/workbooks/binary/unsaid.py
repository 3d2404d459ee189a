"""What calamine leaves out of a sheet in a foreign format."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.workbooks.limits import MOST_RECORDS
from akmplan.workbooks.reasons import Reason, UnreadableFile
from akmplan.workbooks.references import Position

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
class Unsaid:
    """Error values, which come as blanks, and what is hidden."""

    errors: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def note_error(self, row: int, column: int, code: int) -> None:
        """An error value at a place counted from zero."""
        self.errors[row + 1, column + 1] = ERROR_WORDS.get(code, f"#{code}")

    def note_columns(self, first: int, last: int) -> None:
        """Hidden columns, bounds included, counted from zero."""
        self.hidden_columns.append((first + 1, last + 1))


def counted(count: int, part: str) -> int:
    """One more record of a binary part, as long as there are not absurdly many."""
    if count >= MOST_RECORDS:
        raise UnreadableFile(Reason.TOO_LARGE, part)
    return count + 1
