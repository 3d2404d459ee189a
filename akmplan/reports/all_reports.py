"""Every kind of document that a build writes. A new report is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.findings_workbook import findings_documents
from akmplan.reports.handed_down import form_documents
from akmplan.reports.letter_document import letter_documents
from akmplan.reports.overview import overview_documents
from akmplan.reports.paper_workbook import workbook_documents
from akmplan.reports.plan_document import plan_documents
from akmplan.reports.templates import Templates

Report = Callable[[Brief, Templates], Iterable[Document]]

PAPERS: Final[tuple[Report, ...]] = (
    plan_documents,
    workbook_documents,
    letter_documents,
    form_documents,
    findings_documents,
)
PAGE: Final[Report] = overview_documents  # made last: it says what becomes of the others
REPORTS: Final = (PAGE, *PAPERS)
