"""How a cell is shown, as far as that changes what it says."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.workbooks.numberformats import GENERAL, NumberFormat


@dataclass(frozen=True, slots=True)
class Style:
    """The number format of a cell, and whether its font is underlined as a whole."""

    format: NumberFormat = GENERAL
    underlined: bool = False


PLAIN = Style()
