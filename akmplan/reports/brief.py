"""The brief that every report gets: the same year, ledger, findings and papers for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from akmplan.figures import Ledger
from akmplan.findings import Finding, Severity
from akmplan.model import Period, Plan, Year, period_from_code
from akmplan.output import Outlook
from akmplan.submissions import Paper, gaps

if TYPE_CHECKING:  # the libraries that read forms are heavy
    from akmplan.reports.handed_down.looking_over import HandedDown


_FINDINGS: Final = "kamchiliklar"


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be written, and all that it is written from.

    `forms`: those handed down by the bodies above. `input_folder`: seen from the output folder,
    with "/"; None where no relative path leads there. `usual`: the year is that of a run without
    `--year`, whose page and findings have the plain names. `outlook`: what becomes of the
    documents in the output folder. `pages`: those of the other years beside it.
    """

    year: Year
    plan: Plan
    ledger: Ledger
    findings: tuple[Finding, ...]
    papers: tuple[Paper, ...]
    today: date
    input_folder: str | None = None
    forms: tuple[HandedDown, ...] = ()
    usual: bool = True
    outlook: Outlook = Outlook()  # noqa: RUF009 - frozen
    pages: Mapping[int, str] = field(default_factory=dict)

    def name(self, stem: str, suffix: str) -> str:
        """`kamchiliklar.xlsx`, or `kamchiliklar-2027.xlsx` of another than the usual year."""
        return f"{stem}{suffix}" if self.usual else f"{stem}-{self.plan.year}{suffix}"

    def findings_of(self, paper: Paper) -> tuple[Finding, ...]:
        """What concerns the items of a paper in the months that it prints, January on."""
        codes = {item.code for item in paper.items}
        return tuple(
            finding
            for finding in self.findings
            if finding.hit.item in codes and _is_printed(finding.hit.period, paper.period)
        )

    def concerning(self, paper: Paper) -> tuple[Finding, ...]:
        """What a paper prints, and what could not be read on a sheet that feeds it."""
        listed = {id(one) for one in (*self.findings_of(paper), *self._of_feeding_sheets(paper))}
        return tuple(finding for finding in self.findings if id(finding) in listed)

    def explained_in(self, paper: Paper) -> tuple[Finding, ...]:
        """The explained findings of a paper's items, and of its own gaps where it has some."""
        of_items = (finding for finding in self.concerning(paper) if finding.hit.item)
        incomplete = gaps(paper, self.ledger, self.today)
        as_a_whole = self._of_papers_for(paper.period) if incomplete else ()
        return tuple(one for one in (*of_items, *as_a_whole) if one.explanation)

    def is_draft(self, paper: Paper) -> bool:
        """A paper is a draft only by what it prints, or by an error of a sheet that feeds it."""
        return any(finding.unexplained_error for finding in self.concerning(paper))

    def plan_is_draft(self) -> bool:
        return any(finding.unexplained_error for finding in self.findings_of_plan())

    def findings_of_plan(self) -> tuple[Finding, ...]:
        """What stands at a cell of the plan's sheet."""
        here = (self.plan.place.file, self.plan.place.sheet)
        return tuple(
            finding
            for finding in self.findings
            if finding.place and (finding.place.file, finding.place.sheet) == here
        )

    def sources_of(self, paper: Paper) -> dict[str, str]:
        """The files that a paper's figures come from, with their checksums."""
        months = range(1, paper.period.last_month + 1)
        files = {
            one.cell.place.file
            for item in paper.items
            for indicator in item.indicators
            for one in self.ledger.observed(item, indicator, months)
            if one.is_entry
        }
        files.add(self.plan.place.file)
        return {file: self.year.sha256(file) for file in sorted(files)}

    def _of_papers_for(self, period: Period) -> Iterable[Finding]:
        """What is said of a paper as a whole stands nowhere, but at its period."""
        return (
            finding
            for finding in self.findings
            if finding.place is None and finding.hit.period == period.code
        )

    def _of_feeding_sheets(self, paper: Paper) -> Iterable[Finding]:
        sheets = {(self.plan.place.file, self.plan.place.sheet)}
        year_to_date = range(1, paper.period.last_month + 1)
        for item in paper.items:
            for indicator in item.indicators:
                for one in self.ledger.observed(item, indicator, year_to_date):
                    sheets.add((one.cell.place.file, one.cell.place.sheet))
        for finding in self.findings:
            place = finding.place
            is_error = finding.code.startswith("L") and finding.severity is Severity.ERROR
            if is_error and place and (place.file, place.sheet) in sheets:
                yield finding


def page_name(brief: Brief) -> str:
    """The page that a director opens first."""
    return brief.name("umumiy-holat", ".html")


def findings_name(brief: Brief) -> str:
    """The workbook of the findings."""
    return brief.name(_FINDINGS, ".xlsx")


def is_findings_workbook(name: str) -> bool:
    """Whether that of any year has the name."""
    return name.startswith(_FINDINGS) and "/" not in name


def _is_printed(code: str | None, period: Period) -> bool:
    """Findings of the plan, and of the months and longer times that end by the period's end."""
    if code is None:
        return True
    when = period_from_code(code)
    return when is not None and when.last_month <= period.last_month
