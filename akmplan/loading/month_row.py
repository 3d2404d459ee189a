"""The rows of a monthly sheet: each № to its item, each name to its indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from akmplan.layout.sheets import TOTAL_WORDS
from akmplan.loading.account import Account
from akmplan.loading.headings import Heading
from akmplan.loading.sources import Problems
from akmplan.model import (
    MISSING,
    Cell,
    CellKind,
    Grid,
    Indicator,
    Method,
    MonthRow,
    Plan,
    PlanItem,
    Quantity,
    State,
    Trouble,
    Value,
)
from akmplan.words.item_codes import Codes, ItemCode, code_at, is_numbered, read_code
from akmplan.words.quantity import read_count, read_mean, read_quantity
from akmplan.words.wording import seen, squeeze, words

_FIELDS = ("number", "name", "unit", "target", "actual", "to_date", "note")


class ItemFinder:
    """Finds the plan's item for a № as typed: `IV.12`, or `12` where only one item has it."""

    def __init__(self, plan: Plan) -> None:
        self._by_code = {item.code: item for item in plan.items}
        self._codes = Codes(item.code for item in plan.items)

    def find(self, typed: str) -> PlanItem | None:
        return self._meant(read_code(typed))

    def subject(self, typed: str) -> tuple[PlanItem, str | None] | None:
        """`IV.11`, or `IV.11.` with an indicator's name behind it."""
        item = self.find(typed)
        if item:
            return item, None
        text = seen(typed)
        code = code_at(text, 0)
        head, _, last = text.rpartition(".")
        readings = [(self.find(head), last)]
        if code and text[code.end : code.end + 1] == ".":
            readings.append((self._meant(code), text[code.end + 1 :]))
        found = ((item, _of_name(item, name)) for item, name in readings if item)
        return next(((item, one.name) for item, one in found if one), None)

    def _meant(self, code: ItemCode | None) -> PlanItem | None:
        meant = self._codes.meant(code) if code else None
        return self._by_code[meant] if meant else None


def _of_name(item: PlanItem, typed: str) -> Indicator | None:
    """The indicator of exactly that name, however it is spelt."""
    named = (indicator for indicator in item.indicators if indicator.name)
    return next((one for one in named if squeeze(one.name or "") == squeeze(typed)), None)


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row's cells, with the filled № that it stands under."""

    number: Cell
    name: Cell
    unit: Cell
    target: Cell
    actual: Cell
    to_date: Cell
    note: Cell

    @property
    def empty(self) -> bool:
        return all(cell.is_empty for cell in (self.actual, self.to_date, self.target))


def read_rows(
    grid: Grid, heading: Heading, finder: ItemFinder, account: Account, problems: Problems
) -> tuple[MonthRow, ...]:
    """All rows below the heading; a row that is none of the table's is named or set aside."""
    rows: list[MonthRow] = []
    number = grid.at(heading.bottom, heading.columns["number"])
    started = False
    for row in range(heading.bottom + 1, grid.last_row + 1):
        cells = _cells(grid, heading, row)
        if not _own(cells):
            continue
        if not cells.number.is_empty:
            number, started = cells.number, True
        item = finder.find(number.text) if started else None
        if not started or _is_no_entry(cells, item):
            _leave(row, cells, account, problems)
            continue
        rows.extend(_entries(replace(cells, number=number), finder, problems))
        account.use(*_own(cells))
    return _without_answered_blanks(rows)


def _without_answered_blanks(rows: list[MonthRow]) -> tuple[MonthRow, ...]:
    """Where one cell answers for all indicators of an item, their blank rows say nothing; nor
    does a blank row for all of them where they have rows of their own."""
    cells = Counter(row.actual.place for row in rows)
    shared = [row for row in rows if cells[row.actual.place] > 1]
    own = {row.key for row in rows if cells[row.actual.place] == 1}
    answered = {row.key for row in shared if not row.actual.is_empty}

    def says_nothing(row: MonthRow) -> bool:
        elsewhere = own if cells[row.actual.place] > 1 else answered
        return row.actual.is_empty and row.key in elsewhere

    return tuple(row for row in rows if not says_nothing(row))


def _cells(grid: Grid, heading: Heading, row: int) -> _Cells:
    def cell(name: str) -> Cell:
        column = heading.columns.get(name)
        if column is None:
            return replace(grid.at(row, 1), kind=CellKind.ABSENT, text="", number=None)
        return grid.at(row, column)

    return _Cells(*(cell(name) for name in _FIELDS))


def _own(cells: _Cells) -> list[Cell]:
    listed = (cells.number, cells.name, cells.unit, cells.target)
    return [
        cell for cell in (*listed, cells.actual, cells.to_date, cells.note) if not cell.is_empty
    ]


def _is_no_entry(cells: _Cells, item: PlanItem | None) -> bool:
    """A row of totals, or words under the table: no № of its own, and no figure to answer for.
    A blank № under a filled one repeats it where the row names an indicator of that item."""
    if _is_totals(cells):
        return True
    if cells.number.is_empty:
        named = item is not None and _named(item, cells.name.text) is not None
        return not named and cells.actual.is_empty and cells.unit.is_empty
    return cells.empty and not is_numbered(cells.number.text)


def _is_totals(cells: _Cells) -> bool:
    """`Jami`, `Oy davomida jami`: sums of the diary, not rows to be added."""
    label = cells.name if cells.number.is_empty else cells.number
    return bool(set(words(label.text)[-1:]) & TOTAL_WORDS)


def _leave(row: int, cells: _Cells, account: Account, problems: Problems) -> None:
    totals = _is_totals(cells)
    if totals or cells.actual.is_empty:
        account.set_aside_row(row, "totals_row" if totals else "below_table")
        return
    account.set_aside_row(row, "row_unclear")
    problems.add(Trouble.ROW, cells.number.place, "month_row")


def _entries(cells: _Cells, finder: ItemFinder, problems: Problems) -> Iterable[MonthRow]:
    item = finder.find(cells.number.text)
    if item is None:
        yield _row(cells, None, None, 0, 1)
    elif len(item.indicators) == 1:
        yield _row(cells, item, item.indicators[0], 0, 1)
    elif indicator := _named(item, cells.name.text):
        yield _row(cells, item, indicator, 0, 1)
    elif _speaks_for_all(cells, item):
        for index, one in enumerate(item.indicators):
            yield _row(cells, item, one, index, len(item.indicators))
    elif not cells.actual.is_empty:
        problems.add(
            Trouble.ROW, cells.name.place, "indicator", item=item.code, name=cells.name.text
        )


def _named(item: PlanItem, typed: str) -> Indicator | None:
    """The indicator of that name; a beginning serves where only one begins so. A text that holds
    every name is the item's own."""
    wanted = squeeze(typed)
    names = [squeeze(indicator.name or "") for indicator in item.indicators]
    exact = [one for one, name in zip(item.indicators, names, strict=True) if name == wanted]
    if exact or not wanted or all(name in wanted for name in names):
        return exact[0] if exact else None
    alike = [
        indicator
        for indicator in item.indicators
        if _ends_alike(squeeze(indicator.name or ""), wanted)
    ]
    return alike[0] if len(alike) == 1 else None


def _ends_alike(name: str, wanted: str) -> bool:
    return len(name) > 2 and (wanted.endswith(name) or name.startswith(wanted))


def _speaks_for_all(cells: _Cells, item: PlanItem) -> bool:
    """A row that names none of the indicators: it has no name or the item's own, nothing could
    name them (`a` and `b`), or it gives one value for each in one cell, as `2/350`."""
    named = squeeze(cells.name.text)
    is_items = squeeze(item.cells.title.text).startswith(named) or item.indicators[0].name == "a"
    values = read_count(cells.actual).values
    return is_items or len(values) == len(item.indicators) or _is_nothing(values)


def _is_nothing(values: tuple[Value, ...]) -> bool:
    return len(values) == 1 and (values[0].state is State.NA or values[0].reported == 0)


def _row(
    cells: _Cells, item: PlanItem | None, indicator: Indicator | None, index: int, count: int
) -> MonthRow:
    is_mean = indicator is not None and indicator.method is Method.MEAN
    actual, to_date = (
        read_count(cells.actual),
        (read_mean if is_mean else read_count)(cells.to_date),
    )
    target = read_quantity(cells.target)
    typed = [(cells.actual, actual), (cells.to_date, to_date), (cells.target, target)]
    return MonthRow(
        cells.number,
        cells.name,
        cells.unit,
        cells.target,
        cells.actual,
        cells.to_date,
        cells.note,
        item.code if item else None,
        indicator.name if indicator else None,
        _value(actual, index, count),
        _value(target, index, count),
        _value(to_date, index, count),
        tuple(cell for cell, quantity in typed if quantity.stored_as_text and index == 0),
    )


def _value(quantity: Quantity, index: int, count: int) -> Value:
    if not quantity.values:
        return MISSING
    if len(quantity.values) == count:
        return quantity.values[index]
    if _is_nothing(quantity.values):
        return quantity.values[0]
    text = "\n".join(value.text for value in quantity.values)
    return Value(State.UNREADABLE, None, text)
