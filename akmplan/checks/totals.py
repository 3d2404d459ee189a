"""Rules on totals: parts against their total, and running sums against the months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from akmplan.checks.words import column_name, named, quantity_cells
from akmplan.figures import (
    TOTAL,
    CauseKind,
    DueSpan,
    Ledger,
    due_spans,
    likely_causes,
    repeated_rows,
    sheets_that_count,
)
from akmplan.findings import Case, Hit, plain
from akmplan.language import Message, joined, say
from akmplan.layout.calendar import MONTHS
from akmplan.model import (
    Cell,
    MonthRow,
    MonthSheet,
    Number,
    Plan,
    PlanItem,
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


def parts_do_not_sum(case: Case) -> Iterator[Hit]:
    """Parts under "Shundan," are a breakdown: they must give the total, in fakt, in reja and in
    each month. Blank parts are named; the others are still held against the total."""
    plan = case.year.plan
    if plan is None:
        return
    for item in plan.items:
        for one in _sums_of_plan(item, plan):
            yield from _judge(one)
    sheets = {(sheet.service, sheet.month): sheet for sheet in sheets_that_count(case.year)}
    for (service, month), sheet in sheets.items():
        for one in _sums_of_sheet(sheet, sheets.get((service, month - 1)), plan):
            yield from _judge(one)


def indicators_do_not_sum(case: Case) -> Iterator[Hit]:
    """A cell that states its own total ("jami 12") beside the indicators must agree with itself."""
    for item in case.year.plan.items if case.year.plan else ():
        for column, cell, quantity in quantity_cells(item):
            stated = quantity.stated_total.reported if quantity.stated_total else None
            numbers = [value.reported for value in quantity.values if value.state is not State.NA]
            reported = [number for number in numbers if number is not None]
            if stated is None or not reported or len(reported) < len(numbers):
                continue
            if sum(reported) != stated:
                assert case.year.plan is not None
                message = say(
                    "{item}, {column}: the cell says {total} in all, its indicators give {summed}. "
                    "Correct the total or the numbers.",
                    item=named(item),
                    column=column_name(column, case.year.plan),
                    total=stated,
                    summed=sum(reported),
                )
                found, expected = plain(stated), plain(sum(reported))
                yield Hit(cell.place, message, item.code, found=found, expected=expected)


def running_sum_differs(case: Case) -> Iterator[Hit]:
    """ "Yil boshidan" is the sum of the service's own months since January. It cannot be judged
    where one of them is missing; a blank one says nothing."""
    if case.ledger is None:
        return
    for sheet in sheets_that_count(case.year):
        twice = {id(row) for row, _ in repeated_rows(sheet)}
        for row in sheet.rows:
            stated = row.to_date_value.reported
            if stated is None or not row.item or id(row) in twice:
                continue
            summed = _own_sum(case.ledger, sheet, row)
            if summed is not None and summed != stated:
                yield _running_sum_hit(case, sheet, row, stated, summed)


def _running_sum_hit(
    case: Case, sheet: MonthSheet, row: MonthRow, stated: Number, summed: Number
) -> Hit:
    item = case.year.plan.item(row.item) if case.year.plan else None
    message = say(
        "{item}: “Yil boshidan” is {stated}, the months since January give {summed}. "
        "Correct it, or the month that is wrong.",
        item=named(item) if item else row.item,
        stated=stated,
        summed=summed,
    )
    period = f"{case.year.year}-{sheet.month:02d}"
    found, expected = plain(stated), plain(summed)
    return Hit(row.to_date.place, message, row.item, row.indicator, period, found, expected)


def _own_sum(ledger: Ledger, sheet: MonthSheet, row: MonthRow) -> Number | None:
    """The sum of the service's months up to the sheet's; None where one is missing."""
    item = ledger.plan.item(row.item)
    indicator = item.indicator(row.indicator) if item else None
    if item is None or indicator is None:
        return None
    said = [
        one
        for one in ledger.observed(item, indicator, range(1, sheet.month + 1))
        if one.service == sheet.service
    ]
    due = [span for span in due_spans(item, indicator) if span.due <= sheet.month]
    answered = {one.month for one in said if one.is_answer}
    if any(one.value.state is State.UNREADABLE for one in said) or not all(
        _answers(answered, span) for span in due
    ):
        return None
    return sum((one.value.reported or 0 for one in said), start=0)


def _answers(answered: set[int], span: DueSpan) -> bool:
    return bool(answered.intersection(span.months))


def _sums_of_plan(item: PlanItem, plan: Plan) -> Iterator[_Sum]:
    parts = [part for code in item.parts if (part := plan.item(code)) is not None]
    if not parts or not _one_measure([item, *parts]):
        return
    total = item.indicators[0]
    baselines = tuple((part.number, part.indicators[0].baseline) for part in parts)
    targets = tuple((part.number, part.indicators[0].target) for part in parts)
    fakt, reja = column_name("baseline", plan), column_name("target", plan)
    yield _Sum(item, fakt, item.cells.baseline, total.baseline, baselines)
    yield _Sum(item, reja, item.cells.target, total.target, targets)


def _sums_of_sheet(sheet: MonthSheet, earlier: MonthSheet | None, plan: Plan) -> Iterator[_Sum]:
    rows = _by_item(sheet)
    earlier_rows = _by_item(earlier) if earlier else {}
    for item in plan.items:
        parts = [part for code in item.parts if (part := plan.item(code)) is not None]
        present = [part for part in parts if part.code in rows]
        if item.code not in rows or not present or not _one_measure([item, *parts]):
            continue
        total = rows[item.code]
        values = tuple((part.number, rows[part.code].value) for part in present)
        period = f"{plan.year}-{sheet.month:02d}"
        month = say("Bajarildi of {month}", month=MONTHS[sheet.month - 1])
        before = _numbers(item, present, earlier_rows)
        yield _Sum(item, month, total.actual, total.value, values, period, before)


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
    """One indicator each, in one unit: only such numbers may be added."""
    units = [item.cells.unit.text for item in items if not item.cells.unit.is_empty]
    single = all(len(item.indicators) == 1 for item in items)
    return single and all(same_unit(unit, units[0]) for unit in units)


def _judge(one: _Sum) -> Iterator[Hit]:
    total = one.total.reported
    said = [(label, value.number) for label, value in one.parts if value.reported is not None]
    numbers = [(label, number) for label, number in said if number is not None]
    if (
        total is None
        or not numbers
        or any(value.is_open or value.state is State.UNREADABLE for _, value in one.parts)
    ):
        return
    summed = sum(number for _, number in numbers)
    if summed != total:
        yield Hit(
            one.cell.place,
            _message(one, total, summed, numbers),
            one.item.code,
            period=one.period,
            found=plain(total),
            expected=plain(summed),
        )


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
