"""The papers as workbooks: table, charts, sources, and the hidden sheet for programs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any, Final

from xlsxwriter import Workbook

from akmplan.office.archive import same_everywhere
from akmplan.output import Document
from akmplan.reports import sheet_charts, sheet_record, sheet_report, sheet_sources
from akmplan.reports.brief import Brief
from akmplan.reports.prepared import Prepared
from akmplan.reports.templates import Templates
from akmplan.reports.workbook_look import FONT, look_of
from akmplan.reports.workbook_page import Page, Written
from akmplan.reports.workbook_proof import prove
from akmplan.wording import printable

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_PROPERTY: Final = 255


def workbook_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook a paper."""
    for paper in brief.papers:
        ready = Prepared.of(brief, paper)
        sources = brief.sources_of(paper)
        yield Document(f"{paper.name}.xlsx", _workbook(ready), sources, ready.draft, ready.day)


def _workbook(ready: Prepared) -> bytes:
    target = io.BytesIO()
    font = {**FONT}  # the library changes the one that it is given
    with Workbook(target, {**_OPTIONS, "default_format_properties": font}) as workbook:
        workbook.set_properties(_properties(ready))
        written = _write_sheets(workbook, ready)
    content = same_everywhere(target.getvalue())
    prove(content, written)
    return content


def _write_sheets(workbook: Workbook, ready: Prepared) -> Mapping[str, Written]:
    look = look_of(workbook)
    names = (sheet_report.NAME, sheet_charts.NAME, sheet_sources.NAME, sheet_record.NAME)
    report, charts, sources, record = (Page(workbook.add_worksheet(name)) for name in names)
    sheet_report.write_report_sheet(report, look, ready)
    sheet_charts.write_charts_sheet(charts, workbook, look, ready)
    sheet_sources.write_sources_sheet(sources, look, ready)
    sheet_record.write_record_sheet(record, look, ready)
    pages = (report, charts, sources, record)
    return {name: page.written for name, page in zip(names, pages, strict=True)}


def _properties(ready: Prepared) -> dict[str, object]:
    return {
        "title": ready.title,
        "author": printable(ready.plan.centre)[:_LONGEST_PROPERTY],
        "created": datetime.combine(ready.day, time()),
    }
