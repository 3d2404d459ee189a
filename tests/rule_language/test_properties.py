"""What holds for every rule: writing reads back, arithmetic is exact, no fault slips through."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from akmplan.messages import render
from akmplan.model import Answer
from akmplan.rule_language import Name, Relation, Slip, judge, names, parse, written
from akmplan.rule_language.rule_text import written_expression
from akmplan.rule_language.tree import (
    Comparison,
    Expression,
    Figure,
    Sign,
)
from tests.rule_language.figures import judged, value
from tests.rule_language.trees import expressions_of, numbers, relations

PIECES = [
    "IV.7", "IV.12.yangi", "V.26.1", "1V.7", ".", "“Nusxa qo‘shish”", "'", "“", "”", "«", "»", '"',
    "[fakt]", "[", "]", "mart", "I chorak", "fakt", "reja", "bajarildi", ":", ",", ";", "(", ")",
    "+", "-", "*", "/", "±", "%", "=", "<", ">", "<=", "<>", "agar", "bo‘lsa", "va", "yoki", "unda",
    "5", "0,5", "1 850", "1,850", " ", "\u00a0", "\u200b", "\n", "#", "{x}", "IV", "\ud800", "й",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(relations)
def test_a_rule_written_out_reads_back_to_itself(relation: Relation) -> None:
    assume(names(relation))
    assert parse(written(relation)) == relation


@given(texts)
def test_any_text_is_a_rule_or_a_slip_within_it(text: str) -> None:
    read = parse(text)
    if isinstance(read, Slip):
        assert 0 <= read.position <= len(text)
        assert render(read.message, "en")
    else:
        assert parse(written(read)) == read
        assert all(text[name.position :].strip() for name in names(read))


@given(texts, st.sampled_from([0, 7, Decimal("0.5"), None, "-", "?"]))
def test_any_rule_gets_an_answer(text: str, typed: int | Decimal | str | None) -> None:
    read = parse(text)
    if isinstance(read, Relation):
        judgement = judge(read, lambda _: value(typed))
        assert render(judgement.message, "en")
        assert bool(judgement.obstacles) == (judgement.answer is Answer.CANNOT_BE_JUDGED)


KNOWN: Mapping[Name, int | Decimal] = {
    Name("IV.1"): 0, Name("IV.2"): 37450, Name("IV.3"): Decimal("0.1"), Name("IV.4", "a b"): 3,
}  # fmt: skip
known = expressions_of(st.one_of(st.sampled_from(list(KNOWN)), st.builds(Figure, numbers)), most=20)


@given(known)
def test_arithmetic_is_that_of_fractions(expression: Expression) -> None:
    relation = parse(f"IV.9 = {written_expression(expression)}")
    assert isinstance(relation, Relation)
    judgement = judge(relation, lambda name: value(KNOWN.get(name, 1)))
    try:
        expected = _by_python(expression)
    except ZeroDivisionError:
        assert judgement.answer is Answer.CANNOT_BE_JUDGED
        return
    assert judgement.workings[0].right.amount == expected
    assert (judgement.answer is Answer.HOLDS) == (expected == 1)


def _by_python(expression: Expression) -> Fraction:
    """Worked out by another road: Python's own reading of the same text."""
    source = written_expression(
        expression,
        lambda name: f"Fraction('{KNOWN[name]}')",
        lambda number: f"Fraction('{number}')",
    )
    result = eval(source.replace("×", "*"), {"Fraction": Fraction})
    assert isinstance(result, Fraction)
    return result


@given(known, st.sampled_from(Sign), known)
def test_a_comparison_and_its_opposite_never_agree(
    left: Expression, sign: Sign, right: Expression
) -> None:
    claims = (Comparison(left, one, right) for one in (sign, sign.opposite))
    answers = {judge(Relation(claim), lambda name: value(KNOWN[name])).answer for claim in claims}
    assert answers in ({Answer.HOLDS, Answer.BROKEN}, {Answer.CANNOT_BE_JUDGED})


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8), st.data())
def test_any_changed_digit_of_a_true_sum_is_caught(parts: list[int], data: st.DataObject) -> None:
    codes = [f"IV.7.{number}" for number in range(1, len(parts) + 1)]
    text = f"IV.7 = {' + '.join(codes)}"
    figures = {"IV.7": sum(parts), **dict(zip(codes, parts, strict=True))}
    assert judged(text, figures).answer is Answer.HOLDS
    wrong = data.draw(st.sampled_from(list(figures)))
    figures[wrong] = data.draw(st.sampled_from(_one_digit_changed(figures[wrong])))
    judgement = judged(text, figures)
    assert judgement.answer is Answer.BROKEN
    working = judgement.workings[0]
    terms = (*working.left.terms, *working.right.terms)
    assert {term.name.item: term.amount for term in terms} == figures


def _one_digit_changed(number: int) -> list[int]:
    digits = str(number)
    return [
        int(f"{digits[:at]}{digit}{digits[at + 1 :]}")
        for at in range(len(digits))
        for digit in "0123456789"
        if digit != digits[at]
    ]


@pytest.mark.parametrize("number", [0, 7, 1640])
def test_changed_digits_are_changes(number: int) -> None:
    assert number not in _one_digit_changed(number)
