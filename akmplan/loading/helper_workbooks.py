"""Workbooks that hold helper sheets and nothing else, each of one year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from akmplan.layout import record
from akmplan.loading.account import Account
from akmplan.loading.heading_columns import year_in
from akmplan.loading.helpers.tables import HelperSheet
from akmplan.loading.known_sheets import KnownSheet, value_cell
from akmplan.model import Problem, SheetKind, SheetUse, Trouble


@dataclass(frozen=True, slots=True)
class HelperWorkbook:
    """A workbook that says on its sheet `_akmplan`, the `record`, that it holds helper sheets.

    `year` is None where it says none and plans of several years, or of none, are there.
    """

    record: KnownSheet
    sheets: tuple[KnownSheet, ...]
    year: int | None

    @property
    def file(self) -> str:
        return self.record.workbook.file

    @property
    def helpers(self) -> Iterator[HelperSheet]:
        return (sheet.helper for sheet in self.sheets if sheet.helper)

    @property
    def without_year(self) -> Problem:
        """What is wrong where it says no year: at the cell in which it is to be written."""
        cell = value_cell(self.record.grid, "year")
        place = cell.place if cell else self.record.place
        found = cell.text if cell and not cell.is_empty else None
        details = {"file": self.file, "sheet": record.SHEET}
        return Problem(Trouble.HELPER_ROW, place, "no_year", details, found)

    def record_use(self) -> SheetUse:
        """The account of `_akmplan`."""
        account = Account(self.record.grid)
        for key in ("form", "year"):
            cell = value_cell(self.record.grid, key)
            if cell:
                account.use_row(cell.row)
        return account.close(SheetKind.HELPER, "outside_table")


def helper_workbooks(
    sheets: Iterable[KnownSheet], years: Collection[int]
) -> tuple[HelperWorkbook, ...]:
    """Those among the sheets of a folder that has plans of these years. One that says no year is
    of the only plan's."""
    by_file: dict[str, list[KnownSheet]] = {}
    for sheet in sheets:
        if sheet.kind is SheetKind.HELPER:
            by_file.setdefault(sheet.workbook.file, []).append(sheet)
    return tuple(
        HelperWorkbook(sheet, tuple(own), _year(sheet, years))
        for own in by_file.values()
        for sheet in own
        if sheet.grid.name == record.SHEET
    )


def _year(sheet: KnownSheet, years: Collection[int]) -> int | None:
    cell = value_cell(sheet.grid, "year")
    only = next(iter(years)) if len(years) == 1 else None
    return (year_in(cell.text) if cell else None) or only
