"""Helper sheets that speak of the plan's items: read after the plan, each row against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from akmplan.layout.helpers import LEVEL_WORDS, METHOD_WORDS
from akmplan.loading.helpers.spans import Covered, read_spans
from akmplan.loading.helpers.subjects import Subjects
from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.model import IndicatorEntry, Level, Method, NamedForm, Plan, ReportEntry, StaffRule
from akmplan.words.recipients import Body, is_own, read_bodies
from akmplan.words.wording import fold, is_dash, one_line

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
    """`Hisobotlar`: every paper that is owed. Where this sheet is, it says all of them. A row may
    name several bodies and lengths of time: each of them to each."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        bodies = read_bodies(cells["Kimga taqdim etiladi"].text)
        spans = read_spans(cells["Davriyligi"].text)
        codes = [one_line(part) for part in _ITEMS.split(cells["Bandlar"].text) if part.strip()]
        items = [finder.find(code) for code in codes]
        faults = (
            (
                not bodies or any(is_own(body, plan.centre) for body in bodies),
                "Kimga taqdim etiladi",
            ),
            (not spans, "Davriyligi"),
            (not items or None in items, "Bandlar"),
        )
        wrong = next((name for is_wrong, name in faults if is_wrong), None)
        if wrong:
            problems.name(cells, wrong)
            continue
        known = tuple(item.code for item in items if item)
        for body, covered in product(bodies, spans):
            yield _report(cells, body, covered, known)


def _report(cells: HelperRow, body: Body, covered: Covered, items: tuple[str, ...]) -> ReportEntry:
    forms = tuple(
        NamedForm(name, body.key, covered.span, cells["Shakli"])
        for name in _forms(cells["Shakli"].text)
    )
    name = one_line(cells["Nomi"].text)
    return ReportEntry(name, body.key, covered.span, items, covered.months, body.name, forms)


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
