"""From the typed text to the rule's tree: one small method for each line of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from akmplan.messages import Message, say
from akmplan.rule_language.misplaced_words import (
    NO_COMPARISON,
    NO_OPERAND,
    NO_SIGN,
    NO_THEN,
    NOT_CLOSED,
    OUT_OF_PLACE,
)
from akmplan.rule_language.scopes import leading_scope
from akmplan.rule_language.slips import Slip, SlipMet
from akmplan.rule_language.tokens import LONGEST_RULE, Kind, Token, read_if, read_tokens
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
    except SlipMet as fault:
        return fault.slip


def _parsed(text: str) -> Relation:
    if len(text) > LONGEST_RULE:
        message = say(
            "A rule may have {limit} characters: make several of this one.", limit=LONGEST_RULE
        )
        raise SlipMet(LONGEST_RULE, message)
    opening = read_if(text)
    scope, start = leading_scope(text, opening[1] if opening else 0)
    before = (opening[0],) if opening and start else ()
    return _Parser((*before, *read_tokens(text, start))).relation(scope, text)


class _Parser:
    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def relation(self, scope: Scope, text: str) -> Relation:
        if self._sees(Kind.END):
            raise self._slip(say("The rule is empty. Write it like IV.7 = IV.7.1 + IV.7.2."))
        conditional = self._takes(Kind.IF)
        condition, claim = None, self._either()
        if conditional or self._sees(Kind.THEN):
            self._then()
            condition, claim = claim, self._either()
        tolerance = self._tolerance()
        self._end()
        return Relation(claim, condition, scope, tolerance, text)

    def _then(self) -> None:
        if not self._takes(Kind.THEN):
            raise self._slip(OUT_OF_PLACE[Kind.SIGN] if self._sees(Kind.SIGN) else NO_THEN)
        self._takes(Kind.COMMA)
        self._takes(Kind.SO)

    def _either(self) -> Claim:
        claims = self._joined(Kind.OR, self._all)
        return AnyOf(claims) if len(claims) > 1 else claims[0]

    def _all(self) -> Claim:
        claims = self._joined(Kind.AND, self._comparison)
        return AllOf(claims) if len(claims) > 1 else claims[0]

    def _joined(self, by: Kind, parse_one: Callable[[], Claim]) -> tuple[Claim, ...]:
        claims = [parse_one()]
        while self._takes(by):
            claims.append(parse_one())
        return tuple(claims)

    def _comparison(self) -> Claim:
        if self._sees(Kind.OPEN) and self._opens_a_claim():
            return self._in_parentheses(self._either)
        left = self._sum()
        sign = self._current.value
        if not isinstance(sign, Sign):
            two_in_a_row = self._current.kind in (Kind.NAME, Kind.NUMBER, Kind.OPEN)
            raise self._slip(NO_SIGN if two_in_a_row else NO_COMPARISON)
        self._at += 1
        right = self._sum()
        if self._sees(Kind.SIGN):
            raise self._out_of_place()
        return Comparison(left, sign, right)

    def _sum(self) -> Expression:
        return self._chain(_SUMS, self._product)

    def _product(self) -> Expression:
        return self._chain(_PRODUCTS, self._operand)

    def _chain(
        self, operations: tuple[Operation, ...], parse_one: Callable[[], Expression]
    ) -> Expression:
        first = parse_one()
        rest: list[Step] = []
        while isinstance(sign := self._current.value, Operation) and sign in operations:
            self._at += 1
            rest.append(Step(sign, parse_one()))
        return Chain(first, tuple(rest)) if rest else first

    def _operand(self) -> Expression:
        value = self._current.value
        if value is Operation.MINUS:
            return Negative(self._deeper(self._operand))
        if self._sees(Kind.OPEN):
            return self._in_parentheses(self._sum)
        if not isinstance(value, Name | Figure):
            raise self._slip(NO_OPERAND)
        self._at += 1
        return value

    def _in_parentheses(self, parse_inside: Callable[[], _T]) -> _T:
        opening = self._at
        inside = self._deeper(parse_inside)
        if not self._takes(Kind.CLOSE):
            if self._closing_of(opening) is None:
                raise SlipMet(self._tokens[opening].position, NOT_CLOSED)
            raise self._out_of_place()
        return inside

    def _deeper(self, parse_inside: Callable[[], _T]) -> _T:
        """Behind the current sign, one level further in: there is a limit to that."""
        if self._depth == DEEPEST:
            message = say(
                "More than {limit} parentheses or minus signs one in another: make several rules.",
                limit=DEEPEST,
            )
            raise self._slip(message)
        self._at += 1
        self._depth += 1
        inside = parse_inside()
        self._depth -= 1
        return inside

    def _opens_a_claim(self) -> bool:
        """Whether the parenthesis holds comparisons; else it holds a sum."""
        inside = self._tokens[self._at : self._closing_of(self._at)]
        return any(token.kind is Kind.SIGN for token in inside)

    def _closing_of(self, opening: int) -> int | None:
        depth = 0
        for at in range(opening, len(self._tokens)):
            kind = self._tokens[at].kind
            depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
            if depth == 0:
                return at
        return None

    def _tolerance(self) -> Tolerance | None:
        if not self._takes(Kind.TOLERANCE):
            return None
        amount = self._current.value
        if not isinstance(amount, Figure):
            raise self._slip(say("The number of the tolerance is expected here: ± 5 or ± 5 %."))
        self._at += 1
        return Tolerance(amount.value, self._takes(Kind.PER_CENT))

    def _end(self) -> None:
        if not self._sees(Kind.END):
            raise self._out_of_place()
        if not any(token.kind is Kind.NAME for token in self._tokens):
            message = say("The rule names no item. Write it like IV.7 = IV.7.1 + IV.7.2.")
            raise SlipMet(self._tokens[0].position, message)

    @property
    def _current(self) -> Token:
        token = self._tokens[self._at]
        if isinstance(token.value, Slip):
            raise SlipMet(token.value.position, token.value.message)
        return token

    def _sees(self, kind: Kind) -> bool:
        return self._current.kind is kind

    def _takes(self, kind: Kind) -> bool:
        taken = self._sees(kind)
        self._at += taken
        return taken

    def _slip(self, message: Message) -> SlipMet:
        return SlipMet(self._current.position, message)

    def _out_of_place(self) -> SlipMet:
        return self._slip(OUT_OF_PLACE[self._current.kind])
