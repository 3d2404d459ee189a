"""The sheet `Manbalar`: the cell that every figure of a paper comes from, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Final

from xlsxwriter.format import Format

from akmplan.documents.paper.paper_table import Line
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.phrases import indicator_name
from akmplan.documents.workbook_look import Look, set_up_for_print
from akmplan.figures import Ledger, Observation
from akmplan.layout.calendar import MONTHS
from akmplan.model import Cell, Number, Plan, Value
from akmplan.office.page import Page, number_format

NAME: Final = "Manbalar"
_COLUMNS: Final = (
    "Band", "Ko‘rsatkich", "Ustun", "Xizmat", "Oy", "Qiymat", "Fayl", "Varaq", "Katak",
)  # fmt: skip
_WIDTHS: Final = (9, 44, 21, 36, 11, 12, 34, 14, 8)
_LEFT: Final = (1, 3, 6)
_LONGEST_NAME: Final = 80
_TARGET, _DONE, _TO_DATE = 4, 5, 6  # among the headings of the paper's table

SourceRow = list[str | Number | None]


def write_sources_sheet(page: Page, look: Look, ready: ReadyPaper) -> None:
    """A row for each cell, in the order of the table."""
    page.set_widths(_WIDTHS)
    page.write_row(0, [*_COLUMNS], look.heading)
    headings = ready.table.headings
    rows = (
        source_row
        for line in ready.table.lines
        for source_row in _rows(ready.ledger, line, headings)
    )
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values):
            page.write(row, column, value, _look_of(look, column, value))
        page.fit_height(row)
    set_up_for_print(page.sheet, 0)


def _look_of(look: Look, column: int, value: str | Number | None) -> Format:
    if value is None or isinstance(value, str):
        return look.text if column in _LEFT else look.middle
    return look.figure(number_format(value))


def _rows(ledger: Ledger, line: Line, headings: tuple[str, ...]) -> Iterator[SourceRow]:
    named = indicator_name(line.figure.indicator.name or "")
    name = named or shorten(line.item.title, _LONGEST_NAME, placeholder=" …")
    target = line.item.cells.target
    if not target.is_empty:
        said = _said(line.figure.indicator.target, target)
        yield [line.item.code, name, headings[_TARGET], None, None, said, *_place(target)]
    period = line.figure.period
    so_far = range(1, period.last_month + 1)
    for one in ledger.observed(line.item, line.figure.indicator, so_far):
        if one.is_entry:
            column = headings[_DONE if one.month in period.months else _TO_DATE]
            yield [
                line.item.code,
                name,
                column,
                *_who_and_when(ledger.plan, one),
                *_place(one.cell),
            ]


def _who_and_when(plan: Plan, observation: Observation) -> SourceRow:
    service = plan.service(observation.service)
    named = service.name if service else observation.service
    return [named, MONTHS[observation.month - 1], _said(observation.value, observation.cell)]


def _said(value: Value, cell: Cell) -> str | Number:
    """The number that was read, else what was typed."""
    return cell.text if value.reported is None else value.reported


def _place(cell: Cell) -> SourceRow:
    place = cell.place
    return [place.file, place.sheet, place.cell]
