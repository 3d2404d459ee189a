"""How the sheets of a paper look: one font, thin borders, A4 on its side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.office.page import set_up_page

# Without a scheme, or Excel shows the theme's font in its stead.
FONT: Final[dict[str, Any]] = {
    "font_name": "Times New Roman", "font_size": 11, "font_scheme": "none",
}  # fmt: skip
_MIDDLE: Final = {"align": "center", "valign": "vcenter", "text_wrap": True}
_LEFT: Final = {"align": "left", "valign": "vcenter", "text_wrap": True, "indent": 1}
_GRID: Final = {"border": 1}
_GREY: Final = {"bg_color": "#F2F2F2"}


@dataclass(frozen=True, slots=True)
class Look:
    """The looks of cells. `figure` gives a number's look for its format."""

    plain: Format
    draft: Format
    title: Format
    heading: Format
    text: Format
    middle: Format
    percent: Format
    signature: Format
    signatory: Format
    figure: Callable[[str], Format]


def look_of(workbook: Workbook) -> Look:
    """The looks, made once a workbook."""
    made: dict[str, Format] = {}

    def figure(format_: str) -> Format:
        if format_ not in made:
            made[format_] = workbook.add_format({**_MIDDLE, **_GRID, "num_format": format_})
        return made[format_]

    return Look(
        plain=workbook.add_format({}),
        draft=workbook.add_format({"bold": True, "align": "right"}),
        title=workbook.add_format({**_MIDDLE, "bold": True, "font_size": 13}),
        heading=workbook.add_format({**_MIDDLE, **_GRID, **_GREY, "bold": True}),
        text=workbook.add_format({**_LEFT, **_GRID}),
        middle=workbook.add_format({**_MIDDLE, **_GRID}),
        percent=figure("0.0"),
        signature=workbook.add_format({"bold": True, "font_size": 12}),
        signatory=workbook.add_format({"bold": True, "font_size": 12, "align": "right"}),
        figure=figure,
    )


def set_up_for_print(sheet: Worksheet, heading_row: int | None = None) -> None:
    """A4 on its side, one page wide and as many long as it takes, the heading on every page."""
    set_up_page(sheet)
    sheet.set_margins(left=0.8, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P")
    if heading_row is not None:
        sheet.repeat_rows(heading_row)
        sheet.freeze_panes(heading_row + 1, 0)
