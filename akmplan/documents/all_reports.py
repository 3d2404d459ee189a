"""Every kind of document that a build writes. A new report is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.findings.findings_workbook import findings_documents
from akmplan.documents.overview import overview_documents
from akmplan.documents.paper.letter_document import letter_documents
from akmplan.documents.paper.paper_workbook import workbook_documents
from akmplan.documents.plan.plan_document import plan_documents
from akmplan.documents.region_forms import form_documents
from akmplan.documents.templates.template_folder import Templates
from akmplan.output import Document

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
