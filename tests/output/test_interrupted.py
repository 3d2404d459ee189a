"""What the next run makes of the stage that an interrupted one left."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from akmplan.cli.folder_view import show_folder
from akmplan.cli.speech import Speech
from akmplan.output import Outcome

from .faults import held_open
from .folders import LIST, build, everything_in, hidden_in, papers_in

OLD = {"a.docx": b"old a", "b.docx": b"old b", "q1/stale.docx": b"old"}
NEW = {"a.docx": b"new a", "b.docx": b"new b", "q2/c.docx": b"new c"}


def interrupt_at(
    folder: Path, documents: Mapping[str, bytes], target: str, *, full: bool = True
) -> None:
    """The process dies before this target is replaced."""
    real = os.replace

    def replace(source: Path, to: Path) -> None:
        if Path(to) == folder / target:
            raise KeyboardInterrupt
        real(source, to)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            build(folder, documents, full=full)


def test_a_complete_stage_is_finished_first(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, "b.docx")
    assert papers_in(tmp_path)["b.docx"] == b"old b"
    outcome = build(tmp_path, {"d.docx": b"d"}, full=False)
    assert outcome.finished_earlier == ("b.docx", "q2/c.docx")
    assert outcome.removed == ("q1/stale.docx",)
    assert papers_in(tmp_path) == {**NEW, "d.docx": b"d"}


def test_finished_by_the_same_build_all_is_unchanged(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, "a.docx")
    outcome = build(tmp_path, NEW)
    assert outcome.finished_earlier == ("a.docx", "b.docx", "q2/c.docx")
    assert outcome.written == outcome.unchanged == tuple(NEW)
    assert everything_in(tmp_path).keys() == {LIST, *NEW}


def test_nothing_is_said_of_an_earlier_run_where_none_was_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, OLD)
    outcome = build(tmp_path, NEW)
    assert outcome.finished_earlier == ()
    show_folder(Speech("en"), replace(outcome, removed=()), [])
    assert capsys.readouterr().out == ""


def test_what_an_interrupted_run_left_is_named_on_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_folder(Speech("en"), Outcome(finished_earlier=("b.docx", "q2/c.docx")), [])
    said = capsys.readouterr().out.splitlines()
    assert "An earlier run was interrupted" in said[0]
    assert [line.strip() for line in said[-2:]] == ["b.docx", "q2/c.docx"]


@pytest.mark.parametrize(
    ("target", "full"),
    [
        *((target, full) for target in (*NEW, ".yangi/royxat.json") for full in (True, False)),
        (LIST, True),
        (LIST, False),
    ],
)
def test_papers_of_an_interrupted_run_do_not_outlive_it(
    tmp_path: Path, target: str, full: bool
) -> None:
    """Whatever it wrote, the next full build knows it as ours, also where it builds others."""
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, target, full=full)
    build(tmp_path, {"d.docx": b"d"})
    assert everything_in(tmp_path).keys() == {LIST, "d.docx"}


def test_an_incomplete_stage_is_removed(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, "a.docx")
    os.unlink(tmp_path / ".yangi" / "royxat.json")
    outcome = build(tmp_path, {"a.docx": b"newer a"}, full=False)
    assert outcome.finished_earlier == ()
    assert papers_in(tmp_path) == {**OLD, "a.docx": b"newer a"}
    assert ".yangi" not in hidden_in(tmp_path)


def test_a_damaged_stage_is_removed_and_what_it_did_is_known(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, "b.docx")
    (tmp_path / ".yangi" / "0002").write_bytes(b"half")
    assert build(tmp_path, {"d.docx": b"d"}, full=False).finished_earlier == ()
    assert papers_in(tmp_path) == {**OLD, "a.docx": b"new a", "d.docx": b"d"}
    assert build(tmp_path, {}).removed == ("a.docx", "b.docx", "d.docx", "q1/stale.docx")


def test_what_was_saved_beside_before_the_end_is_not_lost(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    with held_open(tmp_path / "a.docx"):
        interrupt_at(tmp_path, NEW, LIST)
    outcome = build(tmp_path, {"d.docx": b"d"}, full=False)
    assert outcome.open == (("a.docx", "a (yangi).docx"),)
    expected = {**NEW, "a.docx": b"old a", "a (yangi).docx": b"new a", "d.docx": b"d"}
    assert papers_in(tmp_path) == expected
    assert build(tmp_path, {}).removed == tuple(sorted(expected))


def test_what_is_gone_by_the_end_is_not_said_to_stand_beside(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    with held_open(tmp_path / "a.docx"):
        interrupt_at(tmp_path, NEW, LIST)
    outcome = build(tmp_path, {})
    assert outcome.open == ()
    assert papers_in(tmp_path) == {}


def test_what_stands_there_in_the_end_is_not_said_to_be_removed(tmp_path: Path) -> None:
    build(tmp_path, OLD)
    interrupt_at(tmp_path, NEW, "b.docx")
    assert build(tmp_path, OLD).removed == ("q2/c.docx",)
    assert papers_in(tmp_path) == OLD


def test_a_stage_all_of_which_is_in_place_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Died while clearing: what somebody did in between is not undone."""
    build(tmp_path, OLD)
    with monkeypatch.context() as patch:
        patch.setattr("akmplan.output.publication.clear_stage_if_possible", lambda _: None)
        build(tmp_path, NEW)
    (tmp_path / "a.docx").write_bytes(b"by hand")
    assert build(tmp_path, {"d.docx": b"d"}, full=False).finished_earlier == ()
    assert papers_in(tmp_path) == {**NEW, "a.docx": b"by hand", "d.docx": b"d"}


def test_a_run_interrupted_while_staging_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, OLD)
    before = everything_in(tmp_path)
    interrupt_at(tmp_path, NEW, ".yangi/royxat.json")
    assert everything_in(tmp_path) == before
