"""What the helper sheets say, put into the plan: it wins over what was read off the cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from akmplan.loading.helpers.references import Grids, out_of_sight, taken
from akmplan.loading.plan_item import obligations_of
from akmplan.model import (
    Helpers,
    Indicator,
    Obligation,
    Place,
    Plan,
    PlanItem,
    PlanRow,
    Problem,
    ReportEntry,
    State,
    Value,
)


@dataclass(frozen=True, slots=True)
class Applied:
    """The plan as the helper sheets want it, what is wrong with references, and the cells of
    other workbooks that numbers were taken from."""

    plan: Plan
    problems: tuple[Problem, ...]
    sources: tuple[Place, ...]


def with_helpers(plan: Plan, helpers: Helpers, grids: Grids) -> Applied:
    """What the helper sheets say, put into the plan."""
    answers = {
        (reference.item, reference.indicator): taken(reference, grids)
        for reference in helpers.references
    }
    lost = tuple(answer for answer in answers.values() if isinstance(answer, Problem))
    resolved = {key: one for key, one in answers.items() if isinstance(one, Value)}
    rows = tuple(_row(row, helpers, resolved) for row in plan.rows)
    requisites = {**plan.requisites, **helpers.requisites}
    centre = helpers.requisites.get("centre", plan.centre)
    forms = tuple(form for report in helpers.reports or () for form in report.forms)
    applied = replace(plan, rows=rows, requisites=requisites, centre=centre, forms=forms)
    sources = tuple(one.source for one in resolved.values() if one.source)
    return Applied(applied, (*lost, *out_of_sight(sources, grids)), sources)


_Resolved = Mapping[tuple[str, str | None], Value]


def _row(row: PlanRow, helpers: Helpers, resolved: _Resolved) -> PlanRow:
    if not isinstance(row, PlanItem):
        return row
    indicators = tuple(
        _indicator(row, indicator, helpers, resolved) for indicator in row.indicators
    )
    implied = _implied(row, indicators)
    if helpers.reports is None:
        return replace(row, indicators=indicators, obligations=implied)
    owed = tuple(_owed(row, implied, helpers.reports))
    return replace(row, indicators=indicators, obligations=owed, implied=implied)


def _implied(row: PlanItem, indicators: tuple[Indicator, ...]) -> tuple[Obligation, ...]:
    """What its words promise depends on units and numbers too, and is read again where these are
    others than the plan's own."""
    if indicators == row.indicators:
        return row.obligations
    return obligations_of(row.cells, indicators, row.schedule)


def _indicator(
    item: PlanItem, indicator: Indicator, helpers: Helpers, resolved: _Resolved
) -> Indicator:
    for entry in helpers.indicators:
        if (entry.item, entry.indicator) == (item.code, indicator.name):
            indicator = replace(
                indicator,
                unit=entry.unit or indicator.unit,
                method=entry.method or indicator.method,
            )
    answer = resolved.get((item.code, indicator.name))
    return indicator if answer is None else _settled(indicator, answer)


def _settled(indicator: Indicator, answer: Value) -> Indicator:
    """The open number with that of the document that it points at; the cell that is named is one,
    so where fakt is open too, the plan's number is meant."""
    if indicator.target.state is State.LINKED:
        return replace(indicator, target=_filled(indicator.target, answer))
    if indicator.baseline.state is State.LINKED:
        return replace(indicator, baseline=_filled(indicator.baseline, answer))
    return indicator


def _filled(value: Value, answer: Value) -> Value:
    return replace(value, number=answer.number, source=answer.source, provisional=value.number)


def _owed(
    item: PlanItem, implied: Iterable[Obligation], reports: Iterable[ReportEntry]
) -> Iterable[Obligation]:
    """The rows that name the item. What is enclosed only its own words say."""
    enclosed: dict[str, tuple[str, ...]] = {}
    for owing in implied:
        enclosed[owing.recipient] = (*enclosed.get(owing.recipient, ()), *owing.encloses)
    owed = (
        Obligation(
            report.recipient,
            report.span,
            item.schedule.months & report.months,
            report.recipient_name,
            enclosed.get(report.recipient, ()),
        )
        for report in reports
        if item.code in report.items
    )
    return dict.fromkeys(owed)
