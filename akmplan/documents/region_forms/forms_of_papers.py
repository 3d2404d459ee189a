"""The forms that a region hands down, filled beside the papers of their period."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.documents.brief import Brief
from akmplan.documents.region_forms.form_contents import Printing
from akmplan.documents.templates.template_folder import Templates
from akmplan.output import Document


def form_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook for each form of a paper's recipient and length of time."""
    for ready in brief.wanted:
        for form in brief.forms:
            if form.is_for(ready.paper):
                printing = Printing.of(form, ready, brief)
                own, name = printing.own, form.name_beside(ready.paper)
                yield Document(name, printing.document(), own.sources, own.draft, own.day)
