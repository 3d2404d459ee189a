"""One section of a number format: what it makes of the numbers that it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from akmplan.model.cells import Number
from akmplan.words.beside import changes_number

# What is drawn beside the digits: letters, room, a colour, a currency.
LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\[\]]*\]', re.IGNORECASE)
MOMENT_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
DIGITS = re.compile(r"[#,?]*([0,]*)(?:\.(0*)[#?]*)?")
DASHES = "-\u2013\u2212"
DRAWN = re.compile(rf"(?<![^\W_])[0-9]+|[{DASHES}]")  # the digits of `m2` belong to their letter
# Fractions, drawn digits, thousands left away, a dash before digits, per cent of per cent.
OTHER_DIGITS = re.compile(r"[/1-9]|[0#?],+(?![0#?,])|(?<![Ee])-\s*[0#?.]|%.*%")


@dataclass(frozen=True, slots=True)
class Section:
    """`whole` and `decimals` are the fewest digits shown before and after the point."""

    is_moment: bool = False
    whole: int = 0
    decimals: int = 0
    is_percentage: bool = False  # a hundred times the number, and nothing else
    is_fraction: bool = False
    shows_another: bool = False  # than the number that is stored, as `100%` for 1

    def disguises(self, number: Number) -> bool:
        """Whether another number is shown. Nothing disguises a zero, no fraction a whole number."""
        is_plain = self.is_fraction and isinstance(number, int)
        return self.shows_another and number != 0 and not is_plain

    def text_of(self, number: Number) -> str:
        """The plain digits, padded as shown, never rounded; per cent as people type it."""
        if self.is_percentage:
            return f"{Decimal(number * 100).normalize():f}%"
        text = str(number) if isinstance(number, int) else format(number, "f")
        if not (self.whole or self.decimals):
            return text
        whole, _, part = text.partition(".")
        part = part.ljust(self.decimals, "0")
        width = self.whole + whole.startswith("-")
        return whole.zfill(width) + ("." + part if part else "")


def section_of(code: str) -> Section:
    """What the section's code says."""
    bare = LITERALS.sub("", code).strip()
    if bare.lower() != "general" and MOMENT_LETTERS.search(bare):
        return Section(is_moment=True)
    is_another = OTHER_DIGITS.search(LITERALS.sub(_drawn, code)) or changes_number(_words(code))
    if not bare or is_another:
        return Section(is_fraction="/" in bare, shows_another=True)
    if "%" in bare:
        return Section(is_percentage=True, shows_another=True)
    digits = DIGITS.fullmatch(bare)
    if digits is None:
        return Section()
    return Section(whole=digits[1].count("0"), decimals=len(digits[2] or ""))


def _words(code: str) -> str:
    """What is drawn beside the digits, in one piece: `0\\ "ming"` says ` ming`."""
    return "".join(map(_letters, LITERALS.findall(code)))


def _letters(literal: str) -> str:
    if literal.startswith("[$"):
        return literal[2:-1].partition("-")[0]
    return literal.strip('"') if literal[0] == '"' else literal[1:] if literal[0] == "\\" else " "


def _drawn(literal: re.Match[str]) -> str:
    """What of a literal could be taken for a part of the number: digits, as `9`, and dashes."""
    letters = literal[0][1:] if literal[0][0] in '"\\' else ""
    return "".join("-" if met in DASHES else "9" for met in DRAWN.findall(letters))
