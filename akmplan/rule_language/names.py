"""The figures that a rule speaks of, and the columns in which it is to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from akmplan.rule_language.tree import (
    Chain,
    Claim,
    Column,
    Comparison,
    Expression,
    Name,
    Negative,
    Relation,
    Scope,
)


def names(relation: Relation) -> tuple[Name, ...]:
    """Every name in the order of the text, with the column and the period that hold for it."""
    claims = (relation.condition, relation.claim)
    return tuple(
        settled(name, relation.scope)
        for claim in claims
        if claim is not None
        for name in _names_of_claim(claim)
    )


def names_of(expression: Expression) -> Iterator[Name]:
    """The names of an expression as they were typed, from left to right."""
    match expression:
        case Name():
            yield expression
        case Negative():
            yield from names_of(expression.operand)
        case Chain():
            yield from names_of(expression.first)
            for step in expression.rest:
                yield from names_of(step.operand)


def settled(name: Name, scope: Scope) -> Name:
    """The name with what the whole rule's scope adds to it. What stands at the name wins; only
    "bajarildi" has periods, so a period alone means that column."""
    column = name.column or (Column.BAJARILDI if name.period else _column_of(scope))
    if column is not Column.BAJARILDI:
        return replace(name, scope=Scope(column))
    return replace(name, scope=Scope(column, *_period_of(name.scope, scope)))


def readings(relation: Relation) -> tuple[Relation, ...]:
    """The rule once for each column that it speaks of: a rule that leaves the column open is to
    hold in each of the three."""
    if all(name.column for name in names(relation)):
        return (relation,)
    return tuple(replace(relation, scope=Scope(column)) for column in Column)


def is_monthly(relation: Relation) -> bool:
    """Whether "bajarildi" is meant somewhere without a period: it holds month by month."""
    return any(name.column is Column.BAJARILDI and name.period is None for name in names(relation))


def in_period(relation: Relation, period: str) -> Relation:
    """The rule for one month or another period, wherever it names none itself."""
    return replace(relation, scope=Scope(relation.scope.column, period))


def _column_of(scope: Scope) -> Column | None:
    return scope.column or (Column.BAJARILDI if scope.period else None)


def _period_of(own: Scope, whole: Scope) -> tuple[str | None, int]:
    closer = own if own.period else whole
    return closer.period, closer.period_position


def _names_of_claim(claim: Claim) -> Iterator[Name]:
    if isinstance(claim, Comparison):
        yield from names_of(claim.left)
        yield from names_of(claim.right)
        return
    for one in claim.claims:
        yield from _names_of_claim(one)
