"""Why a total is off: each kind of cause where it stands and where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akmplan.figures.causes import MOST_CAUSES, TOTAL, Cause, CauseKind, likely_causes
from akmplan.messages import render
from akmplan.model import Number

Values = Mapping[str, Number | None]
Seen = tuple[str, str, Number | None]  # kind, places, what would repair it

NUMBERS = st.integers(0, 90_000) | st.decimals(0, 90_000, places=1)
PARTS = st.lists(st.none() | NUMBERS, min_size=1, max_size=8)


def causes(total: Number, parts: Values, before: Values | None = None) -> list[Cause]:
    return list(likely_causes(total, list(parts.items()), before))


def seen(total: Number, parts: Values, before: Values | None = None) -> list[Seen]:
    found = causes(total, parts, before)
    return [(one.kind.value, " ".join(one.places), one.repaired) for one in found]


def kinds(total: Number, parts: Values, before: Values | None = None) -> set[str]:
    return {kind for kind, _, _ in seen(total, parts, before)}


FAKT = {"7.1": None, "7.2": 1702, "7.3": None, "7.4": 92}
REJA = {"7.1": None, "7.2": 1604, "7.3": None, "7.4": 105}


def test_the_blanks_of_the_plan_s_fakt_could_hold_what_is_missing() -> None:
    [cause] = causes(1850, FAKT)
    assert (cause.kind, cause.places, cause.repaired) == (CauseKind.IN_BLANK, ("7.1", "7.3"), None)
    assert cause.message.values == {"blanks": ("7.1", "7.3"), "n": 56}


def test_the_plan_s_reja_was_copied_from_a_part_with_its_digits_swapped() -> None:
    first = causes(1640, REJA)[0]
    assert (first.kind, first.places) == (CauseKind.DIGITS_SWAPPED, (TOTAL,))
    assert (first.repaired, first.message.values["part"]) == (1709, "7.2")


FOUND: list[tuple[Number, Values, Seen]] = [
    (1850, {"a": 1702, "b": 92, "c": None}, ("left_out_or_in_blank", "c", 56)),
    (2617, {"a": 1702, "b": 915, "c": 63}, ("part_left_out", "total", 2680)),
    (2743, {"a": 1702, "b": 915, "c": 63}, ("part_doubled", "total", 2680)),
    (2860, {"a": 1702, "b": 915, "c": 63}, ("digits_swapped", "total", 2680)),
    (2680, {"a": 1072, "b": 915, "c": 63}, ("digits_swapped", "a", 1702)),
    (2680, {"a": 2701, "b": 915, "c": 63}, ("digits_swapped", "a", 1702)),
    (280, {"a": 1702, "b": 915, "c": 63}, ("digit_missing", "total", 2680)),
    (2680, {"a": 170, "b": 915, "c": 63}, ("digit_missing", "a", 1702)),
    (26680, {"a": 1702, "b": 915, "c": 63}, ("digit_extra", "total", 2680)),
    (2680, {"a": 17502, "b": 915, "c": 63}, ("digit_extra", "a", 1702)),
    (2917, {"a": 1702, "b": 915}, ("one_digit_wrong", "total", 2617)),
    (26800, {"a": 1702, "b": 915, "c": 63}, ("times_ten", "total", 2680)),
    (2680, {"a": 1702, "b": 915, "c": Decimal("6.3")}, ("times_ten", "c", 63)),
    (2680, {"a": 1702, "b": 915, "c": 63000}, ("times_thousand", "c", 63)),
    (2680, {"a": 1702, "b": -915, "c": 63}, ("sign", "b", 915)),
]


@pytest.mark.parametrize(("total", "parts", "first"), FOUND)
def test_the_slip_that_repairs_the_sum_is_named_first(
    total: Number, parts: Values, first: Seen
) -> None:
    assert seen(total, parts)[0] == first


SILENT: list[tuple[str, Number, Values]] = [
    ("left_out_or_in_blank", 1700, {"a": 1702, "b": 92, "c": None}),
    ("left_out_or_in_blank", 1850, {"a": 1702, "b": 92}),
    ("part_left_out", 2618, {"a": 1702, "b": 915, "c": 63}),
    ("part_doubled", 2744, {"a": 1702, "b": 915, "c": 63}),
    ("digits_swapped", 2869, {"a": 1702, "b": 915, "c": 63}),
    ("digit_missing", 281, {"a": 1702, "b": 915, "c": 63}),
    ("digit_extra", 26681, {"a": 1702, "b": 915, "c": 63}),
    ("digit_extra", Decimal("268.1"), {"a": 1702, "b": 915, "c": 64}),
    ("one_digit_wrong", 3781, {"a": 1702, "b": 915, "c": 63}),
    ("one_digit_wrong", 125, {"a": Decimal("1.5")}),
    ("times_ten", 26801, {"a": 1702, "b": 915, "c": 63}),
    ("times_thousand", 268000, {"a": 1702, "b": 915, "c": 63}),
    ("sign", 2680, {"a": 1702, "b": -914, "c": 63}),
]


@pytest.mark.parametrize(("kind", "total", "parts"), SILENT)
def test_no_slip_is_named_that_does_not_repair_the_sum(
    kind: str, total: Number, parts: Values
) -> None:
    assert kind not in kinds(total, parts)


JANUARY = {"total": 1000, "a": 600, "b": 300, "c": 100}
COPIED = "copied_from_neighbour"


def test_a_total_that_stayed_while_its_parts_changed_was_not_updated() -> None:
    february = {"a": 655, "b": 322, "c": 141}
    assert seen(1000, february, JANUARY)[0] == (COPIED, "total", 1118)


def test_a_part_that_stayed_while_the_sum_asks_for_another_value_was_not_updated() -> None:
    february = {"a": 600, "b": 322, "c": 141}
    assert seen(1118, february, JANUARY)[0] == (COPIED, "a", 655)


@pytest.mark.parametrize(
    ("total", "before"),
    [
        (1118, None),
        (1118, {}),
        (1118, {"total": 1000, "a": 599, "b": 301, "c": 100}),  # nothing stayed
        (1118, {"total": 1118, "a": 600, "b": 322, "c": 141}),  # all stayed: wrong before, too
        (300, {"total": 1000, "a": 600, "b": 301, "c": 99}),  # no number could stand there
    ],
)
def test_nothing_is_said_of_the_month_before_without_a_trace_of_it(
    total: int, before: Values | None
) -> None:
    assert COPIED not in kinds(total, {"a": 600, "b": 322, "c": 141}, before)


def test_a_digit_that_may_be_wrong_in_several_cells_is_one_suggestion() -> None:
    [cause] = causes(100, {"a": 70, "b": 20})
    assert (cause.kind, cause.places) == (CauseKind.ONE_DIGIT_WRONG, ("a", "b"))
    assert render(cause.message, "en").endswith("a (80, not 70), b (30, not 20).")


def test_a_digit_that_may_be_wrong_anywhere_is_no_suggestion() -> None:
    assert seen(2681, {"a": 1702, "b": 915, "c": 63}) == []


def test_a_wrong_digit_is_suggested_last() -> None:
    found = seen(2917, {"a": 1702, "b": 915, "c": None})
    assert [kind for kind, _, _ in found] == ["left_out_or_in_blank", "one_digit_wrong"]


def test_a_lost_zero_is_ten_times_too_small() -> None:
    assert seen(268, {"a": 1702, "b": 915, "c": 63}) == [("times_ten", "total", 2680)]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (26800, "Perhaps 10 times too large: the total (2 680, not 26 800)."),
        (268, "Perhaps 10 times too small: the total (2 680, not 268)."),
        (2860, "Perhaps two digits are swapped: the total (2 680, not 2 860)."),
        (2617, "Perhaps c (63) is left out of the total."),
    ],
)
def test_a_suggestion_says_what_would_repair_the_sum(written: int, sentence: str) -> None:
    message = causes(written, {"a": 1702, "b": 915, "c": 63})[0].message
    assert render(message, "en").replace("\u00a0", " ") == sentence


def test_nothing_is_said_where_every_part_is_blank() -> None:
    assert seen(100, {"a": None, "b": None}) == []
    assert seen(100, {}) == []


@given(PARTS)
def test_a_sum_that_holds_has_no_cause(values: list[Number | None]) -> None:
    total = sum((value for value in values if value is not None), start=0)
    parts = {str(index): value for index, value in enumerate(values)}
    assert causes(total, parts) == []
    assert causes(total, parts, {TOTAL: total + 1, **parts}) == []


ANY_NUMBER = st.integers(-(10**40), 10**40) | st.decimals(-(10**9), 10**9, places=3)


@given(ANY_NUMBER, st.lists(st.none() | ANY_NUMBER), st.lists(st.none() | ANY_NUMBER))
def test_whatever_stands_in_the_cells_some_or_no_causes_are_said(
    total: Number, values: list[Number | None], before: list[Number | None]
) -> None:
    parts = {str(index): value for index, value in enumerate(values)}
    months_before = {str(index): value for index, value in enumerate(before)}
    found = causes(total, parts, {TOTAL: total, **months_before})
    assert len(found) <= MOST_CAUSES
    assert all(render(one.message, "en") for one in found)
    assert all(set(one.places) <= {TOTAL, *parts} for one in found)


@given(st.lists(st.integers(0, 90_000), min_size=1, max_size=8), st.data())
def test_a_single_changed_digit_breaks_the_sum_and_its_cell_can_repair_it(
    values: list[int], data: st.DataObject
) -> None:
    cells = [sum(values), *values]
    at = data.draw(st.integers(0, len(values)), label="cell")
    original = cells[at]
    cells[at] = data.draw(st.sampled_from(with_one_digit_changed(original)), label="typed")
    total, *parts = cells
    assert total != sum(parts)
    labelled = {str(index): value for index, value in enumerate(parts, start=1)}
    place = TOTAL if at == 0 else str(at)
    for one in causes(total, labelled):
        assert one.repaired == original or one.places != (place,)


def with_one_digit_changed(number: int) -> list[int]:
    text = str(number)
    others = (
        int(text[:at] + digit + text[at + 1 :])
        for at in range(len(text))
        for digit in "0123456789"
        if digit != text[at]
    )
    return sorted(set(others))
