"""Which papers exist, for whom, and what is still missing in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from akmplan.figures import Figure, Ledger, due_spans
from akmplan.layout.bodies import recipient as known_recipient
from akmplan.model import Obligation, Period, Plan, PlanItem, Service, Span, State, periods_of
from akmplan.words.wording import one_line, slug

FORM_ENDING: Final = ".xlsx"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: the items that are owed to a recipient for a period, in plan order."""

    period: Period
    recipient: str
    items: tuple[PlanItem, ...]

    @property
    def recipient_name(self) -> str:
        """Whom it is for, as lists name them."""
        return recipient_name(self.recipient, self.items)

    @property
    def name(self) -> str:
        """Folder and file without an ending, as `2026-1-chorak/viloyat-akm`."""
        return f"{self.period.folder}/{self.recipient}"

    @property
    def enclosures(self) -> tuple[str, ...]:
        """What its items promise to go with it beside the table; it is added by hand."""
        whom = (self.recipient, self.period.span)
        owed = (obligation for item in self.items for obligation in item.obligations)
        promised = (one.encloses for one in owed if (one.recipient, one.span) == whom)
        return tuple(dict.fromkeys(name for names in promised for name in names))

    def figures(self, ledger: Ledger) -> tuple[Figure, ...]:
        return tuple(
            ledger.figure(item, indicator, self.period)
            for item in self.items
            for indicator in item.indicators
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """A service that has not answered for a month that is over."""

    service: Service
    month: int


def recipient_name(key: str, items: Iterable[PlanItem]) -> str:
    """Whom a key stands for, as lists name them; one that no list knows as the items name it."""
    owed = (obligation for item in items for obligation in item.obligations)
    typed = (one.name for one in owed if one.recipient == key)
    return next(filter(None, typed), known_recipient(key).name)


def papers_owed(plan: Plan) -> tuple[Paper, ...]:
    """Every paper of the year, by the month in which its period ends."""
    return _papers(plan, lambda item: item.obligations)


def papers_superfluous(plan: Plan) -> tuple[Paper, ...]:
    """The papers that the plan's own words promise and `Hisobotlar` does not name."""
    owed = {paper.name for paper in papers_owed(plan)}
    implied = _papers(plan, lambda item: item.implied)
    return tuple(paper for paper in implied if paper.name not in owed)


def _papers(
    plan: Plan, obligations: Callable[[PlanItem], Iterable[Obligation]]
) -> tuple[Paper, ...]:
    owed: dict[tuple[Period, str], list[PlanItem]] = {}
    for item in plan.items:
        for period, recipient in _owed_by(item, obligations(item), plan.year):
            owed.setdefault((period, recipient), []).append(item)
    papers = [Paper(period, recipient, tuple(items)) for (period, recipient), items in owed.items()]
    return tuple(sorted(papers, key=_by_period))


def form_key(name: str) -> str:
    """The name by which a form of the templates folder is known, its ending left out or not, with
    the folder before it or not."""
    bare = one_line(re.split(r"[\\/]", name)[-1])
    return slug(bare[: -len(FORM_ENDING)] if bare.lower().endswith(FORM_ENDING) else bare)


def papers_with_figures(plan: Plan, ledger: Ledger) -> tuple[Paper, ...]:
    """The papers in which at least one figure has been reported."""
    return tuple(
        paper
        for paper in papers_owed(plan)
        if any(figure.state is State.REPORTED for figure in paper.figures(ledger))
    )


def gaps(paper: Paper, ledger: Ledger, today: date) -> tuple[Gap, ...]:
    """Which service's which month the paper still waits for, of those that have ended."""
    found = {
        Gap(respondent[0], span.due): None
        for item in paper.items
        for indicator in item.indicators
        for span in due_spans(item, indicator)
        if span.due in paper.period.months and has_ended(paper.period.year, span.due, today)
        for respondent in ledger.respondents(item)
        if not ledger.entered(item, indicator, respondent, span)
    }
    return tuple(sorted(found, key=lambda gap: (gap.month, gap.service.key)))


def months_missing(ledger: Ledger, today: date) -> tuple[Gap, ...]:
    """Which service has handed in nothing for which month that is over and had something due."""
    year = ledger.year.year
    ended = [month for month in range(1, 13) if has_ended(year, month, today)]
    return tuple(
        Gap(service, month)
        for service in ledger.plan.services
        for month in ended
        if month not in ledger.filled_months(service) and ledger.awaits(service, month)
    )


def has_ended(year: int, month: int, today: date) -> bool:
    """Whether the month is over by the end of `today`."""
    return Period(year, Span.MONTH, month).last_day <= today


def _owed_by(
    item: PlanItem, obligations: Iterable[Obligation], year: int
) -> Iterable[tuple[Period, str]]:
    owed = {
        (period, obligation.recipient): None
        for obligation in obligations
        for period in periods_of(year, obligation.span)
        if obligation.months.intersection(period.months)
    }
    return owed.keys()


def _by_period(paper: Paper) -> tuple[int, int, str]:
    spans = (Span.MONTH, Span.QUARTER, Span.HALF, Span.NINE_MONTHS, Span.YEAR)
    return (paper.period.last_month, spans.index(paper.period.span), paper.recipient)
