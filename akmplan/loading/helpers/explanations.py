"""The sheet `Izohlar`: explanations that let a finding stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.model import Explanation, Period, Plan
from akmplan.words.periods import read_period
from akmplan.words.wording import one_line

_RULE = re.compile(r"[LPTMS]\d{3}")


def read_explanations(
    sheet: HelperSheet, plan: Plan, others: Collection[int], problems: RowProblems
) -> Iterator[Explanation]:
    """The rows of the sheet; one that cannot be understood is a problem at its cell. Rows about
    the years `others` are those years'."""
    finder = ItemFinder(plan)
    for cells in sheet.clear_rows(problems):
        period = read_period(cells["Davr"].text, plan.year)
        if period and period.year in others:
            continue
        explanation = _explanation(cells, finder, plan, problems)
        if explanation:
            yield explanation


def _explanation(
    cells: HelperRow, finder: ItemFinder, plan: Plan, problems: RowProblems
) -> Explanation | None:
    rule = one_line(cells["Qoida"].text).upper()
    subject = finder.subject(cells["Band"].text)
    period = read_period(cells["Davr"].text, plan.year)
    faults = (
        (subject is None and not cells["Band"].is_empty, "Band"),
        (not _RULE.fullmatch(rule), "Qoida"),
        (not cells["Davr"].is_empty and not _is_of(period, plan), "Davr"),
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
        cells["Qoida"],
        cells["Kim"].text,
        cells["Sana"].text,
    )


def _is_of(period: Period | None, plan: Plan) -> bool:
    return period is not None and period.year == plan.year
