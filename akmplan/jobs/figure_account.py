"""A figure as `explain` tells it, be it today's or a finished paper's, in words or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akmplan.figures import Figure, Observation
from akmplan.findings import plain
from akmplan.model import Number, Place, PlanItem, State, Value, Year


@dataclass(frozen=True, slots=True)
class ToldSource:
    """One cell behind a figure. Without a month it is one that the plan's number comes from.

    `raw` is what stands in the cell; None where the cell is not found any more.
    """

    place: Place
    value: Number | None
    state: State
    raw: str | None = None
    service: str | None = None
    month: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """One indicator in one period. `target` is a number that holds: none while it is still open,
    a provisional one beside it or not. `target_state` and `to_date_state` say what a blank means;
    a paper does not say `to_date_state`. `part_of` is the total asked for."""

    item: str
    title: str
    indicator: str | None
    unit: str | None
    value: Number | None
    state: State
    method: str | None
    months: str
    year_to_date: Number | None
    target: Number | None
    target_state: State
    sources: tuple[ToldSource, ...]
    to_date_state: State = State.MISSING
    target_text: str = ""
    part_of: str | None = None


def told(figure: Figure, year: Year, part_of: str | None = None) -> ToldFigure:
    """Today's figure, with the cells of its months and those of a plan's number taken elsewhere."""
    target = figure.indicator.target
    months = (_of_month(source, year) for source in figure.sources)
    return ToldFigure(
        item=figure.item.code,
        title=figure.item.title,
        indicator=figure.indicator.name,
        unit=figure.indicator.unit,
        value=figure.value,
        state=figure.state,
        method=figure.method,
        months=figure.months,
        year_to_date=figure.year_to_date,
        target=target.reported,
        target_state=target.state,
        sources=(*months, *_of_reference(figure.item, target, year)),
        to_date_state=figure.year_to_date_state,
        target_text=target.text,
        part_of=part_of,
    )


def _of_month(observation: Observation, year: Year) -> ToldSource:
    return ToldSource(
        place=observation.cell.place,
        value=observation.value.reported,
        state=observation.value.state,
        raw=observation.cell.text,
        service=observation.service,
        month=observation.month,
        sha256=year.sha256(observation.cell.place.file),
    )


def _of_reference(item: PlanItem, target: Value, year: Year) -> Iterator[ToldSource]:
    """The plan's cell that points elsewhere, and the cell that its number was taken from."""
    if target.source is None:
        return
    here = item.cells.target
    for place, number, raw in (
        (here.place, target.provisional, here.text),
        (target.source, target.number, str(target.number)),
    ):
        yield ToldSource(place, number, target.state, raw, sha256=year.sha256(place.file))


def figure_as_json(figure: ToldFigure, year: int) -> dict[str, object]:
    """One of the `figures` of `explain --format json`."""
    return {
        "item": figure.item,
        "indicator": figure.indicator,
        "unit": figure.unit,
        "value": plain(figure.value),
        "state": figure.state.value,
        "method": figure.method,
        "months": figure.months,
        "year_to_date": plain(figure.year_to_date),
        "target": plain(figure.target),
        "sources": [_source_as_json(source, year) for source in figure.sources],
    }


def _source_as_json(told_source: ToldSource, year: int) -> dict[str, object]:
    return {
        "service": told_source.service,
        "month": f"{year}-{told_source.month:02d}" if told_source.month else None,
        "value": plain(told_source.value),
        "raw": told_source.raw,
        "state": told_source.state.value,
        "file": told_source.place.file,
        "sheet": told_source.place.sheet,
        "cell": told_source.place.cell,
        "sha256": told_source.sha256,
    }
