"""What goes into the marked cells of a form."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.documents.region_forms.blank_form import MarkedCell
from akmplan.documents.region_forms.form_cells import Swap
from akmplan.model import Number


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into a marked cell: a number, or its text with the marks swapped."""

    marked: MarkedCell
    number: Number | None
    swaps: tuple[Swap, ...] = ()

    @property
    def text(self) -> str:
        """What stands in the cell afterwards, where it is no number."""
        typed, made, kept = self.marked.cell.text, "", 0
        for start, end, text in self.swaps:
            made, kept = made + typed[kept:start] + text, end
        return made + typed[kept:]
