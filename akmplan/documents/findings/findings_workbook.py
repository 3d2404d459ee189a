"""`kamchiliklar.xlsx`: all findings as a table, then for each service those that it must mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from akmplan.documents.brief import Brief, findings_name
from akmplan.documents.findings.findings_list import listed
from akmplan.documents.findings.findings_look import FindingsLook, findings_look_of
from akmplan.documents.findings.findings_sheet import FindingsSheet, write_findings_sheet
from akmplan.documents.findings.menders import Menders
from akmplan.documents.templates.template_folder import Templates
from akmplan.documents.workbook_look import FONT
from akmplan.layout import record
from akmplan.model import Service
from akmplan.office.new_workbook import new_workbook
from akmplan.office.page import Page, Written
from akmplan.office.proof import prove_workbook
from akmplan.office.properties import About
from akmplan.output import Document

ALL: Final = "Kamchiliklar"
_RESERVED: Final = "history"  # Excel keeps this name of a sheet for itself
_LONGEST_SHEET_NAME: Final = 31


def findings_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """One workbook a build."""
    sources = {one.file: one.sha256 for one in brief.year.inputs}
    yield Document(findings_name(brief), _workbook(brief), sources, day=_day(brief))


def _workbook(brief: Brief) -> bytes:
    about = About(_title(brief), brief.plan.centre, _day(brief))
    content, written = new_workbook(about, FONT, lambda workbook: _write_sheets(workbook, brief))
    prove_workbook(content, written)
    return content


def _write_sheets(workbook: Workbook, brief: Brief) -> Mapping[str, Written]:
    written: dict[str, Written] = {}
    look = findings_look_of(workbook)
    for name, sheet in _sheets(brief):
        page = Page(workbook.add_worksheet(name))
        write_findings_sheet(page, look, sheet)
        written[name] = page.written
    written[record.SHEET] = _write_record(workbook.add_worksheet(record.SHEET), look, brief)
    return written


def _sheets(brief: Brief) -> Iterator[tuple[str, FindingsSheet]]:
    """The sheets by their names: all findings, then each service's own."""
    entries = listed(brief.findings)
    yield ALL, FindingsSheet(_title(brief), (), entries, brief.input_folder)
    menders = Menders.of(brief)
    who_mend = {entry.number: menders.who_mend(entry.finding) for entry in entries}
    taken = {ALL.casefold(), record.SHEET, _RESERVED}
    for service in brief.plan.services:
        own = tuple(entry for entry in entries if service.key in who_mend[entry.number])
        if own:
            sheet = FindingsSheet(_title(brief), (_addressed(service),), own, brief.input_folder)
            yield _sheet_name(service, taken), sheet


def _write_record(sheet: Worksheet, look: FindingsLook, brief: Brief) -> Written:
    """By this hidden sheet the workbook is known when it comes back filled in."""
    page = Page(sheet)
    values: tuple[str | int, ...] = (
        record.FINDINGS_FORM, record.FINDINGS_VERSION, brief.plan.year,
    )  # fmt: skip
    for row, (key, value) in enumerate(zip(record.FINDINGS_KEYS, values, strict=True)):
        page.write_row(row, [key, value], look.usual.plain)
    sheet.hide()
    return page.written


def _title(brief: Brief) -> str:
    centre = f"{brief.plan.centre}: " if brief.plan.centre else ""
    return f"{centre}{brief.plan.year}-yil bo‘yicha aniqlangan kamchiliklar"


def _addressed(service: Service) -> str:
    """`Mas’ul: Abonement xizmati (D. Karimova)`."""
    person = f" ({service.person})" if service.person else ""
    return f"Mas’ul: {service.name}{person}"


def _sheet_name(service: Service, taken: set[str]) -> str:
    """The service's short name, cut to what a sheet may be called, like no other."""
    key = service.key or "xizmat"
    name, number = key[:_LONGEST_SHEET_NAME], 2
    while name.casefold() in taken:
        ending = f"-{number}"
        name, number = f"{key[: _LONGEST_SHEET_NAME - len(ending)]}{ending}", number + 1
    taken.add(name.casefold())
    return name


def _day(brief: Brief) -> date:
    return date(brief.plan.year, 1, 1)
