"""The sheet `Izohlar`: explanations that let a finding stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.loading.month_sheet import month_in
from akmplan.model import Cell, Explanation, Period, Plan, Span, period_from_code
from akmplan.schedule import read_schedule
from akmplan.wording import fold, one_line

_RULE = re.compile(r"[LPTMS]\d{3}")
_HALF = re.compile(r"\b(?:(i|1|birinchi)|(ii|2|ikkinchi)) ?-? ?yarim yil")


def read_explanations(
    sheet: HelperSheet, plan: Plan, problems: RowProblems
) -> Iterator[Explanation]:
    """The rows of the sheet; one that cannot be understood is a problem at its cell."""
    finder = ItemFinder(plan)
    for cells in sheet.rows():
        explanation = _explanation(cells, finder, plan, problems)
        if explanation:
            yield explanation


def _explanation(
    cells: HelperRow, finder: ItemFinder, plan: Plan, problems: RowProblems
) -> Explanation | None:
    rule = one_line(cells["Qoida"].text).upper()
    subject = finder.subject(cells["Band"].text)
    period = read_period(cells["Davr"], plan.year)
    faults = (
        (subject is None and not cells["Band"].is_empty, "Band"),
        (not _RULE.fullmatch(rule), "Qoida"),
        (period is None and not cells["Davr"].is_empty, "Davr"),
        (cells["Izoh"].is_empty, "Izoh"),
    )
    wrong = next((name for is_wrong, name in faults if is_wrong), None)
    if wrong:
        problems.name(cells, wrong)
        return None
    value = cells["Qiymat"]
    return Explanation(
        cells["Band"].place if value.is_empty else value.place,
        subject[0].code if subject else None,
        subject[1] if subject else None,
        rule,
        period.code if period else None,
        value.text,
        value,
        cells["Izoh"].text,
        cells["Kim"].text,
        cells["Sana"].text,
    )


def read_period(cell: Cell, year: int) -> Period | None:
    """A period's code or its Uzbek words: `2026-Q1`, `I chorak`, `mart`, `yarim yillik`, `yil`."""
    typed = one_line(cell.text)
    coded = period_from_code(typed)
    if coded or cell.is_empty:
        return coded
    half = _HALF.search(fold(typed))
    if half:
        return Period(year, Span.HALF, 1 if half[1] else 2)
    month = month_in(typed)
    if month:
        return Period(year, Span.MONTH, month)
    quarters = read_schedule(typed).quarters
    if len(quarters) == 1:
        return Period(year, Span.QUARTER, quarters[0])
    return _longer_period(fold(typed), year)


def _longer_period(folded: str, year: int) -> Period | None:
    if re.search(r"\b(9|toqqiz) oy", folded):
        return Period(year, Span.NINE_MONTHS)
    if re.search(r"\byarim yil|\b(6|olti) oy", folded):
        return Period(year, Span.HALF, 1)
    return Period(year, Span.YEAR) if re.search(r"\byil", folded) else None
