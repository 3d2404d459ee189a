"""From the typed text to the rule's tree: one small method for each line of the grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from akmplan.language import Message, say
from akmplan.relations.out_of_place import out_of_place
from akmplan.relations.scopes import leading_scope
from akmplan.relations.slips import Slip, SlipMet
from akmplan.relations.tokens import LONGEST_RULE, Kind, Token, read_tokens
from akmplan.relations.tree import (
    AllOf,
    AnyOf,
    Chain,
    Claim,
    Comparison,
    Expression,
    Figure,
    Name,
    Negative,
    Operation,
    Relation,
    Scope,
    Sign,
    Step,
    Tolerance,
)

DEEPEST = 30
_SUMS = (Operation.PLUS, Operation.MINUS)
_PRODUCTS = (Operation.TIMES, Operation.OVER)
_T = TypeVar("_T")


def parse(text: str) -> Relation | Slip:
    """The rule that the text says, or the first place where it cannot be understood."""
    try:
        return _parsed(text)
    except SlipMet as met:
        return met.slip


def _parsed(text: str) -> Relation:
    if len(text) > LONGEST_RULE:
        message = "A rule may have {limit} characters: make several of this one."
        raise SlipMet(LONGEST_RULE, say(message, limit=LONGEST_RULE))
    scope, start = leading_scope(text)
    return _Parser(read_tokens(text, start)).relation(scope, text)


class _Parser:
    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def relation(self, scope: Scope, text: str) -> Relation:
        begin = self._current.position
        if self._sees(Kind.END):
            raise self._slip(say("The rule is empty. Write it like IV.7 = IV.7.1 + IV.7.2."))
        condition = self._condition()
        claim = condition if condition and not self._takes(Kind.THEN) else None
        if claim is None:
            self._takes(Kind.COMMA)
            self._takes(Kind.SO)
            return self._closed(self._either(), condition, scope, text, begin)
        return self._closed(claim, None, scope, text, begin)
