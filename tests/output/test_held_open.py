"""A document that stands open in Word: the new one is saved beside it, said, and cleared."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from akmplan.output import CannotWrite, Reason

from .faults import held_open
from .folders import LIST, build, everything_in, papers_in, put

BESIDE = "q1/a (yangi).docx"


@pytest.mark.parametrize("full", [True, False])
def test_it_is_saved_beside_and_said(tmp_path: Path, full: bool) -> None:
    build(tmp_path, {"q1/a.docx": b"old", "b.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        outcome = build(tmp_path, {"q1/a.docx": b"new", "b.docx": b"new"}, full=full)
    assert outcome.open == (("q1/a.docx", BESIDE),)
    assert outcome.written == ("b.docx",)
    assert papers_in(tmp_path) == {"q1/a.docx": b"old", BESIDE: b"new", "b.docx": b"new"}


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("held_in", [True, False])
def test_it_is_cleared_by_the_next_run_that_succeeds(
    tmp_path: Path, full: bool, held_in: bool
) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"}, full=held_in)
    outcome = build(tmp_path, {"q1/a.docx": b"new"}, full=full)
    assert (outcome.written, outcome.open) == (("q1/a.docx",), ())
    assert outcome.removed == (BESIDE,)
    assert papers_in(tmp_path) == {"q1/a.docx": b"new"}


def test_a_document_in_place_already_is_not_disturbed(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"same"})
    with held_open(tmp_path / "q1/a.docx"):
        outcome = build(tmp_path, {"q1/a.docx": b"same"})
    assert (outcome.unchanged, outcome.open) == (("q1/a.docx",), ())
    assert papers_in(tmp_path) == {"q1/a.docx": b"same"}


def test_held_open_over_several_runs_there_is_one_file_beside(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"})
        made = os.stat(tmp_path / BESIDE).st_ino
        again = build(tmp_path, {"q1/a.docx": b"new"})
        assert os.stat(tmp_path / BESIDE).st_ino == made
        assert again.open == (("q1/a.docx", BESIDE),)
        build(tmp_path, {"q1/a.docx": b"newer"})
    assert papers_in(tmp_path) == {"q1/a.docx": b"old", BESIDE: b"newer"}
    build(tmp_path, {"q1/a.docx": b"newer"})
    assert papers_in(tmp_path) == {"q1/a.docx": b"newer"}


def test_the_one_beside_held_open_too(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"})
    with held_open(tmp_path / "q1/a.docx", tmp_path / BESIDE):
        outcome = build(tmp_path, {"q1/a.docx": b"newer"})
    assert outcome.open == (("q1/a.docx", "q1/a (yangi 2).docx"),)
    assert outcome.not_removed == (BESIDE,)
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"newest"})
    assert papers_in(tmp_path) == {"q1/a.docx": b"old", BESIDE: b"newest"}
    build(tmp_path, {"q1/a.docx": b"newest"})
    assert everything_in(tmp_path).keys() == {LIST, "q1/a.docx"}


def test_somebodys_own_file_of_that_name_stays(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    put(tmp_path, BESIDE, b"mine")
    with held_open(tmp_path / "q1/a.docx"):
        outcome = build(tmp_path, {"q1/a.docx": b"new"})
    assert outcome.open == (("q1/a.docx", "q1/a (yangi 2).docx"),)
    build(tmp_path, {"q1/a.docx": b"new"})
    assert papers_in(tmp_path) == {"q1/a.docx": b"new", BESIDE: b"mine"}


def test_one_that_somebody_went_on_with_is_kept_and_named(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"})
    put(tmp_path, BESIDE, b"new, and a word by hand")
    outcome = build(tmp_path, {"q1/a.docx": b"new"})
    assert (outcome.removed, outcome.kept) == ((), (BESIDE,))
    assert papers_in(tmp_path)[BESIDE] == b"new, and a word by hand"


def test_other_single_papers_leave_it_alone(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old", "b.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new", "b.docx": b"old"})
    assert build(tmp_path, {"b.docx": b"new"}, full=False).removed == ()
    assert papers_in(tmp_path)[BESIDE] == b"new"


@pytest.mark.parametrize("full", [True, False])
def test_no_longer_built_the_old_and_the_one_beside_both_go(tmp_path: Path, full: bool) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"}, full=full)
    assert build(tmp_path, {}).removed == (BESIDE, "q1/a.docx")
    assert everything_in(tmp_path).keys() == {LIST}


def test_a_foreign_file_under_the_documents_name_held_open_is_not_ours(tmp_path: Path) -> None:
    put(tmp_path, "q1/a.docx", b"mine")
    with held_open(tmp_path / "q1/a.docx"):
        build(tmp_path, {"q1/a.docx": b"new"})
    outcome = build(tmp_path, {})
    assert (outcome.removed, outcome.kept) == ((BESIDE,), ("q1/a.docx",))
    assert papers_in(tmp_path) == {"q1/a.docx": b"mine"}


def test_a_folder_under_the_documents_name_stays(tmp_path: Path) -> None:
    put(tmp_path, "a.docx/mine.txt", b"mine")
    assert build(tmp_path, {"a.docx": b"new"}).edited == (("a.docx", "a (yangi).docx"),)
    assert papers_in(tmp_path) == {"a.docx/mine.txt": b"mine", "a (yangi).docx": b"new"}


def test_a_hold_of_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("akmplan.output.disk.PAUSES", (0.0,))
    real, refusals = os.replace, [13]

    def replace(source: Path, target: Path) -> None:
        if Path(target).suffix == ".docx" and refusals:
            raise PermissionError(refusals.pop(), "a virus scanner looks at it", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert build(tmp_path, {"a.docx": b"new"}).written == ("a.docx",)
    assert papers_in(tmp_path) == {"a.docx": b"new"}


def test_a_sub_folder_that_takes_nothing_is_named_and_the_next_run_goes_on(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"old"})
    names = ["a", "a (yangi)", *(f"a (yangi {number})" for number in range(2, 100))]
    with (
        held_open(*(tmp_path / f"q1/{name}.docx" for name in names)),
        pytest.raises(CannotWrite) as caught,
    ):
        build(tmp_path, {"b.docx": b"new", "q1/a.docx": b"new"})
    assert caught.value.reason is Reason.NO_PERMISSION
    assert caught.value.path == tmp_path / "q1/a.docx"
    outcome = build(tmp_path, {"b.docx": b"new"})
    assert outcome.finished_earlier == ("q1/a.docx",)
    assert everything_in(tmp_path).keys() == {LIST, "b.docx"}
