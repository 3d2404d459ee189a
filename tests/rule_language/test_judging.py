"""Three answers: every comparison holds, is broken, and cannot be judged."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from akmplan.messages import render
from akmplan.model import Answer, Place, State, Value
from akmplan.rule_language import Hindrance, Judgement, Name, Sign, judge
from tests.rule_language.figures import OPEN, Written, judged, rule, value, values

HOLDS, BROKEN, UNJUDGED = Answer.HOLDS, Answer.BROKEN, Answer.CANNOT_BE_JUDGED


def told(judgement: Judgement) -> str:
    return render(judgement.message, "en").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("sign", "holding", "breaking"),
    [
        ("=", [5], [4, 6]), ("<>", [4, 6], [5]), ("<=", [4, 5], [6]),
        (">=", [5, 6], [4]), ("<", [4], [5, 6]), (">", [6], [4, 5]),
    ],
)  # fmt: skip
def test_comparisons(sign: str, holding: list[int], breaking: list[int]) -> None:
    answers = {n: judged(f"IV.7 {sign} 5", {"IV.7": n}).answer for n in holding + breaking}
    assert answers == dict.fromkeys(holding, HOLDS) | dict.fromkeys(breaking, BROKEN)


@pytest.mark.parametrize(
    ("sign", "holding", "breaking"),
    [
        ("=", [80, 120], [79, 121]), ("<>", [79, 121], [80, 100]), ("<=", [0, 120], [121]),
        (">=", [80, 200], [79]), ("<", [0, 119], [120]), (">", [81, 200], [80]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tolerance", ["± 20", "± 20 %", "+/- 20,0"])
def test_comparisons_with_a_tolerance(
    sign: str, holding: list[int], breaking: list[int], tolerance: str
) -> None:
    text = f"IV.7 {sign} 100 {tolerance}"
    answers = {n: judged(text, {"IV.7": n}).answer for n in holding + breaking}
    assert answers == dict.fromkeys(holding, HOLDS) | dict.fromkeys(breaking, BROKEN)


@pytest.mark.parametrize(
    ("expression", "amount"),
    [
        ("IV.7 + IV.8", 15), ("IV.7 - IV.8", 9), ("IV.7 * IV.8", 36), ("IV.7 / IV.8", 4),
        ("-IV.7 + IV.8", -9), ("IV.7 - IV.8 - 2", 7), ("IV.7 / IV.8 / 2", 2),
        ("IV.7 - (IV.8 - 2)", 11), ("IV.7 + IV.8 * 2", 18), ("(IV.7 + IV.8) × 2", 30),
        ("-(IV.7 - IV.8)", -9), ("IV.8 ÷ IV.7 + 0,75", 1), ("IV.7 * -IV.8", -36),
    ],
)  # fmt: skip
def test_every_operation_has_a_true_and_a_false_sum(expression: str, amount: int) -> None:
    figures = {"IV.7": 12, "IV.8": 3}
    assert judged(f"{expression} = {amount}", figures).answer is HOLDS
    assert judged(f"{expression} = {amount} + 1", figures).answer is BROKEN


PLAN: Mapping[str, Written] = {"IV.7": 1640, "IV.7.2": 1604, "IV.7.4": 105, "IV.7.1": None}


def test_a_broken_rule_has_both_sides_worked_out() -> None:
    broken = judged("IV.7 = IV.7.2 + IV.7.4", PLAN)
    assert told(broken) == "1 640 ≠ 1 604 + 105 = 1 709"
    (working,) = broken.workings
    assert working.sign is Sign.UNEQUAL
    assert [int(side.amount) for side in (working.left, working.right)] == [1640, 1709]
    terms = [(term.name.item, int(term.amount)) for term in working.right.terms]
    assert terms == [("IV.7.2", 1604), ("IV.7.4", 105)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("IV.7 + 1 <= 5", "1 640 + 1 = 1 641 > 5"),
        ("IV.7 >= IV.7.2 * 2", "1 640 < 1 604 × 2 = 3 208"),
        ("-(IV.7 - 40) > 0,5", "-(1 640 - 40) = -1 600 ≤ 0,5"),
        ("IV.7 / IV.7.4 < 2", "1 640 / 105 ≈ 15,62 ≥ 2"),
        ("IV.7 / 3 = 546,67", "1 640 / 3 ≈ 546,667 ≠ 546,67"),
        ("IV.7 <> 1640", "1 640 = 1 640"),
        ("IV.7 = IV.7.2 ± 5", "1 640 ≠ 1 604 (± 5)"),
        ("IV.7 = IV.7.2 ± 1 %", "1 640 ≠ 1 604 (± 16,04)"),
        ("IV.7 = 1 va IV.7 > 0 va IV.7 = 2", "1 640 ≠ 1; 1 640 ≠ 2"),
        ("IV.7 = 1 yoki IV.7 = 2", "1 640 ≠ 1; 1 640 ≠ 2"),
        ("agar IV.7 > 0 bo‘lsa, IV.7.4 = 0", "the condition is met (1 640 > 0), but 105 ≠ 0"),
    ],
)
def test_broken_rules_are_told_term_by_term(text: str, sentence: str) -> None:
    broken = judged(text, PLAN)
    assert broken.answer is BROKEN
    assert told(broken) == sentence


def test_a_blank_is_never_a_zero() -> None:
    answer = judged("IV.7 = IV.7.1 + IV.7.2 + IV.7.4", PLAN)
    assert answer.answer is UNJUDGED
    assert [(one.hindrance, one.written) for one in answer.obstacles] == [
        (Hindrance.MISSING, "IV.7.1")
    ]
    assert judged("IV.7.1 * 0 = 0", PLAN).answer is UNJUDGED
    assert judged("IV.7.1 = IV.7.1", PLAN).answer is UNJUDGED


def test_a_dash_counts_as_zero() -> None:
    assert judged("IV.7 = IV.8 + 5", {"IV.7": 5, "IV.8": "-"}).answer is HOLDS
    assert judged("IV.8 > 0", {"IV.8": "-"}).answer is BROKEN


@pytest.mark.parametrize(
    ("typed", "hindrance"),
    [
        (None, Hindrance.MISSING), (OPEN, Hindrance.LINKED), ("33 38", Hindrance.UNREADABLE),
        (Decimal("NaN"), Hindrance.UNREADABLE), (Decimal("Infinity"), Hindrance.UNREADABLE),
        (Decimal("1E+999999"), Hindrance.UNREADABLE), (Decimal("1E-999"), Hindrance.UNREADABLE),
    ],
)  # fmt: skip
def test_what_cannot_be_reckoned_with_is_named(
    typed: Written | Value, hindrance: Hindrance
) -> None:
    answer = judged("fakt: IV.8 = IV.7.a + IV.7.a", {"IV.8[fakt]": 5, "IV.7.a[fakt]": typed})
    assert answer.answer is UNJUDGED
    (obstacle,) = answer.obstacles
    assert (obstacle.hindrance, obstacle.written) == (hindrance, "IV.7.a")
    assert obstacle.name is not None
    assert obstacle.name.column == "fakt"


def test_all_that_stands_in_the_way_is_told() -> None:
    figures = {"IV.1": None, "IV.2": OPEN, "IV.3": "?", "IV.4": None}
    answer = judged("IV.1 + IV.2 = IV.3 - IV.4", figures)
    assert told(answer) == (
        "Nothing is written for IV.1, IV.4. Still to be taken from another document: IV.2. "
        "Could not be read: IV.3."
    )


@pytest.mark.parametrize("divisor", ["0", "IV.8", "(IV.7 - 12)", "-IV.8"])
def test_a_division_by_zero_cannot_be_judged(divisor: str) -> None:
    answer = judged(f"IV.7 + IV.7 / {divisor} = 0", {"IV.7": 12, "IV.8": 0})
    assert answer.answer is UNJUDGED
    assert [one.hindrance for one in answer.obstacles] == [Hindrance.DIVISION]


YES, NO, BLANK = "IV.1 = 1", "IV.1 = 2", "IV.2 = 1"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{YES} va {YES}", HOLDS), (f"{YES} va {NO}", BROKEN), (f"{YES} va {BLANK}", UNJUDGED),
        (f"{NO} va {BLANK}", BROKEN), (f"{YES} yoki {NO}", HOLDS), (f"{NO} yoki {NO}", BROKEN),
        (f"{NO} yoki {BLANK}", UNJUDGED), (f"{BLANK} yoki {YES}", HOLDS),
        (f"{NO} va {NO} yoki {YES}", HOLDS), (f"{NO} va ({NO} yoki {YES})", BROKEN),
        (f"agar {YES} bo‘lsa, {YES}", HOLDS), (f"agar {YES} bo‘lsa, {NO}", BROKEN),
        (f"agar {NO} bo‘lsa, {NO}", HOLDS), (f"agar {NO} bo‘lsa, {BLANK}", HOLDS),
        (f"agar {YES} bo‘lsa, {BLANK}", UNJUDGED), (f"agar {BLANK} bo‘lsa, {YES}", UNJUDGED),
        (f"agar {BLANK} bo‘lsa, {NO}", UNJUDGED),
    ],
)  # fmt: skip
def test_conditions_and_joined_comparisons(text: str, answer: Answer) -> None:
    assert judged(text, {"IV.1": 1, "IV.2": None}).answer is answer


def test_an_idle_rule_says_so() -> None:
    idle = judged("agar IV.25 > 0 bo‘lsa, IV.23 > 0", {"IV.25": 0, "IV.23": 0})
    assert told(idle) == "The condition is not met: 0 ≤ 0."


def test_a_tolerance_does_not_soften_the_condition() -> None:
    assert judged("agar IV.1 = 2 bo‘lsa, IV.1 = 50 ± 5", {"IV.1": 1}).answer is HOLDS


def test_figures_are_asked_for_in_the_column_and_period_that_hold() -> None:
    asked: list[Name] = []

    def value_of(name: Name) -> Value:
        asked.append(name)
        return value(1)

    judge(rule("mart: IV.7 = IV.8[reja] + IV.9[aprel]"), value_of)
    assert [(one.item, one.column, one.period) for one in asked] == [
        ("IV.7", "bajarildi", "mart"), ("IV.8", "reja", None), ("IV.9", "bajarildi", "aprel"),
    ]  # fmt: skip


def test_decimals_are_exact() -> None:
    tenths = {"IV.1": Decimal("0.1"), "IV.2": Decimal("0.2")}
    assert judged("IV.1 + IV.2 = 0,3", tenths).answer is HOLDS
    thirds = judge(rule("IV.1 / 3 * 3 = IV.1"), values(tenths))
    assert thirds.workings[0].left.amount == Fraction(1, 10)


def test_enormous_amounts_are_told_too() -> None:
    text = "IV.1" + " * IV.1" * 15 + " = 0"
    assert told(judged(text, {"IV.1": 10**300})).endswith(" ≈ 10^4800 ≠ 0")


def test_a_reference_counts_once_it_was_taken_from_its_source() -> None:
    taken = Value(State.LINKED, 240, OPEN.text, source=Place("unicat.xlsx", "Reja", "C4"))
    assert judged("IV.11 = 240", {"IV.11": taken}).answer is HOLDS
    assert judged("IV.11 = 231", {"IV.11": OPEN}).answer is UNJUDGED
