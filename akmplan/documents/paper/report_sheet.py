"""The sheet `Hisobot`: the table of a paper, ready to print."""

from __future__ import annotations

from typing import Final

from akmplan.documents.paper.paper_table import Block, Line, PaperTable, Shown
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.phrases import DRAFT, post, signatory, table_heading
from akmplan.documents.workbook_look import Look, set_up_for_print
from akmplan.office.page import Page, number_format

NAME: Final = "Hisobot"
_WIDTHS: Final = (5, 9, 46, 14, 13, 14, 13, 14, 26)
_LAST: Final = len(_WIDTHS) - 1


def write_report_sheet(page: Page, look: Look, ready: ReadyPaper) -> None:
    """The heading's lines, the nine columns, the signature."""
    page.set_widths(_WIDTHS)
    page.write(0, _LAST, DRAFT if ready.draft else None, look.draft)
    row = 1
    for line in table_heading(ready.plan.centre, ready.period):
        page.write_across(row, 0, _LAST, line, look.title)
        page.sheet.set_row(row, 18)
        row += 1
    heading_row = row + 1
    page.write_row(heading_row, [*ready.table.headings], look.heading)
    page.fit_height(heading_row)
    row = _write_blocks(page, look, ready.table, heading_row + 1)
    page.write(row + 1, 1, post(ready.plan), look.signature)
    page.write(row + 1, _LAST, signatory(ready.plan), look.signatory)
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
    page.fit_height(row)


def write_figure(page: Page, look: Look, row: int, column: int, shown: Shown) -> None:
    """A number as a number, else the words for its state."""
    if shown.number is None:
        page.write(row, column, shown.text, look.middle)
    else:
        page.write(row, column, shown.number, look.figure(number_format(shown.number)))
