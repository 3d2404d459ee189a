"""The list of rules: the contract's codes and severities, a why for each, and tests for each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from akmplan.checks import ALL_RULES
from akmplan.findings import Rule
from akmplan.messages import render

ERROR: Final = (
    "L101", "L102", "L103", "L104", "L105", "L107", "L109", "L110", "P101", "P103", "P106",
    "P107", "P108", "P114", "P121", "T101", "T102", "T103", "T106", "M101", "M103", "M105", "M106",
    "M112", "M113",
)  # fmt: skip
WARNING: Final = (
    "L106", "L111", "P102", "P104", "P105", "P109", "P111", "P112", "P113", "P115", "P116",
    "P117", "P119", "P122", "M102", "M104", "M107", "M109", "M111", "M114", "S102",
)  # fmt: skip
NOTE: Final = (
    "L108", "P110", "P118", "P120",
)  # fmt: skip
HERE: Final = Path(__file__).parent
TESTS: Final = "\n".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))


def test_the_rules_are_those_of_the_contract_with_its_severities() -> None:
    said = {rule.code: rule.severity.value for rule in ALL_RULES}
    assert said == {
        **dict.fromkeys(ERROR, "error"),
        **dict.fromkeys(WARNING, "warning"),
        **dict.fromkeys(NOTE, "note"),
    }


def test_no_code_stands_twice() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_title_and_says_why(rule: Rule) -> None:
    for language in ("uz", "en"):
        title, why = render(rule.title, language), render(rule.why, language)
        assert 0 < len(title) <= 60
        assert not title.endswith(".")
        assert why[-1] in ".?"
        assert why != title


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_speaks_uzbek(rule: Rule) -> None:
    for message in (rule.title, rule.why):
        assert render(message, "uz") != render(message, "en")


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_case_that_it_names_and_one_that_it_does_not(rule: Rule) -> None:
    names = re.findall(rf"def test_{rule.code.lower()}_(\w+)", TESTS)
    silent = [name for name in names if name.startswith("is_silent")]
    assert silent
    assert set(names) - set(silent)
