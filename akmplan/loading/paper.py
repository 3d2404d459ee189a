"""A finished paper back into figures, by its hidden sheet. Nothing in it is taken on trust."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from akmplan.layout import record
from akmplan.messages import Message, say
from akmplan.model import (
    Cell,
    CellKind,
    FinishedPaper,
    Grid,
    Number,
    PaperFigure,
    PaperSource,
    Period,
    Place,
    State,
    period_from_code,
)
from akmplan.workbooks import read_workbook

_MONTHS = re.compile(r"\d{1,2}/\d{1,2}")
_DECIMAL = re.compile(r"-?\d{1,20}(?:\.\d{1,20})?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # nothing for a terminal
_STATES = {state.value: state for state in State}


class NoPaper(Exception):  # noqa: N818 - it names what was met, not a fault of ours
    """A workbook that is no finished paper; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def load_paper(path: Path) -> FinishedPaper:
    """The paper in that file. Raises UnreadableFile or NoPaper."""
    file = path.as_posix()
    grids = read_workbook(path, file).grids
    grid = next((grid for grid in grids if grid.name == record.SHEET), None)
    if grid is None:
        message = say(
            "“{file}” is no paper made by akmplan: it has no sheet “{sheet}”. Give a workbook of "
            "the output folder, such as 2026-1-chorak/viloyat-akm.xlsx.",
            file=file,
            sheet=record.SHEET,
        )
        raise NoPaper(message)
    top, keys = _keys(grid)
    return FinishedPaper(
        draft=keys["status"].text != record.FINAL,
        centre=_text(keys["centre"]),
        period=_period(keys["period"]),
        recipient=_text(keys["recipient"]),
        figures=tuple(_figure(grid, row) for row in range(top + 1, grid.last_row + 1)),
    )


def _keys(grid: Grid) -> tuple[int, Mapping[str, Cell]]:
    """The row that heads the table, and what stands above it by its keys."""
    top = next((row for row in range(1, grid.last_row + 1) if _heads(grid, row)), None)
    if top is None:
        _refuse(grid.at(1, 1))
    keys = {grid.at(row, 1).text: grid.at(row, 2) for row in range(1, top)}
    for name in record.KEYS:
        if name not in keys:
            _refuse(grid.at(1, 1))
    known = keys["form"].text in (record.FORM, record.FILLED_FORM)
    if not known or keys["version"].number != record.VERSION:
        _refuse(keys["version"])
    return top, keys


def _heads(grid: Grid, row: int) -> bool:
    columns = range(1, len(record.COLUMNS) + 1)
    return tuple(grid.at(row, column).text for column in columns) == record.COLUMNS


def _period(cell: Cell) -> Period:
    return period_from_code(cell.text) or _refuse(cell)


def _figure(grid: Grid, row: int) -> PaperFigure:
    cells = {name: grid.at(row, column) for column, name in enumerate(record.COLUMNS, 1)}
    if cells["item"].is_empty:
        _refuse(cells["item"])
    if not _MONTHS.fullmatch(cells["months"].text):
        _refuse(cells["months"])
    return PaperFigure(
        item=_text(cells["item"]),
        indicator=_text(cells["indicator"]) or None,
        unit=_text(cells["unit"]) or None,
        target=_number(cells["target"]),
        target_state=_state(cells["target_state"]),
        value=_number(cells["value"]),
        state=_state(cells["state"]),
        months=cells["months"].text,
        year_to_date=_number(cells["year_to_date"]),
        sources=tuple(_sources(grid, row)),
    )


def _text(cell: Cell) -> str:
    return _refuse(cell) if _CONTROL.search(cell.text) else cell.text


def _number(cell: Cell) -> Number | None:
    if not cell.is_empty and cell.kind is not CellKind.NUMBER:
        _refuse(cell)
    return cell.number


def _state(cell: Cell) -> State:
    return _STATES.get(cell.text) or _refuse(cell)


def _sources(grid: Grid, row: int) -> Iterator[PaperSource]:
    """A long list goes on in the cells to the right."""
    for column in range(len(record.COLUMNS), grid.last_column + 1):
        cell = grid.at(row, column)
        if not cell.is_empty:
            yield from _listed(cell)


def _listed(cell: Cell) -> Iterator[PaperSource]:
    try:
        listed = json.loads(cell.text)
    except (ValueError, RecursionError):
        _refuse(cell)
    if not isinstance(listed, list):
        _refuse(cell)
    for one in listed:
        match one:
            case [str(file), str(sheet), str(coordinate), value] if not _CONTROL.search(
                file + sheet + coordinate
            ):
                yield PaperSource(Place(file, sheet, coordinate), _plain(value, cell))
            case _:
                _refuse(cell)


def _plain(value: object, cell: Cell) -> Number:
    """Whole numbers stand as such, others as text, so that no digit is lost."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    return _refuse(cell)


def _refuse(cell: Cell) -> NoReturn:
    message = say(
        "“{file}” is no paper that this akmplan can read: its sheet “{sheet}” is not as akmplan "
        "writes it (cell {cell}). Take the paper as it was built.",
        file=cell.place.file,
        sheet=record.SHEET,
        cell=cell.place.cell,
    )
    raise NoPaper(message)
