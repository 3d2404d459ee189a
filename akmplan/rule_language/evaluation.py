"""Working an expression out: exactly, or with all that stands in the way."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from akmplan.model import State, Value
from akmplan.rule_language.amounts import exact
from akmplan.rule_language.names import names_of, settled
from akmplan.rule_language.rule_text import written_expression, written_name
from akmplan.rule_language.tree import (
    Chain,
    Expression,
    Figure,
    Name,
    Negative,
    Operation,
    Scope,
    Sign,
)

ValueOf = Callable[[Name], Value]
_OPERATIONS: Mapping[Operation, Callable[[Fraction, Fraction], Fraction]] = {
    Operation.PLUS: operator.add,
    Operation.MINUS: operator.sub,
    Operation.TIMES: operator.mul,
    Operation.OVER: operator.truediv,
}


class Hindrance(StrEnum):
    """Why a figure cannot be reckoned with."""

    MISSING = "missing"
    PARTLY_MISSING = "partly_missing"
    LINKED = "linked"
    UNREADABLE = "unreadable"
    DIVISION = "division"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`written`: the name, or for a division by zero the divisor, which may be a whole sum."""

    hindrance: Hindrance
    name: Name | None
    written: str


Obstacles = tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One figure of a side, with what stands for it. A dash ("none") counts as 0.

    `name` has the column and period that hold for it, `written` is how the rule names it.
    """

    name: Name
    written: str
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


def worked_out(expression: Expression, scope: Scope, value_of: ValueOf) -> Side | Obstacles:
    """A side, with `scope` added to its names."""
    terms = [_term(name, scope, value_of) for name in names_of(expression)]
    obstacles = tuple(dict.fromkeys(term for term in terms if isinstance(term, Obstacle)))
    if obstacles:
        return obstacles
    known = tuple(term for term in terms if isinstance(term, Term))
    amount = _amount(expression, dict(zip(names_of(expression), known, strict=True)))
    return Side(expression, amount, known) if isinstance(amount, Fraction) else (amount,)


def _term(name: Name, scope: Scope, value_of: ValueOf) -> Term | Obstacle:
    meant = settled(name, scope)
    value = value_of(meant)
    amount = Fraction(0) if value.state is State.NA else _reported(value)
    if amount is None:
        return Obstacle(_hindrance(value), meant, written_name(name))
    return Term(meant, written_name(name), value, amount)


def _reported(value: Value) -> Fraction | None:
    return None if value.reported is None else exact(value.reported)


def _hindrance(value: Value) -> Hindrance:
    """A missing value with a number is what has been written of it so far."""
    if value.state is State.MISSING and value.number is not None:
        return Hindrance.PARTLY_MISSING
    by_state = {State.MISSING: Hindrance.MISSING, State.LINKED: Hindrance.LINKED}
    return by_state.get(value.state, Hindrance.UNREADABLE)


def _amount(expression: Expression, terms: Mapping[Name, Term]) -> Fraction | Obstacle:
    match expression:
        case Figure():
            return Fraction(expression.value)
        case Name():
            return terms[expression].amount
        case Negative():
            amount = _amount(expression.operand, terms)
            return -amount if isinstance(amount, Fraction) else amount
        case Chain():
            return _amount_of_chain(expression, terms)


def _amount_of_chain(chain: Chain, terms: Mapping[Name, Term]) -> Fraction | Obstacle:
    amount = _amount(chain.first, terms)
    for step in chain.rest:
        operand = _amount(step.operand, terms)
        if isinstance(amount, Obstacle):
            return amount
        if isinstance(operand, Obstacle):
            return operand
        if step.operation is Operation.OVER and not operand:
            return Obstacle(Hindrance.DIVISION, None, written_expression(step.operand))
        amount = _OPERATIONS[step.operation](amount, operand)
    return amount
