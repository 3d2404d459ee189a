"""Whichever step on the disk fails: every document is whole, and the next run sets all right."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from akmplan.output import CannotWrite, publish
from akmplan.output.disk import sha256_of

from .faults import Faults, faulty_disk, held_open
from .folders import LIST, batch_of, build, hidden_in, papers_in, put, quick_place

FIRST = {
    "plan-2026.docx": b"p1",
    "q1/a.docx": b"a1",
    "q1/b.docx": b"b1",
    "q1/letter.docx": b"l1",
    "q1/stale.docx": b"s1",
}
OTHER_YEAR = {"plan-2027.docx": b"n1"}
SINGLE = {"q1/a.docx": b"a2", "q2/single.docx": b"t2"}
NEXT = {
    "plan-2026.docx": b"p3",
    "q1/a.docx": b"a3",
    "q1/b.docx": b"b1",
    "q1/letter.docx": b"l3",
    "q3/new.docx": b"n3",
}
MINE = {
    "notes.txt": b"mine",
    "q1/changed.docx": b"c1, and a word by hand",
    "q1/letter.docx": b"l1, and a word by hand",
}
BESIDE = "q1/letter (yangi).docx"
AFTERWARDS: list[tuple[Mapping[str, bytes], bool]] = [
    (NEXT, True),
    ({"plan-2026.docx": b"p4", "q4/other.docx": b"o4"}, True),
]


def folder_with_a_past(place: Path) -> Path:
    """Two years, single papers since, files of somebody's own, a letter that was changed by hand
    with the new one beside it, a paper open in Word."""
    folder = place / "past"
    listed = batch_of({**FIRST, "q1/changed.docx": b"c1"})
    publish(folder, [listed, batch_of(OTHER_YEAR, "2027")])
    build(folder, SINGLE, full=False)
    for name, content in MINE.items():
        put(folder, name, content)
    with held_open(folder / "q1/b.docx"):
        build(folder, {"q1/b.docx": b"b2", "q1/letter.docx": b"l2"}, full=False)
    assert papers_in(folder)[BESIDE] == b"l2"
    return folder


def folder_of_an_older_version(place: Path) -> Path:
    """The same as the version before wrote it: one list without years, and what stood beside."""
    folder = folder_with_a_past(place)
    os.unlink(folder / BESIDE)
    names = {**FIRST, "q1/changed.docx": b"c1"}
    documents = {name: {"sha256": sha256_of(content)} for name, content in names.items()}
    further = {
        **{name: {"sha256": [sha256_of(content)]} for name, content in SINGLE.items()},
        "q1/b (yangi).docx": {"sha256": [sha256_of(b"b2")], "instead_of": "q1/b.docx"},
    }
    for name, listed in ((LIST, documents), (".akmplan-boshqa.json", further)):
        put(folder, name, json.dumps({"version": 1, "documents": listed}).encode())
    os.unlink(folder / "plan-2027.docx")
    return folder


PASTS = [folder_with_a_past, folder_of_an_older_version]
SOME_OR_ALL = pytest.mark.parametrize(
    "apart",
    [
        pytest.param(13, id="each thirteenth step"),
        pytest.param(1, id="each step", marks=pytest.mark.slow),
    ],
)


def expected_after(documents: Mapping[str, bytes], past: Path) -> dict[str, bytes]:
    beside = {BESIDE: documents["q1/letter.docx"]} if "q1/letter.docx" in documents else {}
    other_year = OTHER_YEAR if (past / "plan-2027.docx").exists() else {}
    return {**other_year, **documents, **beside, **MINE}


def as_expected(folder: Path) -> dict[str, bytes | None]:
    """Where the file beside a document could not be read, the new one has the next name."""
    return {name.replace("(yangi 2)", "(yangi)"): one for name, one in papers_in(folder).items()}


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


@SOME_OR_ALL
@pytest.mark.parametrize("make_past", PASTS)
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
def test_every_step_may_fail(
    place: Path,
    error: int,
    lasting: bool,
    full: bool,
    make_past: Callable[[Path], Path],
    apart: int,
) -> None:
    past, folder = make_past(place), place / "output"
    steps = steps_of_a_build(past, folder, full=full)
    assert steps > 40
    for step in range(1, steps + 1, apart):
        for documents, then_full in AFTERWARDS:
            shutil.copytree(past, folder)
            fail_at(Faults(step, error, lasting=lasting), folder, full=full)
            documents_are_whole(folder)
            build(folder, documents, full=then_full)
            assert as_expected(folder) == expected_after(documents, past), f"step {step}"
            assert hidden_in(folder) == [".akmplan-boshqa.json", LIST]
            shutil.rmtree(folder)


@SOME_OR_ALL
@pytest.mark.parametrize("make_past", PASTS)
def test_every_step_may_fail_while_an_earlier_run_is_finished(
    place: Path, make_past: Callable[[Path], Path], apart: int
) -> None:
    past, folder = make_past(place), place / "output"
    fail_at(Faults(steps_of_a_build(past, folder, full=True) * 2 // 3, lasting=True), past)
    assert (past / ".yangi" / "royxat.json").exists()
    for step in range(1, steps_of_a_build(past, folder, full=True) + 1, apart):
        shutil.copytree(past, folder)
        fail_at(Faults(step, lasting=True), folder)
        documents_are_whole(folder)
        documents = {"plan-2026.docx": b"p4"}
        build(folder, documents)
        assert as_expected(folder) == expected_after(documents, past), f"step {step}"
        shutil.rmtree(folder)


@SOME_OR_ALL
@pytest.mark.parametrize("make_past", PASTS)
def test_every_step_may_fail_while_a_document_stands_open(
    place: Path, make_past: Callable[[Path], Path], apart: int
) -> None:
    past, folder = make_past(place), place / "output"
    for step in range(1, steps_of_a_build(past, folder, full=True) + 20, apart):
        shutil.copytree(past, folder)
        with held_open(folder / "q1/a.docx", folder / "plan-2026.docx"):
            fail_at(Faults(step, lasting=True), folder)
        documents_are_whole(folder)
        documents = {"q4/other.docx": b"o4"}
        build(folder, documents)
        assert as_expected(folder) == expected_after(documents, past), f"step {step}"
        shutil.rmtree(folder)


def fail_at(faults: Faults, folder: Path, *, full: bool = True) -> None:
    """Nothing but CannotWrite may come of it; a step that can be missed fails nothing."""
    with faulty_disk(faults), suppress(CannotWrite):
        build(folder, NEXT, full=full)


def documents_are_whole(folder: Path) -> None:
    written = (FIRST, SINGLE, NEXT, OTHER_YEAR, MINE)
    whole = {b"b2", b"l2", *(content for listed in written for content in listed.values())}
    there = papers_in(folder)
    assert {content for content in there.values() if content is not None} <= whole
    assert {*NEXT} - {"q3/new.docx"} <= there.keys()
    assert MINE.items() <= there.items()
