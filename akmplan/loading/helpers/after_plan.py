"""Helper sheets that speak of the plan's items: read after the plan, each row against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akmplan.layout.helpers import ERROR_WORDS, METHOD_WORDS, WARNING_WORDS
from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.model import (
    IndicatorEntry,
    Method,
    Place,
    Plan,
    PlanItem,
    Reference,
    ReportEntry,
    Span,
    StaffRule,
)
from akmplan.recipients import read_recipient
from akmplan.schedule import read_frequency
from akmplan.wording import fold, one_line, squeeze

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_SPANS = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_NINE_MONTHS = re.compile(r"\b(?:9|toqqiz) oy")
_ITEMS = re.compile(r"[;,\n]|\s(?:va|hamda)\s")
_Subject = tuple[PlanItem, str | None]


def read_indicators(
    sheet: HelperSheet, plan: Plan, problems: RowProblems
) -> Iterator[IndicatorEntry]:
    """`Ko‘rsatkichlar`: the unit and the way of summing of an indicator."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        subject = _subject(cells, finder, problems)
        method = METHOD_WORDS.get(fold(cells["Jamlash usuli"].text))
        if subject and method is None and not cells["Jamlash usuli"].is_empty:
            problems.name(cells, "Jamlash usuli")
        elif subject:
            unit = one_line(cells["O‘lchov birligi"].text) or None
            yield IndicatorEntry(
                subject[0].code, subject[1], unit, Method[method] if method else None
            )


def read_references(sheet: HelperSheet, plan: Plan, problems: RowProblems) -> Iterator[Reference]:
    """`Havolalar`: the cell of another workbook that an open reference is to be taken from."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        subject = _subject(cells, finder, problems)
        cell = _CELL.fullmatch(cells["Katak"].text.strip().upper())
        if subject is None:
            continue
        if cells["Fayl"].is_empty:
            problems.name(cells, "Fayl")
        elif cell is None:
            problems.name(cells, "Katak")
        else:
            file = cells["Fayl"].text.strip().replace("\\", "/")
            source = Place(file, cells["Varaq"].text.strip() or None, cell[1] + cell[2])
            yield Reference(subject[0].code, subject[1], source, cells["Fayl"].place)


def read_reports(sheet: HelperSheet, plan: Plan, problems: RowProblems) -> Iterator[ReportEntry]:
    """`Hisobotlar`: every paper that is owed. Where this sheet is, it says all of them."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        recipient = read_recipient(cells["Kimga taqdim etiladi"].text)
        span = _span(cells["Davriyligi"].text)
        codes = [one_line(part) for part in _ITEMS.split(cells["Bandlar"].text) if part.strip()]
        items = [finder.find(code) for code in codes]
        faults = (
            (recipient is None, "Kimga taqdim etiladi"),
            (span is None, "Davriyligi"),
            (not items or None in items, "Bandlar"),
        )
        wrong = next((name for is_wrong, name in faults if is_wrong), None)
        if wrong or recipient is None or span is None:
            problems.name(cells, wrong or "Davriyligi")
            continue
        known = tuple(item.code for item in items if item)
        yield ReportEntry(one_line(cells["Nomi"].text), recipient, span, known)


def read_rules(sheet: HelperSheet, problems: RowProblems) -> Iterator[StaffRule]:
    """`Qoidalar`: the staff's own rules; whether one can be understood the checks say."""
    for cells in sheet.clear_rows(problems):
        level = fold(cells["Darajasi"].text)
        if cells["Qoida"].is_empty:
            problems.name(cells, "Qoida")
        elif level and level not in ERROR_WORDS | WARNING_WORDS:
            problems.name(cells, "Darajasi")
        else:
            code, note = one_line(cells["Kodi"].text), cells["Izoh"].text.strip()
            yield StaffRule(code, cells["Qoida"], level not in WARNING_WORDS, note)


def _subject(cells: HelperRow, finder: ItemFinder, problems: RowProblems) -> _Subject | None:
    """The item and indicator of a row; an item's only indicator needs no name."""
    item = finder.find(cells["Band"].text)
    if item is None:
        problems.name(cells, "Band")
        return None
    typed = cells["Ko‘rsatkich"].text
    names = [one.name for one in item.indicators]
    match = [name for name in names if squeeze(name or "") == squeeze(typed)]
    if match or (len(names) == 1 and names[0] is None):
        return item, match[0] if match else None
    problems.name(cells, "Ko‘rsatkich")
    return None


def _span(typed: str) -> Span | None:
    if _NINE_MONTHS.search(fold(typed)):
        return Span.NINE_MONTHS
    return _SPANS.get(read_frequency(typed) or 0)
