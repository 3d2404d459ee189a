"""The papers as workbooks: table, charts, sources, and the hidden sheet for programs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any, Final

from xlsxwriter import Workbook

from akmplan.output import Document
from akmplan.reports import sheet_charts, sheet_record, sheet_report, sheet_sources
from akmplan.reports.brief import Brief
from akmplan.reports.letter import is_over
from akmplan.reports.paper_table import paper_table
from akmplan.reports.phrases import subject
from akmplan.reports.templates import Templates
from akmplan.reports.texts import printable
from akmplan.reports.workbook_look import FONT, look_of
from akmplan.reports.workbook_page import Page, Written
from akmplan.reports.workbook_proof import prove
from akmplan.submissions import Paper

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": FONT,
}
_LONGEST_PROPERTY: Final = 255


def workbook_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook a paper."""
    for paper in brief.papers:
        content = _workbook(brief, paper)
        yield Document(f"{paper.name}.xlsx", content, brief.sources_of(paper))


def _workbook(brief: Brief, paper: Paper) -> bytes:
    target = io.BytesIO()
    with Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties(_properties(brief, paper))
        written = _write_sheets(workbook, brief, paper)
    content = target.getvalue()
    prove(content, written)
    return content


def _write_sheets(workbook: Workbook, brief: Brief, paper: Paper) -> Mapping[str, Written]:
    look, table = look_of(workbook), paper_table(paper, brief.ledger)
    names = (sheet_report.NAME, sheet_charts.NAME, sheet_sources.NAME, sheet_record.NAME)
    report, charts, sources, record = (Page(workbook.add_worksheet(name)) for name in names)
    sheet_report.write_report_sheet(report, look, brief, paper, table)
    sheet_charts.write_charts_sheet(charts, workbook, look, brief, paper, table)
    sheet_sources.write_sources_sheet(sources, look, brief, table)
    sheet_record.write_record_sheet(record, look, brief, paper, table)
    pages = (report, charts, sources, record)
    return {name: page.written for name, page in zip(names, pages, strict=True)}


def _properties(brief: Brief, paper: Paper) -> dict[str, object]:
    title = subject(paper.period, is_over(paper.period, brief.today))
    return {
        "title": title,
        "author": printable(brief.plan.centre)[:_LONGEST_PROPERTY],
        "created": datetime.combine(brief.today, time()),
    }
