"""One paper with everything that is said of it or printed in it, worked out once a build."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from akmplan.documents.paper.paper_table import PaperTable, paper_table
from akmplan.documents.phrases import subject
from akmplan.figures import Ledger, Observation
from akmplan.findings import Finding, Severity
from akmplan.model import Period, Plan, Year, period_from_code
from akmplan.papers_owed import Gap, Paper, gaps, has_ended, papers_with_figures

_NOT_READ: Final = frozenset(("L103", "L104"))


@dataclass(frozen=True)
class ReadyPaper:
    """A paper, of which table, letter, forms and its line on the page are made.

    `findings`: those of its items in the months that it prints, January on, what could not be read
    on a sheet that feeds it, and, where it lacks an answer, what could not be read at all: nobody
    knows whether the answer stood there. `explained`: the explained findings of its items, and
    those of its own gaps where it has some. `sources`: the files of its figures, with their
    checksums.
    """

    paper: Paper
    ledger: Ledger
    today: date
    findings: tuple[Finding, ...]
    explained: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    sources: Mapping[str, str]

    @classmethod
    def of(
        cls, paper: Paper, ledger: Ledger, findings: Sequence[Finding], today: date
    ) -> ReadyPaper:
        """`findings`: all of the year's."""
        observed = tuple(_observed(paper, ledger))
        missing = gaps(paper, ledger, today)
        lost = frozenset(_unread(ledger.year, findings)) if missing else frozenset()
        concerning = tuple(_concerning(paper, ledger.plan, observed, findings, lost))
        return cls(
            paper,
            ledger,
            today,
            concerning,
            tuple(_explained(concerning, _of_the_whole(paper, findings) if missing else ())),
            missing,
            _sources(ledger, observed),
        )

    @cached_property
    def table(self) -> PaperTable:
        """The table, which a paper that is but listed on the page does without."""
        return paper_table(self.paper, self.ledger)

    @property
    def plan(self) -> Plan:
        return self.ledger.plan

    @property
    def period(self) -> Period:
        return self.paper.period

    @property
    def draft(self) -> bool:
        """A paper is a draft only by what it prints, or by an error of a sheet that feeds it."""
        return any(finding.unexplained_error for finding in self.findings)

    @property
    def over(self) -> bool:
        """Whether the paper's last month has ended."""
        return has_ended(self.period.year, self.period.last_month, self.today)

    @property
    def day(self) -> date:
        """The date that its documents bear: its period's last day, whenever they are made."""
        return self.period.last_day

    @property
    def title(self) -> str:
        return subject(self.period, self.over)


def ready_papers(
    ledger: Ledger, findings: Sequence[Finding], today: date
) -> tuple[ReadyPaper, ...]:
    """All papers of the year that have a figure."""
    papers = papers_with_figures(ledger.plan, ledger)
    return tuple(ReadyPaper.of(paper, ledger, findings, today) for paper in papers)


def _observed(paper: Paper, ledger: Ledger) -> Iterator[Observation]:
    """What stands for its items in all months since January, blanks included."""
    months = range(1, paper.period.last_month + 1)
    for item in paper.items:
        for indicator in item.indicators:
            yield from ledger.observed(item, indicator, months)


def _concerning(
    paper: Paper,
    plan: Plan,
    observed: Iterable[Observation],
    findings: Iterable[Finding],
    lost: Container[int],
) -> Iterator[Finding]:
    codes = {item.code for item in paper.items}
    places = (plan.place, *(observation.cell.place for observation in observed))
    sheets = {(place.file, place.sheet) for place in places}
    for finding in findings:
        place = finding.place
        is_of_items = finding.hit.item in codes and _is_printed(finding.hit.period, paper.period)
        feeds = place is not None and (place.file, place.sheet) in sheets
        if is_of_items or (feeds and _is_unreadable(finding)) or id(finding) in lost:
            yield finding


def _unread(year: Year, findings: Iterable[Finding]) -> Iterator[int]:
    """Files and tables of which nobody can know the service or the month, by identity."""
    known = {(sheet.place.file, sheet.place.sheet) for sheet in year.months}
    for finding in findings:
        place = finding.place
        if finding.code in _NOT_READ and place and (place.file, place.sheet) not in known:
            yield id(finding)


def _is_unreadable(finding: Finding) -> bool:
    return finding.code.startswith("L") and finding.severity is Severity.ERROR


def _is_printed(code: str | None, period: Period) -> bool:
    """Findings of the plan, and of the months and longer times that end by the period's end."""
    if code is None:
        return True
    when = period_from_code(code)
    return when is not None and when.last_month <= period.last_month


def _of_the_whole(paper: Paper, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is said of a paper as a whole stands nowhere, but at its period."""
    code = paper.period.code
    return (finding for finding in findings if finding.place is None and finding.hit.period == code)


def _explained(concerning: Iterable[Finding], whole: Iterable[Finding]) -> Iterator[Finding]:
    of_items = (finding for finding in concerning if finding.hit.item)
    return (finding for finding in (*of_items, *whole) if finding.explanation)


def _sources(ledger: Ledger, observed: Iterable[Observation]) -> dict[str, str]:
    entries = (observation for observation in observed if observation.is_entry)
    files = {ledger.plan.place.file, *(entry.cell.place.file for entry in entries)}
    return {file: ledger.year.sha256(file) for file in sorted(files)}
