"""What is to be held against what: each total with its parts, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akmplan.checks.words import column_name
from akmplan.figures import TOTAL, Figure, Ledger
from akmplan.layout.calendar import MONTHS
from akmplan.messages import Message, say
from akmplan.model import (
    Cell,
    Indicator,
    MonthRow,
    MonthSheet,
    Number,
    Period,
    Plan,
    PlanItem,
    Span,
    State,
    Value,
)
from akmplan.words.units import same_unit
from akmplan.words.wording import squeeze

_Rows = Mapping[tuple[str | None, str | None], MonthRow]  # by item and indicator


@dataclass(frozen=True, slots=True)
class Sum:
    """A total in one column, with what its parts say: (number of the part, its value)."""

    item: PlanItem
    indicator: Indicator
    column: Message
    cell: Cell
    total: Value
    parts: tuple[tuple[str, Value], ...]
    one_measure: bool  # the parts have the same indicator, in one unit: only such may be added
    period: str | None = None
    before: Mapping[str, Number | None] | None = None  # the same row's values a month earlier


@dataclass(frozen=True, slots=True)
class _Measure:
    """One indicator of a total, and that of each part which breaks it down."""

    item: PlanItem
    indicator: Indicator
    parts: tuple[tuple[PlanItem, Indicator], ...]
    alike: bool


def sums_of_plan(item: PlanItem, plan: Plan) -> Iterator[Sum]:
    """Fakt and reja of an item that has parts."""
    fakt, reja = column_name("baseline", plan), column_name("target", plan)
    for one in _measures(item, plan):
        about, total, alike = (item, one.indicator), one.indicator, one.alike
        baselines = tuple((part.number, its.baseline) for part, its in one.parts)
        targets = tuple((part.number, its.target) for part, its in one.parts)
        yield Sum(*about, fakt, item.cells.baseline, total.baseline, baselines, alike)
        yield Sum(*about, reja, item.cells.target, total.target, targets, alike)


def sums_of_sheet(sheet: MonthSheet, earlier: MonthSheet | None, plan: Plan) -> Iterator[Sum]:
    """What a service reports of each item in a month, where all its parts stand in the sheet."""
    rows = _by_key(sheet)
    earlier_rows = _by_key(earlier) if earlier else {}
    month = say("Bajarildi of {month}", month=MONTHS[sheet.month - 1])
    for item in plan.items:
        for one in _measures(item, plan) if item.parts else ():
            total = rows.get((item.code, one.indicator.name))
            if total is None or not _stands_whole_in(one, rows):
                continue
            values = tuple((part.number, row.value) for part, row in _rows_of_parts(one, rows))
            period = f"{plan.year}-{sheet.month:02d}"
            before = _numbers(one, earlier_rows)
            about = (item, one.indicator, month, total.actual, total.value)
            yield Sum(*about, values, one.alike, period, before)


def sums_over_services(
    month: int, sheets: Sequence[MonthSheet], ledger: Ledger, plan: Plan
) -> Iterator[Sum]:
    """A month's figures of the items whose parts are reported by other services."""
    rows = [_by_key(sheet) for sheet in sheets]
    said = say("Bajarildi of {month}", month=MONTHS[month - 1])
    period = Period(plan.year, Span.MONTH, month)
    for item in plan.items:
        for one in _measures(item, plan) if item.parts else ():
            key = (item.code, one.indicator.name)
            carriers = [its for its in rows if key in its]
            if carriers and not all(_stands_whole_in(one, its) for its in carriers):
                total = _value(ledger.figure(item, one.indicator, period))
                values = tuple(
                    (part.number, _value(ledger.figure(part, its, period)))
                    for part, its in one.parts
                )
                about = (item, one.indicator, said, carriers[0][key].actual, total)
                yield Sum(*about, values, one.alike, period.code)


def _value(figure: Figure) -> Value:
    """A figure that some service still owes is open: it is no number to be added."""
    if figure.state is State.REPORTED and figure.done < figure.due:
        return Value(State.MISSING)
    return Value(figure.state, figure.value)


def _measures(item: PlanItem, plan: Plan) -> Iterator[_Measure]:
    parts = [part for code in item.parts if (part := plan.item(code)) is not None]
    for indicator in item.indicators if parts else ():
        twins = [(part, _twin(part, indicator)) for part in parts]
        found = tuple((part, twin) for part, twin in twins if twin is not None)
        yield _Measure(item, indicator, found, _are_alike(item, indicator, parts, found))


def _twin(part: PlanItem, indicator: Indicator) -> Indicator | None:
    wanted = squeeze(indicator.name or "")
    return next(
        (indicator for indicator in part.indicators if squeeze(indicator.name or "") == wanted),
        None,
    )


def _are_alike(
    item: PlanItem,
    indicator: Indicator,
    parts: Sequence[PlanItem],
    found: Sequence[tuple[PlanItem, Indicator]],
) -> bool:
    units = [unit for unit in (indicator.unit, *(twin.unit for _, twin in found)) if unit]
    as_many = all(len(part.indicators) == len(item.indicators) for part in parts)
    return as_many and len(found) == len(parts) and all(same_unit(it, units[0]) for it in units)


def _by_key(sheet: MonthSheet) -> _Rows:
    return {row.key: row for row in reversed(sheet.rows) if row.item}


def _rows_of_parts(one: _Measure, rows: _Rows) -> Iterator[tuple[PlanItem, MonthRow]]:
    for part, twin in one.parts:
        row = rows.get((part.code, twin.name))
        if row is not None:
            yield part, row


def _stands_whole_in(one: _Measure, rows: _Rows) -> bool:
    return len(list(_rows_of_parts(one, rows))) == len(one.parts)


def _numbers(one: _Measure, rows: _Rows) -> dict[str, Number | None] | None:
    """What a month says of a total and its parts, by the parts' numbers."""
    total = rows.get((one.item.code, one.indicator.name))
    if total is None:
        return None
    said = {part.number: row.value.reported for part, row in _rows_of_parts(one, rows)}
    return {TOTAL: total.value.reported, **said}
