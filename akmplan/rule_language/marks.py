"""The marks in a form that is to be filled: a small grammar of names, nothing that is worked out.

    mark      = "{{" (figure | word) "}}"
    figure    = item ["." indicator] "." kind
    item      = a code in every spelling of `akmplan.words.item_codes`, or the number alone
    kind      = "davr" | "yil_boshidan" | "reja" | "fakt" | "foiz"

`davr` is the figure of the paper's period. An indicator may stand in quotes, and must where it
begins with a digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from akmplan.messages import say
from akmplan.rule_language.slips import Slip, SlipMet
from akmplan.rule_language.spelling import opens_quote, read_quoted, section_code_at
from akmplan.words.item_codes import ItemCode, code_at
from akmplan.words.wording import one_line, squeeze


class FigureKind(StrEnum):
    """Which of an indicator's figures is to be printed."""

    PERIOD = "davr"
    TO_DATE = "yil_boshidan"
    TARGET = "reja"
    BASELINE = "fakt"
    PERCENT = "foiz"


@dataclass(frozen=True, slots=True)
class FigureWanted:
    """`IV.12.yangi.davr`. `indicator` as typed, None where none is named."""

    item: str
    indicator: str | None
    kind: FigureKind


@dataclass(frozen=True, slots=True)
class WordWanted:
    """`markaz`: one of the paper's own words, folded."""

    name: str


Wanted = FigureWanted | WordWanted


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and where it stands in its text. `typed`: what stands between the braces."""

    start: int
    end: int
    typed: str
    wanted: Wanted


OPENING: Final = "{{"
_CLOSING: Final = "}}"
_STATEMENT: Final = re.compile(r"\{%")
_WORD: Final = re.compile(r"[^\W\d_]\w*")
_KINDS: Final = {squeeze(kind): kind for kind in FigureKind}

_NOT_CLOSED = say("The mark that begins here is not closed by }}.")
_NOT_OPENED = say("}} stands here, and no {{ before it.")
_NO_STATEMENTS = say("Only marks such as {{ IV.12.davr }} are understood in a form.")
_NO_KIND = say(
    "The mark does not say which figure: write .davr, .yil_boshidan, .reja, .fakt or .foiz at its "
    "end."
)
_UNCLEAR = say("The mark is not understood. Write it like IV.12.davr, IV.12.yangi.davr or markaz.")


def has_mark(text: str) -> bool:
    """Whether something in the text means to be a mark, a broken one included."""
    return OPENING in text or _CLOSING in text or _STATEMENT.search(text) is not None


def read_marks(text: str) -> tuple[Mark | Slip, ...]:
    """Every mark of a text in its order; a slip where one is broken."""
    found: list[Mark | Slip] = []
    at = 0
    while (start := text.find(OPENING, at)) >= 0:
        _look_between(text, at, start, found)
        end = text.find(_CLOSING, start)
        if end < 0 or OPENING in text[start + len(OPENING) : end]:
            found.append(Slip(start, _NOT_CLOSED))
            at = start + len(OPENING)
            continue
        found.append(_mark(text, start, end))
        at = end + len(_CLOSING)
    _look_between(text, at, len(text), found)
    return tuple(found)


def _look_between(text: str, start: int, end: int, found: list[Mark | Slip]) -> None:
    """What stands between marks is the form's own, but for what is left of a broken one."""
    closing = text.find(_CLOSING, start, end)
    is_left_over = closing >= 0 and not (found and isinstance(found[-1], Slip))
    if is_left_over:
        found.append(Slip(closing, _NOT_OPENED))
    statement = _STATEMENT.search(text, start, end)
    if statement:
        found.append(Slip(statement.start(), _NO_STATEMENTS))


def _mark(text: str, start: int, end: int) -> Mark | Slip:
    typed = one_line(text[start + len(OPENING) : end])
    try:
        return Mark(start, end + len(_CLOSING), typed, _wanted(typed))
    except SlipMet as fault:
        return Slip(start, fault.slip.message)


def _wanted(typed: str) -> Wanted:
    code = section_code_at(typed, 0) or _bare_number(typed)
    if code:
        return _figure(code.text, typed, code.end)
    if _WORD.fullmatch(typed):
        return WordWanted(squeeze(typed))
    raise SlipMet(0, _UNCLEAR)


def _bare_number(typed: str) -> ItemCode | None:
    code = code_at(typed, 0)
    return code if code and not code.numeral else None


def _figure(item: str, typed: str, behind: int) -> FigureWanted:
    rest = typed[behind:].strip()
    if rest and not rest.startswith("."):
        raise SlipMet(behind, _UNCLEAR)
    rest = rest[1:].lstrip()
    if opens_quote(rest, 0):
        indicator, end = read_quoted(rest, 0)
        rest = rest[end:].lstrip()
        kind = rest[1:] if rest.startswith(".") else ""
    else:
        before, _, kind = rest.rpartition(".")
        indicator = before.strip()
    known = _KINDS.get(squeeze(kind))
    if known is None:
        raise SlipMet(behind, _NO_KIND)
    return FigureWanted(item, indicator or None, known)
