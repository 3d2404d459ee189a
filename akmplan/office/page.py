"""One sheet of a workbook in the making, and the account of all that was written on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.model import Number
from akmplan.office.characters import fitting, printable

_THOUSAND, _MILLION = 1_000, 1_000_000
_HUNDREDS, _THOUSANDS, _MILLIONS = "0", '#"\u00a0"##0', '#"\u00a0"###"\u00a0"##0'
ANY_NUMBER: Final = f"[>={_MILLION}]{_MILLIONS};[>={_THOUSAND}]{_THOUSANDS};General"
_LINE_HEIGHT: Final = 14.5
_ROOM: Final = 3
_HIGHEST: Final = 409  # points: no row can be higher
_LETTERS_IN_A_WIDTH: Final = 1.05
_A4: Final = 9

Written = dict[tuple[int, int], str | Number]


class CellRefused(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """The library wrote nothing."""


@dataclass(slots=True)
class Page:
    """Texts stay texts and numbers numbers: nothing becomes a formula or a link."""

    sheet: Worksheet
    written: Written = field(default_factory=dict)
    widths: tuple[float, ...] = ()
    heights: dict[int, float] = field(default_factory=dict)

    def write(self, row: int, column: int, value: str | Number | None, look: Format) -> None:
        """A text, a number, or an empty cell with its look."""
        if value is None or value == "":
            answer = self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            value = fitting(printable(value))
            answer = self.sheet.write_string(row, column, value, look)
        else:
            answer = self.sheet.write_number(row, column, value, look)
        if answer != 0:
            raise CellRefused(f"{self.sheet.get_name()}: row {row + 1}, column {column + 1}")
        if value is not None and value != "":
            self.written[row, column] = value

    def set_widths(self, widths: Sequence[float]) -> None:
        """The widths of the first columns, in letters."""
        self.widths = tuple(widths)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def fit_height(self, row: int) -> None:
        """A row as high as its longest text: not every program does it by itself."""
        texts = (
            (it, width)
            for at, width in enumerate(self.widths)
            if isinstance(it := self.written.get((row, at)), str)
        )
        lines = max((_lines(text, width) for text, width in texts), default=1)
        self.heights[row] = min(lines * _LINE_HEIGHT + _ROOM, _HIGHEST)
        self.sheet.set_row(row, self.heights[row])

    def write_across(self, row: int, first: int, last: int, text: str, look: Format) -> None:
        """A text over several columns."""
        self.sheet.merge_range(row, first, row, last, "", look)
        self.write(row, first, text, look)

    def write_row(self, row: int, values: list[str | Number | None], look: Format) -> None:
        """Values side by side, all with one look."""
        for column, value in enumerate(values):
            self.write(row, column, value, look)


def write_whole(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """A text as it is, never a formula or a link, whole or not at all; a blank one leaves the
    cell's look alone. Raises CellRefused."""
    if text:
        refuse_cut(sheet.write_string(row, column, text, look), text)
    else:
        sheet.write_blank(row, column, None, look)


def refuse_cut(code: int, text: str) -> None:
    """The library cuts or leaves out what a cell cannot hold, and says so only by its code.
    Raises CellRefused."""
    if code:
        raise CellRefused(f"a cell does not hold this text: {text[:60]!r}")


def set_up_page(sheet: Worksheet) -> None:
    """A4 on its side, one page wide and as many long as it takes."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def number_format(number: Number) -> str:
    """Thousands apart by a space that does not break, and as many decimals as the number has."""
    size = max(number, -number)
    whole = _HUNDREDS if size < _THOUSAND else _THOUSANDS if size < _MILLION else _MILLIONS
    decimals = str(number).partition(".")[2]
    return f"{whole}.{'0' * len(decimals)}" if decimals else whole


def _lines(text: str, width: float) -> int:
    room = max(int(width * _LETTERS_IN_A_WIDTH), 1)
    lines = text.split("\n")
    return sum(1 if len(line) <= room else max(len(wrap(line, room)), 1) for line in lines)
