"""`ish-reja-2026.docx`: the plan with its stamps, to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.phrases import DRAFT
from akmplan.documents.plan.plan_view import PlanView, plan_view
from akmplan.documents.remarks import Margin
from akmplan.documents.templates.template_folder import Templates
from akmplan.documents.templates.templated_report import TemplatedReport
from akmplan.documents.templates.word_template import word_template
from akmplan.documents.word.word_document import rehearsed, word_document
from akmplan.office.properties import About
from akmplan.output import Document

TEMPLATE: Final = "ish-reja.docx"


def _documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """The one document of the plan."""
    plan, draft = brief.plan, brief.plan_is_draft()
    margin = Margin.of(brief.findings_of_plan(), draft=draft)
    view = plan_view(plan, DRAFT if draft else "", margin)
    about = About(f"{plan.year}-yil uchun ish reja", plan.centre, date(plan.year, 1, 1))
    template = word_template(*templates.find(TEMPLATE))
    content = word_document(template, view, about, margin.remarks)
    sources = {plan.place.file: brief.year.sha256(plan.place.file)}
    yield Document(f"ish-reja-{plan.year}.docx", content, sources, draft, about.day)


plan_documents: Final = TemplatedReport(TEMPLATE, PlanView, rehearsed, _documents)
