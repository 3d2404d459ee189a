"""The papers as Word documents: a letter on one page, its table and explanations on others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.paper.letter import letter_view
from akmplan.documents.paper.letter_view import LetterView
from akmplan.documents.paper.paper_margin import PaperMargin
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.remarks import Margin
from akmplan.documents.templates.template_folder import Templates
from akmplan.documents.templates.templated_report import TemplatedReport
from akmplan.documents.templates.word_template import WordTemplate, word_template
from akmplan.documents.word.word_document import rehearsed, word_document
from akmplan.office.properties import About
from akmplan.output import Document

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
