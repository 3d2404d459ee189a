"""The sheets of a workbook, each known by what stands in it and never by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from akmplan.layout import record
from akmplan.loading.headings import (
    Heading,
    find_month_heading,
    find_plan_heading,
    month_table_without_actual,
)
from akmplan.loading.helpers.tables import HelperSheet, find_helper
from akmplan.model import Cell, Grid, Place, SheetKind, Workbook
from akmplan.workbooks import Reason, UnreadableFile

MOST_ROWS_OF = {SheetKind.PLAN: 1_500, SheetKind.HELPER: 2_000, SheetKind.FINDINGS: 20_000}
MOST_ROWS = 8_000  # of all kinds but findings


@dataclass(frozen=True, slots=True)
class KnownSheet:
    """A sheet whose kind is known by its heading. `lacks_actual`: the № of a table that is a
    month's in all but its column `Bajarildi`."""

    workbook: Workbook
    grid: Grid
    kind: SheetKind
    heading: Heading | None = None
    helper: HelperSheet | None = None
    lacks_actual: Cell | None = None

    @property
    def place(self) -> Place:
        return Place(self.grid.file, self.grid.name)

    @property
    def rows(self) -> int:
        """The filled rows of its table; of a workbook of findings, those of the sheet."""
        heading = self.helper.heading if self.helper else self.heading
        if heading is None and self.kind is not SheetKind.FINDINGS:
            return 0
        bottom = heading.bottom if heading else 0
        return len({row for row, _ in self.grid.cells if row > bottom})


_FINDERS: tuple[tuple[SheetKind, Callable[[Grid], Heading | None]], ...] = (
    (SheetKind.PLAN, find_plan_heading),
    (SheetKind.MONTH, find_month_heading),
)


def known_sheets(workbook: Workbook) -> tuple[KnownSheet, ...]:
    """All sheets in the workbook's order. Every row of a table costs time in each rule and paper,
    and a catalogue is no table of ours: raises UnreadableFile."""
    known = tuple(_sheets_of(workbook))
    by_kind: Counter[SheetKind] = Counter()
    for sheet in known:
        by_kind[sheet.kind] += sheet.rows
    too_long = any(by_kind[kind] > most for kind, most in MOST_ROWS_OF.items())
    others = by_kind.total() - by_kind[SheetKind.FINDINGS]
    if too_long or others > MOST_ROWS:
        raise UnreadableFile(Reason.TOO_LARGE, "rows")
    return known


def _sheets_of(workbook: Workbook) -> Iterable[KnownSheet]:
    form = form_of(workbook)
    for grid in workbook.grids:
        if form == record.FINDINGS_FORM:
            yield KnownSheet(workbook, grid, SheetKind.FINDINGS)
        elif form == record.HELPER_FORM:
            yield _known_helper(workbook, grid)
        elif form is not None:
            yield KnownSheet(workbook, grid, SheetKind.SUBMISSION)
        else:
            yield _known(workbook, grid)


def form_of(workbook: Workbook) -> str | None:
    """What the workbook says of itself on `_akmplan`; blank where it does not, None without it."""
    return said_by(workbook, "form")


def said_by(workbook: Workbook, key: str) -> str | None:
    """The value of a key on the workbook's `_akmplan`; blank where it has none, None without it."""
    grid = next((grid for grid in workbook.grids if grid.name == record.SHEET), None)
    return None if grid is None else value_of(grid, key)


def value_of(grid: Grid, key: str) -> str:
    """The value beside a key of `_akmplan`, above its table; blank where there is none."""
    cell = value_cell(grid, key)
    return cell.text if cell else ""


def value_cell(grid: Grid, key: str) -> Cell | None:
    """The cell beside a key of `_akmplan`."""
    rows = range(1, grid.last_row + 1)
    keys = (row for row in rows if grid.at(row, 1).text == key)
    return next((grid.at(row, 2) for row in keys), None)


def _known_helper(workbook: Workbook, grid: Grid) -> KnownSheet:
    return KnownSheet(workbook, grid, SheetKind.HELPER, helper=find_helper(grid))


def _known(workbook: Workbook, grid: Grid) -> KnownSheet:
    for kind, find in _FINDERS:
        heading = find(grid)
        if heading:
            return KnownSheet(workbook, grid, kind, heading)
    helper = find_helper(grid)
    if helper:
        return KnownSheet(workbook, grid, SheetKind.HELPER, helper=helper)
    lacks = month_table_without_actual(grid)
    return KnownSheet(workbook, grid, SheetKind.OTHER, lacks_actual=lacks)
