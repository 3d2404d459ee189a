"""The annual plan: sections, items, indicators, who answers, when, and what is owed to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from akmplan.model.cells import Cell, Place
from akmplan.model.helpers import Method, NamedForm
from akmplan.model.periods import Span
from akmplan.model.values import Quantity, Value


@dataclass(frozen=True, slots=True)
class Schedule:
    """When an item is to be done.

    `times`: how often a year the words say ("har chorakda": 4), None where they do not.
    `in_all`: how often that is within the months ("I–III chorak, har chorakda": 3), None where it
    cannot be counted.
    `quarters`: those named. `years`: first and last of each span named, the same for a year alone.
    `instructions`: sentences of the form that were left in.
    `unclear`: sentences that could not be understood.
    """

    months: frozenset[int] = frozenset(range(1, 13))
    times: int | None = None
    in_all: int | None = None
    quarters: tuple[int, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    instructions: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A service, or a post that may hand in sheets like one. `name` as it is written in papers;
    `person`: who answers there, blank where `Xizmatlar` does not say."""

    key: str
    name: str
    post: bool = False
    person: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """One service or post as one cell of the plan names it. `confirmed`: `Xizmatlar` lists it."""

    service: Service
    typed: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for an item. `everyone`: "Barcha xizmatlar"."""

    named: tuple[Naming, ...] = ()
    everyone: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """A paper that an item owes: to whom, how often, and in which months it may end. `name`: the
    recipient's as typed, where no list knows it. `encloses`: what the item's words promise beside
    the table, as it is called within a sentence."""

    recipient: str
    span: Span
    months: frozenset[int] = frozenset(range(1, 13))
    name: str = field(default="", compare=False)
    encloses: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured thing. An item's only indicator has no name."""

    name: str | None
    unit: str | None
    baseline: Value
    target: Value
    method: Method = Method.SUM


@dataclass(frozen=True, slots=True)
class ItemCells:
    """The eight cells of an item's row; a column that the table lacks gives absent cells."""

    number: Cell
    title: Cell
    unit: Cell
    baseline: Cell
    target: Cell
    mechanism: Cell
    schedule: Cell
    responsible: Cell


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One numbered row. `code` like `IV.7.2`. `parts`: the codes under its "Shundan,". `implied`:
    what its own words promise, where `Hisobotlar` says what is owed."""

    code: str
    section: str
    number: str
    cells: ItemCells
    names: tuple[str, ...]
    baseline: Quantity
    target: Quantity
    indicators: tuple[Indicator, ...]
    schedule: Schedule
    responsible: Responsible
    obligations: tuple[Obligation, ...]
    parts: tuple[str, ...] = ()
    part_of: str | None = None
    implied: tuple[Obligation, ...] = ()

    @property
    def title(self) -> str:
        """The item's name on one line, without its list of indicators."""
        typed = " ".join(self.cells.title.text.split())
        listed = rf":\W*{re.escape(self.names[0])}" if self.names else "$"
        return re.split(listed, typed, maxsplit=1)[0].rstrip(":;., ")

    def indicator(self, name: str | None) -> Indicator | None:
        return next((one for one in self.indicators if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A row that heads a section, "IV. ASOSIY …"."""

    numeral: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class OfWhich:
    """A row "Shundan," that opens the parts of the total above it."""

    cell: Cell


PlanRow = Section | OfWhich | PlanItem


@dataclass(frozen=True, slots=True)
class Stamp:
    """An agreement or approval: its word, post and institution, signature and date lines."""

    word: str = ""
    institution: tuple[str, ...] = ()
    signature: str = ""
    date: str = ""

    @property
    def body(self) -> str:
        """The institution that the signatory heads: the text before "direktori"."""
        words: list[str] = []
        for word in " ".join(self.institution).split():
            if word.casefold().startswith(("direktor", "директор")):
                break
            words.append(word)
        return " ".join(words)

    @property
    def signatory(self) -> str:
        """Initials and surname, without the line to sign on."""
        return self.signature.strip().lstrip("_").strip()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan sheet, read."""

    year: int
    place: Place
    centre: str
    title: tuple[str, ...]
    agreement: Stamp
    approval: Stamp
    headings: Mapping[str, str]
    rows: tuple[PlanRow, ...]
    services: tuple[Service, ...]
    texts: tuple[Cell, ...] = ()  # every text cell of the table, for rules about letters
    requisites: Mapping[str, str] = field(default_factory=dict)  # of `Rekvizitlar`, by key
    forms: tuple[NamedForm, ...] = ()  # of `Hisobotlar`
    items: tuple[PlanItem, ...] = field(init=False, repr=False, compare=False)
    _by_code: Mapping[str, PlanItem] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        items = tuple(row for row in self.rows if isinstance(row, PlanItem))
        by_code = {item.code: item for item in reversed(items)}  # of twins the first
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "_by_code", by_code)

    def item(self, code: str | None) -> PlanItem | None:
        return self._by_code.get(code or "")

    def service(self, key: str | None) -> Service | None:
        return next((service for service in self.services if service.key == key), None)

    def answering(self, item: PlanItem) -> tuple[Service, ...]:
        """The services and posts that answer for an item; "all" are the services, never posts."""
        named = {naming.service.key for naming in item.responsible.named}
        return tuple(
            service
            for service in self.services
            if service.key in named or (item.responsible.everyone and not service.post)
        )
