"""What a monthly sheet says of itself: `Xizmat:` and `Oy:` above its table, and its tab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from akmplan.layout.calendar import month_heading
from akmplan.layout.sheets import MONTH_LABEL, SERVICE_LABEL
from akmplan.loading.heading_columns import year_in
from akmplan.loading.headings import Heading
from akmplan.model import Cell, Grid, Place, Problem, Trouble
from akmplan.words.periods import month_in
from akmplan.words.wording import fold


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line above the table: the label's cell, and the cell and text of its value."""

    cell: Cell
    value: Cell
    text: str

    @property
    def moment(self) -> tuple[int | None, int | None]:
        """The year and the month that the value names."""
        moment = self.value.moment
        if isinstance(moment, date):
            return moment.year, moment.month
        return year_in(self.text), month_in(self.text)


@dataclass(frozen=True, slots=True)
class MonthLabels:
    """A sheet's own words on whose it is and of when; `Oy:` goes before the tab."""

    grid: Grid
    heading: Heading
    service: Label | None
    month_line: Label | None

    @property
    def typed_month(self) -> Label | None:
        """`Oy:` where something stands beside it."""
        line = self.month_line
        return line if line and not line.value.is_empty else None

    @property
    def year(self) -> int | None:
        """The year that the sheet names, None where it names none."""
        return self._year_line.moment[0] if self._year_line else self.tab_year

    @property
    def month(self) -> int | None:
        line = self.typed_month
        return line.moment[1] if line else month_in(self.grid.name)

    @property
    def tab_year(self) -> int | None:
        return year_in(self.grid.name)

    @property
    def year_place(self) -> Place:
        """The cell that names the year; of a tab the sheet."""
        line = self._year_line
        return line.value.place if line else Place(self.grid.file, self.grid.name)

    @property
    def year_text(self) -> str:
        """The words that name the year, as typed."""
        return self._year_line.text if self._year_line else self.grid.name

    @property
    def _year_line(self) -> Label | None:
        line = self.typed_month
        return line if line and line.moment[0] else None

    @property
    def is_filled(self) -> bool:
        """Something stands in `Bajarildi`; else it is a month not yet filled."""
        column = self.heading.columns.get("actual")
        below = (row for row, filled in self.grid.filled() if filled == column)
        return any(row > self.heading.bottom for row in below)

    @property
    def month_place(self) -> Place:
        """The cell in which the month is to be named: beside `Oy:`, else the table's first."""
        if self.month_line:
            return self.month_line.value.place
        return self.grid.at(self.heading.top, min(self.heading.columns.values())).place

    def contradiction(self, default_year: int) -> Problem | None:
        """`Oy:` and the tab may both name month and year; they must not name different ones."""
        line, month = self.typed_month, self.month
        if line is None or month is None:
            return None
        year = self.year or default_year
        tab = self.tab_year or year, month_in(self.grid.name) or month
        if tab == (year, month):
            return None
        tab_month, own_month = month_heading(*tab), month_heading(year, month)
        details = {"tab": tab_month, "month": own_month, "code": f"{year}-{month:02d}"}
        place, found = line.value.place, line.text
        return Problem(Trouble.OTHER_PERIOD, place, "tab", details, found, tab_month)


def month_labels(grid: Grid, heading: Heading) -> MonthLabels:
    """The labels above the table whose heading that is."""
    above = [grid.at(*spot) for spot in sorted(_spots_above(grid, heading))]
    service, month = (_label(grid, above, names) for names in (SERVICE_LABEL, MONTH_LABEL))
    return MonthLabels(grid, heading, service, month)


def _spots_above(grid: Grid, heading: Heading) -> Iterator[tuple[int, int]]:
    """The cells above the heading; a grid has them in the order of rows."""
    for spot in grid.cells:
        if spot[0] >= heading.top:
            return
        yield spot


def _label(grid: Grid, above: list[Cell], names: frozenset[str]) -> Label | None:
    for cell in above:
        before, colon, after = cell.text.partition(":")
        if fold(before) not in names:
            continue
        if after.strip():
            return Label(cell, cell, after.strip())
        beside = next(_filled_right_of(cell, above), None)
        if colon or beside:
            value = beside or grid.at(cell.row, cell.column + 1)
            return Label(cell, value, value.text)
    return None


def _filled_right_of(cell: Cell, above: list[Cell]) -> Iterator[Cell]:
    right = (other for other in above if other.row == cell.row and other.column > cell.column)
    return (other for other in right if not other.is_empty)
