"""`akmplan explain --from`: a finished paper's figures as they stand in it, and what has changed
in the workbooks since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from akmplan.figures import Figure, Ledger
from akmplan.findings import plain
from akmplan.jobs.explain import meant_by
from akmplan.jobs.figure_account import ToldFigure, ToldSource, figure_as_json, told
from akmplan.jobs.prepared_year import Options, Prepared, prepare
from akmplan.loading import load_paper
from akmplan.model import FinishedPaper, Number, PaperFigure, PaperSource, Place, State

Changed = Number | str | None


class What(StrEnum):
    """What may have changed since the paper was made."""

    ITEM = "item"
    TARGET = "target"
    VALUE = "value"
    STATE = "state"
    MONTHS = "months"
    TO_DATE = "year_to_date"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Change:
    """`paper` against `today`; `place` is set for a source only."""

    item: str
    indicator: str | None
    what: What
    paper: Changed
    today: Changed
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PaperExplained:
    """`figures` is None where the paper has no such item or indicator."""

    prepared: Prepared
    paper: FinishedPaper
    figures: tuple[ToldFigure, ...] | None
    changes: tuple[Change, ...] = ()


def explain_paper(options: Options, subject: str | None, path: Path) -> PaperExplained:
    """All figures of the paper, or those of one item. Raises UnreadableFile or NoPaper."""
    paper = load_paper(path)
    prepared = prepare(replace(options, year=paper.period.year))
    every = [(figure.item, figure.indicator) for figure in paper.figures]
    wanted = meant_by(subject, every) if subject else tuple(every)
    if subject and not wanted:
        return PaperExplained(prepared, paper, None)
    figures: list[ToldFigure] = []
    changes: list[Change] = []
    for figure in paper.figures:
        if (figure.item, figure.indicator) in wanted:
            today = _today(figure, paper, prepared.ledger)
            figures.append(_as_told(figure, today, prepared))
            changes.extend(_changes(figure, today) if prepared.ledger else ())
    return PaperExplained(prepared, paper, tuple(figures), tuple(changes))


def paper_as_json(explained: PaperExplained) -> dict[str, object]:
    """The object of `explain --from FILE --format json`: that of `explain`, and the changes."""
    period = explained.paper.period
    return {
        "year": period.year,
        "period": period.code,
        "figures": [figure_as_json(figure, period.year) for figure in explained.figures or ()],
        "changes": [_change_as_json(change) for change in explained.changes],
    }


def _change_as_json(change: Change) -> dict[str, object]:
    place = change.place or Place("")
    return {
        "item": change.item,
        "indicator": change.indicator,
        "what": change.what.value,
        "paper": _plain(change.paper),
        "today": _plain(change.today),
        "file": place.file or None,
        "sheet": place.sheet,
        "cell": place.cell,
    }


def _plain(value: Changed) -> int | Number | str | None:
    return value if isinstance(value, str) else plain(value)


def _today(figure: PaperFigure, paper: FinishedPaper, ledger: Ledger | None) -> Figure | None:
    item = ledger.plan.item(figure.item) if ledger else None
    indicator = item.indicator(figure.indicator) if item else None
    if ledger is None or item is None or indicator is None:
        return None
    return ledger.figure(item, indicator, paper.period)


def _as_told(figure: PaperFigure, today: Figure | None, prepared: Prepared) -> ToldFigure:
    """The paper's own figure; what it does not say, such as the title, is today's."""
    now = told(today, prepared.year) if today else None
    known = {source.place: source for source in now.sources} if now else {}
    return ToldFigure(
        item=figure.item,
        title=now.title if now else "",
        indicator=figure.indicator,
        unit=figure.unit,
        value=figure.value,
        state=figure.state,
        method=now.method if now else None,
        months=figure.months,
        year_to_date=figure.year_to_date,
        target=figure.target,
        target_state=figure.target_state,
        sources=tuple(
            _source(source, known.get(source.place), prepared) for source in figure.sources
        ),
    )


def _source(paper_source: PaperSource, now: ToldSource | None, prepared: Prepared) -> ToldSource:
    """The paper's value, with what stands in its cell today."""
    sha256 = prepared.year.sha256(paper_source.place.file) or None
    if now is None:
        return ToldSource(paper_source.place, paper_source.value, State.REPORTED, sha256=sha256)
    return replace(now, value=paper_source.value, state=State.REPORTED, sha256=sha256)


def _changes(figure: PaperFigure, today: Figure | None) -> Iterator[Change]:
    if today is None:
        yield Change(figure.item, figure.indicator, What.ITEM, figure.item, None)
        return
    target = today.indicator.target
    pairs: tuple[tuple[What, Changed, Changed], ...] = (
        (What.TARGET, figure.target, target.reported),
        (What.VALUE, figure.value, today.value),
        (What.STATE, figure.state.value, today.state.value),
        (What.MONTHS, figure.months, today.months),
        (What.TO_DATE, figure.year_to_date, today.year_to_date),
    )
    for what, paper, now in pairs:
        if paper != now:
            yield Change(figure.item, figure.indicator, what, paper, now)
    for place, was, stands in _changed_sources(figure.sources, _places(today)):
        yield Change(figure.item, figure.indicator, What.SOURCE, was, stands, place)


def _places(today: Figure) -> tuple[PaperSource, ...]:
    reported = ((source.cell.place, source.value.reported) for source in today.sources)
    return tuple(PaperSource(place, value) for place, value in reported if value is not None)


def _changed_sources(
    paper: Sequence[PaperSource], today: Sequence[PaperSource]
) -> Iterator[tuple[Place, Number | None, Number | None]]:
    """Cells that say another number. A number that has only moved on its sheet, because a row was
    put in above it, is no change."""
    now = {paper_source.place: paper_source.value for paper_source in today}
    new = [
        paper_source
        for paper_source in today
        if paper_source.place not in {other.place for other in paper}
    ]
    for paper_source in paper:
        if paper_source.place in now:
            if now[paper_source.place] != paper_source.value:
                yield paper_source.place, paper_source.value, now[paper_source.place]
            continue
        moved = next((other for other in new if _is_moved(paper_source, other)), None)
        if moved is None:
            yield paper_source.place, paper_source.value, None
        else:
            new.remove(moved)
    yield from ((one.place, None, one.value) for one in new)


def _is_moved(one: PaperSource, other: PaperSource) -> bool:
    return (one.place.file, one.place.sheet, one.value) == (
        other.place.file,
        other.place.sheet,
        other.value,
    )
