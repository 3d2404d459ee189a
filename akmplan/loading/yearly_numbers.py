"""How far `Yillik reja` of a monthly sheet repeats the numbers of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akmplan.loading.headings import Heading
from akmplan.loading.month_row import ItemFinder
from akmplan.model import Grid, Number, Plan, PlanItem, State, Value
from akmplan.words.quantity import read_quantity


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `compared` rows `equal` have the plan's number."""

    compared: int = 0
    equal: int = 0

    @property
    def is_most(self) -> bool:
        return self.equal * 2 > self.compared


@dataclass(frozen=True, slots=True)
class YearlyNumbers:
    """The numbers of `Yillik reja`, row by row, each under its № as typed."""

    rows: tuple[tuple[str, tuple[Number, ...]], ...]

    def agreement(self, plan: PlanNumbers) -> Agreement:
        """Rows are compared by their №, and only where the plan has exact numbers too."""
        answers = [plan.has(number, values) for number, values in self.rows]
        known = [answer for answer in answers if answer is not None]
        return Agreement(len(known), sum(known))


class PlanNumbers:
    """The exact numbers of a plan's items."""

    def __init__(self, plan: Plan) -> None:
        self._finder = ItemFinder(plan)

    def has(self, number: str, values: tuple[Number, ...]) -> bool | None:
        """Whether the item of that № has these numbers: all of them, or one that is a single
        indicator's. None where there is nothing to compare with."""
        item = self._finder.find(number)
        own = _targets(item) if item else ()
        if not own:
            return None
        return values == own or (len(values) == 1 and values[0] in own)


def yearly_numbers(grid: Grid, heading: Heading) -> YearlyNumbers:
    """Those of the sheet on which `heading` was found."""
    return YearlyNumbers(tuple(_rows(grid, heading)))


def _rows(grid: Grid, heading: Heading) -> Iterator[tuple[str, tuple[Number, ...]]]:
    column = heading.columns.get("target")
    if column is None:
        return
    number = ""
    for row in range(heading.bottom + 1, grid.last_row + 1):
        number = grid.at(row, heading.columns["number"]).text.strip() or number
        values = _exact(read_quantity(grid.at(row, column)).values)
        if number and values:
            yield number, values


def _targets(item: PlanItem) -> tuple[Number, ...]:
    return _exact(tuple(indicator.target for indicator in item.indicators))


def _exact(values: tuple[Value, ...]) -> tuple[Number, ...]:
    reported = (value.number for value in values if value.state is State.REPORTED)
    return tuple(number for number in reported if number is not None)
