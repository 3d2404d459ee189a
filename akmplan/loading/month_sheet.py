"""A monthly sheet into a `MonthSheet`: whose, which month, and a row for each indicator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from akmplan.layout.calendar import month_heading
from akmplan.layout.sheets import MONTH_LABEL, SERVICE_LABEL
from akmplan.loading.account import Account
from akmplan.loading.heading_columns import year_in
from akmplan.loading.headings import Heading
from akmplan.loading.month_row import ItemFinder, read_rows
from akmplan.loading.sources import Problems
from akmplan.model import (
    Cell,
    CellKind,
    Grid,
    MonthRow,
    MonthSheet,
    Place,
    Plan,
    Problem,
    SheetKind,
    SheetUse,
    Trouble,
)
from akmplan.periods import month_in
from akmplan.responsibles import ServiceNames
from akmplan.wording import fold


@dataclass(frozen=True, slots=True)
class ReadMonth:
    """A monthly sheet as read; `sheet` is None where it is of another year or of no month."""

    sheet: MonthSheet | None
    use: SheetUse
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """A labelled line above the table: the label's cell, and the cell and text of its value."""

    cell: Cell
    value: Cell
    text: str


def read_month_sheet(grid: Grid, heading: Heading, plan: Plan, services: ServiceNames) -> ReadMonth:
    """Reads the sheet on which `heading` was found, for the year of `plan`."""
    account, problems = Account(grid), Problems(grid)
    service_line = _label(grid, heading, SERVICE_LABEL)
    month_line = _label(grid, heading, MONTH_LABEL)
    year, month = _when(month_line, grid, plan.year)
    _compare_with_tab(month_line, grid, year, month, problems)
    if year != plan.year:
        problems.add(Trouble.IGNORED, problems.sheet, "other_year", year=year)
        return ReadMonth(None, account.close(SheetKind.MONTH, "other_year"), tuple(problems.met))
    _use_head(account, heading, grid)
    problems.look_for_twins(heading)
    problems.look_for_divided(heading)
    if "actual" not in heading.columns:
        return ReadMonth(None, account.close(SheetKind.MONTH, "divided"), tuple(problems.met))
    if month is None:
        first = grid.at(heading.top, min(heading.columns.values()))
        where, said = (month_line.value, month_line.text) if month_line else (first, None)
        problems.add(Trouble.ROW, where.place, "month", name=said or None)
        use = account.close(SheetKind.MONTH, "no_month")
        return ReadMonth(None, use, tuple(problems.met))
    rows = _rows(grid, heading, plan, account, problems, f"{plan.year}-{month:02d}")
    sheet = MonthSheet(
        Place(grid.file, grid.name),
        _service_key(service_line, plan, services),
        month,
        service_line.value if service_line else _nowhere(grid),
        month_line.value if month_line else _nowhere(grid),
        rows,
    )
    return ReadMonth(sheet, account.close(SheetKind.MONTH, "extra_column"), tuple(problems.met))


def _rows(
    grid: Grid, heading: Heading, plan: Plan, account: Account, problems: Problems, period: str
) -> tuple[MonthRow, ...]:
    rows = read_rows(grid, heading, ItemFinder(plan), account, problems)
    figures = [cell for row in rows for cell in (row.actual, row.to_date)]
    for row in rows:
        for cell in (row.actual, row.to_date, row.target):
            problems.look_at_formula(cell, row.item, period)
    problems.look_for_hidden(list(dict.fromkeys(figures)))
    problems.look_at_words(account.words_used(row.actual for row in rows))
    return rows


def _nowhere(grid: Grid) -> Cell:
    return Cell(Place(grid.file, grid.name), 0, 0, CellKind.BLANK)


def _use_head(account: Account, heading: Heading, grid: Grid) -> None:
    """Lines above the table and its heading count as used: they say what the sheet is."""
    for row in range(1, heading.bottom + 1):
        account.use_row(row)


def _label(grid: Grid, heading: Heading, names: frozenset[str]) -> _Label | None:
    above = sorted(spot for spot in grid.cells if spot[0] < heading.top)
    for row, column in above:
        cell = grid.at(row, column)
        before, colon, after = cell.text.partition(":")
        if fold(before) not in names:
            continue
        if after.strip():
            return _Label(cell, cell, after.strip())
        beside = _first_beside(grid, row, column)
        if colon or beside:
            value = beside or grid.at(row, column + 1)
            return _Label(cell, value, value.text)
    return None


def _first_beside(grid: Grid, row: int, column: int) -> Cell | None:
    right = sorted(spot for spot in grid.cells if spot[0] == row and spot[1] > column)
    cells = [grid.at(*spot) for spot in right]
    return next((cell for cell in cells if not cell.is_empty), None)


def _when(line: _Label | None, grid: Grid, default_year: int) -> tuple[int, int | None]:
    """Year and month: `Oy:` says them, else the tab's name and the plan's year."""
    if line and not line.value.is_empty:
        year, month = _said_by(line)
        return year or default_year, month
    return year_in(grid.name) or default_year, month_in(grid.name)


def _said_by(line: _Label) -> tuple[int | None, int | None]:
    moment = line.value.moment
    if isinstance(moment, date):
        return moment.year, moment.month
    return year_in(line.text), month_in(line.text)


def _compare_with_tab(
    line: _Label | None, grid: Grid, year: int, month: int | None, problems: Problems
) -> None:
    """Both the line and the tab may name month and year; they must not contradict each other."""
    if line is None or line.value.is_empty or month is None:
        return
    tab_year, tab_month = year_in(grid.name) or year, month_in(grid.name) or month
    if (tab_year, tab_month) != (year, month):
        said = (month_heading(tab_year, tab_month), month_heading(year, month))
        details = {"tab": said[0], "month": said[1], "code": f"{year}-{month:02d}"}
        problems.met.append(
            Problem(Trouble.OTHER_PERIOD, line.value.place, "tab", details, line.text, said[0])
        )


def _service_key(line: _Label | None, plan: Plan, services: ServiceNames) -> str | None:
    """The plan's service of that name; "all services" and strangers are none."""
    service = services.service(line.text) if line else None
    return service.key if service and plan.service(service.key) else None
