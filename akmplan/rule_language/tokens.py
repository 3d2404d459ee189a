"""The words and signs of a rule, each with its position.

Where a character cannot be understood, the last token carries the slip: it is met only when the
grammar comes to it, so that the first slip of a rule is the one that is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from akmplan.messages import Message, say
from akmplan.model import Number
from akmplan.rule_language.slips import Slip, SlipMet
from akmplan.rule_language.spelling import WORD, read_name
from akmplan.rule_language.tree import Figure, Name, Operation, Sign
from akmplan.words.wording import DASHES, squeeze

LONGEST_RULE = 2000


class Kind(Enum):
    NAME = auto()
    NUMBER = auto()
    SIGN = auto()
    OPERATION = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()
    TOLERANCE = auto()
    PER_CENT = auto()
    IF = auto()
    THEN = auto()
    SO = auto()  # "unda", which may follow "bo‘lsa"
    AND = auto()
    OR = auto()
    END = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    position: int
    value: Name | Figure | Sign | Operation | Slip | None = None


_SPACE = "[ \u00a0\u2000-\u200a\u202f]"
_NUMBER = re.compile(rf"(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:[.,][0-9]+)?")
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SKIPPED = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_END = re.compile(r"[.;]?[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*\Z")
_UNCLEAR_TOLERANCE = re.compile(rf"\+[{DASHES}]")

_KEYWORDS = {
    "agar": Kind.IF, "bolsa": Kind.THEN, "unda": Kind.SO,
    "va": Kind.AND, "hamda": Kind.AND, "yoki": Kind.OR,
}  # fmt: skip
_MARKS: dict[str, tuple[Kind, Sign | Operation | None]] = {
    "+/-": (Kind.TOLERANCE, None), "±": (Kind.TOLERANCE, None),
    "<=": (Kind.SIGN, Sign.AT_MOST), "=<": (Kind.SIGN, Sign.AT_MOST),
    ">=": (Kind.SIGN, Sign.AT_LEAST), "=>": (Kind.SIGN, Sign.AT_LEAST),
    "<>": (Kind.SIGN, Sign.UNEQUAL), "!=": (Kind.SIGN, Sign.UNEQUAL),
    "≤": (Kind.SIGN, Sign.AT_MOST), "⩽": (Kind.SIGN, Sign.AT_MOST),
    "≥": (Kind.SIGN, Sign.AT_LEAST), "⩾": (Kind.SIGN, Sign.AT_LEAST),
    "≠": (Kind.SIGN, Sign.UNEQUAL), "=": (Kind.SIGN, Sign.EQUAL),
    "<": (Kind.SIGN, Sign.LESS), ">": (Kind.SIGN, Sign.MORE),
    "+": (Kind.OPERATION, Operation.PLUS),
    **dict.fromkeys(DASHES, (Kind.OPERATION, Operation.MINUS)),
    **dict.fromkeys("*×·⋅∙", (Kind.OPERATION, Operation.TIMES)),
    **dict.fromkeys("/÷", (Kind.OPERATION, Operation.OVER)),
    "(": (Kind.OPEN, None), ")": (Kind.CLOSE, None),
    ",": (Kind.COMMA, None), "%": (Kind.PER_CENT, None),
}  # fmt: skip
_MARK = re.compile("|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True)))

_UNCLEAR_SIGNS = say("“+-” can be read in two ways: write “±” for a tolerance, else leave a space.")


def read_tokens(text: str, start: int) -> tuple[Token, ...]:
    """All tokens from there on; the last one is the end or the first character not understood."""
    read: list[Token] = []
    try:
        while not (ending := _END.match(text, start)):
            skipped = _SKIPPED.match(text, start)
            start = skipped.end() if skipped else start
            if not skipped:
                token, start = _next(text, start)
                read.append(token)
        read.append(Token(Kind.END, ending.start()))
    except SlipMet as fault:
        read.append(Token(Kind.WRONG, fault.slip.position, fault.slip))
    return tuple(read)


def read_if(text: str) -> tuple[Token, int] | None:
    """The "agar" that a rule begins with, and where the next word stands: people write a column
    before it or behind it."""
    skipped = _SKIPPED.match(text)
    word = WORD.match(text, skipped.end() if skipped else 0)
    if word is None or _KEYWORDS.get(squeeze(word[0])) is not Kind.IF:
        return None
    return Token(Kind.IF, word.start()), word.end()


def _next(text: str, start: int) -> tuple[Token, int]:
    name = read_name(text, start)
    if name:
        return Token(Kind.NAME, start, name[0]), name[1]
    number = _NUMBER.match(text, start)
    if number:
        return Token(Kind.NUMBER, start, Figure(_value(number))), number.end()
    word = WORD.match(text, start)
    if word:
        return Token(_keyword(word), start), word.end()
    return _mark(text, start)


def _value(typed: re.Match[str]) -> Number:
    """`1.850` could be 1850 or 1,85: it is neither until somebody says."""
    digits = re.sub(_SPACE, "", typed[0]).replace(",", ".")
    if _AMBIGUOUS.fullmatch(typed[0]):
        whole, fraction = digits.replace(".", ""), digits.replace(".", ",") + "0"
        message = say(
            "“{typed}” can be read in two ways: write {whole} or {fraction}.",
            typed=typed[0],
            whole=whole,
            fraction=fraction,
        )
        raise SlipMet(typed.start(), message)
    return int(digits) if digits.isdigit() else Decimal(digits)


def _keyword(word: re.Match[str]) -> Kind:
    kind = _KEYWORDS.get(squeeze(word[0]))
    if kind is None:
        message = say(
            "“{word}” is not understood here. A name begins with its item, as in IV.12.yangi; "
            "a name of several words stands in quotation marks.",
            word=word[0],
        )
        raise SlipMet(word.start(), message)
    return kind


def _mark(text: str, start: int) -> tuple[Token, int]:
    mark = _MARK.match(text, start)
    if not mark:
        raise SlipMet(start, _stranger(text[start]))
    if _UNCLEAR_TOLERANCE.match(text, start):
        raise SlipMet(start, _UNCLEAR_SIGNS)
    kind, value = _MARKS[mark[0]]
    return Token(kind, start, value), mark.end()


def _stranger(character: str) -> Message:
    if character == ":":
        return say("A colon stands only behind a column or a period at the beginning; divide by /.")
    if character in "\"“”„«»'‘’":
        return say("A name in quotation marks follows its item and a dot, as in IV.10.“…”.")
    return say("“{character}” cannot stand in a rule.", character=character)
