"""One paper with everything that its documents are made from, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from akmplan.findings import Finding
from akmplan.model import Period, Plan
from akmplan.reports.brief import Brief
from akmplan.reports.paper_table import PaperTable, paper_table
from akmplan.reports.phrases import subject
from akmplan.submissions import Paper, has_ended


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper, its table, and the findings that make a draft of it."""

    brief: Brief
    paper: Paper
    table: PaperTable
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, brief: Brief, paper: Paper) -> Prepared:
        return cls(brief, paper, paper_table(paper, brief.ledger), brief.concerning(paper))

    @property
    def plan(self) -> Plan:
        return self.brief.plan

    @property
    def period(self) -> Period:
        return self.paper.period

    @property
    def draft(self) -> bool:
        return any(finding.unexplained_error for finding in self.findings)

    @property
    def over(self) -> bool:
        """Whether the paper's last month has ended."""
        return has_ended(self.period.year, self.period.last_month, self.brief.today)

    @property
    def day(self) -> date:
        """The date that its documents bear: its period's last day, whenever they are made."""
        return self.period.last_day

    @property
    def title(self) -> str:
        return subject(self.period, self.over)
