"""Rules on totals: parts against their total, and indicators against the one in their cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akmplan.checks.t_totals.sums import Sum, sums_of_plan, sums_of_sheet, sums_over_services
from akmplan.checks.words import column_name, counted, hindered, named, quantity_cells
from akmplan.figures import CauseKind, likely_causes, sheets_that_count
from akmplan.findings import Case, Hit, NoFault, plain
from akmplan.messages import Message, joined, say
from akmplan.model import Cell, Number, PlanItem, Quantity, State, Value

_SUGGESTIONS = 2  # more would bury the likeliest


def parts_do_not_sum(case: Case) -> Iterator[Hit | NoFault]:
    """Parts under "Shundan," are a breakdown: they must give the total, in fakt, in reja and in
    each month. Blank parts are named; the others are still held against the total."""
    plan = case.year.plan
    if plan is None:
        return
    for item in plan.items:
        for one in sums_of_plan(item, plan):
            yield _judge(one)
    sheets = {(sheet.service, sheet.month): sheet for sheet in sheets_that_count(case.year)}
    for (service, month), sheet in sheets.items():
        for one in sums_of_sheet(sheet, sheets.get((service, month - 1)), plan):
            yield _judge(one)
    for month in sorted({month for _, month in sheets}):
        handed_in = [sheet for (_, its), sheet in sheets.items() if its == month]
        if case.ledger is not None:
            for one in sums_over_services(month, handed_in, case.ledger, plan):
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


def _judge(one: Sum) -> Hit | NoFault:
    total = _total(one)
    said = [(label, value.number) for label, value in one.parts if value.reported is not None]
    numbers = [(label, number) for label, number in said if number is not None]
    about = (one.item.code, one.indicator.name, one.period)
    hindrance = _hindrance(one)
    if hindrance or total is None:
        return NoFault(*about, hindrance)
    summed = sum(number for _, number in numbers)
    if summed == total:
        return NoFault(*about)
    if one.total.state is State.NA:
        message = _message_of_none(one, summed, numbers)
        return Hit(one.cell.place, message, *about, _dash(one), plain(summed))
    message = _message(one, total, summed, numbers)
    return Hit(one.cell.place, message, *about, plain(total), plain(summed))


def _total(one: Sum) -> Number | None:
    """A total said to be none is none of its parts together."""
    return 0 if one.total.state is State.NA else one.total.reported


def _hindrance(one: Sum) -> Message | None:
    """Why a total cannot be held against its parts. Blank parts alone do not hinder it."""
    column = one.column
    if not one.one_measure:
        return say("{column}: the total and its parts are not of one measure.", column=column)
    is_none = one.total.state is State.NA and all(part.reported is None for _, part in one.parts)
    if _total(one) is None or is_none:
        return hindered(say("{column}, the total", column=column), one.total.state)
    for label, value in one.parts:
        if value.is_open or value.state is State.UNREADABLE:
            return hindered(say("{column}, part {label}", column=column, label=label), value.state)
    if all(value.reported is None for _, value in one.parts):
        return hindered(say("{column}, the parts", column=column), State.MISSING)
    return None


def _message(
    one: Sum, total: Number, summed: Number, numbers: Sequence[tuple[str, Number]]
) -> Message:
    blanks = tuple(label for label, value in one.parts if value.state is State.MISSING)
    short, unit = total - summed, one.indicator.unit
    off = counted(short if short > 0 else -short, unit)
    seen = say(
        "{item}, {column}: the total is {total}, its parts give {summed} ({parts}): {difference}.",
        item=_named(one),
        column=one.column,
        total=counted(total, unit),
        summed=counted(summed, unit),
        parts=say("{terms}", terms=_terms(numbers)),
        difference=say("{n} short", n=off) if short > 0 else say("{n} over", n=off),
    )
    return joined(
        seen,
        _of_blanks(blanks, off, short > 0),
        *_suggestions(one, total),
        _what_to_do(blanks, short),
    )


def _message_of_none(one: Sum, summed: Number, numbers: Sequence[tuple[str, Number]]) -> Message:
    return say(
        "{item}, {column}: the total is “{total}”, though its parts give {summed} ({parts}). Write "
        "the total.",
        item=_named(one),
        column=one.column,
        total=_dash(one),
        summed=counted(summed, one.indicator.unit),
        parts=say("{terms}", terms=_terms(numbers)),
    )


def _dash(one: Sum) -> str:
    return one.total.text or one.cell.text


def _named(one: Sum) -> str:
    return named(one.item) + (f", {one.indicator.name}" if one.indicator.name else "")


def _suggestions(one: Sum, total: Number) -> list[Message]:
    """The likeliest causes; what the blanks could hold is said already."""
    parts = [(label, value.number) for label, value in one.parts if value.state is not State.NA]
    causes = likely_causes(total, parts, one.before)
    said = [cause for cause in causes if cause.kind is not CauseKind.IN_BLANK]
    return [cause.message for cause in said[:_SUGGESTIONS]]


def _terms(numbers: Sequence[tuple[str, Number]]) -> Message:
    places = " + ".join(f"{{n{index}}}" for index in range(len(numbers)))
    return Message(places, {f"n{index}": number for index, (_, number) in enumerate(numbers)})


def _of_blanks(blanks: tuple[str, ...], off: Message, is_short: bool) -> Message | None:
    if not blanks:
        return None
    if is_short:
        return say(
            "{blanks} are blank: if the {n} belong to them, write it there.", blanks=blanks, n=off
        )
    return say("The blank rows ({blanks}) cannot repair this.", blanks=blanks)


def _what_to_do(blanks: tuple[str, ...], short: Number) -> Message:
    if blanks and short > 0:
        return say("If not, correct the total.")
    return say("Correct the total or the parts.")
