"""What the helper sheets say, put into the plan: it wins over what was read off the cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from akmplan.model import (
    Grid,
    Helpers,
    Indicator,
    Obligation,
    Place,
    Plan,
    PlanItem,
    PlanRow,
    Problem,
    Reference,
    ReportEntry,
    State,
    Trouble,
    Value,
    position,
)
from akmplan.quantity import read_quantity

Grids = Mapping[tuple[str, str], Grid]  # by file and sheet


def with_helpers(plan: Plan, helpers: Helpers, grids: Grids) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan as the helper sheets want it, and the references that lead nowhere."""
    resolved = {(one.item, one.indicator): _taken(one, grids) for one in helpers.references}
    lost = tuple(
        _lost(one) for one in helpers.references if resolved[one.item, one.indicator] is None
    )
    rows = tuple(_row(row, helpers, resolved) for row in plan.rows)
    requisites = {**plan.requisites, **helpers.requisites}
    centre = helpers.requisites.get("centre", plan.centre)
    return replace(plan, rows=rows, requisites=requisites, centre=centre), lost


_Resolved = Mapping[tuple[str, str | None], Value | None]


def _row(row: PlanRow, helpers: Helpers, resolved: _Resolved) -> PlanRow:
    if not isinstance(row, PlanItem):
        return row
    indicators = tuple(_indicator(row, one, helpers, resolved) for one in row.indicators)
    obligations = row.obligations
    if helpers.reports is not None:
        obligations = tuple(_owed(row, helpers.reports))
    return replace(row, indicators=indicators, obligations=obligations)


def _indicator(item: PlanItem, one: Indicator, helpers: Helpers, resolved: _Resolved) -> Indicator:
    for entry in helpers.indicators:
        if (entry.item, entry.indicator) == (item.code, one.name):
            one = replace(one, unit=entry.unit or one.unit, method=entry.method or one.method)
    taken = resolved.get((item.code, one.name))
    if taken is None:
        return one
    return replace(one, baseline=_settled(one.baseline, taken), target=_settled(one.target, taken))


def _settled(value: Value, taken: Value) -> Value:
    """An open reference with the number of the document that it points at."""
    if value.state is not State.LINKED:
        return value
    return replace(value, number=taken.number, source=taken.source, provisional=value.number)


def _taken(reference: Reference, grids: Grids) -> Value | None:
    """The one number of the cell that a reference points at; None where there is none."""
    grid = _grid(reference.source, grids)
    if grid is None:
        return None
    values = read_quantity(grid.at(*position(reference.source.cell))).values
    if len(values) != 1 or values[0].reported is None:
        return None
    place = Place(grid.file, grid.name, reference.source.cell)
    return replace(values[0], source=place)


def _grid(place: Place, grids: Grids) -> Grid | None:
    """The sheet by its name, or the workbook's only one where none is named. A file may be given
    by its name alone."""
    same_file = [grid for (file, _), grid in grids.items() if _is_file(file, place.file)]
    named = [grid for grid in same_file if grid.name == place.sheet]
    found = named if place.sheet else same_file
    return found[0] if len(found) == 1 else None


def _is_file(file: str, wanted: str) -> bool:
    return file == wanted or file.rpartition("/")[2] == wanted


def _lost(reference: Reference) -> Problem:
    source = reference.source
    text = ", ".join(part for part in (source.file, source.sheet, source.cell) if part)
    return Problem(Trouble.HELPER_ROW, reference.row, "Fayl", {"text": text})


def _owed(item: PlanItem, reports: Iterable[ReportEntry]) -> Iterable[Obligation]:
    owed = (
        Obligation(one.recipient, one.span, item.schedule.months)
        for one in reports
        if item.code in one.items
    )
    return dict.fromkeys(owed)
