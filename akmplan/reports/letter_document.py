"""The papers as Word documents: a letter on one page, its table and explanations on others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akmplan.office.properties import About
from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.letter import letter_view
from akmplan.reports.letter_view import LetterView
from akmplan.reports.paper_margin import PaperMargin
from akmplan.reports.ready_paper import ReadyPaper
from akmplan.reports.remarks import Margin
from akmplan.reports.templated import TemplatedReport
from akmplan.reports.templates import Templates
from akmplan.reports.word_document import rehearsed, word_document
from akmplan.reports.word_template import WordTemplate, word_template

TEMPLATE: Final = "hisobot.docx"


def _documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One document a paper."""
    if not brief.wanted:
        return
    template = word_template(*templates.find(TEMPLATE))
    for ready in brief.wanted:
        name, content = f"{ready.paper.name}.docx", _letter(template, ready)
        yield Document(name, content, ready.sources, ready.draft, ready.day)


def _letter(template: WordTemplate, ready: ReadyPaper) -> bytes:
    margin = Margin.of(ready.findings, draft=ready.draft)
    view = letter_view(ready, PaperMargin.of(margin))
    about = About(ready.title, ready.plan.centre, ready.day)
    return word_document(template, view, about, margin.remarks)


letter_documents: Final = TemplatedReport(TEMPLATE, LetterView, rehearsed, _documents)
