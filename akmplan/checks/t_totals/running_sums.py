"""The rule on running sums: “Yil boshidan” against the service's own months."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.checks.words import hindered, named
from akmplan.figures import (
    Ledger,
    Observation,
    due_spans,
    repeated_rows,
    rolled_up,
    sheets_that_count,
)
from akmplan.findings import Case, Hit, NoFault, plain
from akmplan.layout.calendar import MONTHS
from akmplan.messages import Message, say
from akmplan.model import Indicator, MonthRow, MonthSheet, Number, PlanItem, State, rounded


def sum_differs(case: Case) -> Iterator[Hit | NoFault]:
    """ "Yil boshidan" is the sum of the service's own months since January, or what the item's
    method makes of them. It cannot be judged where one is missing; a blank one says nothing."""
    if case.ledger is None:
        return
    for sheet in sheets_that_count(case.year):
        twice = {id(row) for row, _ in repeated_rows(sheet)}
        for row in sheet.rows:
            item = case.ledger.plan.item(row.item)
            indicator = item.indicator(row.indicator) if item else None
            says_nothing = row.to_date_value.state in (State.MISSING, State.NA)
            if item and indicator and not says_nothing and id(row) not in twice:
                yield _weighed(case.ledger, sheet, row, item, indicator)


def _weighed(
    ledger: Ledger, sheet: MonthSheet, row: MonthRow, item: PlanItem, indicator: Indicator
) -> Hit | NoFault:
    period = f"{ledger.plan.year}-{sheet.month:02d}"
    stated = row.to_date_value.reported
    summed = _own_sum(ledger, sheet, item, indicator)
    if stated is None:
        why = hindered("“Yil boshidan”", row.to_date_value.state)
        return NoFault(item.code, indicator.name, period, why)
    if isinstance(summed, Message):
        return NoFault(item.code, indicator.name, period, summed)
    if summed in (stated, rounded(stated, 2)) or stated == _in_whole(summed):
        return NoFault(item.code, indicator.name, period)
    message = say(
        "{item}: “Yil boshidan” is {stated}, the months since January give {summed}. "
        "Correct it, or the month that is wrong.",
        item=named(item),
        stated=stated,
        summed=summed,
    )
    about = (item.code, indicator.name, period)
    return Hit(row.to_date.place, message, *about, plain(stated), plain(summed))


def _in_whole(number: Number) -> Number:
    """A mean may be written as a whole number."""
    return int(rounded(number, 0))


def _own_sum(
    ledger: Ledger, sheet: MonthSheet, item: PlanItem, indicator: Indicator
) -> Number | Message:
    """What the service's months up to the sheet's come to, or what is missing in them."""
    months = range(1, sheet.month + 1)
    said = [one for one in ledger.observed(item, indicator, months) if one.service == sheet.service]
    unreadable = [MONTHS[one.month - 1] for one in said if one.value.state is State.UNREADABLE]
    if unreadable:
        return hindered(", ".join(unreadable), State.UNREADABLE)
    missing = _unanswered(said, item, indicator, sheet.month)
    if missing:
        return hindered(", ".join(missing), State.MISSING)
    number = rolled_up(said, indicator.method)
    return 0 if number is None else number


def _unanswered(
    said: list[Observation], item: PlanItem, indicator: Indicator, last: int
) -> list[str]:
    """The months that were due by `last` and have no answer."""
    answered = {observation.month for observation in said if observation.is_answer}
    return [
        MONTHS[span.due - 1]
        for span in due_spans(item, indicator)
        if span.due <= last and not answered.intersection(span.months)
    ]
