"""Papers out of a brief: Word documents from templates, workbooks, each held against its brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from akmplan.documents.brief import Brief, is_findings_workbook, page_name
from akmplan.documents.templates.template_folder import TemplateFault, Templates, choose_templates
from akmplan.output import Document

if TYPE_CHECKING:
    from akmplan.documents.region_forms import OpenedForms

__all__ = [
    "Brief",
    "TemplateFault",
    "Templates",
    "check_templates",
    "choose_templates",
    "documents",
    "is_findings_workbook",
    "open_forms",
    "page",
    "page_name",
]


def check_templates(templates: Templates) -> tuple[TemplateFault, ...]:
    """What is wrong with the templates that a build uses, without writing anything."""
    from akmplan.documents.templates.rehearsal import faults  # the libraries that write are heavy

    return faults(templates)


def open_forms(templates: Templates) -> OpenedForms:
    """The forms that a build fills: what is wrong with them, and which workbooks are none."""
    from akmplan.documents import region_forms  # the libraries that read are heavy

    return region_forms.open_forms(templates)


def documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """All documents of a year but its page, one at a time. Raises TemplateFault where a template
    is broken."""
    from akmplan.documents.all_reports import PAPERS  # the libraries that write are heavy

    for report in PAPERS:
        yield from report(brief, templates)


def page(brief: Brief, templates: Templates) -> Document:
    """The page of the year, which also says what becomes of the other documents. Raises
    TemplateFault where its template is broken."""
    from akmplan.documents.all_reports import PAGE  # the libraries that write are heavy

    (document,) = PAGE(brief, templates)
    return document
