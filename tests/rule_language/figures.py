"""Figures for rules, out of a small table: `{"IV.7": 1640, "IV.7[fakt]": "-"}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from akmplan.model import MISSING, Number, State, Value
from akmplan.rule_language import Judgement, Name, Relation, judge, parse, written_name

Written = Number | str | None
OPEN = Value(State.LINKED, 231, "231 (Unicat rejasidan oling)")


def rule(text: str) -> Relation:
    read = parse(text)
    assert isinstance(read, Relation), read
    return read


def judged(text: str, figures: Mapping[str, Written | Value]) -> Judgement:
    return judge(rule(text), values(figures))


def values(figures: Mapping[str, Written | Value]) -> Callable[[Name], Value]:
    return lambda name: value(figures[written_name(name)])


def value(typed: Written | Value) -> Value:
    """A number is reported, None a blank, "-" a dash, any other text unreadable."""
    if isinstance(typed, Value):
        return typed
    if isinstance(typed, int | Decimal):
        return Value(State.REPORTED, typed)
    if typed is None:
        return MISSING
    return Value(State.NA if typed == "-" else State.UNREADABLE, None, typed)
