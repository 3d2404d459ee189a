"""The sheet `Izohlar`: explanations that let a finding stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from akmplan.layout.sheets import EXPLANATION_COLUMNS
from akmplan.loading.account import Account
from akmplan.loading.headings import Heading
from akmplan.loading.month_row import ItemFinder
from akmplan.loading.month_sheet import month_in
from akmplan.loading.sources import Problems
from akmplan.model import (
    Cell,
    Explanation,
    Grid,
    Period,
    Plan,
    Problem,
    SheetKind,
    SheetUse,
    Span,
    Trouble,
    period_from_code,
)
from akmplan.schedule import read_schedule
from akmplan.wording import fold, one_line, squeeze

_RULE = re.compile(r"[LPTMS]\d{3}")
_HALF = re.compile(r"\b(?:(i|1|birinchi)|(ii|2|ikkinchi)) ?-? ?yarim yil")


def read_explanations(
    grid: Grid, heading: Heading, plan: Plan
) -> tuple[tuple[Explanation, ...], SheetUse, tuple[Problem, ...]]:
    """The rows of the sheet; one that cannot be understood is a problem at its cell."""
    account, problems = Account(grid), Problems(grid)
    account.use_row(heading.top)
    finder = ItemFinder(plan)
    read: list[Explanation] = []
    for row in range(heading.bottom + 1, grid.last_row + 1):
        cells = {name: _cell(grid, heading, name, row) for name in EXPLANATION_COLUMNS}
        if all(cell.is_empty for cell in cells.values()):
            continue
        account.use_row(row)
        explanation = _explanation(cells, finder, plan, problems)
        if explanation:
            read.append(explanation)
    use = account.close(SheetKind.HELPER, "outside_table")
    return tuple(read), use, tuple(problems.met)


def _cell(grid: Grid, heading: Heading, name: str, row: int) -> Cell:
    column = heading.columns.get(name)
    return grid.at(row, column or grid.last_column + 1)


def _explanation(
    cells: Mapping[str, Cell], finder: ItemFinder, plan: Plan, problems: Problems
) -> Explanation | None:
    rule = one_line(cells["Qoida"].text).upper()
    item, indicator, item_known = _subject(cells["Band"], finder)
    period = read_period(cells["Davr"], plan.year)
    faults = (
        (not item_known, "Band"),
        (not _RULE.fullmatch(rule), "Qoida"),
        (period is None and not cells["Davr"].is_empty, "Davr"),
        (cells["Izoh"].is_empty, "Izoh"),
    )
    for wrong, name in faults:
        if wrong:
            problems.add(Trouble.HELPER_ROW, cells[name].place, name, text=cells[name].text)
            return None
    value = cells["Qiymat"]
    return Explanation(
        cells["Band"].place if value.is_empty else value.place,
        item,
        indicator,
        rule,
        period.code if period else None,
        value.text,
        value,
        cells["Izoh"].text,
        cells["Kim"].text,
        cells["Sana"].text,
    )


def _subject(cell: Cell, finder: ItemFinder) -> tuple[str | None, str | None, bool]:
    """`IV.11`, or `IV.11.` with an indicator's name behind it; a blank Band is no item."""
    typed = cell.text.strip()
    if not typed:
        return None, None, True
    item = finder.find(typed)
    if item:
        return item.code, None, True
    head, _, name = typed.rpartition(".")
    item = finder.find(head)
    names = [one.name for one in item.indicators if one.name] if item else []
    match = next((one for one in names if squeeze(one) == squeeze(name)), None)
    return (item.code if item else None), match, match is not None


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
