"""What a number format makes of a number: a moment, digits padded with zeros, or another number.

A format has sections, each for some of the numbers; conditions such as `[=0]` choose among them.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from akmplan.model.cells import Number
from akmplan.workbooks.formatsections import LITERALS, Section, section_of

BETWEEN_SECTIONS = re.compile(f"{LITERALS.pattern}|;", re.IGNORECASE)
CONDITION = re.compile(r"\[(<=|>=|<>|[<>=]) *(-?[0-9]{1,15}(?:\.[0-9]{1,15})?) *\]")
COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00",
}  # fmt: skip
MOMENT_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
LONGEST_FORMAT = 255
MOST_CONDITIONS = 2
NEXT_TO = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Condition:
    """`[>=100]`"""

    sign: str
    bound: Decimal

    def holds_for(self, number: Number | float) -> bool:
        return COMPARED[self.sign](number, self.bound)


@dataclass(frozen=True, slots=True)
class Case:
    """A section, and for which of the numbers it is that no case before it took."""

    section: Section
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections in the order in which they are tried; the last one takes every number."""

    cases: tuple[Case, ...]

    def section_for(self, number: Number | float) -> Section:
        """The section by which the number is shown."""
        for case in self.cases:
            if case.condition is None or case.condition.holds_for(number):
                return case.section
        return UNSHOWN

    @property
    def shows_another(self) -> bool:
        """Whether some number looks like another one."""
        return any(case.section.shows_another for case in self.cases)

    @property
    def above_zero(self) -> frozenset[Section]:
        """The sections that numbers above zero can be shown by: conditions change nowhere but at
        their bounds."""
        bounds = [case.condition.bound for case in self.cases if case.condition]
        turns = [bound + step for bound in bounds for step in (-NEXT_TO, 0, NEXT_TO)]
        tried = (NEXT_TO, *(turn for turn in turns if turn > 0))
        return frozenset(map(self.section_for, tried))


UNSHOWN = Section(shows_another=True)
GENERAL = NumberFormat((Case(Section()),))
PERCENTAGE = NumberFormat((Case(Section(is_percentage=True, shows_another=True)),))
ANOTHER = NumberFormat((Case(UNSHOWN),))
FROM_ZERO_UP = Condition(">=", Decimal(0))


def padded(whole: int, decimals: int) -> NumberFormat:
    """The format that shows so many digits at least."""
    return NumberFormat((Case(Section(whole=whole, decimals=decimals)),))


def format_of(number: int, code: str | None) -> NumberFormat:
    """The format with this number, and this code where the workbook gives one."""
    if code is None:
        code = BUILT_IN.get(number)
        if number in MOMENT_IDS:
            return NumberFormat((Case(Section(is_moment=True)),))
    return _from_code(code) if code and len(code) <= LONGEST_FORMAT else GENERAL


def _from_code(code: str) -> NumberFormat:
    parts = _parts(code)
    if len(parts) > 1 and "@" in LITERALS.sub("", parts[-1]):
        parts.pop()  # texts have the last section
    return NumberFormat(_cases(parts[: MOST_CONDITIONS + 1]))


def _parts(code: str) -> list[str]:
    cuts = [met.start() for met in BETWEEN_SECTIONS.finditer(code) if met[0] == ";"]
    return [code[before + 1 : cut] for before, cut in pairwise((-1, *cuts, len(code)))]


def _cases(parts: Sequence[str]) -> tuple[Case, ...]:
    """Without a condition numbers from zero up have the first section, and those below zero say
    nothing that they would not say in it."""
    first, *others = (section_of(part) for part in parts)
    written = [_condition_in(part) for part in parts[:MOST_CONDITIONS]]
    if not others or not any(written):
        return (Case(first),)
    if not all(map(_is_clear, written)):
        return (Case(_worst([first, *others])),)
    one, other = (_condition(condition) for condition in written)
    if other is None:
        return (Case(first, one), Case(_worst(others)))
    return (Case(first, one or FROM_ZERO_UP), Case(others[0], other), *map(Case, others[1:]))


def _condition_in(part: str) -> str:
    """The condition as it is written, "" where there is none."""
    literals = (met[0] for met in LITERALS.finditer(part))
    return next((literal for literal in literals if literal[0] == "[" and literal[1] in "<>="), "")


def _is_clear(written: str) -> bool:
    return not written or CONDITION.fullmatch(written) is not None


def _condition(written: str) -> Condition | None:
    read = CONDITION.fullmatch(written)
    return Condition(read[1], Decimal(read[2])) if read else None


def _worst(sections: Sequence[Section]) -> Section:
    """Of sections between which programs choose differently the one that would show another
    number, if there is one."""
    return next((section for section in sections if section.shows_another), sections[0])
