"""The papers as workbooks: table, charts, sources, and the hidden sheet for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter import Workbook

from akmplan.office.new_workbook import new_workbook
from akmplan.office.page import Page, Written
from akmplan.office.proof import prove_workbook
from akmplan.office.properties import About
from akmplan.output import Document
from akmplan.reports import sheet_charts, sheet_record, sheet_report, sheet_sources
from akmplan.reports.brief import Brief
from akmplan.reports.ready_paper import ReadyPaper
from akmplan.reports.templates import Templates
from akmplan.reports.workbook_look import FONT, look_of


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
    names = (sheet_report.NAME, sheet_charts.NAME, sheet_sources.NAME, sheet_record.NAME)
    report, charts, sources, record = (Page(workbook.add_worksheet(name)) for name in names)
    sheet_report.write_report_sheet(report, look, ready)
    sheet_charts.write_charts_sheet(charts, workbook, look, ready)
    sheet_sources.write_sources_sheet(sources, look, ready)
    sheet_record.write_record_sheet(record, look, ready)
    pages = (report, charts, sources, record)
    return {name: page.written for name, page in zip(names, pages, strict=True)}
