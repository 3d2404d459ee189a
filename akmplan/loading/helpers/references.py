"""`Havolalar`: open references, each to be taken from a cell of another workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from akmplan.loading.helpers.subjects import Subjects
from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems, row_problem
from akmplan.loading.sources import hidden_figure
from akmplan.model import (
    Cell,
    Grid,
    Place,
    Plan,
    Problem,
    Reference,
    ReferenceCells,
    Value,
    position,
)
from akmplan.words.quantity import read_quantity
from akmplan.words.wording import fold

Grids = Mapping[tuple[str, str], Grid]  # by file and sheet

_CELL = re.compile(r"\$?\s*([A-Z]{1,3})\s*\$?\s*([1-9]\d{0,6})")
_LOOKS = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")  # Cyrillic letters that columns are typed in
_SOURCE = ("Fayl", "Varaq", "Katak")
_SUFFIX = re.compile(r"\.(?:xlsx|xlsm|xltx|xltm|xls|xlsb|ods)$", re.IGNORECASE)


def read_references(sheet: HelperSheet, plan: Plan, problems: RowProblems) -> Iterator[Reference]:
    """The rows that say a place; one that leaves all of it blank still waits for it."""
    subjects = Subjects(plan, problems)
    for cells in sheet.clear_rows(problems):
        subject = subjects.find(cells)
        if subject is None or all(cells[name].is_empty for name in _SOURCE):
            continue
        source = _source(cells)
        if isinstance(source, Place):
            own = ReferenceCells(cells["Fayl"], cells["Varaq"], cells["Katak"])
            yield Reference(subject[0].code, subject[1], source, own)
        else:
            problems.name(cells, source)


def _source(cells: HelperRow) -> Place | str:
    """The place that a row says, or the column in which it does not. `Reja!C7` says two."""
    sheet, mark, typed = cells["Katak"].text.rpartition("!")
    cell = _CELL.fullmatch(typed.strip().upper().translate(_LOOKS))
    if cells["Fayl"].is_empty:
        return "Fayl"
    if cell is None:
        return "Katak"
    named = cells["Varaq"].text.strip() or (sheet.strip().strip("'") if mark else "")
    file = cells["Fayl"].text.strip().replace("\\", "/")
    return Place(file, named or None, cell[1] + cell[2])


def taken(reference: Reference, grids: Grids) -> Value | Problem:
    """The one number of the cell that a reference points at, or what stands in its way."""
    files = _files(reference.source.file, grids)
    if len(files) != 1:
        why = "many_files" if files else "no_file"
        return row_problem(reference.cells.file, "Fayl", why)
    own = [grid for (file, _), grid in grids.items() if file in files]
    grid = _sheet(reference.source.sheet, own)
    if grid is None:
        return row_problem(reference.cells.sheet, "Varaq", "no_sheet")
    return _number(grid.shown_at(*position(reference.source.cell)), reference)


def out_of_sight(places: Iterable[Place], grids: Grids) -> Iterator[Problem]:
    """The first cell that was taken from each hidden row, column or sheet."""
    first: dict[tuple[str, str, str, int], Cell] = {}
    for place in places:
        grid = grids[place.file, place.sheet or ""]
        cell = grid.at(*position(place.cell))
        for about, index in _hidden_parts(grid, cell):
            first.setdefault((grid.file, grid.name, about, index), cell)
    return (hidden_figure(cell, about) for (_, _, about, _), cell in first.items())


def _hidden_parts(grid: Grid, cell: Cell) -> Iterator[tuple[str, int]]:
    if grid.hidden:
        yield "sheet", 0
    if cell.row in grid.hidden_rows:
        yield "row", cell.row
    if cell.column in grid.hidden_columns:
        yield "column", cell.column


def _number(there: Cell, reference: Reference) -> Value | Problem:
    values = read_quantity(there).values
    if len(values) == 1 and values[0].reported is not None:
        return replace(values[0], source=there.place)
    problem = row_problem(reference.cells.cell, "Katak", "no_number")
    return replace(problem, details={**problem.details, "there": there.text})


def _files(wanted: str, grids: Grids) -> Sequence[str]:
    """The file of that path, else those of that name; its ending may be left out."""
    files = list(dict.fromkeys(file for file, _ in grids))
    exact = [file for file in files if _reads_like(file, wanted)]
    return exact or [file for file in files if _reads_like(file.rpartition("/")[2], wanted)]


def _reads_like(file: str, wanted: str) -> bool:
    return fold(file) == fold(wanted) or fold(_SUFFIX.sub("", file)) == fold(wanted)


def _sheet(name: str | None, grids: Sequence[Grid]) -> Grid | None:
    """The sheet by its name, or the workbook's only one where none is named."""
    if name is None:
        return grids[0] if len(grids) == 1 else None
    exact = [grid for grid in grids if grid.name == name]
    alike = exact or [grid for grid in grids if fold(grid.name) == fold(name)]
    return alike[0] if len(alike) == 1 else None
