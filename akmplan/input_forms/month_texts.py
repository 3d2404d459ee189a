"""The lines above a month's table: where they stand, and what is written there."""

from __future__ import annotations

from typing import Final

from akmplan.input_forms.month_tabs import NAME, NOTE, NUMBER, Tab
from akmplan.model import Cell
from akmplan.words.wording import same

TITLE: Final = "{year}-yil ish rejasi: oylik jadval"
HINT: Final = (
    "“Bajarildi” ustunini to‘ldiring: bo‘sh katak – hali ma’lumot yo‘q; 0 – ish qilinmadi; "
    "“-” – bu oyga tegishli emas."
)
HINT_OUTSIDE_SCHEDULE: Final = " Kulrang katak – band muddatidan tashqaridagi oy."

# Rows of a new sheet, from 1. The free one is for a remark of the service's own.
TITLE_ROW, HEAD_ROW, MONTH_ROW, HINT_ROW, FREE_ROW, HEADING_ROW, FIRST_ROW = range(1, 8)
_HINTS: Final = (HINT, HINT + HINT_OUTSIDE_SCHEDULE)
_OWN_SPOTS: Final = frozenset(
    {(TITLE_ROW, NUMBER), (HINT_ROW, NUMBER)}
    | {(row, column) for row in (HEAD_ROW, MONTH_ROW) for column in (NUMBER, NAME)}
)


def is_own_spot(row: int, column: int) -> bool:
    """Whether a new sheet has words of its own there, above the table's rows."""
    return (row, column) in _OWN_SPOTS or (row == HEADING_ROW and column <= NOTE)


def is_own_text(tab: Tab, cell: Cell) -> bool:
    """Whether words of a filled sheet are those that are written here, and no remark."""
    row = cell.row - tab.head + HEAD_ROW
    if cell.row == tab.heading:
        return cell.column <= NOTE
    if (row, cell.column) == (TITLE_ROW, NUMBER):
        return same(cell.text, TITLE.format(year=tab.year))
    if (row, cell.column) == (HINT_ROW, NUMBER):
        return any(same(cell.text, hint) for hint in _HINTS)
    return (row, cell.column) in _OWN_SPOTS and cell.row < tab.heading
