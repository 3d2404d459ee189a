"""Every file of the manifest, put before the command line as its users meet it."""

from __future__ import annotations

import json
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from akmplan.checks import ALL_RULES
from akmplan.findings import Severity
from akmplan.model import grouped
from tests.hostile.case import At, Case
from tests.hostile.counting import cells_by_sheet
from tests.hostile.isolated import Ran, Runner
from tests.hostile.judging import disorder_in_accounts, disorder_of, disorder_on_screen
from tests.hostile.manifest import CASES
from tests.hostile.outputs import faults_of_outputs, texts_of
from tests.hostile.snapshots import state_of

TODAY = ("--today", "2026-10-05", "--lang", "en")
ERRORS = {rule.code for rule in ALL_RULES if rule.severity is Severity.ERROR}
PLAN = "ish-reja-2026.docx"
# A build takes four times as long as a check: each fourth is made in every run of the tests.
BUILT = [
    pytest.param(case, marks=() if at % 4 == 0 else pytest.mark.slow)
    for at, case in enumerate(CASES)
]
Lay = Callable[[Case], Path]


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
    """Of the files; a link may lead to a place that is named after the folder."""
    return [told[3] for _, told in sorted(state_of(folder).items()) if stat.S_ISREG(told[0])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_check_finds_what_the_manifest_says(case: Case, laid: Lay, runner: Runner) -> None:
    folder = laid(case)
    before = state_of(folder)
    checked = _ran(case, runner, folder, "check", "--format", "json")
    assert state_of(folder) == before
    assert list(disorder_of(checked)) == []
    assert checked.code == case.code, checked.out + checked.err
    assert list(disorder_in_accounts(checked)) == []
    told = json.loads(checked.out)
    _are_as_expected(told["findings"], case)
    _are_counted_right(told["inputs"], folder)
    if case.figure:
        explained = runner.run(folder.parent, "explain", "I.1", "--format", "json", *TODAY)
        assert list(disorder_of(explained)) == []
        figure = json.loads(explained.out)["figures"][0]
        assert (case.figure[0], figure[case.figure[0]]) == case.figure


@pytest.mark.parametrize("case", BUILT, ids=lambda case: case.name)
def test_build_writes_what_the_manifest_says(case: Case, laid: Lay, runner: Runner) -> None:
    folder = laid(case)
    before = state_of(folder)
    built = _ran(case, runner, folder, "build")
    assert state_of(folder) == before
    assert list(disorder_on_screen(built)) == []
    assert built.code == case.code, built.out + built.err
    _are_said(built, case)
    _is_written(folder.parent / "output", case)


def _ran(case: Case, runner: Runner, folder: Path, *command: str) -> Ran:
    return runner.run(folder.parent, *command, *TODAY, without_root=case.without_root)


@pytest.fixture
def laid(tmp_path: Path) -> Lay:
    """Makes the input folder of a case."""

    def lay(case: Case) -> Path:
        folder = tmp_path / "input"
        folder.mkdir()
        case.lay(folder)
        return folder

    return lay


def _are_as_expected(findings: list[dict[str, Any]], case: Case) -> None:
    errors = [one for one in findings if one["severity"] == "error"]
    if case.counts:
        assert Counter(one["code"] for one in errors) == dict(case.counts)
    else:
        assert {_place(one) for one in errors} == {
            it.place for it in case.findings if _is_error(it)
        }
    told: dict[Any, list[str]] = {}
    for one in findings:
        told.setdefault(_place(one), []).append(one["message"])
    for at in case.findings:
        assert at.place in told, f"{at.place} is not named"
        messages = told[at.place]
        assert any(all(words in said for words in at.says) for said in messages), messages


def _is_error(at: At) -> bool:
    return at.code in ERRORS


def _place(finding: dict[str, Any]) -> tuple[str, str | None, str | None, str | None]:
    return finding["code"], finding["file"], finding["sheet"], finding["cell"]


def _are_said(built: Ran, case: Case) -> None:
    for at in case.findings:
        assert at.code in built.out
        if _is_error(at):
            assert (at.cell or at.file or "") in built.out
    for _, count in case.counts:
        assert f"× {grouped(count)}" in built.out


def _are_counted_right(inputs: list[dict[str, Any]], folder: Path) -> None:
    """The cells of each sheet, counted once more in the XML itself."""
    for one in inputs:
        path = folder / one["file"]
        if one["kind"] != "unreadable" and path.read_bytes().startswith(b"PK"):
            said = {sheet["name"]: sheet["cells"] for sheet in one["sheets"]}
            assert said == cells_by_sheet(path)


def _is_written(output: Path, case: Case) -> None:
    assert (output / PLAN).is_file() == case.is_written
    assert faults_of_outputs(output) == []
    if case.shows:
        shown = texts_of(output / PLAN)
        assert [text for text in case.shows if text not in shown] == []
