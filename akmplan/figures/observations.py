"""What the services have said: every entry of the monthly sheets that counts, said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from akmplan.model import Cell, MonthRow, MonthSheet, State, Value, Year


@dataclass(frozen=True, slots=True)
class Observation:
    """One cell of "Bajarildi" for one indicator; a blank one says `missing`."""

    item: str
    indicator: str | None
    service: str
    month: int
    value: Value
    cell: Cell

    @property
    def is_entry(self) -> bool:
        return self.value.state is not State.MISSING

    @property
    def is_answer(self) -> bool:
        return self.value.state in (State.REPORTED, State.NA)


def sheets_that_count(year: Year) -> tuple[MonthSheet, ...]:
    """The filled sheets of the plan's services, the first by name of any twins."""
    first: dict[tuple[str, int], MonthSheet] = {}
    for sheet in year.months:
        if sheet.service and sheet.filled:
            first.setdefault((sheet.service, sheet.month), sheet)
    return tuple(first.values())


def twins(year: Year) -> Iterable[tuple[MonthSheet, MonthSheet]]:
    """Sheets that repeat a service and month, each with the one that is used instead."""
    used = {(sheet.service, sheet.month): sheet for sheet in sheets_that_count(year)}
    for sheet in year.months:
        first = used.get((sheet.service, sheet.month))
        if sheet.filled and first is not None and first is not sheet:
            yield sheet, first


def repeated_rows(sheet: MonthSheet) -> Iterable[tuple[MonthRow, MonthRow]]:
    """Rows for an indicator that stands in the sheet before, each with the first of them."""
    first: dict[tuple[str | None, str | None], MonthRow] = {}
    for row in sheet.rows:
        if row.item and first.setdefault(row.key, row) is not row:
            yield row, first[row.key]


def observations(year: Year) -> tuple[Observation, ...]:
    """All entries and blanks, in the order of the sheets."""
    return tuple(
        Observation(row.item, row.indicator, sheet.service, sheet.month, row.value, row.actual)
        for sheet in sheets_that_count(year)
        for row in _rows_once(sheet)
        if row.item and sheet.service
    )


def _rows_once(sheet: MonthSheet) -> Iterable[MonthRow]:
    """One row an indicator: of repeated ones the first that holds an entry."""
    chosen: dict[tuple[str | None, str | None], MonthRow] = {}
    for row in sheet.rows:
        earlier = chosen.get(row.key)
        if earlier is None or (earlier.actual.is_empty and not row.actual.is_empty):
            chosen[row.key] = row
    return chosen.values()
