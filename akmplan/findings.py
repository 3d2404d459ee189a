"""Findings, and the rules that make them: one type of each, and the engine that runs them.

A rule answers *holds*, *broken* or *cannot be judged*. What is broken it yields as a `Hit`, which
becomes a finding; a rule that weighs figures also yields a `NoFault` for all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from akmplan.figures import Ledger
from akmplan.messages import Message
from akmplan.model import Answer, Cell, Explanation, Number, Place, Year, position

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
class NoFault:
    """What a rule yields where it holds, or cannot be judged because of `hindrance`."""

    item: str | None = None
    indicator: str | None = None
    period: str | None = None
    hindrance: Message | None = None

    @property
    def answer(self) -> Answer:
        return Answer.CANNOT_BE_JUDGED if self.hindrance else Answer.HOLDS


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house. `why` is its function's docstring.

    `three_answers`: it yields something for all that it weighs, be it broken or not.
    """

    code: str
    severity: Severity
    title: Message
    check: Callable[[Case], Iterable[Hit | NoFault]]
    three_answers: bool = False

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
class Answered:
    """One answer of a rule; `reason` says why it could not be judged."""

    code: str
    item: str | None
    indicator: str | None
    period: str | None
    answer: Answer
    reason: Message | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at. `ledger` is None where there is no plan; `made` are the findings
    of the other rules, for the one that looks at them; `codes` are those of all rules."""

    year: Year
    ledger: Ledger | None
    today: date
    codes: frozenset[str]
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
            if isinstance(hit, NoFault):
                continue
            key = (hit.place, hit.item, hit.indicator, hit.period)
            if hit.place is None or key not in seen:
                seen.add(key)
                yield Finding(rule.code, hit.severity or rule.severity, hit)


def answered(rules: Iterable[Rule], case: Case, findings: Iterable[Finding]) -> Iterator[Answered]:
    """All answers of the rules that have three; what is broken are their findings, one for one."""
    broken: dict[str, list[Hit]] = {}
    for finding in findings:
        broken.setdefault(finding.code, []).append(finding.hit)
    for rule in rules:
        if not rule.three_answers:
            continue
        for hit in broken.get(rule.code, ()):
            yield Answered(rule.code, hit.item, hit.indicator, hit.period, Answer.BROKEN)
        for one in rule.check(case):
            if isinstance(one, NoFault):
                about = (one.item, one.indicator, one.period)
                yield Answered(rule.code, *about, one.answer, one.hindrance)


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
