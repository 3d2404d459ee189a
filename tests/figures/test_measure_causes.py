"""The suggestions stay as good as they were measured to be, on a small sample with fixed seed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.figures.measure_causes import (
    FAULTS_OF_EACH_KIND,
    Score,
    scores,
    suggestions_on_true_sums,
    table,
)
from tests.figures.planted import FAULTS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

# fault: (named first, named among three), of a hundred; well below what the full measure gives
FLOORS = {
    "left out, or in a blank": (80, 95),
    "part left out": (85, 97),
    "part doubled": (88, 97),
    "digits swapped": (75, 95),
    "copied from a part, swapped": (92, 97),
    "digit missing": (55, 74),
    "digit extra": (78, 84),
    "copied, not updated": (80, 95),
    "times ten": (88, 95),
    "times thousand": (97, 97),
    "sign": (82, 95),
    "one digit wrong": (22, 34),
}


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    return {one.fault: one for one in scores(150)}


def test_every_fault_has_a_floor() -> None:
    assert set(FLOORS) | {"none of these"} == set(FAULTS)


@pytest.mark.parametrize("fault", FLOORS)
def test_the_planted_fault_is_named(measured: dict[str, Score], fault: str) -> None:
    first, among_three = FLOORS[fault]
    assert measured[fault].first >= first / 100
    assert measured[fault].among_three >= among_three / 100


def test_most_faults_of_no_known_kind_are_left_without_a_suggestion(
    measured: dict[str, Score],
) -> None:
    assert measured["none of these"].any_suggestion <= 0.45


def test_true_sums_get_no_suggestion() -> None:
    assert suggestions_on_true_sums(1000) == 0


def test_the_readme_states_what_is_measured() -> None:
    stated = re.findall(r"^\| [^|]+ \| (\d+) % \| (\d+) % \|$", README, re.MULTILINE)
    full = [one for one in scores(FAULTS_OF_EACH_KIND) if one.fault in FLOORS]
    measured = [(round(100 * one.first), round(100 * one.among_three)) for one in full]
    assert [(int(first), int(three)) for first, three in stated] == measured


def test_the_same_seed_measures_the_same() -> None:
    assert table(20) == table(20)
