"""Whichever step on the disk fails: every document is whole, and the next run sets all right."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from akmplan.output import CannotWrite

from .faults import Faults, faulty_disk, held_open
from .folders import LIST, build, everything_in, papers_in, put, quick_place

FIRST = {"plan.docx": b"p1", "q1/a.docx": b"a1", "q1/b.docx": b"b1", "q1/stale.docx": b"s1"}
SINGLE = {"q1/a.docx": b"a2", "q2/single.docx": b"t2"}
NEXT = {"plan.docx": b"p3", "q1/a.docx": b"a3", "q1/b.docx": b"b1", "q3/new.docx": b"n3"}
MINE = {"notes.txt": b"mine", "q1/changed.docx": b"c1, and a word by hand"}
AFTERWARDS: list[tuple[Mapping[str, bytes], bool]] = [
    (NEXT, True),
    ({"plan.docx": b"p4", "q4/other.docx": b"o4"}, True),
]


def folder_with_a_past(place: Path) -> Path:
    """A full build, single papers since, files of somebody's own, one open in Word."""
    folder = place / "past"
    build(folder, {**FIRST, "q1/changed.docx": b"c1"})
    build(folder, SINGLE, full=False)
    for name, content in MINE.items():
        put(folder, name, content)
    with held_open(folder / "q1/b.docx"):
        build(folder, {"q1/b.docx": b"b2"}, full=False)
    return folder


def steps_of_a_build(past: Path, folder: Path, *, full: bool) -> int:
    shutil.copytree(past, folder)
    with faulty_disk(Faults()) as counted:
        build(folder, NEXT, full=full)
    shutil.rmtree(folder)
    return counted.steps


@pytest.fixture
def place() -> Iterator[Path]:
    folder = quick_place()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.parametrize(
    ("error", "lasting", "full"),
    [
        (errno.EIO, False, True),
        (errno.EIO, True, True),
        (errno.EIO, False, False),
        (errno.EIO, True, False),
        (errno.EACCES, False, True),
        (errno.EACCES, True, True),
        (errno.EACCES, False, False),
        (errno.EACCES, True, False),
        (errno.ENOSPC, True, True),
    ],
)
def test_every_step_may_fail(place: Path, error: int, lasting: bool, full: bool) -> None:
    past, folder = folder_with_a_past(place), place / "output"
    steps = steps_of_a_build(past, folder, full=full)
    assert steps > 40
    for step in range(1, steps + 1):
        for documents, then_full in AFTERWARDS:
            shutil.copytree(past, folder)
            fail_at(Faults(step, error, lasting=lasting), folder, full=full)
            documents_are_whole(folder)
            build(folder, documents, full=then_full)
            assert papers_in(folder) == {**MINE, **documents}, f"step {step}"
            assert everything_in(folder).keys() == {LIST, *MINE, *documents}
            shutil.rmtree(folder)


def test_every_step_may_fail_while_an_earlier_run_is_finished(place: Path) -> None:
    past, folder = folder_with_a_past(place), place / "output"
    fail_at(Faults(steps_of_a_build(past, folder, full=True) * 2 // 3, lasting=True), past)
    assert (past / ".yangi" / "royxat.json").exists()
    for step in range(1, steps_of_a_build(past, folder, full=True) + 1):
        shutil.copytree(past, folder)
        fail_at(Faults(step, lasting=True), folder)
        documents_are_whole(folder)
        build(folder, {"plan.docx": b"p4"})
        assert papers_in(folder) == {**MINE, "plan.docx": b"p4"}, f"step {step}"
        shutil.rmtree(folder)


def test_every_step_may_fail_while_a_document_stands_open(place: Path) -> None:
    past, folder = folder_with_a_past(place), place / "output"
    for step in range(1, steps_of_a_build(past, folder, full=True) + 20):
        shutil.copytree(past, folder)
        with held_open(folder / "q1/a.docx", folder / "plan.docx"):
            fail_at(Faults(step, lasting=True), folder)
        documents_are_whole(folder)
        build(folder, {"q4/other.docx": b"o4"})
        assert papers_in(folder) == {**MINE, "q4/other.docx": b"o4"}, f"step {step}"
        shutil.rmtree(folder)


def fail_at(faults: Faults, folder: Path, *, full: bool = True) -> None:
    """Nothing but CannotWrite may come of it; a step that can be missed fails nothing."""
    with faulty_disk(faults), suppress(CannotWrite):
        build(folder, NEXT, full=full)


def documents_are_whole(folder: Path) -> None:
    whole = {b"p1", b"a1", b"a2", b"b1", b"b2", b"s1", b"t2", *NEXT.values(), *MINE.values()}
    there = papers_in(folder)
    assert {content for content in there.values() if content is not None} <= whole
    assert {*NEXT} - {"q3/new.docx"} <= there.keys()
    assert MINE.items() <= there.items()
