"""A slip is told at its character: here marked by ⟨ in the text."""

from __future__ import annotations

import pytest

from akmplan.messages import render
from akmplan.rule_language import Slip, parse
from akmplan.rule_language.parser import DEEPEST
from akmplan.rule_language.tokens import LONGEST_RULE

MARK = "⟨"


def slip(text: str) -> Slip:
    read = parse(text)
    assert isinstance(read, Slip), read
    return read


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("⟨", "empty"),
        ("⟨  ", "empty"),
        ("fakt:⟨", "empty"),
        ("IV.7 =⟨", "number or a name"),
        ("IV.7 = IV.7.1 +⟨  ", "number or a name"),
        ("⟨= 5", "number or a name"),
        ("IV.7 = ⟨+ 5", "number or a name"),
        ("IV.7 = 5 * ⟨/ IV.8", "number or a name"),
        ("IV.7 = (⟨)", "number or a name"),
        ("IV.7 = ⟨= 5", "number or a name"),
        ("agar⟨ ", "number or a name"),
        ("agar IV.7 > 0 bo‘lsa,⟨", "number or a name"),
        ("IV.7 > 0 va⟨", "number or a name"),
        ("IV.7 + IV.8⟨", "comparison is expected"),
        ("IV.7 ⟨va IV.8 > 0", "comparison is expected"),
        ("IV.7 = 5 ⟨= IV.8", "Only one comparison"),
        ("IV.7 < 5 ⟨<= IV.8", "Only one comparison"),
        ("IV.7 = (IV.8 ⟨> 5)", "Only one comparison"),
        ("agar IV.7 = 5 ⟨= 6 bo‘lsa, IV.8 > 0", "Only one comparison"),
        ("IV.7 ⟨IV.8 = 5", "sign is expected"),
        ("IV.7 = 33 ⟨38", "sign is expected"),
        ("IV.7 = 5 ⟨(IV.8)", "sign is expected"),
        ("IV.7 = 5 ⟨# 6", "cannot stand"),
        ("IV.7 = 5 ⟨& 6", "cannot stand"),
        ("IV.7 = ⟨１", "cannot stand"),
        ("IV.7 = 5⟨..", "cannot stand"),
        ("IV.7 = ⟨yangi", "not understood"),
        ("IV.7 = 5⟨abc", "not understood"),
        ("⟨IV = 5", "not understood"),
        ("IV.18.Mahalliy ⟨foydalanuvchilar = 5", "not understood"),
        ("⟨IIII.7 = 5", "numeral"),
        ("⟨L.7 = 5", "numeral"),
        ("IV.7 = ⟨(IV.8 + 1", "not closed"),
        ("⟨(IV.7 = 5", "not closed"),
        ("IV.7 = ⟨(IV.8 + (1 + 2)", "not closed"),
        ("IV.10. ⟨“Nusxa” = 5", "quotation"),
        ("IV.10.⟨“Nusxa = 5", "not closed"),
        ("IV.10.⟨'o'chirish = 5", "not closed"),
        ("IV.10.⟨“ ” = 5", "Nothing stands"),
        ("⟨“Nusxa” = 5", "quotation"),
        ("IV.7⟨[fakt = 5", "not closed"),
        ("IV.7[⟨] = 5", "column or a period"),
        ("IV.7[⟨ ] = 5", "column or a period"),
        ("IV.7[fakt, ⟨reja] = 5", "one column"),
        ("IV.7.fakt[⟨reja] = 5", "one column"),
        ("IV.7[reja, ⟨mart] = 5", "whole year"),
        ("fakt, ⟨mart: IV.7 = 5", "whole year"),
        ("IV.7[⟨5] = 5", "no period"),
        ("⟨5: IV.7 = 5", "no period"),
        ("⟨: IV.7 = 5", "column or a period"),
        ("IV.12.yangi.⟨qayta = 5", "behind an indicator"),
        ("IV.7 = 5⟨)", "closes none"),
        ("IV.7 ⟨: 5 = IV.8", "colon"),
        ("IV.7 = 0⟨, 5", "comma"),
        ("(IV.7 = 5) ⟨+ 1 = 6", "calculation"),
        ("agar IV.7 > 0⟨, IV.8 > 0", "bo‘lsa"),
        ("agar IV.7 > 0 va IV.8 > 0⟨", "bo‘lsa"),
        ("IV.7 > 0 bo‘lsa, IV.8 > 0 ⟨bo‘lsa", "bo‘lsa"),
        ("IV.8 > 0 ⟨agar IV.7 > 0 bo‘lsa", "agar"),
        ("IV.8 > 0 ⟨unda", "unda"),
        ("IV.8 > 0 yoki (5 ⟨yoki IV.7)", "yoki"),
        ("IV.7 = (5 ⟨va IV.8)", "va"),
        ("IV.7 = (5 ⟨yoki IV.8)", "yoki"),
        ("IV.7 = ⟨1,850", "two ways"),
        ("IV.7 = ⟨12.500 + 5", "two ways"),
        ("IV.7 ⟨+-5 = IV.8", "two ways"),
        ("IV.7 = 5 ±⟨", "tolerance"),
        ("IV.7 = 5 ± ⟨-5", "tolerance"),
        ("IV.7 = 5 ± 5 ⟨± 6", "tolerance"),
        ("IV.7 = 5 ± 5 ⟨+ 6", "calculation"),
        ("IV.7 = 5 ⟨%", "per cent"),
        ("⟨5 = 5", "names no item"),
    ],
)
def test_a_slip_points_at_its_character(marked: str, word: str) -> None:
    met = slip(marked.replace(MARK, ""))
    assert met.position == marked.index(MARK)
    assert word in render(met.message, "en")


def test_the_first_slip_of_a_rule_is_told() -> None:
    assert slip("= 5 #").position == 0
    assert slip("IV.7 = 5 # = ").position == 9


def test_a_long_flat_rule_is_no_slip() -> None:
    text = "IV.7 = " + " + ".join(["IV.8"] * 280)
    assert len(text) < LONGEST_RULE
    assert not isinstance(parse(text), Slip)


def test_a_rule_has_a_greatest_length() -> None:
    assert slip("IV.7 = " + "1" * LONGEST_RULE).position == LONGEST_RULE
    assert slip("(" * 10**6).position == LONGEST_RULE


@pytest.mark.parametrize(("deep", "inner"), [("(", "IV.8"), ("-", "IV.8"), ("-(", "(IV.8")])
def test_a_rule_has_a_greatest_depth(deep: str, inner: str) -> None:
    text = "IV.7 = " + deep * 200 + inner
    assert slip(text).position == len("IV.7 = ") + DEEPEST


def test_as_deep_as_allowed_is_no_slip() -> None:
    text = "(" * DEEPEST + "IV.7 = 5" + ")" * DEEPEST
    assert not isinstance(parse(text), Slip)
    assert slip(f"({text})").position == DEEPEST
