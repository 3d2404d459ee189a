"""A helper sheet as a table: known by its heading row, read row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from akmplan.layout.helpers import HELPERS, HelperLayout
from akmplan.loading.account import Account
from akmplan.loading.headings import Heading, first_rows_of
from akmplan.loading.sources import Problems, doubt_about
from akmplan.model import Cell, CellKind, Grid, Problem, SheetKind, SheetUse, Trouble
from akmplan.words.wording import fold

HelperRow = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class HelperSheet:
    """A sheet whose heading row is that of a helper's layout."""

    grid: Grid
    layout: HelperLayout
    heading: Heading

    def rows(self) -> Iterator[HelperRow]:
        """The filled rows, each a cell a column; a column that is not there is blank."""
        beyond = self.grid.last_column + 1  # where every cell is blank
        columns = {name: self.heading.columns.get(name, beyond) for name in self.layout.columns}
        for row in range(self.heading.bottom + 1, self.grid.last_row + 1):
            cells = {name: self.grid.at(row, column) for name, column in columns.items()}
            if not all(cell.is_empty for cell in cells.values()):
                yield cells

    def clear_rows(self, problems: RowProblems) -> Iterator[HelperRow]:
        """The rows whose words can be taken as they stand; the others are named."""
        for cells in self.rows():
            doubtful = next((name for name, cell in cells.items() if is_doubtful(cell)), None)
            if doubtful:
                problems.name(cells, doubtful)
            else:
                yield cells

    @property
    def has_rows(self) -> bool:
        return next(self.rows(), None) is not None

    @property
    def heading_cell(self) -> Cell:
        """The first cell of its heading."""
        return self.grid.at(self.heading.top, min(self.heading.columns.values()))

    def use(self) -> SheetUse:
        """The account: the table is used, what stands beside it is not."""
        account = Account(self.grid)
        account.use_row(self.heading.top)
        for cells in self.rows():
            account.use(*(cell for cell in cells.values() if not cell.is_empty))
        return account.close(SheetKind.HELPER, "outside_table")


def find_helper(grid: Grid) -> HelperSheet | None:
    """The helper that the sheet is, by the first row that heads one."""
    for row, cells in first_rows_of(grid):
        typed = {fold(cell.text): cell.column for cell in cells}
        for layout in HELPERS:
            columns = {name: typed[fold(name)] for name in layout.columns if fold(name) in typed}
            if set(layout.known_by) <= set(columns):
                return HelperSheet(grid, layout, Heading(row, row, columns))
    return None


def is_doubtful(cell: Cell) -> bool:
    """An error value, or words that are struck out or could not be printed."""
    is_error = cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED)
    return is_error or doubt_about(cell) is not None


class RowProblems:
    """Rows that are not understood, each named at the cell to be mended."""

    def __init__(self, grid: Grid) -> None:
        self._problems = Problems(grid)

    @property
    def met(self) -> tuple[Problem, ...]:
        return tuple(self._problems.met)

    def name(self, cells: HelperRow, column: str, why: str = "unclear") -> None:
        """`why`: a key of `checks.reading_words.HELPER_ROWS`."""
        self._problems.met.append(row_problem(cells[column], column, why))


def row_problem(cell: Cell, column: str, why: str) -> Problem:
    """What is wrong with a row of a helper sheet, at the cell to be mended."""
    about = "blank" if why == "unclear" and cell.is_empty else why
    details = {"column": column, "text": cell.text}
    return Problem(Trouble.HELPER_ROW, cell.place, about, details, cell.text or None)
