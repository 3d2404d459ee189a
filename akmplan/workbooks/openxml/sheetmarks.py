"""What a sheet says about its cells without holding any: merged blocks, hidden rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model.cells import Area
from akmplan.office.refusals import Hazard, damaged, unsafe
from akmplan.office.xmlparts import Attributes
from akmplan.workbooks.kept_cells import Layout
from akmplan.workbooks.limits import FARTHEST_ROW, MOST_COLUMN_RANGES, MOST_MERGES
from akmplan.workbooks.references import COLUMNS, area_of

TRUE_WORDS = frozenset(("1", "true"))


@dataclass(slots=True)
class SheetMarks:
    """Gathered while the sheet is read; cut to its used part afterwards."""

    sheet: str
    blocks: list[Area] = field(default_factory=list)
    _rows: set[int] = field(default_factory=set)
    _columns: list[tuple[int, int]] = field(default_factory=list)

    def note_row(self, row: int, attributes: Attributes) -> None:
        """A row is hidden when it says so, and when it has no height."""
        if row <= FARTHEST_ROW and _is_hidden(attributes, "ht"):
            self._rows.add(row)

    def note_columns(self, attributes: Attributes) -> None:
        """The same for columns, which are given in ranges."""
        if not _is_hidden(attributes, "width"):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if not (_is_column(first) and _is_column(last)) or len(self._columns) >= MOST_COLUMN_RANGES:
            raise damaged(self.sheet)
        self._columns.append((int(first), int(last)))

    def note_block(self, attributes: Attributes) -> None:
        """A merged block; one of a single cell says nothing."""
        reference = attributes.get("ref", "")
        try:
            block = area_of(reference)
        except ValueError as fault:
            raise damaged(f"{self.sheet}!{reference[:20]}") from fault
        if (block.top, block.left) != (block.bottom, block.right):
            self.blocks.append(block)
        if len(self.blocks) > MOST_MERGES:
            raise unsafe(Hazard.MERGES, self.sheet)

    def layout(self, hidden: bool) -> Layout:
        """All of it, for a sheet that is hidden as a whole or not."""
        return Layout(self.blocks, hidden, self._rows, self._columns)


def _is_hidden(attributes: Attributes, measure: str) -> bool:
    size = attributes.get(measure)
    return attributes.get("hidden") in TRUE_WORDS or (size is not None and not size.strip("0."))


def _is_column(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 6 and int(number) <= COLUMNS
