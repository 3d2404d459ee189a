"""Columns and periods: in brackets behind a name, or before a colon for the whole rule."""

from __future__ import annotations

import re

from akmplan.messages import say
from akmplan.model import period_from_code
from akmplan.rule_language.slips import SlipMet
from akmplan.rule_language.tree import Column, Scope
from akmplan.words.wording import one_line, squeeze

_HEAD = re.compile(r"[^:=<>≤≥≠⩽⩾+*×·/÷()\[\]±%\"“”„«»]*:")
_ITEM = re.compile(r"[^\W\d_]\s*\.\s*[0-9]")
_PART = re.compile(r"[^\s,;]+")
_Parts = list[re.Match[str]]


def column_of(word: str) -> Column | None:
    squeezed = squeeze(word)
    return next((column for column in Column if column == squeezed), None)


def leading_scope(text: str, start: int = 0) -> tuple[Scope, int]:
    """What stands before the rule's colon, and where the rule itself begins; 0 without one."""
    head = _HEAD.match(text, start)
    if not head or _ITEM.search(head[0]):
        return Scope(), 0
    return read_scope(text, start, head.end() - 1), head.end()


def read_scope(text: str, start: int, end: int, column: Column | None = None) -> Scope:
    """The column and the period between two positions; a column that is known already may not
    be named again, else it stands first or last."""
    parts = list(_PART.finditer(text, start, end))
    if not parts:
        raise SlipMet(start, say("A column or a period is expected here: fakt, reja, I chorak."))
    if column is None:
        column, parts = _column_apart(parts)
    if not parts:
        return Scope(column)
    _refuse_columns(parts)
    _refuse_unlikely_period(text, column, parts)
    first, last = parts[0].start(), parts[-1].end()
    return Scope(column, one_line(text[first:last]), first)


def _column_apart(parts: _Parts) -> tuple[Column | None, _Parts]:
    first, last = column_of(parts[0][0]), column_of(parts[-1][0])
    if first:
        return first, parts[1:]
    return last, parts[:-1] if last else parts


def _refuse_columns(parts: _Parts) -> None:
    second = next((part for part in parts if column_of(part[0])), None)
    if second:
        raise SlipMet(second.start(), say("Only one column may be named here."))


def _refuse_unlikely_period(text: str, column: Column | None, parts: _Parts) -> None:
    start = parts[0].start()
    typed = one_line(text[start : parts[-1].end()])
    if column in (Column.FAKT, Column.REJA):
        message = say(
            "“{column}” is the figure of a whole year: a period goes only with “bajarildi”.",
            column=column.value,
        )
        raise SlipMet(start, message)
    if not re.search(r"[^\W\d_]", typed) and not period_from_code(typed):
        message = say(
            "“{typed}” is no period. Write it like “I chorak”, “mart” or “2026-Q1”.", typed=typed
        )
        raise SlipMet(start, message)
