"""`akmplan explain`: where a figure comes from, to the cell."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.figures import Figure, Observation
from akmplan.findings import plain
from akmplan.jobs.preparing import Options, Prepared, prepare
from akmplan.model import Period, Plan, PlanItem, Span, period_from_code
from akmplan.wording import squeeze


@dataclass(frozen=True, slots=True)
class Explained:
    """The figures asked for; `figures` is None where the plan has no such item or indicator."""

    prepared: Prepared
    period: Period | None = None
    figures: tuple[Figure, ...] | None = None


def explain(options: Options, subject: str, period: str | None) -> Explained:
    """The figures of an item, or of one of its indicators, in a period (the year to date)."""
    prepared = prepare(options)
    ledger, plan = prepared.ledger, prepared.year.plan
    if plan is None or ledger is None:
        return Explained(prepared)
    wanted = period_from_code(period) if period else Period(plan.year, Span.YEAR)
    subjects = _subjects(plan, subject)
    if wanted is None or not subjects:
        return Explained(prepared, wanted)
    figures = (
        ledger.figure(item, indicator, wanted)
        for item, names in subjects
        for indicator in item.indicators
        if indicator.name in names
    )
    return Explained(prepared, wanted, tuple(figures))


def as_json(explained: Explained) -> dict[str, object]:
    """The object of `explain --format json`."""
    year = explained.prepared.year
    figures = explained.figures or ()
    return {
        "year": year.year,
        "period": explained.period.code if explained.period else None,
        "figures": [_figure(figure, explained.prepared) for figure in figures],
    }


def _subjects(plan: Plan, subject: str) -> list[tuple[PlanItem, list[str | None]]]:
    """`IV.12` is all of its indicators, `IV.12.yangi` one of them."""
    wanted = subject.strip().rstrip(".")
    codes = {item.code.casefold(): item for item in plan.items}
    whole = codes.get(wanted.casefold())
    if whole:
        return [(whole, [one.name for one in whole.indicators])]
    for end in range(len(wanted) - 1, 0, -1):
        item = codes.get(wanted[:end].casefold()) if wanted[end] == "." else None
        if item:
            name = squeeze(wanted[end + 1 :])
            names = [one.name for one in item.indicators if squeeze(one.name or "") == name]
            return [(item, names)] if names and name else []
    return []


def _figure(figure: Figure, prepared: Prepared) -> dict[str, object]:
    return {
        "item": figure.item.code,
        "indicator": figure.indicator.name,
        "unit": figure.indicator.unit,
        "value": plain(figure.value),
        "state": figure.state.value,
        "method": figure.method,
        "months": figure.months,
        "year_to_date": plain(figure.year_to_date),
        "target": plain(figure.indicator.target.number),
        "sources": [_source(one, figure, prepared) for one in figure.sources],
    }


def _source(one: Observation, figure: Figure, prepared: Prepared) -> dict[str, object]:
    place = one.cell.place
    return {
        "service": one.service,
        "month": f"{figure.period.year}-{one.month:02d}",
        "value": plain(one.value.reported),
        "raw": one.cell.text,
        "state": one.value.state.value,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "sha256": prepared.year.sha256(place.file),
    }
