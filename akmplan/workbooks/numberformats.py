"""What a number format makes of a number: a moment, or digits padded with zeros."""

from __future__ import annotations

import re
from dataclasses import dataclass

from akmplan.model.cells import Number

LITERALS = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\[\]]*\]', re.IGNORECASE)
MOMENT_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
DIGITS = re.compile(r"[#,?]*([0,]*)(?:\.(0*)[#?]*)?")
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00",
}  # fmt: skip
MOMENT_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
LONGEST_FORMAT = 255


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`whole` and `decimals` are the fewest digits shown before and after the point. One in per
    cent shows a hundred times the number."""

    is_moment: bool = False
    is_percent: bool = False
    whole: int = 0
    decimals: int = 0

    def text_of(self, number: Number) -> str:
        """The plain digits, padded as shown, never rounded."""
        text = str(number) if isinstance(number, int) else format(number, "f")
        if not (self.whole or self.decimals):
            return text
        whole, _, part = text.partition(".")
        part = part.ljust(self.decimals, "0")
        width = self.whole + whole.startswith("-")
        return whole.zfill(width) + ("." + part if part else "")


GENERAL = NumberFormat()


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
    if "%" in bare:
        return NumberFormat(is_percent=True)
    digits = DIGITS.fullmatch(bare)
    if digits is None:
        return GENERAL
    return NumberFormat(whole=digits[1].count("0"), decimals=len(digits[2] or ""))
