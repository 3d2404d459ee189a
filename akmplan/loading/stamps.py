"""What stands above the plan's table: two stamps, the title lines, the year and the centre."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from akmplan.layout.sheets import AGREEMENT, APPROVAL
from akmplan.model import Cell, Grid, Stamp
from akmplan.words.wording import fold, one_line

_DATE_LINE = re.compile(r"\b(?:yil|йил|г)\b|\d{1,2}\.\d{1,2}\.\d{4}", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"_{2,}|^\s*(?:[A-ZА-ЯЎҚҒҲ]\w?[‘’']?h?\.\s*){1,2}[A-ZА-ЯЎҚҒҲ][\w‘’'ʻ-]+\s*$"
)
_ROWS_OF_A_STAMP = 12
# "2026-yil", but no end of a span, no date ("2025-yil 25-dekabrdagi") and no bare "– 2030".
_YEAR_NAMED = re.compile(
    r"(?<![\d–—-])(?<![–—-] )(20\d\d|19\d\d)\s*-?\s*(?:yil|йил|год|г\b)(?!\w*\s+\d{1,2}\s*-)",
    re.IGNORECASE,
)
_PLAN_WORD = re.compile(r"\b(reja|plan)")
_OWN_LINE = re.compile(r"(.*\w)(?:ning|нинг)", re.IGNORECASE)
_BEFORE_PLAN = re.compile(
    r"((?:(?!(?:19|20)\d\d).)*(?:markazi|akmi?|kutubxonasi|маркази|акми?|кутубхонаси))"
    r"(?:ning|нинг) (?=(?:19|20)\d\d|.*(?:reja|режа)).*",
    re.IGNORECASE,
)
_NAMES_PLAN = re.compile(r"\b(?:ish )?reja(?:si)?\b|\bplan\b")  # a title, no line of a stamp


@dataclass(frozen=True, slots=True)
class Head:
    """All that stands above the table. `cells` are those that it was read from."""

    agreement: Stamp
    approval: Stamp
    title: tuple[str, ...]
    year: int | None
    year_cell: Cell | None
    centre: str
    cells: tuple[Cell, ...]


def read_head(grid: Grid, heading_row: int, table_year: int | None) -> Head:
    """The lines above the heading row. Of several years `table_year`, the table's own, decides."""
    above = sorted(
        (cell for cell in grid.cells.values() if cell.row < heading_row and not cell.is_empty),
        key=lambda cell: (cell.row, cell.column),
    )
    agreement, agreed = _stamp(above, AGREEMENT)
    approval, approved = _stamp(above, APPROVAL)
    stamped = {cell.place for cell in (*agreed, *approved)}
    lines = [cell for cell in above if cell.place not in stamped]
    title = tuple(line for cell in lines for line in cell.text.splitlines() if line.strip())
    year, year_cell = _title_year(lines, table_year)
    return Head(
        agreement,
        approval,
        title,
        year,
        year_cell,
        approval.body or _centre_of(title),
        tuple(above),
    )


def _title_year(lines: list[Cell], table_year: int | None) -> tuple[int | None, Cell | None]:
    """The year of the plan: that of the table where the title names it, else the one that stands
    nearest to the word "reja"."""
    named = [(int(match[1]), cell) for cell in lines for match in _YEAR_NAMED.finditer(cell.text)]
    if not named:
        return None, None
    rows_of_plan = [cell.row for cell in lines if _PLAN_WORD.search(fold(cell.text))]
    agreeing = [one for one in named if one[0] == table_year]
    nearest = min(
        named, key=lambda one: min((abs(one[1].row - row) for row in rows_of_plan), default=0)
    )
    return agreeing[0] if agreeing else nearest


def _centre_of(title: Iterable[str]) -> str:
    """The title line that ends in "-ning", or has it before the year or the plan, without it."""
    lines = [one_line(line) for line in title]
    for shape in (_OWN_LINE, _BEFORE_PLAN):
        match = next(filter(None, map(shape.fullmatch, lines)), None)
        if match:
            return match[1]
    return ""


def _stamp(above: list[Cell], marks: frozenset[str]) -> tuple[Stamp, list[Cell]]:
    first = next((cell for cell in above if _opens(cell, marks)), None)
    if first is None:
        return Stamp(), []
    lines = [(line, first) for line in first.text.splitlines()]
    for cell in _below(first, above):
        lines.extend((line, cell) for line in cell.text.splitlines())
    return _filled([(line.strip(), cell) for line, cell in lines if line.strip()])


def _opens(cell: Cell, marks: frozenset[str]) -> bool:
    return fold(cell.text.strip().splitlines()[0]) in marks


def _below(first: Cell, above: list[Cell]) -> Iterable[Cell]:
    """The cells under the stamp's word, down to the next stamp or the plan's title."""
    for cell in above:
        beneath = first.row < cell.row <= first.row + _ROWS_OF_A_STAMP
        if cell.column == first.column and beneath:
            if _opens(cell, AGREEMENT | APPROVAL) or _NAMES_PLAN.search(fold(cell.text)):
                return
            yield cell


def _filled(lines: list[tuple[str, Cell]]) -> tuple[Stamp, list[Cell]]:
    """The stamp's lines in their order: word, institution, signature, date; what follows is not
    its own any more."""
    word, taken = lines[0][0], [lines[0][1]]
    institution: list[str] = []
    signature = date = ""
    for line, cell in lines[1:]:
        if _DATE_LINE.search(line) and (signature or institution):
            date = line
            taken.append(cell)
            break
        if signature:
            break
        if _SIGNATURE.search(line):
            signature = line
        else:
            institution.append(line)
        taken.append(cell)
    return Stamp(word, tuple(institution), signature, date), taken
