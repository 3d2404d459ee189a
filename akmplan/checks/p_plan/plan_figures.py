"""Rules on the plan's numbers: taken from elsewhere, and fakt against reja."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.checks.words import column_name, hindered, named
from akmplan.figures import stated
from akmplan.findings import Case, Hit, NoFault, plain
from akmplan.messages import Message, say
from akmplan.model import Cell, Indicator, Number, Place, Plan, PlanItem, State, Value


def open_reference(case: Case) -> Iterator[Hit]:
    """A number that another document is to give is open until somebody takes it from there."""
    for item, indicator, cell, value in _numbers(case):
        if value.is_open:
            message = _open_message(item, indicator.name, value)
            yield Hit(cell.place, message, item.code, indicator.name, found=value.text)


def taken_differs(case: Case) -> Iterator[Hit | NoFault]:
    """The plan's provisional number is not the one of the document that it was to be taken from."""
    for item, indicator, cell, value in _numbers(case):
        provisional = value.provisional if value.source else value.number
        if value.state is not State.LINKED or provisional is None:
            continue
        if value.source is None:
            hindrance = hindered(str(cell.place.cell), value.state)
            yield NoFault(item.code, indicator.name, hindrance=hindrance)
        elif provisional == value.number:
            yield NoFault(item.code, indicator.name)
        else:
            yield _differs_from_source(item, indicator, cell, value, value.source)


def reja_below_fakt(case: Case) -> Iterator[Hit | NoFault]:
    """A plan below last year's fakt may be meant; it is asked, because it may be a slip."""
    plan = case.year.plan
    if plan is None:
        return
    for item in plan.items:
        for indicator in item.indicators:
            fakt, reja = stated(indicator.baseline), stated(indicator.target)
            if fakt is None or reja is None:
                hindrance = _not_both(indicator, plan)
                yield NoFault(item.code, indicator.name, hindrance=hindrance)
            elif reja < fakt:
                yield _below(item, indicator, reja, fakt)
            else:
                yield NoFault(item.code, indicator.name)


def _not_both(indicator: Indicator, plan: Plan) -> Message:
    """Which of fakt and reja has no number, fakt first."""
    if stated(indicator.baseline) is None:
        return hindered(column_name("baseline", plan), indicator.baseline.state)
    return hindered(column_name("target", plan), indicator.target.state)


def _open_message(item: PlanItem, name: str | None, value: Value) -> Message:
    if value.number is None:
        return say(
            "{item}{name}: the number is to be taken from another document (“{text}”) and is "
            "still open. Take it from there and write it.",
            item=named(item),
            name=_of(name),
            text=" ".join(value.text.split()),
        )
    return say(
        "{item}{name}: {number} is provisional until it is taken from another document (“{text}”). "
        "Confirm it and leave the number alone.",
        item=named(item),
        name=_of(name),
        number=value.number,
        text=" ".join(value.text.split()),
    )


def _differs_from_source(
    item: PlanItem, indicator: Indicator, cell: Cell, value: Value, source: Place
) -> Hit:
    message = say(
        "{item}{name}: the plan has {provisional}, {source} has {number}. Write {number} into the "
        "plan.",
        item=named(item),
        name=_of(indicator.name),
        provisional=value.provisional,
        source=f"{source.file}, {source.sheet}, {source.cell}",
        number=value.number,
    )
    found, expected = plain(value.provisional), plain(value.number)
    also = ((source, expected),)
    about = (item.code, indicator.name, None)
    return Hit(cell.place, message, *about, found, expected, also)


def _below(item: PlanItem, indicator: Indicator, reja: Number, fakt: Number) -> Hit:
    message = say(
        "{item}{name}: the plan ({reja}) is below last year's fakt ({fakt}). Check that it is "
        "meant so.",
        item=named(item),
        name=_of(indicator.name),
        reja=reja,
        fakt=fakt,
    )
    about = (item.code, indicator.name, None)
    return Hit(item.cells.target.place, message, *about, plain(reja), plain(fakt))


def _numbers(case: Case) -> Iterator[tuple[PlanItem, Indicator, Cell, Value]]:
    """Fakt and reja of each indicator, each with the cell that it stands in."""
    for item in case.year.plan.items if case.year.plan else ():
        for indicator in item.indicators:
            yield item, indicator, item.cells.baseline, indicator.baseline
            yield item, indicator, item.cells.target, indicator.target


def _of(name: str | None) -> str:
    return f", {name}" if name else ""
