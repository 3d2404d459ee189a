"""Charts one below the other, none of them cut by the edge of a printed page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from akmplan.office.page import Page

_ROW_HEIGHT: Final = 15  # points, as Excel draws an untouched row
_POINTS_IN_A_PIXEL: Final = 0.75
_GAP: Final = 5  # pixels
_PRINTED_WIDE, _PRINTED_HIGH = 755, 505  # points: A4 on its side within its margins
_LETTER, _SIDES = 7, 5  # pixels: one letter of a column's width, and its two sides


@dataclass(slots=True)
class ChartPages:
    """Where the next charts go. `used`: points of the printed page above `row`."""

    page: Page
    row: int
    used: float
    widest: float = 0  # points, of the charts
    breaks: list[int] = field(default_factory=list)

    @classmethod
    def below(cls, page: Page, last: int) -> ChartPages:
        """Below a table that ends in the row `last`."""
        above = sum(page.heights.get(row, _ROW_HEIGHT) for row in range(last + 2))
        return cls(page, last + 2, above)

    def place(self, charts: Sequence[Any], high: int, wide: int) -> None:
        """Charts of one size side by side, on the next page where this one has no room."""
        self.widest = max(self.widest, len(charts) * (wide + _GAP) * _POINTS_IN_A_PIXEL)
        rows = int(high * _POINTS_IN_A_PIXEL // _ROW_HEIGHT) + 1
        if self.used + rows * _ROW_HEIGHT > self._room:
            self.breaks.append(self.row)
            self.used = 0
        for place, chart in enumerate(charts):
            offset = {"x_offset": place * (wide + _GAP), "y_offset": _GAP, "object_position": 2}
            self.page.sheet.insert_chart(self.row, 0, chart, offset)
        self.row += rows
        self.used += rows * _ROW_HEIGHT

    def finish(self) -> None:
        """The printed pages end where the charts do."""
        self.page.sheet.set_h_pagebreaks(self.breaks)

    def fitting(self, wide: int) -> int:
        """How many charts of this width stand side by side below the table."""
        return int((self._columns + _GAP) // (wide + _GAP))

    @property
    def _columns(self) -> float:
        """The width of the table in pixels."""
        return sum(width * _LETTER + _SIDES for width in self.page.widths)

    @property
    def _room(self) -> float:
        """The points of the sheet that a page holds, shrunk to the width of what stands on it."""
        widest = max(self._columns * _POINTS_IN_A_PIXEL, self.widest)
        return _PRINTED_HIGH * max(widest / _PRINTED_WIDE, 1)
