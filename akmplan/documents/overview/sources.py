"""Every figure's cells: file, sheet, cell, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from akmplan.documents.brief import Brief
from akmplan.documents.overview.views import SourceView
from akmplan.figures import Figure, Observation
from akmplan.layout.calendar import MONTHS
from akmplan.model import Cell, Place, Plan, Value, grouped


def sources_of(plan: Plan, figure: Figure) -> Iterator[SourceView]:
    """The plan's cells first, then the months in their order."""
    cells, indicator = figure.item.cells, figure.indicator
    yield from _of_plan(f"{plan.year}-yil rejasi", cells.target, indicator.target)
    yield from _of_plan(f"{plan.year - 1}-yil fakti", cells.baseline, indicator.baseline)
    for source in figure.sources:
        if source.is_entry:
            yield _of_month(plan, source)


def at_place(what: str, said: str, place: Place) -> SourceView:
    """A place with what stands in it."""
    return SourceView(what, said, place.file, place.sheet or "", place.cell or "")


def link_to_file(brief: Brief, file: str) -> str:
    """Leads from the page to a file of the input; nothing where no relative path does."""
    if brief.input_folder is None:
        return ""
    return quote(f"{brief.input_folder}/{file}", errors="surrogateescape")


def _of_plan(what: str, cell: Cell, value: Value) -> Iterator[SourceView]:
    """The plan's own cell, and the one of another document that its number was taken from."""
    if not cell.is_empty:
        yield at_place(what, cell.text if value.source else _said(value, cell), cell.place)
    if value.source is not None:
        yield at_place(f"{what}, olingan joyi", _said(value, cell), value.source)


def _of_month(plan: Plan, observation: Observation) -> SourceView:
    service = plan.service(observation.service)
    named = service.name if service else observation.service
    what = f"{MONTHS[observation.month - 1]}, {named}"
    return at_place(what, _said(observation.value, observation.cell), observation.cell.place)


def _said(value: Value, cell: Cell) -> str:
    """The number that was read, else what was typed."""
    return f"“{cell.text}”" if value.reported is None else grouped(value.reported)
