"""What the names in a staff's rule mean in the plan and the ledger, and what stands there."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.figures import Ledger
from akmplan.model import (
    MISSING,
    Indicator,
    Number,
    Period,
    PlanItem,
    State,
    Value,
)
from akmplan.rule_language import Column, Name
from akmplan.words.periods import read_period
from akmplan.words.wording import squeeze

_WORST_FIRST = (State.UNREADABLE, State.LINKED, State.MISSING)


def meant_by(name: Name, ledger: Ledger) -> tuple[PlanItem, tuple[Indicator, ...]] | None:
    """The item and indicators that a name means; an item alone is all of its indicators."""
    item = ledger.plan.item(name.item)
    if item is None:
        return None
    if name.indicator is None:
        return item, item.indicators
    wanted = squeeze(name.indicator)
    same = tuple(
        indicator for indicator in item.indicators if squeeze(indicator.name or "") == wanted
    )
    return (item, same) if same else None


@dataclass(frozen=True, slots=True)
class Asker:
    """Answers what a name is worth, by its column and period."""

    ledger: Ledger

    def __call__(self, name: Name) -> Value:
        found = meant_by(name, self.ledger)
        if found is None:
            return MISSING
        item, indicators = found
        return _summed([self._value(name, item, indicator) for indicator in indicators])

    def _value(self, name: Name, item: PlanItem, indicator: Indicator) -> Value:
        if name.column is Column.FAKT:
            return indicator.baseline
        period = read_period(name.scope.period or "", self.ledger.plan.year)
        if name.column is Column.REJA or period is None:
            return indicator.target
        return _done(self.ledger, item, indicator, period)


def _done(ledger: Ledger, item: PlanItem, indicator: Indicator, period: Period) -> Value:
    """What was done in a period: no figure to judge by as long as a part of it is open."""
    figure = ledger.figure(item, indicator, period)
    states = {source.value.state for source in figure.sources} - {State.MISSING}
    if not ledger.is_complete(item, indicator, period):
        states.add(State.MISSING)
    return Value(_worst(states) or figure.state, figure.value)


def _summed(values: list[Value]) -> Value:
    """Several indicators as one value; their worst state where one of them says nothing."""
    if len(values) == 1:
        return values[0]
    worst = _worst({value.state for value in values if value.reported is None})
    numbers: list[Number] = [value.number for value in values if value.number is not None]
    if worst:
        return Value(worst, sum(numbers) if numbers else None)
    return Value(State.REPORTED, sum(numbers))


def _worst(states: set[State]) -> State | None:
    return next((state for state in _WORST_FIRST if state in states), None)
