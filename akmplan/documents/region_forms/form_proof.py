"""A finished form is read again by the reader of input workbooks, and held against what was meant:
in its marked cells what was to be printed, in all others what stood there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from akmplan.documents.region_forms.blank_form import Form
from akmplan.documents.region_forms.form_cells import Spot
from akmplan.documents.region_forms.form_entries import Entry
from akmplan.model import Cell, CellKind, Grid, Number
from akmplan.office.proof import hold, listed
from akmplan.workbooks.payloads import exact
from akmplan.workbooks.workbook import workbook_from

Values = dict[str, str | Number]


def prove(
    content: bytes, form: Form, entries: Iterable[Entry], computed: Mapping[str, frozenset[Spot]]
) -> None:
    """Raises NotAsMeant where a sheet says anything but what it had to say. `computed`: the cells
    that Excel works out, by sheet."""
    meant: dict[str, Values] = {}
    for entry in entries:
        place = entry.marked.cell.place
        meant.setdefault(place.sheet or "", {})[place.cell or ""] = _meant(entry)
    finished = {grid.name: grid for grid in workbook_from(content, form.file).grids}
    for blank in form.grids:
        left_out = computed.get(blank.name, frozenset())
        said = {**_values(blank, left_out), **meant.get(blank.name, {})}
        stands = _values(finished[blank.name], left_out)
        hold(blank.name, listed(_filled(said)), listed(stands))


def _meant(entry: Entry) -> str | Number:
    if entry.number is None:
        return entry.text
    number = _as_stored(entry.number)
    look = entry.marked.style.format.section_for(number)
    return look.text_of(number) if look.disguises(number) else number


def _values(grid: Grid, left_out: frozenset[Spot]) -> Values:
    cells = ((spot, cell) for spot, cell in grid.cells.items() if spot not in left_out)
    return _filled({cell.place.cell or "": _value(cell) for _, cell in cells})


def _value(cell: Cell) -> str | Number:
    is_number = cell.kind is CellKind.NUMBER and cell.number is not None
    return _as_stored(cell.number) if is_number and cell.number is not None else cell.text


def _filled(values: Values) -> Values:
    """Cells of nothing but spaces are blank to the reader."""
    return {
        cell: value
        for cell, value in values.items()
        if not (isinstance(value, str) and not value.strip())
    }


def _as_stored(number: Number) -> Number:
    """Workbooks keep fifteen digits."""
    return exact(float(number))
