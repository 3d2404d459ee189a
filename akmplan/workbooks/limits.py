"""How much one file may ask for, in absolute numbers, so that none takes the machine with it.

A catalogue of 50,000 rows by 20 columns passes with room to spare; a reader that walks every
place up to the last one still ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.office.package_limits import MIB, XmlAllowance
from akmplan.office.refusals import Hazard, Reason, UnreadableFile, unsafe

LARGEST_FILE = 48 * MIB

MOST_FORMATS = 10_000
MOST_SHEETS = 1_000
MOST_COLUMN_RANGES = 16_384
MOST_CELLS = 2_000_000  # those that carry only a format included
MOST_VALUES = 1_250_000
MOST_HELD = 144 * MIB
CELL_SIZE = 32  # roughly what one cell takes beside its payload
LONGEST_TEXT = 8 * MIB
MOST_PIECES = 1_024  # of character data in one text
MOST_RUNS = 32_767  # as many as a cell has letters at most

LONGEST_FORMULA = 255
MOST_MOVED_FORMULAS = 1_000

FARTHEST_ROW = 200_000
FARTHEST_COLUMN = 1_024
LARGEST_BOX = 5_000_000

MOST_MERGES = 20_000
MOST_MERGED_CELLS = 200_000

MOST_RECORDS = 1_200_000  # of a binary format
MOST_ERRORS = 100_000
LONGEST_TESTIMONY = 32 * MIB  # of one row
SECONDS_OF_WITNESS = 6.0  # the rest of ten is for what is done around it
MEMORY_OF_WITNESS = 256 * MIB


@dataclass(slots=True)
class Allowance(XmlAllowance):
    """What is left to one workbook while it is being read."""

    cells: int = MOST_CELLS
    values: int = MOST_VALUES
    held: int = MOST_HELD
    merges: int = MOST_MERGES
    merged_cells: int = MOST_MERGED_CELLS

    def spend_cells(self, count: int, sheet: str) -> None:
        """Blank cells that only carry a format count too: each has to be read."""
        self.cells -= count
        if self.cells < 0:
            raise UnreadableFile(Reason.TOO_LARGE, sheet)

    def spend_value(self, sheet: str) -> None:
        """One more cell that holds something."""
        self.values -= 1
        if self.values < 0:
            raise UnreadableFile(Reason.TOO_LARGE, sheet)

    def hold(self, size: int) -> None:
        """Bytes that stay in memory as long as the workbook does."""
        self.held -= size
        if self.held < 0:
            raise UnreadableFile(Reason.TOO_LARGE, "memory")

    def spend_merge(self, size: int, where: str) -> None:
        """One merged block of this many cells within the used range."""
        self.merges -= 1
        self.merged_cells -= size
        if self.merges < 0 or self.merged_cells < 0:
            raise unsafe(Hazard.MERGES, where)
