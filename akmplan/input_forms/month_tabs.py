"""A monthly workbook made here and filled in by people, known again tab by tab.

Only one with the twelve tabs, each with the lines above the table and the columns that are written
here, is taken for one; what else people did in it does not matter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from akmplan.layout.calendar import MONTHS, month_heading
from akmplan.layout.sheets import MONTH_COLUMNS, MONTH_TAB_LABELS, TOTAL_WORDS
from akmplan.model import Cell, Grid, Workbook
from akmplan.words.item_codes import read_code
from akmplan.words.wording import fold, one_line, squeeze, words
from akmplan.workbooks import Extras, SheetExtras

NUMBER, NAME, UNIT, TARGET, ACTUAL, TO_DATE, NOTE = range(1, len(MONTH_COLUMNS) + 1)
ENTERED: Final = (ACTUAL, TO_DATE, NOTE)
_LOOKED_THROUGH: Final = 20  # rows in which the lines above the table may begin
_CODE: Final = re.compile(r"(?:[^\W\d]+\.)?\d{1,3}(?:\.\d{1,3})*")


class OtherLayout(StrEnum):
    """Why a workbook is not taken for one made here."""

    FORMAT = "format"
    MACROS = "macros"
    DRAWINGS = "drawings"
    TABS = "tabs"
    COLUMNS = "columns"
    SEVERAL = "several"
    SHARED = "shared"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class TabRow:
    """A row of the table. `number` as typed, that of a row above where its own is blank; `title`
    is the item's by the note at its name or at another of its rows, blank where none tells it;
    `target` what stands in `Yillik reja`."""

    row: int
    number: str
    name: str
    title: str
    target: str = ""

    @property
    def code(self) -> str:
        return code_key(self.number)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.code, squeeze(self.title), squeeze(self.name)


@dataclass(frozen=True, slots=True)
class Tab:
    """One month. `head` is the row of `Xizmat:`, `heading` that of the columns' names."""

    year: int
    month: int
    grid: Grid
    extras: SheetExtras
    head: int
    heading: int
    rows: tuple[TabRow, ...]

    @property
    def width(self) -> int:
        """The last column in which anything stands."""
        return self.grid.last_column

    @property
    def last(self) -> int:
        """The table's last row."""
        return self.rows[-1].row if self.rows else self.heading

    def cell(self, row: TabRow, column: int) -> Cell:
        return self.grid.at(row.row, column)


def tabs_of(workbook: Workbook, extras: Extras | None, year: int) -> tuple[Tab, ...] | OtherLayout:
    """The twelve months in their order, or what is another way than here."""
    if extras is None:
        return OtherLayout.FORMAT
    if extras.has_macros:
        return OtherLayout.MACROS
    if any(sheet.has_drawings for sheet in extras.sheets.values()):
        return OtherLayout.DRAWINGS
    read = [_tab(grid, own, year) for grid, own in _used(workbook, extras)]
    tabs = {tab.month: tab for tab in read if tab}
    if not tabs:
        return OtherLayout.COLUMNS
    if len(read) != len(MONTHS) or len(tabs) != len(MONTHS):
        is_other = len(read) == len(MONTHS) and None in read
        return OtherLayout.COLUMNS if is_other else OtherLayout.TABS
    return tuple(tabs[month] for month in sorted(tabs))


def code_key(typed: str) -> str:
    """A № for comparing, its dots kept: `IV. 12.` as `iv.12`."""
    code = read_code(typed)
    return fold(code.text if code else typed).replace(" ", "").rstrip(".)")


def _used(workbook: Workbook, extras: Extras) -> Iterator[tuple[Grid, SheetExtras]]:
    """The sheets on which something stands: a blank one that a program added says nothing."""
    for grid in workbook.grids:
        own = extras.sheets.get(grid.name, SheetExtras())
        if any(True for _ in grid.filled()) or own.comments:
            yield grid, own


def _tab(grid: Grid, extras: SheetExtras, year: int) -> Tab | None:
    head = next((row for row in range(1, _LOOKED_THROUGH) if _is_head(grid, row)), None)
    if head is None:
        return None
    months = {fold(month_heading(year, month)): month for month in range(1, len(MONTHS) + 1)}
    month = months.get(fold(grid.at(head + 1, NAME).text))
    below = range(head + 2, head + _LOOKED_THROUGH)
    heading = next((row for row in below if _is_heading(grid, row)), None)
    if month is None or heading is None:
        return None
    return Tab(year, month, grid, extras, head, heading, _titled(_rows(grid, extras, heading)))


def _is_head(grid: Grid, row: int) -> bool:
    labels = (grid.at(row, NUMBER), grid.at(row + 1, NUMBER))
    return [fold(cell.text) for cell in labels] == [fold(label) for label in MONTH_TAB_LABELS]


def _is_heading(grid: Grid, row: int) -> bool:
    names = [fold(grid.at(row, column).text) for column in range(NUMBER, NOTE + 1)]
    return names == [fold(name) for name in MONTH_COLUMNS]


def _rows(grid: Grid, extras: SheetExtras, heading: int) -> Iterator[TabRow]:
    number, last = "", heading
    for row in range(heading + 1, grid.last_row + 1):
        own = grid.at(row, NUMBER).text
        if _CODE.fullmatch(code_key(own)):
            number = own
        elif not (number and last == row - 1 and _repeats_number(grid, row)):
            continue
        name, last = grid.at(row, NAME), row
        target = grid.at(row, TARGET).text
        yield TabRow(row, number, name.text, _title(number, name, extras), target)


def _titled(rows: Iterator[TabRow]) -> tuple[TabRow, ...]:
    """People write their own note over one of several; the others tell the title still, which is
    the one that most of them tell, and of as many the shortest."""
    read = tuple(rows)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in read:
        if row.title:
            told[row.code][row.title] += 1
    titles = {
        code: min(counts, key=lambda title: (-counts[title], len(title)))
        for code, counts in told.items()
    }
    return tuple(replace(row, title=titles.get(row.code, "")) for row in read)


def _repeats_number(grid: Grid, row: int) -> bool:
    """A blank № right below a filled one stands for it where the row has a name and an entry."""
    number, name = grid.at(row, NUMBER), grid.at(row, NAME)
    is_totals = bool(set(words(name.text)[-1:]) & TOTAL_WORDS)
    has_entry = not (grid.at(row, UNIT).is_empty and grid.at(row, ACTUAL).is_empty)
    return number.is_empty and not name.is_empty and not is_totals and has_entry


def _title(number: str, name: Cell, extras: SheetExtras) -> str:
    """The title in a note that was written here: `IV.12. Ro‘yxatga olish`."""
    note = extras.comments.get(name.place.cell or "", "")
    before = f"{one_line(number)}. "
    return note.removeprefix(before).partition("\n")[0] if note.startswith(before) else ""
