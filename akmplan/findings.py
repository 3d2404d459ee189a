"""Findings, and the rules that make them: one type of each, and the engine that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from akmplan.figures import Ledger
from akmplan.language import Message
from akmplan.model import Cell, Explanation, Number, Place, Year, position

Found = int | Number | str | None


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields: the cell to be mended, what stands there, what it would have to be."""

    place: Place | None
    message: Message
    item: str | None = None
    indicator: str | None = None
    period: str | None = None
    found: Found = None
    expected: Found = None
    also: tuple[tuple[Place, Found], ...] = ()
    severity: Severity | None = None  # where the staff's own rule says another than the code's


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house. `why` is its function's docstring."""

    code: str
    severity: Severity
    title: Message
    check: Callable[[Case], Iterable[Hit]]

    @property
    def why(self) -> Message:
        return Message(" ".join((self.check.__doc__ or "").split()))


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its rule's code and severity, and the explanation that lets it stand."""

    code: str
    severity: Severity
    hit: Hit
    explanation: Explanation | None = None

    @property
    def place(self) -> Place | None:
        return self.hit.place

    @property
    def unexplained_error(self) -> bool:
        return self.severity is Severity.ERROR and self.explanation is None


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at. `ledger` is None where there is no plan; `made` are the findings
    of the other rules, for the one that looks at them."""

    year: Year
    ledger: Ledger | None
    today: date
    made: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """The order of findings: file, sheet as in the workbook, row, column, code."""

    sheets: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, year: Year) -> Order:
        listed = ((file.file, sheet.name) for file in year.inputs for sheet in file.sheets)
        return cls({name: index for index, name in enumerate(listed)})

    def key(self, finding: Finding) -> tuple[object, ...]:
        place = finding.place
        if place is None:
            return (1, "", 0, (0, 0), finding.code, finding.hit.period or "")
        sheet = self.sheets.get((place.file, place.sheet or ""), -1)
        where = (place.file.casefold(), sheet, position(place.cell))
        return (0, *where, finding.code)


def judged(rules: Iterable[Rule], case: Case) -> Iterator[Finding]:
    """All that the rules find, one finding a code, cell and indicator."""
    for rule in rules:
        seen: set[tuple[object, ...]] = set()
        for hit in rule.check(case):
            key = (hit.place, hit.item, hit.indicator, hit.period)
            if hit.place is None or key not in seen:
                seen.add(key)
                yield Finding(rule.code, hit.severity or rule.severity, hit)


def found_in(cell: Cell) -> Found:
    """What stands in a cell: a whole number as such, else the text as typed."""
    if cell.is_empty:
        return None
    return plain(cell.number) if cell.number is not None else cell.text


def plain(number: Number | None) -> Found:
    """Integers where whole, else a string."""
    if number is None or isinstance(number, int):
        return number
    return int(number) if number == int(number) else str(number)
