"""Rules on the cells of the plan's table: numbers, units, fakt and reja."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.checks.words import column_name, misleading_look, named, named_by, quantity_cells
from akmplan.findings import Case, Found, Hit, found_in, plain
from akmplan.messages import Message, say
from akmplan.model import Cell, CellKind, Plan, PlanItem, State, Value

_NO_FIGURE = (CellKind.ERROR, CellKind.UNCOMPUTED, CellKind.MOMENT)  # named by L107 and P121
_LONGEST_NUMBER = 15  # digits; what is longer is shown as typed


def number_twice(case: Case) -> Iterator[Hit]:
    """Items are named by section and number; a number used twice names two things."""
    first: dict[str, PlanItem] = {}
    for item in _items(case):
        other = first.setdefault(item.code, item)
        if other is not item:
            message = say(
                "{item}: number {number} stands twice in section {section} (first in {cell}). "
                "Give one of them its right number.",
                item=named(item),
                number=item.number,
                section=item.section,
                cell=other.cells.number.place.cell,
            )
            first_cell, cell = other.cells.number, item.cells.number
            also = ((first_cell.place, found_in(first_cell)),)
            yield Hit(cell.place, message, item.code, found=found_in(cell), also=also)


def no_unit(case: Case) -> Iterator[Hit]:
    """A number without a unit cannot be compared or reported."""
    for item in _items(case):
        unsaid = all(indicator.unit is None for indicator in item.indicators)
        if unsaid and item.cells.unit.kind is not CellKind.ABSENT and item.cells.unit.is_empty:
            message = say("{item}: the unit is not written. Write it.", item=named(item))
            yield Hit(item.cells.unit.place, message, item.code)


def number_as_unit(case: Case) -> Iterator[Hit]:
    """A number in the unit's column is a figure in the wrong place; nothing says what it means."""
    for item in _items(case):
        cell = item.cells.unit
        if not cell.is_empty and all(indicator.unit is None for indicator in item.indicators):
            message = say(
                "{item}: {number} stands in the unit's cell. Write the unit (for example "
                "“nafar”), and find out what {number} means.",
                item=named(item),
                number=cell.text,
            )
            yield Hit(cell.place, message, item.code, found=_whole(cell))


def neither_fakt_nor_reja(case: Case) -> Iterator[Hit]:
    """An item without any figure can neither be fulfilled nor reported."""
    for item in _items(case):
        cells = item.cells
        present = CellKind.ABSENT not in (cells.baseline.kind, cells.target.kind)
        nothing = cells.baseline.is_empty and cells.target.is_empty
        if present and nothing and not item.part_of:
            message = say(
                "{item}: neither fakt nor plan is written. Write the numbers, or “-” where there "
                "are none.",
                item=named(item),
            )
            yield Hit(cells.target.place, message, item.code)


def fakt_without_reja(case: Case) -> Iterator[Hit]:
    """What was done last year has no plan this year: forgotten, or meant to end?"""
    for item in _items(case):
        cell = item.cells.target
        said = any(value.state is not State.NA for value in item.baseline.values)
        if said and cell.is_empty and cell.kind is not CellKind.ABSENT:
            message = say(
                "{item}: there is a fakt ({fakt}) but no plan. Write the plan, or “-” where none "
                "is meant.",
                item=named(item),
                fakt=_listed(item.baseline.values),
            )
            yield Hit(cell.place, message, item.code)


def quantity_unclear(case: Case) -> Iterator[Hit]:
    """What cannot be read as a number is never guessed."""
    for item in _items(case):
        for _, cell, quantity in quantity_cells(item):
            if cell.kind not in _NO_FIGURE and quantity.is_unreadable:
                message = misleading_look(item, cell) or say(
                    "{item}: “{text}” is not understood as a quantity. Write a whole number, a "
                    "number on each line, or “-”.",
                    item=named(item),
                    text=_listed(quantity.values),
                )
                yield Hit(cell.place, message, item.code, found=found_in(cell))


def counts_differ(case: Case) -> Iterator[Hit]:
    """Where several indicators are named, each needs its own number; else nobody can say which
    number belongs to which."""
    for item in _items(case):
        wanted = len(item.indicators)
        for column, cell, quantity in quantity_cells(item):
            count = len(quantity.values)
            if quantity.is_unreadable or wanted == 1 or count in (0, wanted):
                continue
            if count > 1 or _half_a_pair(item, quantity.values[0]):
                yield Hit(
                    cell.place,
                    _counts_message(item, column, case, cell),
                    item.code,
                    found=found_in(cell),
                )


def two_candidates(case: Case) -> Iterator[Hit]:
    """Two numbers for one indicator: an old one was left standing, or a name is missing."""
    for item in _items(case):
        for column, cell, quantity in quantity_cells(item):
            several = len(item.indicators) == 1 and len(quantity.values) > 1
            if several and not quantity.is_unreadable:
                message = say(
                    "{item}: there are {count} numbers in the {column} ({numbers}) for one "
                    "indicator. Leave one of them; where several things are counted, give each "
                    "a name of its own.",
                    item=named(item),
                    count=len(quantity.values),
                    column=_column(column, case),
                    numbers=_listed(quantity.values),
                )
                yield Hit(cell.place, message, item.code, found=found_in(cell))


def number_as_text(case: Case) -> Iterator[Hit]:
    """A number stored as text is read, but Excel's own sums leave it out."""
    for item in _items(case):
        for _, cell, quantity in quantity_cells(item):
            if quantity.stored_as_text and not quantity.is_unreadable:
                yield _as_text(case, cell, item.code, None, quantity.values[0])
    for sheet in case.year.months:
        period = f"{case.year.year}-{sheet.month:02d}"
        for row in sheet.rows:
            values = {
                row.actual: row.value,
                row.to_date: row.to_date_value,
                row.target: row.target_value,
            }
            for cell in row.stored_as_text:
                if values[cell].reported is not None:
                    yield _as_text(case, cell, row.item, row.indicator, values[cell], period)


def moment_in_quantity(case: Case) -> Iterator[Hit]:
    """Excel makes dates out of `3/4` and `18/39`; the number that was typed is lost."""
    for item in _items(case):
        for _, cell, _ in quantity_cells(item):
            if cell.kind is CellKind.MOMENT:
                message = say(
                    "{item}: Excel has made a date or a time of this quantity ({text}). Format the "
                    "cell as text and type the numbers again.",
                    item=named(item),
                    text=cell.text,
                )
                yield Hit(cell.place, message, item.code, found=cell.text)


def _items(case: Case) -> tuple[PlanItem, ...]:
    return case.year.plan.items if case.year.plan else ()


def _plan(case: Case) -> Plan:
    assert case.year.plan is not None
    return case.year.plan


def _column(column: str, case: Case) -> Message:
    return column_name(column, _plan(case))


def _listed(values: tuple[Value, ...]) -> str:
    return ", ".join(" ".join(value.text.split()) for value in values)


def _whole(cell: Cell) -> Found:
    digits = cell.text.replace(" ", "").replace("\u00a0", "")
    whole = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER
    return int(digits) if whole else cell.text


def _half_a_pair(item: PlanItem, value: Value) -> bool:
    """One number where two measures are written as a pair elsewhere."""
    paired = item.baseline.pair or item.target.pair
    return paired and value.state is State.REPORTED


def _counts_message(item: PlanItem, column: str, case: Case, cell: Cell) -> Message:
    quantity = item.baseline if column == "baseline" else item.target
    return say(
        "{item}: {wanted} indicators are named, and the {column} has {count} numbers ({numbers}). "
        "Find out which indicator's number is missing or too many; write each number on its own "
        "line, “-” where there is none.",
        item=named(item),
        wanted=len(item.indicators),
        column=_column(column, case),
        count=len(quantity.values),
        numbers=_listed(quantity.values),
    )


def _as_text(
    case: Case,
    cell: Cell,
    item: str | None,
    indicator: str | None,
    value: Value,
    period: str | None = None,
) -> Hit:
    message = say(
        "{item}: the number {number} is stored as text. It is read as {number}; turn it into a "
        "number, so that Excel adds it too.",
        item=named_by(item, case.year.plan),
        number=value.number,
    )
    return Hit(cell.place, message, item, indicator, period, cell.text, plain(value.number))
