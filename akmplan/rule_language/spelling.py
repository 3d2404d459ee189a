"""How the names of figures are typed: numeral, number, indicator, column, brackets."""

from __future__ import annotations

import re

from akmplan.messages import say
from akmplan.rule_language.scopes import column_of, read_scope
from akmplan.rule_language.slips import SlipMet
from akmplan.rule_language.tree import Column, Name, Scope
from akmplan.words.item_codes import ItemCode, code_at
from akmplan.words.wording import APOSTROPHES, one_line

WORD = re.compile(rf"[^\W\d_][\w\u0300-\u036f]*(?:[{APOSTROPHES}][^\W\d_][\w\u0300-\u036f]*)*")
_LAST_SECTION = 39  # XXXIX: what `wording.numeral` can write
_DOUBLE, _SINGLE = '"“”', "'‘’"
_CLOSING = {
    **dict.fromkeys('"“”„', _DOUBLE),
    "«": "»",
    "»": "«»",
    **dict.fromkeys(_SINGLE, _SINGLE),
}


def read_name(text: str, start: int) -> tuple[Name, int] | None:
    """The name that begins there and the position behind it; None where none does."""
    code = section_code_at(text, start)
    if not code:
        return None
    item, behind = code.text, code.end
    indicator, column, end = _suffixes(text, behind)
    if end == behind and text[end : end + 1] == ".":
        end += 1  # plans close their numbers with a dot, and people copy it
    scope, end = _bracket(text, end, column)
    return Name(item, indicator, scope, start), end


def section_code_at(text: str, start: int) -> ItemCode | None:
    """The code with its section that begins there; a number alone is a number."""
    code = code_at(text, start)
    if code is None or not code.numeral:
        return None
    if 1 <= (code.section or 0) <= _LAST_SECTION:
        return code
    if text[start + len(code.numeral)] != ".":
        return None  # a word and a number
    typed = code.numeral
    raise SlipMet(start, say("“{typed}” is not the numeral of a section.", typed=typed))


def _suffixes(text: str, end: int) -> tuple[str | None, Column | None, int]:
    """`.yangi`, `.“Nusxa qo‘shish”`, `.fakt`: an indicator and then a column, both optional."""
    typed, quoted, after = _suffix(text, end)
    if typed is None:
        return None, None, end
    column = None if quoted else column_of(typed)
    if column:
        return None, column, after
    second, quoted, behind = _suffix(text, after)
    if second is None:
        return typed, None, after
    column = None if quoted else column_of(second)
    if column is None:
        message = say(
            "“{typed}”: behind an indicator only fakt, reja or bajarildi may stand.", typed=second
        )
        raise SlipMet(after + 1, message)
    return typed, column, behind


def _suffix(text: str, dot: int) -> tuple[str | None, bool, int]:
    if text[dot : dot + 1] != ".":
        return None, False, dot
    if opens_quote(text, dot + 1):
        typed, end = read_quoted(text, dot + 1)
        return typed, True, end
    word = WORD.match(text, dot + 1)
    return (word[0], False, word.end()) if word else (None, False, dot)


def opens_quote(text: str, start: int) -> bool:
    """Whether a name in quotation marks begins there."""
    return text[start : start + 1] in _CLOSING


def read_quoted(text: str, start: int) -> tuple[str, int]:
    """What stands between the quotation marks, and the position behind them."""
    end = _end_of_quote(text, start)
    if end is None:
        raise SlipMet(start, say("The quotation mark that opens here is not closed."))
    typed = one_line(text[start + 1 : end])
    if not typed:
        raise SlipMet(start, say("Nothing stands between the quotation marks."))
    return typed, end + 1


def _end_of_quote(text: str, start: int) -> int | None:
    for at in range(start + 1, len(text)):
        if text[at] in _CLOSING[text[start]] and not _is_apostrophe(text, at):
            return at
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    """A single mark before a letter is an apostrophe of the word, not the end of the quote."""
    return text[at] in _SINGLE and text[at + 1 : at + 2].isalnum()


def _bracket(text: str, end: int, column: Column | None) -> tuple[Scope, int]:
    opening = re.compile(r"\s*\[").match(text, end)
    if not opening:
        return Scope(column), end
    start = opening.end()
    closing = text.find("]", start)
    if closing < 0:
        raise SlipMet(start - 1, say("The bracket that opens here is not closed."))
    return read_scope(text, start, closing, column), closing + 1


def quoted(name: str) -> str:
    """A name in such quotes as it can be read back from."""
    choices = [f"{opening}{name}{closing}" for opening, closing in ("“”", "«»", "''")]
    readable = (choice for choice in choices if _end_of_quote(choice, 0) == len(name) + 1)
    return next(readable, choices[0])
