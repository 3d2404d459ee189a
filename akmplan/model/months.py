"""Monthly sheets: one service, one month, a row an indicator."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.model.cells import Cell, Place
from akmplan.model.values import Value


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One row for one indicator of one item. `item` is None where the plan has no such item.

    `number` is the filled № that the row stands under. A pair in one cell makes two rows of it.
    """

    number: Cell
    name: Cell
    unit: Cell
    target: Cell
    actual: Cell
    to_date: Cell
    note: Cell
    item: str | None
    indicator: str | None
    value: Value
    target_value: Value
    to_date_value: Value
    stored_as_text: tuple[Cell, ...] = ()

    @property
    def key(self) -> tuple[str | None, str | None]:
        return (self.item, self.indicator)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """One service's month. `service` is None where the plan knows no such service."""

    place: Place
    service: str | None
    month: int
    service_cell: Cell
    month_cell: Cell
    rows: tuple[MonthRow, ...]

    @property
    def filled(self) -> bool:
        """Something stands in "Bajarildi"; else it is a month not yet filled."""
        return any(not row.actual.is_empty for row in self.rows)
