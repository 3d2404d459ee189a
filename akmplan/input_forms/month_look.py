"""How a monthly sheet looks: fonts, fills and borders, one format for each kind of cell."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

# Without a scheme, or Excel shows the theme's font in its stead.
FONT: Final = {
    "font_name": "Times New Roman", "font_size": 11, "font_scheme": "none", "valign": "vcenter",
}  # fmt: skip

# One width for each of MONTH_COLUMNS; together they fill a landscape A4.
COLUMN_WIDTHS: Final = (8, 60, 18, 20, 13, 13, 24)
HEADING_HEIGHT: Final = 36
NOTE_BOX: Final = {"x_scale": 3, "y_scale": 1.6, "font_name": "Times New Roman", "font_size": 10}
HEAD_LINE_HEIGHT: Final = 18

_LINE_HEIGHT: Final = 14.5
_LEAST_ROW_HEIGHT: Final = 21
_LETTERS_IN_A_WIDTH: Final = 1.15

_GREY: Final = "#7F7F7F"
_HEADING_FILL: Final = "#DCE6F1"
_TO_FILL_IN: Final = "#FFF8DC"
_TO_FILL_IN_HEADING: Final = "#FFE699"
_LIGHT_DIAGONALS: Final = 14
_THOUSANDS_APART: Final = '[>=1000000]#"\u00a0"###"\u00a0"##0;[>=1000]#"\u00a0"##0;General'


@dataclass(frozen=True, slots=True)
class MonthLook:
    """The formats of one workbook, named by what they are for."""

    title: Format
    label: Format
    value: Format
    hint: Format
    heading: Format
    heading_to_fill_in: Format
    words: Format
    centred: Format
    number: Format
    to_fill_in: Format
    outside_schedule: Format
    day: Format
    moment: Format
    clock: Format


def month_look(workbook: Workbook) -> MonthLook:
    """Adds the formats to a workbook.

    Cells to be typed into keep the general number format: in any other, Excel would show a date
    typed by mistake as a large number.
    """

    def look(**properties: Any) -> Format:
        return workbook.add_format({**FONT, **properties})

    def cell(**properties: Any) -> Format:
        return look(border=1, border_color=_GREY, text_wrap=True, **properties)

    heading = {"bold": True, "align": "center"}
    return MonthLook(
        title=look(bold=True, font_size=13),
        label=look(),
        value=look(bold=True),
        hint=look(italic=True, font_size=10, font_color="#404040"),
        heading=cell(bg_color=_HEADING_FILL, **heading),
        heading_to_fill_in=cell(bg_color=_TO_FILL_IN_HEADING, **heading),
        words=cell(align="left", indent=1),
        centred=cell(align="center"),
        number=cell(align="center", num_format=_THOUSANDS_APART),
        to_fill_in=cell(align="center", bg_color=_TO_FILL_IN),
        outside_schedule=cell(
            align="center", pattern=_LIGHT_DIAGONALS, fg_color="#A6A6A6", bg_color="#EDEDED"
        ),
        day=cell(align="center", num_format="dd.mm.yyyy"),
        moment=cell(align="center", num_format="dd.mm.yyyy hh:mm"),
        clock=cell(align="center", num_format="hh:mm"),
    )


def row_height(texts: Sequence[str], widths: Sequence[int] = COLUMN_WIDTHS) -> float:
    """Room for the tallest of a row's texts, the first of which stands in the first column.

    Left to themselves, some programs show one line of a long text and hide the rest.
    """
    columns = zip(texts, widths, strict=False)
    lines = max(_lines(text, width) for text, width in columns)
    return max(_LEAST_ROW_HEIGHT, lines * _LINE_HEIGHT + 5)


def _lines(text: str, width: int) -> int:
    room = int(width * _LETTERS_IN_A_WIDTH) - 1
    return sum(max(1, len(textwrap.wrap(line, room))) for line in text.split("\n"))
