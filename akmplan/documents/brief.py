"""The brief that every report gets: the same year, ledger, findings and papers for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.figures import Ledger
from akmplan.findings import Finding
from akmplan.model import Plan, Year
from akmplan.output import Outlook

if TYPE_CHECKING:  # the libraries that read forms are heavy
    from akmplan.documents.region_forms.forms import HandedDown


_FINDINGS: Final = "kamchiliklar"


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be written, and all that it is written from.

    `papers`: all of the year that have a figure, as the page lists them. `wanted`: those of them
    that are to be written. `forms`: those handed down by the bodies above. `input_folder`: seen
    from the output folder, with "/"; None where no relative path leads there. `usual`: the year is
    that of a run without `--year`, whose page and findings have the plain names. `outlook`: what
    becomes of the documents in the output folder. `pages`: those of the other years beside it.
    """

    ledger: Ledger
    findings: tuple[Finding, ...]
    papers: tuple[ReadyPaper, ...]
    wanted: tuple[ReadyPaper, ...]
    today: date
    input_folder: str | None = None
    forms: tuple[HandedDown, ...] = ()
    usual: bool = True
    outlook: Outlook = Outlook()  # noqa: RUF009 - frozen
    pages: Mapping[int, str] = field(default_factory=dict)

    @property
    def year(self) -> Year:
        return self.ledger.year

    @property
    def plan(self) -> Plan:
        return self.ledger.plan

    def name(self, stem: str, suffix: str) -> str:
        """`kamchiliklar.xlsx`, or `kamchiliklar-2027.xlsx` of another than the usual year."""
        return f"{stem}{suffix}" if self.usual else f"{stem}-{self.plan.year}{suffix}"

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


def page_name(brief: Brief) -> str:
    """The page that a director opens first."""
    return brief.name("umumiy-holat", ".html")


def findings_name(brief: Brief) -> str:
    """The workbook of the findings."""
    return brief.name(_FINDINGS, ".xlsx")


def is_findings_workbook(name: str) -> bool:
    """Whether that of any year has the name."""
    return name.startswith(_FINDINGS) and "/" not in name
