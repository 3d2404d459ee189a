"""Finding tables by their headings, wherever they stand and in whatever order the columns are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, islice
from operator import itemgetter

from akmplan.layout.sheets import (
    HEADING_ENDINGS,
    HEADING_WORDS,
    MONTH_HEADING_WORDS,
    MONTH_LABEL,
    NUMBER_MARKS,
    QUANTITY,
    SERVICE_LABEL,
)
from akmplan.model import Cell, Grid
from akmplan.wording import fold, words

_LOOKED_THROUGH = 1_000  # filled rows; what has no heading by then is no table of ours
_LONGEST_HEADING = 80  # a longer text is no heading but a sentence of the table
_MARKS = frozenset(mark.replace(" ", "") for mark in NUMBER_MARKS)
_LEADING = frozenset(("number", "title", "unit"))
_DESCRIBED = frozenset(("mechanism", "schedule", "responsible"))
_PARTS_OF_YEAR = frozenset(("chorak", "choragi", "kvartal", "oy", "oylik", "yarim", "polugodie"))
_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's heading: its first and last row, and the column of each field; `twins` are the
    headings of figures that could be meant as well as the one whose column is read."""

    top: int
    bottom: int
    columns: Mapping[str, int]
    twins: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)


Vocabulary = tuple[tuple[str, str], ...]


def find_plan_heading(grid: Grid) -> Heading | None:
    """The heading of a plan table, in one row or two. Any column may be missing but one of fakt
    and reja; the mechanism, deadline and responsible are what no other table has."""
    rows = dict(first_rows_of(grid))
    for row, cells in rows.items():
        columns = _roles(cells, HEADING_WORDS)
        if len(_DESCRIBED & set(columns)) < 2 or not _LEADING & set(columns):
            continue
        second = rows.get(row + 1, [])
        below = _quantities_below(second, columns)
        columns = {**columns, **below}
        columns.pop(QUANTITY, None)
        if {"baseline", "target"} & set(columns):
            twins = _twins(second if below else cells, HEADING_WORDS, ("baseline", "target"))
            return Heading(row, _bottom(grid, row, bool(below)), columns, twins)
    return None


def find_month_heading(grid: Grid) -> Heading | None:
    """The heading of a monthly sheet, known by `№` and `Bajarildi`."""
    for row, cells in first_rows_of(grid):
        columns = _roles(cells, MONTH_HEADING_WORDS)
        if {"number", "actual"} <= set(columns):
            twins = _twins(cells, MONTH_HEADING_WORDS, ("actual",))
            return Heading(row, _bottom(grid, row, False), columns, twins)
    return None


def month_table_without_actual(grid: Grid) -> Cell | None:
    """The № of a table that is a month's in all but its heading `Bajarildi`, under `Xizmat:` or
    `Oy:`."""
    labelled = False
    for _, cells in first_rows_of(grid):
        columns = _roles(cells, MONTH_HEADING_WORDS)
        others = {"name", "unit", "target", "to_date", "note"} & set(columns)
        if labelled and "number" in columns and {"target", "to_date"} & others and len(others) > 2:
            return next(cell for cell in cells if cell.column == columns["number"])
        labels = {fold(cell.text.partition(":")[0]) for cell in cells}
        labelled = labelled or bool(labels & (SERVICE_LABEL | MONTH_LABEL))
    return None


def year_in(text: str) -> int | None:
    """The first year that a text names."""
    match = _YEAR.search(text)
    return int(match[1]) if match else None


def first_rows_of(grid: Grid) -> Iterator[tuple[int, list[Cell]]]:
    """The non-empty cells of each row in which a heading may stand, from the top and the left."""
    by_row = groupby(grid.cells, key=itemgetter(0))
    for row, spots in islice(by_row, _LOOKED_THROUGH):
        cells = [grid.at(*spot) for spot in spots]
        filled = [cell for cell in cells if not cell.is_empty]
        if filled:
            yield row, filled


def _roles(cells: list[Cell], vocabulary: Vocabulary) -> dict[str, int]:
    """The column of each field: the one with the most telling heading."""
    return {role: named[0].column for role, named in _named(cells, vocabulary).items()}


def _twins(
    cells: list[Cell], vocabulary: Vocabulary, roles: Iterable[str]
) -> dict[str, tuple[Cell, ...]]:
    """Of these fields, the headings that say no less than the first one does."""
    named = _named(cells, vocabulary)
    return {role: tuple(named[role][1:]) for role in roles if len(named.get(role, ())) > 1}


def _named(cells: list[Cell], vocabulary: Vocabulary) -> dict[str, list[Cell]]:
    """The most telling headings of each field, the one that is read first."""
    ranked: dict[str, list[tuple[int, Cell]]] = {}
    for cell in cells:
        role, rank = _role(cell.text, vocabulary)
        if role:
            ranked.setdefault(role, []).append((rank, cell))
    named = {role: _most_telling(found, vocabulary) for role, found in ranked.items()}
    years = {role: year_in(found[0].text) for role, found in named.items()}
    wanted = (years.get("baseline") or 0) + 1
    if "target" in named:
        named["target"].sort(key=lambda cell: year_in(cell.text) != wanted)
    return {role: _of_one_year(found) for role, found in named.items()}


def _most_telling(ranked: list[tuple[int, Cell]], vocabulary: Vocabulary) -> list[Cell]:
    """By the words that name the field, alone if any heading has no others; years before parts
    of a year, the latest first."""
    least = min(rank for rank, _ in ranked)
    found = [cell for rank, cell in ranked if rank == least]
    phrase = _phrase(vocabulary[least][1])
    alone = [cell for cell in found if phrase.fullmatch(_plain(cell.text))]
    whole = [cell for cell in found if not _PARTS_OF_YEAR & set(words(cell.text))]
    return sorted(alone or whole or found, key=lambda cell: -(year_in(cell.text) or 0))


def _of_one_year(found: list[Cell]) -> list[Cell]:
    """Headings of other years than the one that is read could not be meant."""
    return [cell for cell in found if year_in(cell.text) == year_in(found[0].text)]


@lru_cache(maxsize=4096)
def _role(text: str, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """The field that a heading names, and how telling its words are (0 is the most)."""
    if len(text) > _LONGEST_HEADING:
        return None, 0
    if fold(text).replace(" ", "") in _MARKS:
        return "number", 0
    plain = _plain(text)
    ranks = (rank for rank, (_, phrase) in enumerate(vocabulary) if _phrase(phrase).search(plain))
    rank = next(ranks, -1)
    return (vocabulary[rank][0], rank) if rank >= 0 else (None, 0)


def _plain(text: str) -> str:
    return " ".join(words(text))


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrase}(?:{'|'.join(HEADING_ENDINGS)})?\b")


def _quantities_below(cells: list[Cell], above: Mapping[str, int]) -> dict[str, int]:
    """Fakt and reja in a second heading row: under "Miqdori", or in a row that has cells of its
    own only where the first row names neither a text nor a number of the table."""
    texts = {above[role] for role in _LEADING | _DESCRIBED if role in above}
    if QUANTITY not in above and any(cell.column in texts for cell in cells):
        return {}
    found = _quantities(cells)
    return found if len(found) == 2 or "target" not in above else {}


def _quantities(cells: list[Cell]) -> dict[str, int]:
    """Fakt and reja in the second heading row, by their words or else by their years."""
    roles = _roles(cells, HEADING_WORDS)
    named = {role: column for role, column in roles.items() if role in ("baseline", "target")}
    if named:
        return named
    years = sorted((year, cell.column) for cell in cells if (year := year_in(cell.text)))
    if len(years) == 2 and years[0][0] < years[1][0]:
        return {"baseline": years[0][1], "target": years[1][1]}
    return {}


def _bottom(grid: Grid, row: int, second: bool) -> int:
    """The last row of the heading: merged heading cells reach down to it."""
    reach = (area.bottom for area in grid.merged if area.top == row and area.bottom <= row + 2)
    return max([row + 1 if second else row, *reach])
