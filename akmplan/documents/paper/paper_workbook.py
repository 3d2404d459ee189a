"""The papers as workbooks: table, charts, sources, and the hidden sheet for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter import Workbook

from akmplan.documents.brief import Brief
from akmplan.documents.paper import chart_sheet, record_sheet, report_sheet, source_sheet
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.templates.template_folder import Templates
from akmplan.documents.workbook_look import FONT, look_of
from akmplan.office.new_workbook import new_workbook
from akmplan.office.page import Page, Written
from akmplan.office.proof import prove_workbook
from akmplan.office.properties import About
from akmplan.output import Document


def workbook_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook a paper."""
    for ready in brief.wanted:
        name, content = f"{ready.paper.name}.xlsx", _workbook(ready)
        yield Document(name, content, ready.sources, ready.draft, ready.day)


def _workbook(ready: ReadyPaper) -> bytes:
    about = About(ready.title, ready.plan.centre, ready.day)
    content, written = new_workbook(about, FONT, lambda workbook: _write_sheets(workbook, ready))
    prove_workbook(content, written)
    return content


def _write_sheets(workbook: Workbook, ready: ReadyPaper) -> Mapping[str, Written]:
    look = look_of(workbook)
    names = (report_sheet.NAME, chart_sheet.NAME, source_sheet.NAME, record_sheet.NAME)
    report, charts, sources, record = (Page(workbook.add_worksheet(name)) for name in names)
    report_sheet.write_report_sheet(report, look, ready)
    chart_sheet.write_charts_sheet(charts, workbook, look, ready)
    source_sheet.write_sources_sheet(sources, look, ready)
    record_sheet.write_record_sheet(record, look, ready)
    pages = (report, charts, sources, record)
    return {name: page.written for name, page in zip(names, pages, strict=True)}
