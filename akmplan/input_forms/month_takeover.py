"""The contents of one filled month, each at its place in the new sheet, as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from akmplan.input_forms.month_lines import PAIR_NOTE, Line
from akmplan.input_forms.month_matches import Match, alike
from akmplan.input_forms.month_tabs import ENTERED, NAME, NOTE, Tab, TabRow
from akmplan.input_forms.month_texts import FIRST_ROW, FREE_ROW, HEAD_ROW, is_own_spot, is_own_text
from akmplan.model import Cell, CellKind, Place, position

Spot = tuple[int, int]  # row and column of a sheet, from 1
_ARITHMETIC: Final = re.compile(r"[\d+\-*/().,\s]+")


class Why(StrEnum):
    """Why something stays in the old workbook, or is to be looked at in the new one."""

    NOT_IN_PLAN = "not_in_plan"
    OTHER_SERVICE = "other_service"
    OTHER_NAME = "other_name"
    TWICE = "twice"
    NO_PLACE = "no_place"
    NO_VALUE = "no_value"
    STRUCK = "struck"
    FORMULA = "formula"
    SHOWN = "shown"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell, or a comment on one, of the old workbook; `number` and `name` are those of its row,
    blank outside the table."""

    place: Place
    text: str
    why: Why
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What is typed into a cell of the new sheet. `formula` only where it is mere arithmetic."""

    cell: Cell
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedTab:
    """By the places of the new sheet."""

    cells: Mapping[Spot, Carried] = field(default_factory=dict)
    comments: Mapping[Spot, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one month hands on, what of its matched rows and remarks it cannot, and what is to be
    looked at."""

    carried: CarriedTab
    left: tuple[Entry, ...]
    doubtful: tuple[Entry, ...]


@dataclass(slots=True)
class _Hands:
    tab: Tab
    cells: dict[Spot, Carried] = field(default_factory=dict)
    comments: dict[Spot, str] = field(default_factory=dict)
    left: list[Entry] = field(default_factory=list)
    doubtful: list[Entry] = field(default_factory=list)

    def comment(self, spot: Spot, text: str) -> None:
        """Beside another that goes to the same cell."""
        there = self.comments.get(spot)
        self.comments[spot] = f"{there}\n\n{text}" if there else text

    def take(self, cell: Cell, spot: Spot, row: TabRow | None) -> None:
        """A cell to its new place, or to what is left where that would change what it says."""
        formula = self.tab.extras.formulas.get(cell.place.cell or "")
        stays = _stays(cell, formula, row)
        if stays:
            self.left.append(_entry(cell.place, cell.text, stays, row))
            return
        is_sum = formula is not None and _ARITHMETIC.fullmatch(formula) is not None
        self.cells[spot] = Carried(cell, formula if is_sum else None)
        doubt = Why.SHOWN if cell.kind is CellKind.DISGUISED else Why.FORMULA
        if cell.kind is CellKind.DISGUISED or (formula is not None and not is_sum):
            self.doubtful.append(_entry(cell.place, cell.text, doubt, row))


def entries_in(tab: Tab, row: TabRow, why: Why, line: Line | None = None) -> Iterator[Entry]:
    """All that people entered in a row of the table; `line`: what the plan has for it."""
    for cell in _entered(tab, row):
        yield _entry(cell.place, cell.text, why, row)
    for place, text in _comments_of(tab, row, line):
        yield _entry(place, text, why, row)


def carried_tab(tab: Tab, matched: Iterable[Match], lines: Sequence[Line]) -> Taken:
    """One month's figures, accounts and remarks."""
    hands = _Hands(tab)
    for match in matched:
        _take_row(hands, match, lines[match.line])
    _take_remarks(hands, len(lines))
    carried = CarriedTab(hands.cells, hands.comments)
    return Taken(carried, tuple(hands.left), tuple(hands.doubtful))


def _take_row(hands: _Hands, match: Match, line: Line) -> None:
    new = FIRST_ROW + match.line
    for cell in _entered(hands.tab, match.row):
        hands.take(cell, (new, cell.column), match.row)
    for place, text in _comments_of(hands.tab, match.row, line):
        _, column = position(place.cell)
        with_note = column == NAME and line.note and line.note not in text
        hands.comment((new, column), f"{text}\n\n{line.note}" if with_note else text)


def _entered(tab: Tab, row: TabRow) -> list[Cell]:
    """What stands in the columns that are filled in, and in those that people added."""
    cells = [tab.cell(row, column) for column in (*ENTERED, *range(NOTE + 1, tab.width + 1))]
    return [cell for cell in cells if cell.kind is not CellKind.BLANK]


def _comments_of(tab: Tab, row: TabRow, line: Line | None) -> Iterator[tuple[Place, str]]:
    for place, text in _comments(tab):
        at, column = position(place.cell)
        if at == row.row and not (column == NAME and line and _is_note(text, line)):
            yield place, text


def _comments(tab: Tab) -> Iterator[tuple[Place, str]]:
    for cell, text in tab.extras.comments.items():
        yield Place(tab.grid.file, tab.grid.name, cell), text


def _is_note(text: str, line: Line) -> bool:
    """Whether a comment is as it is written here, maybe under an older № or title, and nothing of
    people's own stands in it."""
    first, _, rest = text.rstrip().partition("\n")
    title = first.partition(". ")[2]
    return bool(line.note) and rest in ("", PAIR_NOTE) and alike(title, line.item.title)


def _stays(cell: Cell, formula: str | None, row: TabRow | None) -> Why | None:
    if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
        return Why.NO_VALUE
    if cell.is_struck_out:
        return Why.STRUCK
    return Why.NO_PLACE if formula is not None and row is None else None


def _entry(place: Place, text: str, why: Why, row: TabRow | None) -> Entry:
    return Entry(place, text, why, *((row.number, row.name) if row else ()))


def _take_remarks(hands: _Hands, count: int) -> None:
    """Words and comments of people's own above, beside and below the table."""
    tab, rows = hands.tab, {row.row for row in hands.tab.rows}
    for spot in tab.grid.filled():
        cell = tab.grid.at(*spot)
        if spot[0] not in rows and not is_own_text(tab, cell):
            _take_remark(hands, cell, count)
    for place, text in _comments(tab):
        row, column = position(place.cell)
        new = _new_row(tab, row, count)
        if row not in rows and new:
            hands.comment((new, column), text)
        elif row not in rows:
            hands.left.append(_entry(place, text, Why.NO_PLACE, None))


def _take_remark(hands: _Hands, cell: Cell, count: int) -> None:
    new = _new_row(hands.tab, cell.row, count)
    is_taken = new is not None and new < FIRST_ROW and is_own_spot(new, cell.column)
    if new is None or is_taken:
        hands.left.append(_entry(cell.place, cell.text, Why.NO_PLACE, None))
    else:
        hands.take(cell, (new, cell.column), None)


def _new_row(tab: Tab, row: int, count: int) -> int | None:
    """The row of the new sheet that stands where an old one stood; None where none does."""
    if row > tab.last:
        return FIRST_ROW + count - 1 + row - tab.last
    if row >= tab.heading:
        return FIRST_ROW - 1 if row == tab.heading else None
    first_free = tab.head + (FREE_ROW - HEAD_ROW)
    if row < first_free:
        return max(0, row - tab.head + HEAD_ROW) or None
    free = {at for at, _ in tab.grid.filled() if first_free <= at < tab.heading}
    return FREE_ROW if free <= {row} else None
