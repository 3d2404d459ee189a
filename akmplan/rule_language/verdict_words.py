"""Judgements in words: both sides term by term, or what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from akmplan.messages import Message, joined, say
from akmplan.rule_language.amounts import places_that_tell_apart, shown
from akmplan.rule_language.evaluation import Hindrance, Obstacle, Side, Working
from akmplan.rule_language.rule_text import written_expression, written_name
from akmplan.rule_language.tree import Chain, Expression, Negative

_HINDERED: Final[Mapping[Hindrance, Message]] = {
    Hindrance.MISSING: say("Nothing is written for {names}."),
    Hindrance.PARTLY_MISSING: say("Only a part is written so far for {names}."),
    Hindrance.LINKED: say("Still to be taken from another document: {names}."),
    Hindrance.UNREADABLE: say("Could not be read: {names}."),
    Hindrance.DIVISION: say("Nothing can be divided by 0: {names}."),
}


def of_workings(workings: Iterable[Working]) -> Message:
    """`1 640 ≠ 1 604 + 105 = 1 709`; several with a semicolon between them."""
    return Message("{workings}", {"workings": "; ".join(_told(working) for working in workings)})


def of_an_idle_rule(condition: Iterable[Working]) -> Message:
    return say("The condition is not met: {workings}.", workings=of_workings(condition))


def of_a_broken_consequence(condition: Iterable[Working], claim: Iterable[Working]) -> Message:
    return say(
        "the condition is met ({condition}), but {workings}",
        condition=of_workings(condition),
        workings=of_workings(claim),
    )


def of_obstacles(obstacles: Iterable[Obstacle]) -> Message:
    """One sentence for each kind of obstacle, with the names in the order of the rule."""
    listed = tuple(obstacles)
    return joined(*(_of_one_kind(hindrance, listed) for hindrance in Hindrance))


def _of_one_kind(hindrance: Hindrance, obstacles: tuple[Obstacle, ...]) -> Message | None:
    written = tuple(obstacle.written for obstacle in obstacles if obstacle.hindrance is hindrance)
    return Message(_HINDERED[hindrance].text, {"names": written}) if written else None


def _told(working: Working) -> str:
    places = places_that_tell_apart(working.left.amount, working.right.amount)
    left, right = _side(working.left, places), _side(working.right, places)
    slack = "" if working.slack is None else f" (± {_digits(working.slack, places)})"
    return f"{left} {working.sign} {right}{slack}"


def _side(side: Side, places: int) -> str:
    """The figures in the place of their names, and what they come to."""
    amounts = {term.written: term.amount for term in side.terms}
    figures = written_expression(
        side.expression,
        lambda name: _digits(amounts[written_name(name)], places),
        lambda number: _digits(Fraction(number), places),
    )
    if not _is_reckoned(side.expression):
        return figures
    total, is_all_of_it = shown(side.amount, places)
    return f"{figures} {'=' if is_all_of_it else '≈'} {total}"


def _digits(amount: Fraction, places: int) -> str:
    return shown(amount, places)[0]


def _is_reckoned(expression: Expression) -> bool:
    while isinstance(expression, Negative):
        expression = expression.operand
    return isinstance(expression, Chain)
