"""What a number format makes of a number: a moment, digits padded with zeros, or another number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from akmplan.model.cells import Number

# What is drawn beside the digits: letters, room, a colour, a currency.
LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\[\]]*\]', re.IGNORECASE)
MOMENT_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
DIGITS = re.compile(r"[#,?]*([0,]*)(?:\.(0*)[#?]*)?")
CONDITION = re.compile(r"\[[<>=]")
DASHES = "-\u2013\u2212"
DRAWN = re.compile(rf"(?<![^\W_])[0-9]+|[{DASHES}]")  # the digits of `m2` belong to their letter
# Per cent, fractions, drawn digits, thousands left away, a dash before digits.
OTHER_DIGITS = re.compile(r"[%/1-9]|[0#?],+(?![0#?,])|(?<![Ee])-\s*[0#?.]")
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00",
}  # fmt: skip
MOMENT_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
LONGEST_FORMAT = 255


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`whole` and `decimals` are the fewest digits shown before and after the point."""

    is_moment: bool = False
    whole: int = 0
    decimals: int = 0
    is_percentage: bool = False
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


GENERAL = NumberFormat()
PERCENTAGE = NumberFormat(is_percentage=True, shows_another=True)


def format_of(number: int, code: str | None) -> NumberFormat:
    """The format with this number, and this code where the workbook gives one."""
    if code is None:
        code = BUILT_IN.get(number)
        if number in MOMENT_IDS:
            return NumberFormat(is_moment=True)
    return _from_code(code) if code and len(code) <= LONGEST_FORMAT else GENERAL


def _from_code(code: str) -> NumberFormat:
    bare = LITERALS.sub("", code).partition(";")[0].strip()
    if bare.lower() != "general" and MOMENT_LETTERS.search(bare):
        return NumberFormat(is_moment=True)
    if _shows_another(code):
        return NumberFormat(is_percentage="%" in bare, is_fraction="/" in bare, shows_another=True)
    digits = DIGITS.fullmatch(bare)
    if digits is None:
        return GENERAL
    return NumberFormat(whole=digits[1].count("0"), decimals=len(digits[2] or ""))


def _shows_another(code: str) -> bool:
    """Numbers above zero have the first section, unless conditions choose among all of them."""
    plain, drawn = LITERALS.sub("", code), LITERALS.sub(_drawn, code)
    pairs = list(zip(plain.split(";"), drawn.split(";"), strict=True))
    looked_at = pairs if CONDITION.search(code) else pairs[:1]
    return any(not bare.strip() or OTHER_DIGITS.search(shown) for bare, shown in looked_at)


def _drawn(literal: re.Match[str]) -> str:
    """What of a literal could be taken for a part of the number: digits, as `9`, and dashes."""
    letters = literal[0][1:] if literal[0][0] in '"\\' else ""
    return "".join("-" if met in DASHES else "9" for met in DRAWN.findall(letters))
