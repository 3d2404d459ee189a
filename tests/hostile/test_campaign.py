"""Mutants of good years: a fixed number of them here, more on request."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.campaign import Tally, main, try_mutant
from tests.hostile.isolated import Ran, Runner
from tests.hostile.judging import disorder_on_screen
from tests.hostile.mutating import YEARS, mutant

# As many as fit into about two minutes; AKMPLAN_MUTANTS asks for another number.
MUTANTS: Final = int(os.environ.get("AKMPLAN_MUTANTS", "240"))
IN_ONE_TEST: Final = 20
FIRST_OF_ALL: Final = range(12)  # tried in every run of the tests
README: Final = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_first_mutants_do_no_harm(runner: Runner) -> None:
    do_no_harm(FIRST_OF_ALL, runner)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(len(FIRST_OF_ALL), MUTANTS, IN_ONE_TEST))
def test_no_mutant_does_harm(first: int, runner: Runner) -> None:
    do_no_harm(range(first, min(first + IN_ONE_TEST, MUTANTS)), runner)


def do_no_harm(seeds: range, runner: Runner) -> None:
    tally = Tally()
    for seed in seeds:
        try_mutant(seed, runner, tally)
    assert tally.finds == []
    assert tally.ends.total() > 0


def test_a_seed_makes_the_same_mutant_each_time() -> None:
    for seed in range(12):
        assert mutant(seed) == mutant(seed)
    assert len({tuple(mutant(seed).files.items()) for seed in range(12)}) == 12


def test_only_one_file_of_a_year_is_spoilt() -> None:
    for seed in range(12):
        made = mutant(seed)
        good = YEARS[made.how.partition(",")[0]]()
        assert set(made.files) == set(good)
        assert sum(made.files[name] != good[name] for name in good) <= 1


@pytest.mark.parametrize(
    ("ran", "sign"),
    [
        (Ran(-6, "", "", 0.1, 40), "killed by signal 6"),
        (Ran(1, "", "Traceback (most recent call last)", 0.1, 40), "Traceback"),
        (Ran(0, "", "", 11.0, 40), "11.0 s"),
        (Ran(0, "", "", 0.1, 300), "300 MiB"),
        (Ran(0, "\x1b[31m", "", 0.1, 40), "a terminal obeys"),
        (Ran(0, "x\n" * 999, "", 0.1, 40), "a screen of 999 lines"),
    ],
)
def test_harm_is_seen(ran: Ran, sign: str) -> None:
    (seen,) = disorder_on_screen(ran)
    assert sign in seen


def test_the_readme_s_command_runs(capsys: pytest.CaptureFixture[str]) -> None:
    command = re.search(r"`python -m tests\.hostile\.campaign ([^`]*)`", README)
    assert command is not None
    assert main([*shlex.split(command[1]), "--inputs", "6"]) == 0
    assert "6 mutants" in capsys.readouterr().out
