"""Papers out of a brief: Word documents from templates, workbooks, each held against its brief."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.templates import TemplateFault, Templates, choose_templates

__all__ = [
    "Brief",
    "TemplateFault",
    "Templates",
    "check_templates",
    "choose_templates",
    "documents",
]


def check_templates(templates: Templates) -> tuple[TemplateFault, ...]:
    """What is wrong with the templates that a build uses, without writing anything."""
    from akmplan.reports.rehearsal import faults  # the libraries that write are heavy

    return faults(templates)


def documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """All documents of a build, one at a time. Raises TemplateFault where a template is broken."""
    from akmplan.reports.all_reports import REPORTS  # the libraries that write are heavy

    for report in REPORTS:
        yield from report(brief, templates)
