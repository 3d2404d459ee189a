"""`akmplan explain`: where a figure comes from, to the cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akmplan.figures import Ledger
from akmplan.jobs.figure_account import ToldFigure, figure_as_json, told
from akmplan.jobs.prepared_year import Options, Prepared, prepare
from akmplan.jobs.wrong_use import refuse_other_years
from akmplan.model import Indicator, Period, Plan, PlanItem, Span, period_from_code
from akmplan.words.item_codes import Codes, code_at, read_code
from akmplan.words.wording import same, seen, squeeze

Subject = tuple[str, str | None]  # item and indicator


@dataclass(frozen=True, slots=True)
class Explained:
    """The figures asked for; `figures` is None where the plan has no such item or indicator."""

    prepared: Prepared
    period: Period | None = None
    figures: tuple[ToldFigure, ...] | None = None


def explain(options: Options, subject: str, period: str | None) -> Explained:
    """The figures of an item, or of one of its indicators, in a period (the year to date), and
    those of its parts. Raises WrongUse for a period of another year."""
    prepared = prepare(options)
    ledger, plan = prepared.ledger, prepared.year.plan
    if plan is None or ledger is None:
        return Explained(prepared)
    refuse_other_years([period] if period else [], plan.year)
    wanted = period_from_code(period) if period else Period(plan.year, Span.YEAR)
    every = [(item.code, indicator.name) for item in plan.items for indicator in item.indicators]
    subjects = meant_by(subject, every)
    if wanted is None or not subjects:
        return Explained(prepared, wanted)
    return Explained(prepared, wanted, tuple(_figures(ledger, plan, subjects, wanted)))


def meant_by(typed: str, subjects: Iterable[Subject]) -> tuple[Subject, ...]:
    """`IV.12` is all of its indicators, `IV.12.yangi` one of them."""
    listed = tuple(subjects)
    return _named_in(listed, typed) or _named_in(listed, _respelt(typed, listed))


def _respelt(typed: str, subjects: Iterable[Subject]) -> str:
    """The code at its beginning as the plan spells it."""
    text = seen(typed)
    code = read_code(text) or code_at(text, 0)
    meant = Codes(dict.fromkeys(item for item, _ in subjects)).meant(code) if code else None
    return f"{meant}{text[code.end :]}" if code and meant else text


def _named_in(listed: tuple[Subject, ...], typed: str) -> tuple[Subject, ...]:
    wanted = typed.strip().rstrip(".)")
    whole = tuple(subject for subject in listed if same(subject[0], wanted))
    if whole:
        return whole
    return tuple(subject for subject in listed if _is_named(wanted, subject))


def _is_named(wanted: str, subject: Subject) -> bool:
    item, indicator = subject
    head, dot, tail = (
        wanted[: len(item)],
        wanted[len(item) : len(item) + 1],
        wanted[len(item) + 1 :],
    )
    name = squeeze(indicator or "")
    return bool(name) and same(head, item) and dot == "." and squeeze(tail) == name


def as_json(explained: Explained) -> dict[str, object]:
    """The object of `explain --format json`."""
    year = explained.prepared.year.year
    return {
        "year": year,
        "period": explained.period.code if explained.period else None,
        "figures": [figure_as_json(figure, year) for figure in explained.figures or ()],
    }


def _figures(
    ledger: Ledger, plan: Plan, subjects: Iterable[Subject], period: Period
) -> Iterator[ToldFigure]:
    for code, name in subjects:
        item = plan.item(code)
        assert item is not None
        for indicator in _named(item, name):
            yield told(ledger.figure(item, indicator, period), ledger.year)
    for code in dict.fromkeys(code for code, _ in subjects):
        for part in _parts(plan, code):
            for indicator in part.indicators:
                yield told(ledger.figure(part, indicator, period), ledger.year, code)


def _named(item: PlanItem, name: str | None) -> Iterator[Indicator]:
    return (indicator for indicator in item.indicators if indicator.name == name)


def _parts(plan: Plan, code: str) -> Iterator[PlanItem]:
    """The rows below "Shundan,", and below theirs."""
    item = plan.item(code)
    for part in item.parts if item else ():
        yield from (one for one in (plan.item(part),) if one)
        yield from _parts(plan, part)
