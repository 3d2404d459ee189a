"""The rule on papers: what a paper that would be written still waits for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akmplan.findings import Case, Hit
from akmplan.layout.calendar import MONTHS, period_with_year
from akmplan.messages import say
from akmplan.papers_owed import Gap, gaps, papers_with_figures


def period_incomplete(case: Case) -> Iterator[Hit]:
    """A paper with some of its months missing understates the year without showing it."""
    if case.ledger is None:
        return
    for paper in papers_with_figures(case.ledger.plan, case.ledger):
        missing = gaps(paper, case.ledger, case.today)
        if missing:
            message = say(
                "{period} for {recipient} is not complete. Awaited: {gaps}.",
                period=period_with_year(paper.period),
                recipient=paper.recipient_name,
                gaps=_listed(missing),
            )
            yield Hit(None, message, period=paper.period.code)


def _listed(missing: Sequence[Gap]) -> str:
    by_service: dict[str, list[str]] = {}
    for gap in missing:
        by_service.setdefault(gap.service.name, []).append(MONTHS[gap.month - 1])
    said = (f"{name} – {', '.join(months)}" for name, months in by_service.items())
    return "; ".join(said)
