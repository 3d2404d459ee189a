"""The forms that a region hands down, filled beside the papers of their period."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.handed_down.filling import filled
from akmplan.reports.handed_down.looking_over import look_over
from akmplan.reports.handed_down.printing import Printing
from akmplan.reports.templates import Templates


def form_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook for each form of a paper's recipient and length of time."""
    for form in look_over(templates, brief.plan).forms:
        for paper in brief.papers:
            if (paper.recipient, paper.period.span) == (form.recipient, form.span):
                printing = Printing.of(form, paper, brief)
                sources = brief.sources_of(printing.own.paper)
                name = form.name_beside(paper)
                yield Document(name, filled(printing), sources, printing.own.draft)
