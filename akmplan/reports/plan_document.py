"""`ish-reja-2026.docx`: the plan with its stamps, to be signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from akmplan.office.properties import About
from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.phrases import DRAFT
from akmplan.reports.plan_view import PlanView, plan_view
from akmplan.reports.remarks import Margin
from akmplan.reports.templated import TemplatedReport
from akmplan.reports.templates import Templates
from akmplan.reports.word_document import rehearsed, word_document
from akmplan.reports.word_template import word_template

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
