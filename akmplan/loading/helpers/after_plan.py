"""Helper sheets that speak of the plan's items: read after the plan, each row against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akmplan.layout.helpers import LEVEL_WORDS, METHOD_WORDS
from akmplan.loading.helpers.spans import read_span
from akmplan.loading.helpers.subjects import Subjects
from akmplan.loading.helpers.tables import HelperSheet, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.model import IndicatorEntry, Level, Method, NamedForm, Plan, ReportEntry, StaffRule
from akmplan.recipients import read_recipient
from akmplan.wording import fold, is_dash, one_line

_ITEMS = re.compile(r"[;,\n]|\s(?:va|hamda)\s")


def read_indicators(
    sheet: HelperSheet, plan: Plan, problems: RowProblems
) -> Iterator[IndicatorEntry]:
    """`Ko‘rsatkichlar`: the unit and the way of summing of an indicator."""
    subjects = Subjects(plan, problems)
    for cells in sheet.clear_rows(problems):
        subject = subjects.find(cells)
        method = METHOD_WORDS.get(fold(cells["Jamlash usuli"].text))
        if subject and method is None and not cells["Jamlash usuli"].is_empty:
            problems.name(cells, "Jamlash usuli")
        elif subject:
            unit = one_line(cells["O‘lchov birligi"].text) or None
            yield IndicatorEntry(
                subject[0].code, subject[1], unit, Method[method] if method else None
            )


def read_reports(sheet: HelperSheet, plan: Plan, problems: RowProblems) -> Iterator[ReportEntry]:
    """`Hisobotlar`: every paper that is owed. Where this sheet is, it says all of them."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        recipient = read_recipient(cells["Kimga taqdim etiladi"].text)
        span = read_span(cells["Davriyligi"].text)
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
        forms = tuple(
            NamedForm(name, recipient, span, cells["Shakli"])
            for name in _forms(cells["Shakli"].text)
        )
        yield ReportEntry(one_line(cells["Nomi"].text), recipient, span, known, forms)


def _forms(typed: str) -> Iterator[str]:
    """The forms that a cell of `Shakli` names, each on a line of its own or behind `;`."""
    for name in typed.replace(";", "\n").splitlines():
        if name.strip() and not is_dash(name):
            yield one_line(name)


def read_rules(sheet: HelperSheet, problems: RowProblems) -> Iterator[StaffRule]:
    """`Qoidalar`: the staff's own rules; whether one can be understood the checks say."""
    for cells in sheet.clear_rows(problems):
        level = LEVEL_WORDS.get(fold(cells["Darajasi"].text))
        if cells["Qoida"].is_empty:
            problems.name(cells, "Qoida")
        elif level is None:
            problems.name(cells, "Darajasi")
        else:
            code, note = one_line(cells["Kodi"].text), cells["Izoh"].text.strip()
            yield StaffRule(code, cells["Qoida"], Level[level], note)
