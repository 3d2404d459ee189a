"""Rules on totals: parts against their total, and indicators against the one in their cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akmplan.checks.words import column_name, hindered, named, quantity_cells
from akmplan.figures import (
    TOTAL,
    CauseKind,
    likely_causes,
    sheets_that_count,
)
from akmplan.findings import Case, Hit, NoFault, plain
from akmplan.language import Message, joined, say
from akmplan.layout.calendar import MONTHS
from akmplan.model import (
    Cell,
    MonthRow,
    MonthSheet,
    Number,
    Plan,
    PlanItem,
    Quantity,
    State,
    Value,
)
from akmplan.units import same_unit

_SUGGESTIONS = 2  # more would bury the likeliest


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total in one column, with what its parts say: (number of the part, its value)."""

    item: PlanItem
    column: Message
    cell: Cell
    total: Value
    parts: tuple[tuple[str, Value], ...]
    period: str | None = None
    before: Mapping[str, Number | None] | None = None  # the same row's values a month earlier
    one_measure: bool = True  # one indicator each, in one unit: only such numbers may be added


def parts_do_not_sum(case: Case) -> Iterator[Hit | NoFault]:
    """Parts under "Shundan," are a breakdown: they must give the total, in fakt, in reja and in
    each month. Blank parts are named; the others are still held against the total."""
    plan = case.year.plan
    if plan is None:
        return
    for item in plan.items:
        for one in _sums_of_plan(item, plan):
            yield _judge(one)
    sheets = {(sheet.service, sheet.month): sheet for sheet in sheets_that_count(case.year)}
    for (service, month), sheet in sheets.items():
        for one in _sums_of_sheet(sheet, sheets.get((service, month - 1)), plan):
            yield _judge(one)


def stated_total_differs(case: Case) -> Iterator[Hit | NoFault]:
    """A cell that states its own total ("jami 12") beside the indicators must agree with itself."""
    plan = case.year.plan
    for item in plan.items if plan else ():
        for column, cell, quantity in quantity_cells(item):
            if plan and quantity.stated_total:
                column_said = column_name(column, plan)
                yield _judge_stated(item, column_said, cell, quantity, quantity.stated_total)


def _judge_stated(
    item: PlanItem, column: Message, cell: Cell, quantity: Quantity, stated: Value
) -> Hit | NoFault:
    values = [value for value in quantity.values if value.state is not State.NA]
    unknown = [value for value in (stated, *values) if value.reported is None]
    numbers = [value.reported for value in values if value.reported is not None]
    total = stated.reported
    if total is None or unknown or not numbers:
        state = unknown[0].state if unknown else State.MISSING
        return NoFault(item.code, hindrance=hindered(column, state))
    summed = sum(numbers)
    if summed == total:
        return NoFault(item.code)
    message = say(
        "{item}, {column}: the cell says {total} in all, its indicators give {summed}. "
        "Correct the total or the numbers.",
        item=named(item),
        column=column,
        total=total,
        summed=summed,
    )
    return Hit(cell.place, message, item.code, found=plain(total), expected=plain(summed))


def _sums_of_plan(item: PlanItem, plan: Plan) -> Iterator[_Sum]:
    parts = [part for code in item.parts if (part := plan.item(code)) is not None]
    if not parts:
        return
    total, alike = item.indicators[0], _one_measure([item, *parts])
    baselines = tuple((part.number, part.indicators[0].baseline) for part in parts)
    targets = tuple((part.number, part.indicators[0].target) for part in parts)
    fakt, reja = column_name("baseline", plan), column_name("target", plan)
    cells = item.cells
    yield _Sum(item, fakt, cells.baseline, total.baseline, baselines, one_measure=alike)
    yield _Sum(item, reja, cells.target, total.target, targets, one_measure=alike)


def _sums_of_sheet(sheet: MonthSheet, earlier: MonthSheet | None, plan: Plan) -> Iterator[_Sum]:
    rows = _by_item(sheet)
    earlier_rows = _by_item(earlier) if earlier else {}
    for item in plan.items:
        parts = [part for code in item.parts if (part := plan.item(code)) is not None]
        present = [part for part in parts if part.code in rows]
        if item.code not in rows or not parts:
            continue
        total, alike = rows[item.code], _one_measure([item, *parts])
        values = tuple((part.number, rows[part.code].value) for part in present)
        period = f"{plan.year}-{sheet.month:02d}"
        month = say("Bajarildi of {month}", month=MONTHS[sheet.month - 1])
        before = _numbers(item, present, earlier_rows)
        yield _Sum(item, month, total.actual, total.value, values, period, before, alike)


def _by_item(sheet: MonthSheet) -> dict[str, MonthRow]:
    return {row.item: row for row in reversed(sheet.rows) if row.item}


def _numbers(
    item: PlanItem, parts: Sequence[PlanItem], rows: Mapping[str, MonthRow]
) -> dict[str, Number | None] | None:
    """What a month says of a total and its parts, by the parts' numbers."""
    if item.code not in rows:
        return None
    said = {part.number: rows[part.code].value.reported for part in parts if part.code in rows}
    return {TOTAL: rows[item.code].value.reported, **said}


def _one_measure(items: Sequence[PlanItem]) -> bool:
    units = [item.cells.unit.text for item in items if not item.cells.unit.is_empty]
    single = all(len(item.indicators) == 1 for item in items)
    return single and all(same_unit(unit, units[0]) for unit in units)


def _judge(one: _Sum) -> Hit | NoFault:
    total = one.total.reported
    said = [(label, value.number) for label, value in one.parts if value.reported is not None]
    numbers = [(label, number) for label, number in said if number is not None]
    hindrance = _hindrance(one)
    if hindrance or total is None:
        return NoFault(one.item.code, None, one.period, hindrance)
    summed = sum(number for _, number in numbers)
    if summed == total:
        return NoFault(one.item.code, None, one.period)
    message = _message(one, total, summed, numbers)
    about = (one.item.code, None, one.period)
    return Hit(one.cell.place, message, *about, plain(total), plain(summed))


def _hindrance(one: _Sum) -> Message | None:
    """Why a total cannot be held against its parts. Blank parts alone do not hinder it."""
    column = one.column
    if not one.one_measure:
        return say("{column}: the total and its parts are not of one measure.", column=column)
    if one.total.reported is None:
        return hindered(say("{column}, the total", column=column), one.total.state)
    for label, value in one.parts:
        if value.is_open or value.state is State.UNREADABLE:
            return hindered(say("{column}, part {label}", column=column, label=label), value.state)
    if all(value.reported is None for _, value in one.parts):
        return hindered(say("{column}, the parts", column=column), State.MISSING)
    return None


def _message(
    one: _Sum, total: Number, summed: Number, numbers: Sequence[tuple[str, Number]]
) -> Message:
    blanks = tuple(label for label, value in one.parts if value.state is State.MISSING)
    short = total - summed
    seen = say(
        "{item}, {column}: the total is {total}, its parts give {summed} ({parts}): {difference}.",
        item=named(one.item),
        column=one.column,
        total=total,
        summed=summed,
        parts=say("{terms}", terms=_terms(numbers)),
        difference=say("{n} short", n=short) if short > 0 else say("{n} over", n=-short),
    )
    return joined(
        seen,
        _of_blanks(blanks, short),
        *_suggestions(one, total),
        _what_to_do(blanks, short),
    )


def _suggestions(one: _Sum, total: Number) -> list[Message]:
    """The likeliest causes; what the blanks could hold is said already."""
    parts = [(label, value.number) for label, value in one.parts if value.state is not State.NA]
    causes = likely_causes(total, parts, one.before)
    said = [cause for cause in causes if cause.kind is not CauseKind.IN_BLANK]
    return [cause.message for cause in said[:_SUGGESTIONS]]


def _terms(numbers: Sequence[tuple[str, Number]]) -> Message:
    places = " + ".join(f"{{n{index}}}" for index in range(len(numbers)))
    return Message(places, {f"n{index}": number for index, (_, number) in enumerate(numbers)})


def _of_blanks(blanks: tuple[str, ...], short: Number) -> Message | None:
    if not blanks:
        return None
    if short > 0:
        return say(
            "{blanks} are blank: if the {n} belong to them, write it there.", blanks=blanks, n=short
        )
    return say("The blank rows ({blanks}) cannot repair this.", blanks=blanks)


def _what_to_do(blanks: tuple[str, ...], short: Number) -> Message:
    if blanks and short > 0:
        return say("If not, correct the total.")
    return say("Correct the total or the parts.")
