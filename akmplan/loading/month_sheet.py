"""A monthly sheet into a `MonthSheet`: whose, which month, and a row for each indicator."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.loading.account import Account
from akmplan.loading.headings import Heading
from akmplan.loading.month_labels import MonthLabels
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
from akmplan.words.responsibles import ServiceNames


@dataclass(frozen=True, slots=True)
class ReadMonth:
    """A monthly sheet as read; `sheet` is None where it says no month or nothing is its figure."""

    sheet: MonthSheet | None
    use: SheetUse
    problems: tuple[Problem, ...]


def read_month_sheet(labels: MonthLabels, plan: Plan, services: ServiceNames) -> ReadMonth:
    """Reads a sheet of the plan's year by its heading and the labels above it."""
    grid, heading = labels.grid, labels.heading
    account, problems = Account(grid), Problems(grid)
    contradiction = labels.contradiction(plan.year)
    problems.met.extend([contradiction] if contradiction else [])
    _use_head(account, heading, grid)
    problems.look_for_twins(heading)
    problems.look_for_divided(heading)
    if "actual" not in heading.columns:
        return ReadMonth(None, account.close(SheetKind.MONTH, "divided"), tuple(problems.met))
    month = labels.month
    if month is None:
        line = labels.month_line
        name = line.text if line else ""
        problems.add(Trouble.ROW, labels.month_place, "month", name=name or None)
        use = account.close(SheetKind.MONTH, "no_month")
        return ReadMonth(None, use, tuple(problems.met))
    rows = _rows(grid, heading, plan, account, problems, f"{plan.year}-{month:02d}")
    sheet = MonthSheet(
        Place(grid.file, grid.name),
        service_key(labels, plan, services),
        month,
        labels.service.value if labels.service else _nowhere(grid),
        labels.month_line.value if labels.month_line else _nowhere(grid),
        rows,
    )
    return ReadMonth(sheet, account.close(SheetKind.MONTH, "extra_column"), tuple(problems.met))


def service_key(labels: MonthLabels, plan: Plan, services: ServiceNames) -> str | None:
    """The plan's service that the sheet names; "all services" and strangers are none."""
    service = services.service(labels.service.text) if labels.service else None
    return service.key if service and plan.service(service.key) else None


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
