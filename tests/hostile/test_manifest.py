"""Every file of the manifest, put before the command line as its users meet it."""

from __future__ import annotations

import json
import stat
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from akmplan.checks import ALL_RULES
from akmplan.findings import Severity
from akmplan.model import grouped
from tests.hostile.case import At, Case
from tests.hostile.counting import cells_by_sheet
from tests.hostile.isolated import Ran, Runner
from tests.hostile.judging import disorder_of, disorder_of_both
from tests.hostile.manifest import CASES
from tests.hostile.outputs import faults_of_outputs, texts_of
from tests.hostile.snapshots import state_of

TODAY = ("--today", "2026-10-05", "--lang", "en")
ERRORS = {rule.code for rule in ALL_RULES if rule.severity is Severity.ERROR}
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
    """Of the files; a link may lead to a place that is named after the folder."""
    return [told[3] for _, told in sorted(state_of(folder).items()) if stat.S_ISREG(told[0])]


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
    output = tmp_path / "output"
    assert list(disorder_of_both(built, checked, output)) == []
    assert (built.code, checked.code) == (case.code, case.code), built.out + built.err
    findings: list[dict[str, Any]] = json.loads(checked.out)["findings"]
    _are_as_expected(findings, case)
    _are_said(built, case)
    _are_counted_right(json.loads(checked.out)["inputs"], folder)
    _is_written(output, case)
    if case.figure:
        explained = runner.run(tmp_path, "explain", "I.1", "--format", "json", *TODAY)
        assert list(disorder_of(explained)) == []
        figure = json.loads(explained.out)["figures"][0]
        assert (case.figure[0], figure[case.figure[0]]) == case.figure


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
