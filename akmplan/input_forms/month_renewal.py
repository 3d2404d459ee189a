"""What an up-to-date monthly workbook takes over from a filled one, and what it cannot take."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from akmplan.input_forms.month_lines import Line, lines_of
from akmplan.input_forms.month_matches import Fit, Match, matches
from akmplan.input_forms.month_tabs import ENTERED, TARGET, UNIT, Tab, TabRow, code_key
from akmplan.input_forms.month_takeover import CarriedTab, Entry, Why, carried_tab, entries_in
from akmplan.model import Cell, CellKind, Number, Place, Plan, Service
from akmplan.words.units import same_unit
from akmplan.words.wording import squeeze

_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Moved:
    """A row whose figures go on under another № or name, and what they are."""

    number: str
    name: str
    line: Line
    figures: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit or a yearly plan that is another in the plan."""

    item: str
    name: str
    column: int
    old: str
    new: Number | str


@dataclass(frozen=True, slots=True)
class Renewal:
    """All that an up-to-date workbook differs in. `left` stays in the old one alone, `doubtful`
    was carried over and is to be looked at."""

    tabs: Mapping[int, CarriedTab]
    gained: tuple[Line, ...] = ()
    gone: tuple[tuple[str, str, str, str], ...] = ()  # №, name, unit, yearly plan
    moved: tuple[Moved, ...] = ()
    changed: tuple[Changed, ...] = ()
    left: tuple[Entry, ...] = ()
    doubtful: tuple[Entry, ...] = ()

    @property
    def is_needed(self) -> bool:
        return bool(self.gained or self.gone or self.moved or self.changed)


@dataclass(frozen=True, slots=True)
class _Compared:
    """One month against the plan's lines."""

    tab: Tab
    matched: tuple[Match, ...]
    lines: tuple[Line, ...]
    others: tuple[Line, ...]

    @property
    def unmatched(self) -> tuple[TabRow, ...]:
        known = {match.row for match in self.matched}
        return tuple(row for row in self.tab.rows if row not in known)

    @property
    def gained(self) -> Iterator[int]:
        """The lines, by their place, that have no row."""
        known = {match.line for match in self.matched}
        return (at for at in range(len(self.lines)) if at not in known)


def renewal_of(tabs: Sequence[Tab], plan: Plan, service: Service) -> Renewal:
    """A filled workbook against the plan as it stands."""
    lines = lines_of(plan, service)
    every = (Line(item, indicator) for item in plan.items for indicator in item.indicators)
    others = tuple(line for line in every if line not in lines)
    months = [_compared(tab, lines, others) for tab in tabs]
    taken = [carried_tab(month.tab, month.matched, lines) for month in months]
    gone = (entry for month in months for row in month.unmatched for entry in _left(month, row))
    left = (*gone, *(entry for own in taken for entry in own.left))
    return Renewal(
        {one.tab.month: own.carried for one, own in zip(months, taken, strict=True)},
        tuple(lines[at] for at in sorted({at for month in months for at in month.gained})),
        _distinct(_words(month.tab, row) for month in months for row in month.unmatched),
        tuple(_moved(months, {entry.place for entry in left})),
        _distinct(change for month in months for change in _changed(month)),
        left,
        tuple(entry for own in taken for entry in own.doubtful),
    )


def _compared(tab: Tab, lines: tuple[Line, ...], others: tuple[Line, ...]) -> _Compared:
    def is_blank(row: TabRow) -> bool:
        return all(tab.cell(row, column).is_empty for column in ENTERED)

    return _Compared(tab, matches(tab.rows, lines, others, is_blank), lines, others)


def _distinct(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _words(tab: Tab, row: TabRow) -> tuple[str, str, str, str]:
    unit, target = (tab.cell(row, column).text for column in (UNIT, TARGET))
    return row.number, row.name, unit, target


def _left(month: _Compared, row: TabRow) -> Iterator[Entry]:
    """What stands in a row that the new workbook has no place for."""
    return entries_in(month.tab, row, _why(month, row))


def _why(month: _Compared, row: TabRow) -> Why:
    own = [line for line in month.lines if code_key(line.item.code) == row.code]
    if any(squeeze(line.name) == squeeze(row.name) for line in own):
        return Why.TWICE
    elsewhere = [line for line in month.others if code_key(line.item.code) == row.code]
    if any(squeeze(line.name) == squeeze(row.name) for line in elsewhere):
        return Why.OTHER_SERVICE
    return Why.OTHER_NAME if own or elsewhere else Why.NOT_IN_PLAN


def _moved(months: Iterable[_Compared], left: Collection[Place]) -> Iterator[Moved]:
    """Rows whose № or name is another, each with its figures of all months that go on there."""
    found: dict[tuple[str, str, int], list[Entry]] = {}
    lines: tuple[Line, ...] = ()
    for month in months:
        lines = month.lines
        for match in month.matched:
            if match.fit is not Fit.SAME:
                key = (match.row.number, match.row.name, match.line)
                line = lines[match.line]
                moved = entries_in(month.tab, match.row, Why.MOVED, line)
                found.setdefault(key, []).extend(moved)
    for (number, name, at), entries in found.items():
        going_on = tuple(entry for entry in entries if entry.place not in left)
        yield Moved(number, name, lines[at], going_on)


def _changed(month: _Compared) -> Iterator[Changed]:
    for match in month.matched:
        line = month.lines[match.line]
        unit, target = month.tab.cell(match.row, UNIT), month.tab.cell(match.row, TARGET)
        if not same_unit(unit.text, line.unit):
            yield Changed(line.item.code, line.name, UNIT, unit.text, line.unit)
        if not _is_number(target, line.target):
            yield Changed(line.item.code, line.name, TARGET, target.text, line.target)


def _is_number(cell: Cell, wanted: Number | str) -> bool:
    if cell.kind is CellKind.NUMBER and not isinstance(wanted, str):
        return cell.number == wanted
    return cell.text.strip() == str(wanted).strip()
