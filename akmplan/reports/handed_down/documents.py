"""The forms that a region hands down, filled beside the papers of their period."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.handed_down.printing import Printing
from akmplan.reports.templates import Templates


def form_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook for each form of a paper's recipient and length of time."""
    for ready in brief.wanted:
        for form in brief.forms:
            if form.is_for(ready.paper):
                printing = Printing.of(form, ready, brief)
                own, name = printing.own, form.name_beside(ready.paper)
                yield Document(name, printing.document(), own.sources, own.draft, own.day)
