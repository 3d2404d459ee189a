"""An item's code as people type it: `IV.12`, `iv. 12.`, `1V-12`, `IV 12-band`, or `12` alone.

The one reader of codes: for the plan, the months, the helper sheets, rules, forms and commands.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from akmplan.words.wording import DASHES, INVISIBLE, numeral, roman, seen

_LETTERS: Final = "IVXLCDMivxlcdmІӀХМСПШіхмспш|"  # those of a numeral, and those that look so
_GAP: Final = rf"[\s{INVISIBLE}]*+"
_BETWEEN: Final = rf"(?:{_GAP}[{DASHES}.,/]{_GAP}|[\s{INVISIBLE}]++)"
_NUMBER: Final = r"\d+(?:\.\d+)*"
_BAND: Final = rf"(?:{_GAP}[{DASHES}]?{_GAP}band\w*+)?"
_CODE: Final = re.compile(
    rf"(?:(?P<numeral>(?=1*[{_LETTERS}])[{_LETTERS}1]+){_BETWEEN})?(?P<number>{_NUMBER})"
)
_CLOSE: Final = re.compile(rf"(?:{_GAP}[.)])?{_BAND}")
_SUFFIX: Final = re.compile(_BAND)
_LETTERED: Final = re.compile(rf"[A-Za-zІХПШӀ]+{_BETWEEN}(?={_NUMBER})")
_LONGEST_NUMBER: Final = 3  # digits: a year is no item


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A code as typed. `numeral` is blank where only the number stands; `end` is the position
    behind it in its text."""

    numeral: str
    number: str
    end: int

    @property
    def section(self) -> int | None:
        """4 for `IV`, `iv`, `1V` or Cyrillic `ІV`; None where none stands or it is no numeral."""
        letters = self.numeral.replace("1", "I")
        return roman(letters) or roman(letters.upper())

    @property
    def text(self) -> str:
        """As the plan's own codes are spelt: `IV.7.2`."""
        return f"{numeral(self.section)}.{self.number}" if self.section else self.number


def code_at(text: str, start: int) -> ItemCode | None:
    """The code that begins there; letters before a number may still be no numeral."""
    code = _CODE.match(text, start)
    if code is None:
        return None
    suffix = _SUFFIX.match(text, code.end())
    end = suffix.end() if suffix else code.end()
    return ItemCode(code["numeral"] or "", _plain(code["number"]), end)


def read_code(typed: str) -> ItemCode | None:
    """The code that a cell holds and nothing else; None where it is something else."""
    text = seen(typed)
    code = _CODE.match(text)
    if code is None or _CLOSE.fullmatch(text, code.end()) is None:
        return None
    if any(len(part) > _LONGEST_NUMBER for part in code["number"].split(".")):
        return None
    read = ItemCode(code["numeral"] or "", _plain(code["number"]), len(text))
    return None if read.numeral and not read.section else read


def is_numbered(typed: str) -> bool:
    """Whether a cell means to hold a code, be it one with letters that are no numeral."""
    text = seen(typed)
    letters = _LETTERED.match(text)
    return read_code(text) is not None or (
        letters is not None and _is_number(text[letters.end() :])
    )


def _is_number(text: str) -> bool:
    code = read_code(text)
    return code is not None and not code.numeral


def _plain(number: str) -> str:
    """The digits of any script as 0 to 9."""
    return "".join(one if one == "." else str(unicodedata.decimal(one)) for one in number)


class Codes:
    """The codes of a plan, among which the one that was meant is found."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._by_number: defaultdict[str, list[str]] = defaultdict(list)
        self._all = frozenset(self._noted(codes))

    def meant(self, code: ItemCode) -> str | None:
        """That of its section, or the only one with its number where no section is named."""
        if code.numeral:
            return code.text if code.section and code.text in self._all else None
        alike = self._by_number.get(code.number, [])
        return alike[0] if len(alike) == 1 else None

    def _noted(self, codes: Iterable[str]) -> Iterable[str]:
        for code in codes:
            section, _, number = code.partition(".")
            self._by_number[code if section.isdigit() else number].append(code)
            yield code
