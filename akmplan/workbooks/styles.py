"""How a cell is shown, as far as that changes what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto

from akmplan.workbooks.numberformats import GENERAL, NumberFormat


class Line(Flag):
    """The lines that a font draws along its letters."""

    UNDER = auto()
    THROUGH = auto()


NO_LINE = Line(0)
EVERY_LINE = Line.UNDER | Line.THROUGH


@dataclass(frozen=True, slots=True)
class Font:
    """The lines of a run of letters; those that are not `given` are as the cell has them."""

    lines: Line = NO_LINE
    given: Line = NO_LINE

    def over(self, below: Font) -> Font:
        """This font where it says something, the one below where it does not."""
        return Font(self.lines | (below.lines & ~self.given), self.given | below.given)

    def with_line(self, line: Line, is_drawn: bool) -> Font:
        """The same font, which now says whether this line is drawn."""
        return Font(self.lines & ~line | (line if is_drawn else NO_LINE), self.given | line)


AS_THE_CELL = Font()
WITHOUT_LINES = Font(given=EVERY_LINE)


@dataclass(frozen=True, slots=True)
class Style:
    """The number format of a cell, and the lines of its own font."""

    format: NumberFormat = GENERAL
    lines: Line = NO_LINE


PLAIN = Style()
