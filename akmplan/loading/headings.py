"""Finding tables by their headings, wherever they stand and in whatever order the columns are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter

from akmplan.layout.sheets import (
    HEADING_WORDS,
    MONTH_HEADING_WORDS,
    MONTH_LABEL,
    QUANTITY,
    SERVICE_LABEL,
    WHOLE_WORDS,
)
from akmplan.loading.heading_columns import HeadingColumn, heading_columns, year_in
from akmplan.loading.heading_roles import Vocabulary, fields_of, role_of
from akmplan.model import Cell, Grid
from akmplan.words.wording import fold

_LOOKED_THROUGH = 1_000  # filled rows; what has no heading by then is no table of ours
_LEADING = frozenset(("number", "title", "unit"))
_DESCRIBED = frozenset(("mechanism", "schedule", "responsible"))
_TEXTS = _LEADING | _DESCRIBED | {"name", "note"}
_QUANTITIES = ("baseline", "target")
_ONE = frozenset((*_QUANTITIES, "actual"))  # a second one is named
_DEEPEST = 3  # rows of a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's heading: its first and last row, the column of each field and the `cells` above
    it. `twins` are the headings of figures that could be meant alike, the one that is read first;
    `divided` are headings over several columns of which none is said to be the whole."""

    top: int
    bottom: int
    columns: Mapping[str, int]
    cells: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    twins: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)
    divided: Mapping[str, Cell] = field(default_factory=dict)


def find_plan_heading(grid: Grid) -> Heading | None:
    """The heading of a plan table, in one row or several. Any column may be missing but one of
    fakt and reja; the mechanism, deadline and responsible are what no other table has."""
    for window in _windows(grid):
        roles = _roles(window[0], HEADING_WORDS)
        if len(_DESCRIBED & roles) < 2 or not _LEADING & roles:
            continue
        heading = _heading(grid, window, HEADING_WORDS)
        if not {*heading.columns, *heading.divided}.isdisjoint(_QUANTITIES):
            return heading
    return None


def find_month_heading(grid: Grid) -> Heading | None:
    """The heading of a monthly sheet, known by `№` and `Bajarildi`; this may stand in a second
    row below `Yil boshidan` and its like."""
    for window in _windows(grid):
        roles = _roles(window[0], MONTH_HEADING_WORDS)
        if "number" not in roles or roles.isdisjoint(("actual", "to_date")):
            continue
        heading = _heading(grid, window, MONTH_HEADING_WORDS)
        if "actual" in {*heading.columns, *heading.divided}:
            return heading
    return None


def month_table_without_actual(grid: Grid) -> Cell | None:
    """The № of a table that is a month's in all but its heading `Bajarildi`, under `Xizmat:` or
    `Oy:`."""
    labelled = False
    for _, cells in first_rows_of(grid):
        roles = _roles(cells, MONTH_HEADING_WORDS)
        others = {"name", "unit", "target", "to_date", "note"} & roles
        if labelled and "number" in roles and {"target", "to_date"} & others and len(others) > 2:
            number = _columns(cells, MONTH_HEADING_WORDS)["number"]
            return next(cell for cell in cells if cell.column == number)
        labels = {fold(cell.text.partition(":")[0]) for cell in cells}
        labelled = labelled or bool(labels & (SERVICE_LABEL | MONTH_LABEL))
    return None


def first_rows_of(grid: Grid) -> Iterator[tuple[int, list[Cell]]]:
    """The non-empty cells of each row in which a heading may stand, from the top and the left."""
    by_row = groupby(grid.cells, key=itemgetter(0))
    for row, spots in islice(by_row, _LOOKED_THROUGH):
        cells = [grid.at(*spot) for spot in spots]
        filled = [cell for cell in cells if not cell.is_empty]
        if filled:
            yield row, filled


def _windows(grid: Grid) -> Iterator[list[list[Cell]]]:
    """Each row in which a heading may begin, with those in which it may go on."""
    rows = (cells for _, cells in first_rows_of(grid))
    window = list(islice(rows, _DEEPEST))
    while window:
        yield window
        window = [*window[1:], *islice(rows, 1)]


def _roles(cells: list[Cell], vocabulary: Vocabulary) -> set[str]:
    """The fields that one row alone names."""
    return {role for cell in cells if (role := role_of(cell.text, vocabulary))}


def _columns(cells: list[Cell], vocabulary: Vocabulary) -> dict[str, int]:
    """The column of each field, by one row alone."""
    single = [HeadingColumn(cell.column, (cell,), frozenset()) for cell in cells]
    fields = fields_of(single, vocabulary)
    return {role: found[0].column for role, found in fields.columns.items()}


def _heading(grid: Grid, window: list[list[Cell]], vocabulary: Vocabulary) -> Heading:
    """The heading that begins in the first of these rows."""
    top = window[0][0].row
    named = _columns(window[0], vocabulary)
    texts = {column for role, column in named.items() if role in _TEXTS}
    bottom, rows = _bottom(grid, top), window[:1]
    for cells in window[1:]:
        row = cells[0].row
        if row > bottom + 1 or (
            row > bottom and not _goes_on(grid, [*rows, cells], texts, vocabulary)
        ):
            break
        rows.append(cells)
        bottom = max(bottom, row)
    return _read(heading_columns(grid, rows, texts), vocabulary, top, bottom)


def _goes_on(
    grid: Grid, rows: list[list[Cell]], texts: Collection[int], vocabulary: Vocabulary
) -> bool:
    """Whether the last of these rows is still of the heading: it names figures, or parts of what
    stands above, and nothing in the columns that have a text or a number of the table."""
    cells = rows[-1]
    both = set(_QUANTITIES) <= _roles(cells, vocabulary)
    if both and QUANTITY in _roles(rows[0], vocabulary):
        return True
    row = cells[0].row
    shown = [grid.shown_at(row, column) for column in texts]
    if any(cell.row == row and not cell.is_empty for cell in shown):
        return False
    own = [one for one in heading_columns(grid, rows, texts) if one.cells[-1].row == row]
    is_worded = all(_is_heading_text(cell) for cell in cells)
    return is_worded and any(_names_figures(one, vocabulary) for one in own)


def _is_heading_text(cell: Cell) -> bool:
    return any(letter.isalpha() for letter in cell.text) or year_in(cell.text) is not None


def _names_figures(column: HeadingColumn, vocabulary: Vocabulary) -> bool:
    lowest = column.cells[-1].text
    is_year = vocabulary is HEADING_WORDS and year_in(lowest) is not None
    return is_year or column.is_part or role_of(lowest, vocabulary) in WHOLE_WORDS


def _read(columns: list[HeadingColumn], vocabulary: Vocabulary, top: int, bottom: int) -> Heading:
    fields = fields_of(columns, vocabulary)
    named = dict(fields.columns)
    named.pop(QUANTITY, None)
    if vocabulary is HEADING_WORDS:
        named.update(_by_years(columns, named, top))
    return Heading(
        top,
        bottom,
        {role: found[0].column for role, found in named.items()},
        {role: found[0].cells for role, found in named.items()},
        {role: _cells(found) for role, found in named.items() if role in _ONE and found[1:]},
        {role: cell for role, cell in fields.divided.items() if role not in named},
    )


def _cells(found: Iterable[HeadingColumn]) -> tuple[Cell, ...]:
    return tuple(column.cells[-1] for column in found)


def _by_years(
    columns: list[HeadingColumn], named: Mapping[str, Sequence[HeadingColumn]], top: int
) -> dict[str, list[HeadingColumn]]:
    """Fakt and reja where only two years below another heading tell which is which."""
    below = [column for column in columns if column.cells[-1].row > top]
    years = {year: column for column in below if (year := year_in(column.cells[-1].text))}
    columns_read = {column.column for column in years.values()}
    told = {found[0].column for role, found in named.items() if role in _QUANTITIES}
    if len(years) != 2 or "baseline" in named or not told <= columns_read:
        return {}
    return {role: [years[year]] for role, year in zip(_QUANTITIES, sorted(years), strict=True)}


def _bottom(grid: Grid, row: int) -> int:
    """The last row down to which merged heading cells reach."""
    reach = (area.bottom for area in grid.merged if area.top == row and area.bottom <= row + 2)
    return max([row, *reach])
