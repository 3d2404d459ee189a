"""A disk that is full before or while the set is written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from akmplan.output import CannotWrite, Outcome, Reason, publish

from .folders import LIST, batch_of, build, everything_in, papers_in, put

PAGE = 4096
PAGES = 48
OLD = {"a.docx": b"old a", "q1/b.docx": b"old b", "q1/stale.docx": b"old"}
NEW = {"a.docx": b"A" * 3 * PAGE, "q1/b.docx": b"B" * 3 * PAGE, "q2/c.docx": b"C" * 3 * PAGE}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if not sys.platform.startswith("linux"):
        pytest.skip("a small disk is made with tmpfs, which only Linux has")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={PAGES * PAGE}", "none", str(place)]
    if not succeeds(mount):
        pytest.skip("a small disk can be mounted by root only")
    yield place
    succeeds(["umount", str(place)])


def succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def test_however_little_room_there_is(small_disk: Path) -> None:
    folder = small_disk / "output"
    refused = 0
    for room in range(18):
        build(folder, OLD)
        outcome = build_with_room(small_disk, folder, room)
        if outcome is None:
            refused += 1
            assert papers_in(folder) == OLD
            assert everything_in(folder).keys() == {LIST, *OLD}
        build(folder, NEW)
        assert everything_in(folder).keys() == {LIST, *NEW}
        assert papers_in(folder) == NEW
    assert 5 < refused < 18


LETTER, BESIDE = "q1/letter.docx", "q1/letter (yangi).docx"
BY_HAND = {LETTER: b"changed by hand"}
NEXT_YEAR = [batch_of({"plan-2027.docx": b"old"}, "2027")]


def test_however_little_room_there_is_what_was_changed_by_hand_stays(small_disk: Path) -> None:
    folder = small_disk / "output"
    refused = 0
    for room in range(18):
        publish(folder, [batch_of({**OLD, LETTER: b"old letter"}), *NEXT_YEAR])
        put(folder, LETTER, BY_HAND[LETTER])
        build(folder, {**OLD, LETTER: b"newer letter"})
        before = papers_in(folder)
        assert before[BESIDE] == b"newer letter"
        outcome = build_with_room(small_disk, folder, room, {**NEW, LETTER: b"C" * 2 * PAGE})
        after = papers_in(folder)
        assert BY_HAND.items() <= after.items()
        assert after["plan-2027.docx"] == b"old"
        if outcome is None:
            refused += 1
            assert after == before
        (folder / LETTER).unlink()
        build(folder, NEW)
    assert 5 < refused < 18


def test_a_disk_that_takes_nothing(small_disk: Path) -> None:
    build(small_disk, OLD)
    before = everything_in(small_disk)
    assert succeeds(["mount", "-o", "remount,ro", str(small_disk)])
    with pytest.raises(CannotWrite) as caught:
        build(small_disk, NEW)
    assert (caught.value.reason, caught.value.path) == (Reason.READ_ONLY, small_disk)
    assert everything_in(small_disk) == before


def build_with_room(
    disk: Path, folder: Path, pages: int, documents: Mapping[str, bytes] = NEW
) -> Outcome | None:
    """None where the disk was full."""
    ballast = disk / "ballast"
    fill(ballast)
    with open(ballast, "r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - pages * PAGE))
    try:
        return build(folder, documents)
    except CannotWrite as error:
        if error.reason is not Reason.DISK_FULL:
            raise
        return None
    finally:
        ballast.unlink()


def fill(ballast: Path) -> None:
    with open(ballast, "wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * PAGE)
            except OSError:
                return
