"""The hidden sheet `_akmplan`: the paper for programs that add up what many centres hand in.

Keys stand in A and values in B, then a blank row and a table. A cell holds at most 32,767
characters; `sources` that are longer go on in the cells to the right, each a list of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from akmplan.documents.paper.paper_table import Line
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.workbook_look import Look
from akmplan.findings import plain
from akmplan.layout import record
from akmplan.model import Number
from akmplan.office.characters import LONGEST_TEXT
from akmplan.office.page import Page

NAME: Final = record.SHEET

Source = list[str | int | None]


def write_record_sheet(page: Page, look: Look, ready: ReadyPaper) -> None:
    """Keys and values, a blank row, the table."""
    for row, values in enumerate(record_rows(ready, record.FORM)):
        page.write_row(row, values, look.plain)
    page.sheet.hide()


def record_rows(ready: ReadyPaper, form: str) -> Iterator[list[str | Number | None]]:
    """The rows of the sheet from its first."""
    yield from _keys(ready, form)
    yield []
    yield [*record.COLUMNS]
    yield from map(_values, ready.table.lines)


def _keys(ready: ReadyPaper, form: str) -> Iterator[list[str | Number | None]]:
    values: tuple[str | Number, ...] = (
        form,
        record.VERSION,
        record.DRAFT if ready.draft else record.FINAL,
        ready.plan.centre,
        ready.period.year,
        ready.period.code,
        ready.paper.recipient,
    )
    return ([key, value] for key, value in zip(record.KEYS, values, strict=True))


def _values(line: Line) -> list[str | Number | None]:
    figure, indicator = line.figure, line.figure.indicator
    return [
        line.item.code,
        indicator.name,
        indicator.unit,
        indicator.target.reported,
        indicator.target.state.value,
        line.done.number,
        figure.state.value,
        figure.months,
        line.to_date.number,
        *_in_cells(_sources(line)),
    ]


def _sources(line: Line) -> list[Source]:
    """The reported values: their sum is the figure."""
    return [
        [source.cell.place.file, source.cell.place.sheet, source.cell.place.cell, _as_json(number)]
        for source in line.figure.sources
        if (number := source.value.reported) is not None
    ]


def _as_json(number: Number) -> int | str | None:
    found = plain(number)
    return str(found) if not isinstance(found, int) and found is not None else found


def _in_cells(sources: list[Source]) -> list[str]:
    written = json.dumps(sources, ensure_ascii=False)
    if len(written) <= LONGEST_TEXT or len(sources) < 2:
        return [written]
    half = len(sources) // 2
    return [*_in_cells(sources[:half]), *_in_cells(sources[half:])]
