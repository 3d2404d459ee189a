"""What the helper sheets of a plan say; each wins over what was read off the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from akmplan.model.cells import Cell, Place
from akmplan.model.periods import Span


class Method(StrEnum):
    """How an indicator's months make a figure."""

    SUM = "yig‘indi"
    LAST = "oxirgi qiymat"
    MEAN = "o‘rtacha"


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A row of `Xizmatlar`. `asked`: those of its names that nobody has confirmed yet."""

    official: str
    short: str = ""
    spellings: tuple[str, ...] = ()
    person: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """A row of `Ko‘rsatkichlar`; `unit` or `method` None where it leaves them."""

    item: str
    indicator: str | None
    unit: str | None
    method: Method | None


@dataclass(frozen=True, slots=True)
class ReferenceCells:
    """Where a row of `Havolalar` says its file, its sheet and its cell."""

    file: Cell
    sheet: Cell
    cell: Cell


@dataclass(frozen=True, slots=True)
class Reference:
    """A row of `Havolalar`: where an open reference is to be taken from."""

    item: str
    indicator: str | None
    source: Place
    cells: ReferenceCells


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form that `Shakli` names, to be filled for a recipient each period of a length. `cell` is
    that of `Shakli`, `name` what stands in it for this form."""

    name: str
    recipient: str
    span: Span
    cell: Cell


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A paper that a row of `Hisobotlar` says is owed, in the months that it may end."""

    name: str
    recipient: str
    span: Span
    items: tuple[str, ...]
    months: frozenset[int] = frozenset(range(1, 13))
    recipient_name: str = ""  # as typed, where no list knows it
    forms: tuple[NamedForm, ...] = ()


class Level(StrEnum):
    """How much a broken rule weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class StaffRule:
    """A row of `Qoidalar`. `cell` holds the rule as typed."""

    code: str
    cell: Cell
    level: Level
    note: str


@dataclass(frozen=True, slots=True)
class Helpers:
    """All helper sheets but `Izohlar`. `reports` is None where no sheet says any."""

    requisites: Mapping[str, str] = field(default_factory=dict)
    services: tuple[ServiceEntry, ...] = ()
    indicators: tuple[IndicatorEntry, ...] = ()
    references: tuple[Reference, ...] = ()
    reports: tuple[ReportEntry, ...] | None = None
    rules: tuple[StaffRule, ...] = ()
