"""The sheet `Hisobot`: the table of a paper, ready to print."""

from __future__ import annotations

from typing import Final

from akmplan.reports.brief import Brief
from akmplan.reports.paper_table import Block, Line, PaperTable, Shown
from akmplan.reports.phrases import DRAFT, POST, table_heading
from akmplan.reports.workbook_look import Look, set_up_for_print
from akmplan.reports.workbook_page import Page, number_format
from akmplan.submissions import Paper

NAME: Final = "Hisobot"
_WIDTHS: Final = (5, 9, 46, 14, 12, 13, 12, 13, 24)
_LAST: Final = len(_WIDTHS) - 1


def write_report_sheet(
    page: Page, look: Look, brief: Brief, paper: Paper, table: PaperTable
) -> None:
    """The heading's lines, the nine columns, the signature."""
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    page.write(0, _LAST, DRAFT if brief.is_draft(paper) else None, look.draft)
    row = 1
    for line in table_heading(brief.plan.centre, paper.period):
        page.write_across(row, 0, _LAST, line, look.title)
        page.sheet.set_row(row, 18)
        row += 1
    heading_row = row + 1
    page.write_row(heading_row, [*table.headings], look.heading)
    page.sheet.set_row(heading_row, 45)
    row = _write_blocks(page, look, table, heading_row + 1)
    page.write(row + 1, 1, POST, look.signature)
    page.write(row + 1, _LAST, brief.plan.approval.signatory, look.signatory)
    set_up_for_print(page.sheet, heading_row)


def _write_blocks(page: Page, look: Look, table: PaperTable, row: int) -> int:
    for block in table.blocks:
        if block.opening:
            page.write_row(row, [None, None, block.opening, *[None] * 6], look.text)
            row += 1
        for line in block.lines:
            _write_line(page, look, row, block, line)
            row += 1
    return row


def _write_line(page: Page, look: Look, row: int, block: Block, line: Line) -> None:
    number = int(block.number) if block.number.isdecimal() else block.number
    page.write(row, 0, number, look.middle)
    page.write(row, 1, line.item.code, look.middle)
    page.write(row, 2, line.name, look.text)
    page.write(row, 3, line.unit, look.middle)
    for column, shown in enumerate((line.target, line.done, line.to_date), 4):
        write_figure(page, look, row, column, shown)
    percent = line.percent
    page.write(row, 7, percent.text if percent.number is None else percent.number, look.percent)
    page.write(row, 8, line.note, look.middle)


def write_figure(page: Page, look: Look, row: int, column: int, shown: Shown) -> None:
    """A number as a number, else the words for its state."""
    if shown.number is None:
        page.write(row, column, shown.text, look.middle)
    else:
        page.write(row, column, shown.number, look.figure(number_format(shown.number)))
