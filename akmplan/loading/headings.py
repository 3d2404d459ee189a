"""Finding tables by their headings, wherever they stand and in whatever order the columns are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from akmplan.layout.sheets import (
    EXPLANATION_COLUMNS,
    HEADING_WORDS,
    MONTH_HEADING_WORDS,
    NUMBER_MARKS,
    QUANTITY,
)
from akmplan.model import Cell, Grid
from akmplan.wording import contains_words, fold

_LONGEST_HEADING = 80  # a longer text is no heading but a sentence of the table
_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's heading: its first and last row, and the column of each field."""

    top: int
    bottom: int
    columns: Mapping[str, int]


Vocabulary = tuple[tuple[str, str], ...]


def find_plan_heading(grid: Grid) -> Heading | None:
    """The heading of a plan table, in one row or two."""
    for row in _rows(grid):
        columns = _roles(grid, row, HEADING_WORDS)
        described = {"mechanism", "schedule", "responsible"} & set(columns)
        if "title" not in columns or len(described) < 2:
            continue
        below = _quantities(grid, row + 1) if QUANTITY in columns else {}
        with_quantities = {**columns, **below} if "target" not in columns else columns
        with_quantities.pop(QUANTITY, None)
        if {"baseline", "target"} & set(with_quantities):
            return Heading(row, _bottom(grid, row, bool(below)), with_quantities)
    return None


def find_month_heading(grid: Grid) -> Heading | None:
    """The heading of a monthly sheet, known by `№` and `Bajarildi`."""
    for row in _rows(grid):
        columns = _roles(grid, row, MONTH_HEADING_WORDS)
        if {"number", "actual"} <= set(columns):
            return Heading(row, _bottom(grid, row, False), columns)
    return None


def find_explanations_heading(grid: Grid) -> Heading | None:
    """The heading of `Izohlar`, known by Band, Qoida and Izoh."""
    names = {fold(name): name for name in EXPLANATION_COLUMNS}
    for row in _rows(grid):
        cells = [cell for cell in _cells_of(grid, row) if fold(cell.text) in names]
        columns = {names[fold(cell.text)]: cell.column for cell in cells}
        if {"Band", "Qoida", "Izoh"} <= set(columns):
            return Heading(row, row, columns)
    return None


def year_in(text: str) -> int | None:
    """The first year that a text names."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def _rows(grid: Grid) -> list[int]:
    return sorted({row for row, _ in grid.cells})


def _cells_of(grid: Grid, row: int) -> list[Cell]:
    columns = range(1, grid.last_column + 1)
    return [cell for column in columns if not (cell := grid.at(row, column)).is_empty]


def _roles(grid: Grid, row: int, vocabulary: Vocabulary) -> dict[str, int]:
    """The field that each cell of a row heads; the first column of a field wins."""
    roles: dict[str, int] = {}
    for cell in _cells_of(grid, row):
        role = _role(cell.text, vocabulary)
        if role:
            roles.setdefault(role, cell.column)
    return roles


def _role(text: str, vocabulary: Vocabulary) -> str | None:
    if len(text) > _LONGEST_HEADING:
        return None
    if fold(text).replace(" ", "") in {mark.replace(" ", "") for mark in NUMBER_MARKS}:
        return "number"
    return next((role for role, phrase in vocabulary if contains_words(text, [phrase])), None)


def _quantities(grid: Grid, row: int) -> dict[str, int]:
    """Fakt and reja in the second heading row, by their words or else by their years."""
    roles = _roles(grid, row, HEADING_WORDS)
    named = {role: column for role, column in roles.items() if role in ("baseline", "target")}
    if named:
        return named
    years = sorted(
        (year, cell.column) for cell in _cells_of(grid, row) if (year := year_in(cell.text))
    )
    if len(years) == 2 and years[0][0] < years[1][0]:
        return {"baseline": years[0][1], "target": years[1][1]}
    return {}


def _bottom(grid: Grid, row: int, second: bool) -> int:
    """The last row of the heading: merged heading cells reach down to it."""
    reach = (area.bottom for area in grid.merged if area.top == row and area.bottom <= row + 2)
    return max([row + 1 if second else row, *reach])
