"""Rules on single rows of the monthly sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akmplan.checks.words import column_name, hindered, misleading_look, named, named_by
from akmplan.figures import repeated_rows, stated
from akmplan.findings import Case, Found, Hit, NoFault, found_in, plain
from akmplan.layout.calendar import MONTHS
from akmplan.messages import Message, say
from akmplan.model import (
    Cell,
    CellKind,
    Indicator,
    MonthRow,
    MonthSheet,
    Number,
    PlanItem,
    State,
)
from akmplan.words.units import same_unit
from akmplan.words.wording import same


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of a sheet, with the item and indicator that it is for."""

    sheet: MonthSheet
    row: MonthRow
    item: PlanItem
    indicator: Indicator
    period: str


def item_unknown(case: Case) -> Iterator[Hit]:
    """A number that the plan does not have: its figure belongs to nothing."""
    for sheet in case.year.months:
        for row in sheet.rows:
            if row.item is None:
                message = say(
                    "The plan has no item “{number}”; this row is not used. Write the number as in "
                    "the plan, with its section: “IV.12”.",
                    number=row.number.text,
                )
                period = f"{case.year.year}-{sheet.month:02d}"
                yield Hit(row.number.place, message, period=period, found=found_in(row.number))


def item_of_other_service(case: Case) -> Iterator[Hit]:
    """A figure for an item that another service answers for may be counted twice."""
    for entry in _entries(case):
        assert case.year.plan is not None
        answering = case.year.plan.answering(entry.item)
        own = any(service.key == entry.sheet.service for service in answering)
        if entry.sheet.service and not own and not entry.row.actual.is_empty:
            message = say(
                "{item} is answered for by {services}, not by this service. The figure is counted; "
                "check that it is not counted twice.",
                item=named(entry.item),
                services=tuple(service.name for service in answering),
            )
            yield _hit(entry, entry.row.number, message, found=found_in(entry.row.number))


def not_a_count(case: Case) -> Iterator[Hit]:
    """A month's figure is a whole number from 0 up, alone in its cell: words belong to Izoh."""
    for entry in _entries(case):
        row = entry.row
        for cell, value in ((row.actual, row.value), (row.to_date, row.to_date_value)):
            named_elsewhere = cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED)
            if value.state is State.UNREADABLE and not named_elsewhere:
                message = misleading_look(entry.item, cell) or say(
                    "{item}: “{text}” is not a whole number from 0 up. Write only the number; "
                    "words go to Izoh.",
                    item=_whose(entry),
                    text=" ".join(cell.text.split()),
                )
                yield _hit(entry, cell, message, found=found_in(cell))


def work_outside_schedule(case: Case) -> Iterator[Hit]:
    """Work in a month that the plan does not name for the item: the month or the plan is wrong."""
    for entry in _entries(case):
        number = entry.row.value.reported
        if number and entry.sheet.month not in entry.item.schedule.months:
            message = say(
                "{item}: {number} in {month}, but the deadline is “{schedule}”. Check the month.",
                item=named(entry.item),
                number=number,
                month=MONTHS[entry.sheet.month - 1],
                schedule=" ".join(entry.item.cells.schedule.text.split()),
            )
            yield _hit(entry, entry.row.actual, message, found=plain(number))


def unit_differs(case: Case) -> Iterator[Hit]:
    """Another unit than the plan's: the figure measures something else."""
    for entry in _entries(case):
        unit, typed = entry.indicator.unit, entry.row.unit.text
        if unit and typed.strip() and not same_unit(unit, typed) and _is_units(entry):
            message = say(
                "{item}: the unit here is “{found}”, in the plan “{expected}”. Check which figure "
                "is meant.",
                item=named(entry.item),
                found=typed,
                expected=unit,
            )
            yield _hit(entry, entry.row.unit, message, found=typed, expected=unit)


def _is_units(entry: _Entry) -> bool:
    """Whether the unit in the row is the indicator's: that of a pair in one cell is the last's, and
    a pair of units, as the plan's cell has it (`nom/sahifa`), is that of both."""
    last, typed = entry.item.indicators[-1], entry.row.unit.text
    if "/" in typed and len(entry.item.indicators) > 1 and same(entry.item.cells.unit.text, typed):
        return False
    in_pair = entry.item.indicators[0].name == "a" and entry.indicator is not last
    cell = entry.row.actual.place
    return not in_pair or sum(row.actual.place == cell for row in entry.sheet.rows) == 1


def row_twice(case: Case) -> Iterator[Hit]:
    """One indicator in two rows of a sheet: only one of them is counted."""
    for sheet in case.year.months:
        for row, first in repeated_rows(sheet):
            own = row.number.row == row.actual.row
            place = row.number.place if own else row.name.place
            message = say(
                "{item} stands twice in this sheet (first in {cell}); only one row is counted. "
                "Delete the other one.",
                item=named_by(row.item, case.year.plan)
                + (f", {row.indicator}" if row.indicator else ""),
                cell=first.number.place.cell,
            )
            period = f"{case.year.year}-{sheet.month:02d}"
            also = ((first.actual.place, found_in(first.actual)),)
            found = found_in(row.number)
            yield Hit(place, message, row.item, row.indicator, period, found, also=also)


def target_differs(case: Case) -> Iterator[Hit | NoFault]:
    """ "Yillik reja" repeats the plan's number; where it differs the sheet is of an older plan."""
    for entry in _entries(case):
        typed, plan = entry.row.target, entry.indicator.target
        if typed.is_empty:
            continue
        here = stated(entry.row.target_value)
        about = (entry.item.code, entry.indicator.name, entry.period)
        if same(typed.text, plan.text) or (here is not None and here == stated(plan)):
            yield NoFault(*about)
        elif here is None:
            yield NoFault(*about, hindered("“Yillik reja”", entry.row.target_value.state))
        elif plan.state is State.UNREADABLE or (plan.is_open and plan.number is None):
            assert case.year.plan is not None
            yield NoFault(*about, hindered(column_name("target", case.year.plan), plan.state))
        else:
            yield _target_hit(entry, here)


def _target_hit(entry: _Entry, here: Number) -> Hit:
    plan = entry.indicator.target
    expected = plan.text.strip() if plan.state is State.NA else plain(stated(plan))
    message = say(
        "{item}: “Yillik reja” is {found} here, the plan has {expected}. Write the plan's number.",
        item=named(entry.item),
        found=here,
        expected=stated(plan) if expected is None else expected,
    )
    return _hit(entry, entry.row.target, message, found=plain(here), expected=expected)


def _entries(case: Case) -> Iterator[_Entry]:
    plan = case.year.plan
    if plan is None:
        return
    for sheet in case.year.months:
        period = f"{case.year.year}-{sheet.month:02d}"
        for row in sheet.rows:
            item = plan.item(row.item)
            indicator = item.indicator(row.indicator) if item else None
            if item and indicator:
                yield _Entry(sheet, row, item, indicator, period)


def _whose(entry: _Entry) -> str:
    """The item, and which of its indicators."""
    name = entry.indicator.name
    return named(entry.item) + (f", {name}" if name else "")


def _hit(
    entry: _Entry, cell: Cell, message: Message, found: Found = None, expected: Found = None
) -> Hit:
    name = entry.indicator.name
    return Hit(cell.place, message, entry.item.code, name, entry.period, found, expected)
