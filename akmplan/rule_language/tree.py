"""What a rule says, as frozen values. Positions are not compared: they are where it was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from akmplan.model import Number


class Column(StrEnum):
    FAKT = "fakt"
    REJA = "reja"
    BAJARILDI = "bajarildi"


class Sign(StrEnum):
    EQUAL = "="
    UNEQUAL = "≠"
    AT_MOST = "≤"
    AT_LEAST = "≥"
    LESS = "<"
    MORE = ">"

    @property
    def opposite(self) -> Sign:
        """What is true where the comparison is not."""
        return _OPPOSITE[self]


class Operation(StrEnum):
    PLUS = "+"
    MINUS = "-"
    TIMES = "×"
    OVER = "/"


_OPPOSITE = {
    Sign.EQUAL: Sign.UNEQUAL,
    Sign.UNEQUAL: Sign.EQUAL,
    Sign.AT_MOST: Sign.MORE,
    Sign.AT_LEAST: Sign.LESS,
    Sign.LESS: Sign.AT_LEAST,
    Sign.MORE: Sign.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """A column, a period, or both; `period` in the words that were typed."""

    column: Column | None = None
    period: str | None = None
    period_position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A figure that a rule speaks of. `item` like `IV.7.2`; `indicator` as typed."""

    item: str
    indicator: str | None = None
    scope: Scope = Scope()
    position: int = field(default=0, compare=False)

    @property
    def column(self) -> Column | None:
        return self.scope.column

    @property
    def period(self) -> str | None:
        return self.scope.period


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands in the rule."""

    value: Number


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Expression


@dataclass(frozen=True, slots=True)
class Step:
    operation: Operation
    operand: Expression


@dataclass(frozen=True, slots=True)
class Chain:
    """Operations of one rank, from left to right: a long sum stays flat however long it is."""

    first: Expression
    rest: tuple[Step, ...]

    @property
    def is_sum(self) -> bool:
        return self.rest[0].operation in (Operation.PLUS, Operation.MINUS)


Expression = Name | Figure | Negative | Chain


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Expression
    sign: Sign
    right: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    claims: tuple[Claim, ...]


Claim = Comparison | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Tolerance:
    amount: Number
    per_cent: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """One rule. `scope` is given to every name that has none of its own."""

    claim: Claim
    condition: Claim | None = None
    scope: Scope = Scope()
    tolerance: Tolerance | None = None
    text: str = field(default="", compare=False)
