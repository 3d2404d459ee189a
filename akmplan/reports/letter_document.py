"""The papers as Word documents: a letter on one page, its table and explanations on others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.letter import is_over, letter_view
from akmplan.reports.paper_margin import PaperMargin
from akmplan.reports.paper_table import paper_table
from akmplan.reports.phrases import subject
from akmplan.reports.remarks import Margin
from akmplan.reports.templates import Templates
from akmplan.reports.word_document import About, word_document
from akmplan.reports.word_template import word_template
from akmplan.submissions import Paper

TEMPLATE: Final = "hisobot.docx"


def letter_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One document a paper."""
    for paper in brief.papers:
        content = _letter(brief, templates, paper)
        yield Document(f"{paper.name}.docx", content, brief.sources_of(paper))


def _letter(brief: Brief, templates: Templates, paper: Paper) -> bytes:
    template = word_template(*templates.find(TEMPLATE))
    margin = Margin.of(brief.concerning(paper), draft=brief.is_draft(paper))
    table = paper_table(paper, brief.ledger)
    view = letter_view(brief, paper, table, PaperMargin(margin))
    title = subject(paper.period, is_over(paper.period, brief.today))
    about = About(title, brief.plan.centre, brief.today)
    return word_document(template, view, about, margin.remarks)
