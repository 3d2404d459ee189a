"""The figures that a rule speaks of: where they stand, in which column, for which period."""

from __future__ import annotations

import pytest

from akmplan.rule_language import Name, Relation, in_period, is_monthly, names, readings, written
from tests.rule_language.figures import rule

Seen = tuple[str, str | None, str | None, str | None]


def seen(relation: Relation) -> list[Seen]:
    return [(one.item, one.indicator, one.column, one.period) for one in names(relation)]


def test_names_stand_in_the_order_of_the_text_with_their_positions() -> None:
    text = "agar ІV.25 > 0 bo‘lsa, -(IV.12.yangi + 1) * IV.10.“Nusxa qo‘shish”[mart] > IV.7"
    found = names(rule(text))
    assert [one.item for one in found] == ["IV.25", "IV.12", "IV.10", "IV.7"]
    typed = ["ІV.25", "IV.12.yangi", "IV.10.“", "IV.7"]
    assert [one.position for one in found[:3]] == [text.index(name) for name in typed[:3]]
    assert found[3].position == len(text) - 4
    assert found[2].scope.period_position == text.index("mart")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IV.7 = 0", ("IV.7", None, None, None)),
        ("fakt: IV.7 = 0", ("IV.7", None, "fakt", None)),
        ("fakt: IV.7[reja] = 0", ("IV.7", None, "reja", None)),
        ("mart: IV.7 = 0", ("IV.7", None, "bajarildi", "mart")),
        ("mart: IV.7[aprel] = 0", ("IV.7", None, "bajarildi", "aprel")),
        ("mart: IV.7[reja] = 0", ("IV.7", None, "reja", None)),
        ("fakt: IV.7[mart] = 0", ("IV.7", None, "bajarildi", "mart")),
        ("mart: IV.7[bajarildi] = 0", ("IV.7", None, "bajarildi", "mart")),
        ("IV.12.yangi[bajarildi, mart] = 0", ("IV.12", "yangi", "bajarildi", "mart")),
    ],
)
def test_what_stands_at_a_name_wins_over_the_whole_rule(text: str, expected: Seen) -> None:
    assert seen(rule(text)) == [expected]


def test_the_period_of_the_whole_rule_keeps_its_position() -> None:
    (name,) = names(rule("bajarildi, mart: IV.7 = 0"))
    assert name.scope.period_position == len("bajarildi, ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IV.7 = 0", ["fakt: IV.7 = 0", "reja: IV.7 = 0", "bajarildi: IV.7 = 0"]),
        ("IV.7 > IV.7[fakt]", ["fakt: IV.7 > IV.7[fakt]", "reja: IV.7 > IV.7[fakt]",
                               "bajarildi: IV.7 > IV.7[fakt]"]),
        ("reja: IV.7 = 0", ["reja: IV.7 = 0"]),
        ("mart: IV.7 = 0", ["mart: IV.7 = 0"]),
        ("IV.7[reja] > IV.7[fakt]", ["IV.7[reja] > IV.7[fakt]"]),
    ],
)  # fmt: skip
def test_an_open_rule_is_read_in_every_column(text: str, expected: list[str]) -> None:
    assert [written(one) for one in readings(rule(text))] == expected


@pytest.mark.parametrize(
    ("text", "monthly"),
    [
        ("bajarildi: IV.7 = 0", True), ("IV.7[bajarildi] <= IV.7[reja]", True),
        ("mart: IV.7 = 0", False), ("fakt: IV.7 = 0", False), ("IV.7[mart] = 0", False),
    ],
)  # fmt: skip
def test_a_rule_on_bajarildi_without_a_period_is_monthly(text: str, monthly: bool) -> None:
    assert is_monthly(rule(text)) is monthly


def test_a_period_is_given_to_what_has_none() -> None:
    relation = in_period(rule("bajarildi: IV.7 <= IV.7[reja] + IV.8[mart]"), "2026-05")
    assert [(one.column, one.period) for one in names(relation)] == [
        ("bajarildi", "2026-05"), ("reja", None), ("bajarildi", "mart"),
    ]  # fmt: skip


def test_names_are_equal_wherever_they_stand() -> None:
    first, second = names(rule("IV.7 = IV.7"))
    assert first == second == Name("IV.7")
    assert first.position != second.position
