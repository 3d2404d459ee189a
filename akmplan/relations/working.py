"""Working an expression out: exactly, or with all that stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from akmplan.model import State, Value
from akmplan.relations.amounts import exact
from akmplan.relations.names import names_of, settled
from akmplan.relations.tree import (
    Chain,
    Expression,
    Figure,
    Name,
    Negative,
    Operation,
    Scope,
    Sign,
)
from akmplan.relations.writing import written_expression

ValueOf = Callable[[Name], Value]


class Hindrance(StrEnum):
    """Why a figure cannot be reckoned with."""

    MISSING = "missing"
    LINKED = "linked"
    UNREADABLE = "unreadable"
    DIVISION = "division"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`name` is None for a division by a zero that was worked out; `written` as in the rule."""

    hindrance: Hindrance
    name: Name | None
    written: str


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a side, with what stands for it. A dash ("none") counts as 0."""

    name: Name
    value: Value
    amount: Fraction


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison, worked out."""

    expression: Expression
    amount: Fraction
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """A comparison worked out. `sign` is what is true of the sides, `slack` what was allowed."""

    left: Side
    sign: Sign
    right: Side
    slack: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Reckoner:
    """What the rule's names are worth, under the scope of the whole rule."""

    value_of: ValueOf
    scope: Scope

    def side(self, expression: Expression) -> Side | tuple[Obstacle, ...]:
        amount = self._amount(expression)
        if not isinstance(amount, Fraction):
            return amount
        return Side(expression, amount, tuple(self._term(one) for one in names_of(expression)))

    def _amount(self, expression: Expression) -> Fraction | tuple[Obstacle, ...]:
        match expression:
            case Figure():
                return Fraction(expression.value)
            case Name():
                return self._worth(expression)
            case Negative():
                amount = self._amount(expression.operand)
                return -amount if isinstance(amount, Fraction) else amount
            case Chain():
                return self._of_chain(expression)

    def _worth(self, name: Name) -> Fraction | tuple[Obstacle, ...]:
        amount = _amount_of(self.value_of(settled(name, self.scope)))
        if isinstance(amount, Fraction):
            return amount
        return (Obstacle(amount, settled(name, self.scope), written_expression(name)),)

    def _term(self, name: Name) -> Term:
        value = self.value_of(settled(name, self.scope))
        amount = _amount_of(value)
        return Term(settled(name, self.scope), value, Fraction(0))
