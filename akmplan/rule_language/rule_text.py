"""A rule's tree written out again, with no more parentheses than it needs."""

from __future__ import annotations

import re
from collections.abc import Callable

from akmplan.model import Number
from akmplan.rule_language.scopes import column_of
from akmplan.rule_language.spelling import WORD, quoted
from akmplan.rule_language.tree import (
    AllOf,
    AnyOf,
    Chain,
    Claim,
    Comparison,
    Expression,
    Figure,
    Name,
    Negative,
    Relation,
    Scope,
    Tolerance,
)

_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")

NameWriter = Callable[[Name], str]
FigureWriter = Callable[[Number], str]


def written(relation: Relation) -> str:
    """The rule in one spelling, which `parse` reads back to the same tree."""
    scope = _written_scope(relation.scope)
    before = f"{scope}: " if scope else ""
    if relation.condition:
        before += f"agar {_written_claim(relation.condition)} bo‘lsa, "
    return before + _written_claim(relation.claim) + _written_tolerance(relation.tolerance)


def written_name(name: Name) -> str:
    indicator = "" if name.indicator is None else f".{_written_indicator(name.indicator)}"
    scope = _written_scope(name.scope)
    return f"{name.item}{indicator}" + (f"[{scope}]" if scope else "")


def written_number(number: Number) -> str:
    """With a decimal comma; a last zero where three decimals could be taken for thousands."""
    typed = f"{number:f}".replace(".", ",") if not isinstance(number, int) else str(number)
    return f"{typed}0" if _AMBIGUOUS.fullmatch(typed) else typed


def written_expression(
    expression: Expression,
    name: NameWriter = written_name,
    figure: FigureWriter = written_number,
) -> str:
    """`name` and `figure` say how the leaves are written: as typed, or as what they are worth."""
    match expression:
        case Name():
            return name(expression)
        case Figure():
            return figure(expression.value)
        case Negative():
            return f"-{_operand(expression.operand, None, name, figure)}"
        case Chain():
            return _written_chain(expression, name, figure)


def _written_chain(chain: Chain, name: NameWriter, figure: FigureWriter) -> str:
    first = _operand(chain.first, chain, name, figure)
    rest = (
        f" {step.operation} {_operand(step.operand, chain, name, figure)}" for step in chain.rest
    )
    return first + "".join(rest)


def _operand(
    operand: Expression, within: Chain | None, name: NameWriter, figure: FigureWriter
) -> str:
    text = written_expression(operand, name, figure)
    if not isinstance(operand, Chain):
        return text
    product_in_a_sum = within is not None and within.is_sum and not operand.is_sum
    return text if product_in_a_sum else f"({text})"


def _written_indicator(indicator: str) -> str:
    plain = WORD.fullmatch(indicator) and not column_of(indicator)
    return indicator if plain else quoted(indicator)


def _written_scope(scope: Scope) -> str:
    return ", ".join(part for part in (scope.column, scope.period) if part)


def _written_tolerance(tolerance: Tolerance | None) -> str:
    if tolerance is None:
        return ""
    return f" ± {written_number(tolerance.amount)}" + (" %" if tolerance.per_cent else "")


def _written_claim(claim: Claim) -> str:
    match claim:
        case Comparison():
            left, right = written_expression(claim.left), written_expression(claim.right)
            return f"{left} {claim.sign} {right}"
        case AllOf():
            return " va ".join(_within_all(one) for one in claim.claims)
        case AnyOf():
            return " yoki ".join(_within_any(one) for one in claim.claims)


def _within_all(claim: Claim) -> str:
    text = _written_claim(claim)
    return text if isinstance(claim, Comparison) else f"({text})"


def _within_any(claim: Claim) -> str:
    text = _written_claim(claim)
    return f"({text})" if isinstance(claim, AnyOf) else text
