"""Helper workbooks beside a plan: known by their hidden sheet, each for one year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from akmplan.layout import record
from akmplan.loading.helpers.tables import find_helper
from akmplan.loading.known_sheets import form_of, value_of
from akmplan.model import Workbook
from akmplan.workbooks import UnreadableFile, list_files, read_workbook


@dataclass(frozen=True, slots=True)
class HelperWorkbook:
    """`file` relative to the input folder; `kinds`: the names of the sheets that it has."""

    file: str
    kinds: frozenset[str]


def helper_workbooks(folder: Path, year: int) -> tuple[HelperWorkbook, ...]:
    """Those in a folder that are for the year; what cannot be read is none."""
    return tuple(_helpers(folder, year)) if folder.is_dir() else ()


def helper_kinds(workbook: Workbook) -> frozenset[str]:
    """The helper sheets that stand in a workbook, by the names of their kinds."""
    found = map(find_helper, workbook.grids)
    return frozenset(helper.layout.name for helper in found if helper)


def _helpers(folder: Path, year: int) -> Iterator[HelperWorkbook]:
    for found in list_files(folder).workbooks:
        try:
            workbook = read_workbook(found.path, found.file)
        except UnreadableFile:
            continue
        if form_of(workbook) == record.HELPER_FORM and _year_of(workbook) == str(year):
            yield HelperWorkbook(found.file, helper_kinds(workbook))


def _year_of(workbook: Workbook) -> str:
    grid = next(one for one in workbook.grids if one.name == record.SHEET)
    return value_of(grid, "year")
