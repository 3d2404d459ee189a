"""A workbook of findings that came back: what people wrote beside a finding explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from akmplan.findings import found_in
from akmplan.layout import record
from akmplan.loading.account import Account, taken_from, unused
from akmplan.loading.headings import first_rows_of
from akmplan.loading.helpers.tables import HelperRow, RowProblems, is_doubtful
from akmplan.model import (
    Cell,
    CellKind,
    Explanation,
    Grid,
    Place,
    Plan,
    Problem,
    SheetKind,
    SheetUse,
    Trouble,
    period_from_code,
)
from akmplan.words.wording import is_dash

_NAMES: Final = (*record.FINDINGS_COLUMNS, record.FINDINGS_NOTE)
_CODE: Final = re.compile(r"[LPTMS]\d{3}")
_ITEM: Final = re.compile(r"[IVXLCDM]+(?:\.\w{1,3})+")
_CELL: Final = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_NO_VALUES: Final = (CellKind.ERROR, CellKind.UNCOMPUTED)


@dataclass(frozen=True, slots=True)
class FindingsRead:
    """What one such workbook says, and the account of each of its sheets, in their order."""

    explanations: tuple[Explanation, ...]
    problems: tuple[Problem, ...]
    uses: tuple[SheetUse, ...]


def read_findings_workbook(grids: Sequence[Grid], said_year: str, plan: Plan) -> FindingsRead:
    """The explanations in the order of sheets and rows. `said_year`: the one that `_akmplan`
    names; a workbook of another is not read, nor is one without its hidden columns."""
    tables = [_Table.on(grid) for grid in grids]
    if said_year != str(plan.year):
        return _left(grids, "other_year", said_year)
    if not any(tables):
        return _left(grids, "findings", said_year)
    problems = {grid.name: RowProblems(grid) for grid in grids}
    codes = frozenset(item.code for item in plan.items)
    return FindingsRead(
        tuple(
            explanation
            for table in tables
            if table
            for explanation in table.explanations(codes, problems[table.grid.name])
        ),
        tuple(problem for named in problems.values() for problem in named.met),
        tuple(
            table.use() if table else _beside(grid)
            for grid, table in zip(grids, tables, strict=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet's table: the row of its heading, and the column of each name."""

    grid: Grid
    heading: int
    columns: Mapping[str, int]

    @classmethod
    def on(cls, grid: Grid) -> _Table | None:
        """Known by the hidden headings, wherever their row stands."""
        for row, cells in first_rows_of(grid):
            columns = {cell.text: cell.column for cell in reversed(cells) if cell.text in _NAMES}
            if len(columns) == len(_NAMES):
                return cls(grid, row, columns)
        return None

    def explanations(self, items: frozenset[str], problems: RowProblems) -> Iterator[Explanation]:
        """Of the rows whose hidden cells say which finding is meant; the others are named."""
        for row in self._filled():
            cells = {name: self.grid.at(row, column) for name, column in self.columns.items()}
            overwritten = _overwritten(cells, items)
            if overwritten:
                problems.name(cells, overwritten, "overwritten")
            elif is_doubtful(cells[record.FINDINGS_NOTE]):
                problems.name(cells, record.FINDINGS_NOTE)
            else:
                yield _explanation(cells)

    def use(self) -> SheetUse:
        """The account: the heading is used, and a row where it explains."""
        account = Account(self.grid)
        for row in account.rows:
            if row > self.heading:
                account.set_aside_row(row, "not_explained")
        for row in (self.heading, *self._filled()):
            account.use_row(row)
        return account.close(SheetKind.FINDINGS, "outside_table")

    def _filled(self) -> Iterator[int]:
        """The rows below the heading in which somebody wrote why; a dash says nothing."""
        note = self.columns[record.FINDINGS_NOTE]
        rows = (row for row, column in self.grid.filled() if column == note and row > self.heading)
        return (row for row in rows if not is_dash(self.grid.at(row, note).text))


def _left(grids: Sequence[Grid], reason: str, year: str) -> FindingsRead:
    """One note for the workbook, of which nothing is read."""
    problem = Problem(Trouble.IGNORED, Place(grids[0].file), reason, {"year": year or "–"})
    uses = tuple(unused(grid, SheetKind.FINDINGS, reason) for grid in grids)
    return FindingsRead((), (problem,), uses)


def _beside(grid: Grid) -> SheetUse:
    """The account of a sheet without a table: `_akmplan` is used, somebody's own is not."""
    spots = grid.filled() if grid.name == record.SHEET else ()
    return taken_from(grid, SheetKind.FINDINGS, spots, "other_sheet")


def _overwritten(cells: HelperRow, items: frozenset[str]) -> str | None:
    """The hidden column whose cell does not say what was written there."""
    text = {name: cell.text for name, cell in cells.items()}
    is_item = text["item"] in items or _ITEM.fullmatch(text["item"])
    faults = (
        (not _CODE.fullmatch(text["code"]), "code"),
        (text["item"] and not is_item, "item"),
        (text["period"] and not period_from_code(text["period"]), "period"),
        (text["cell"] and not _CELL.fullmatch(text["cell"]), "cell"),
        (text["cell"] and not text["sheet"], "sheet"),
        (text["sheet"] and not text["file"], "file"),
        *((_has_no_value(cells[name]), name) for name in ("indicator", "found", "file", "sheet")),
    )
    return next((name for is_wrong, name in faults if is_wrong), None)


def _has_no_value(cell: Cell) -> bool:
    return cell.kind in _NO_VALUES


def _explanation(cells: HelperRow) -> Explanation:
    found = found_in(cells["found"])
    item, indicator, period, sheet, cell = (
        cells[name].text or None for name in ("item", "indicator", "period", "sheet", "cell")
    )
    return Explanation(
        cells[record.FINDINGS_NOTE].place,
        item,
        indicator,
        cells["code"].text,
        period,
        "" if found is None else str(found),
        cells["found"],
        cells[record.FINDINGS_NOTE].text,
        cells["code"],
        finding_at=Place(cells["file"].text, sheet, cell),
    )
