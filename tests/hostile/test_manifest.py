"""Every file of the manifest, put before the command line as its users meet it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from akmplan.checks import ALL_RULES
from akmplan.findings import Severity
from tests.hostile.case import At, Case
from tests.hostile.isolated import Ran, Runner
from tests.hostile.manifest import CASES
from tests.hostile.outputs import faults_of_outputs, texts_of
from tests.hostile.snapshots import state_of

TODAY = ("--today", "2026-10-05", "--lang", "en")
MOST_SECONDS = 10.0
MOST_MIB = 256
ERRORS = {rule.code for rule in ALL_RULES if rule.severity is Severity.ERROR}
LONGEST_SCREEN = 120  # lines
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PLAN = "ish-reja-2026.docx"


def test_no_two_cases_have_one_name() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_makers_give_the_same_files_each_time(tmp_path: Path) -> None:
    for case in CASES[::10]:
        first, second = tmp_path / case.name[:40] / "1", tmp_path / case.name[:40] / "2"
        for folder in (first, second):
            folder.mkdir(parents=True)
            case.lay(folder)
        assert _bytes_in(first) == _bytes_in(second), case.name


def _bytes_in(folder: Path) -> list[str]:
    return [told[3] for name, told in sorted(state_of(folder).items()) if name != "."]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_outcome_is_as_the_manifest_says(case: Case, tmp_path: Path, runner: Runner) -> None:
    folder = tmp_path / "input"
    folder.mkdir()
    case.lay(folder)
    before = state_of(folder)
    built = runner.run(tmp_path, "build", *TODAY, without_root=case.without_root)
    checked = runner.run(
        tmp_path, "check", "--format", "json", *TODAY, without_root=case.without_root
    )
    assert state_of(folder) == before
    for ran in (built, checked):
        _is_orderly(ran)
    assert (built.code, checked.code) == (case.code, case.code), built.out + built.err
    findings: list[dict[str, Any]] = json.loads(checked.out)["findings"]
    _are_as_expected(findings, case.findings)
    _are_said(built, case.findings)
    _are_counted(json.loads(checked.out)["inputs"])
    _is_written(tmp_path / "output", case)
    if case.figure:
        explained = runner.run(tmp_path, "explain", "I.1", "--format", "json", *TODAY)
        _is_orderly(explained)
        figure = json.loads(explained.out)["figures"][0]
        assert (case.figure[0], figure[case.figure[0]]) == case.figure


def _is_orderly(ran: Ran) -> None:
    assert ran.code >= 0, f"killed by signal {-ran.code} after {ran.seconds:.1f} s: {ran.err}"
    assert "Traceback" not in ran.out + ran.err
    assert "unforeseen" not in ran.err, ran.err
    assert ran.seconds < MOST_SECONDS
    assert ran.peak <= MOST_MIB


def _are_as_expected(findings: list[dict[str, Any]], expected: tuple[At, ...]) -> None:
    errors = {_place(one) for one in findings if one["severity"] == "error"}
    assert errors == {one.place for one in expected if one.code in ERRORS}
    for at in expected:
        told = [one["message"] for one in findings if _place(one) == at.place]
        assert told, f"{at.place} is not named"
        assert any(all(words in message for words in at.says) for message in told), told


def _place(finding: dict[str, Any]) -> tuple[str, str | None, str | None, str | None]:
    return finding["code"], finding["file"], finding["sheet"], finding["cell"]


def _are_said(built: Ran, expected: tuple[At, ...]) -> None:
    assert not OBEYED.search(built.out + built.err), "what a terminal obeys"
    assert len(built.out.splitlines()) < LONGEST_SCREEN
    assert len(built.out) < LONGEST_SCREEN * 200
    for at in expected:
        assert at.code in built.out
        if at.code in ERRORS:
            assert (at.cell or at.file or "") in built.out


def _are_counted(inputs: list[dict[str, Any]]) -> None:
    for sheet in (sheet for one in inputs for sheet in one["sheets"]):
        assert sheet["cells"] == sheet["used"] + len(sheet["set_aside"])


def _is_written(output: Path, case: Case) -> None:
    assert (output / PLAN).is_file() == case.is_written
    assert faults_of_outputs(output) == []
    if case.shows:
        shown = texts_of(output / PLAN)
        assert [text for text in case.shows if text not in shown] == []
