"""One run at a time; a run that died locks nobody out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from akmplan.output import CannotWrite, Reason
from akmplan.output import lock as lock_room

from .folders import LIST, build, everything_in, hidden_in, papers_in, put


def test_a_second_run_is_told_that_another_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace
    told: list[tuple[str, Path]] = []

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "a.docx":
            with pytest.raises(CannotWrite) as caught:
                build(tmp_path, {"a.docx": b"second"})
            told.append((caught.value.reason, caught.value.path))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    build(tmp_path, {"a.docx": b"first"})
    assert told == [("busy", tmp_path)]
    assert papers_in(tmp_path) == {"a.docx": b"first"}


def test_the_lock_is_gone_after_a_run_and_after_a_failed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {"a.docx": b"1"})
    assert hidden_in(tmp_path) == [LIST]
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build(tmp_path, {"a.docx": b"2"})
    assert hidden_in(tmp_path) == [LIST]
    assert build(tmp_path, {"a.docx": b"2"}).written == ("a.docx",)


def test_a_lock_file_left_lying_locks_nothing(tmp_path: Path) -> None:
    put(tmp_path, ".akmplan.qulf", b"12345")
    assert build(tmp_path, {"a.docx": b"1"}).written == ("a.docx",)
    assert hidden_in(tmp_path) == [LIST]


def test_a_lock_file_removed_between_opening_and_locking_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = lock_room.take_hold
    taken: list[int] = []

    def late(descriptor: int) -> None:
        if not taken:
            os.unlink(tmp_path / lock_room.LOCK_NAME)
        taken.append(descriptor)
        real(descriptor)

    monkeypatch.setattr(lock_room, "take_hold", late)
    build(tmp_path, {"a.docx": b"1"})
    assert len(taken) == 2


def test_a_drive_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_known(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock_room, "take_hold", not_known)
    assert build(tmp_path, {"a.docx": b"1"}).written == ("a.docx",)


def test_a_lock_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(lock_room, "take_hold", broken)
    with pytest.raises(CannotWrite) as caught:
        build(tmp_path, {"a.docx": b"1"})
    assert caught.value.reason is Reason.OTHER
    assert papers_in(tmp_path) == {}


def test_a_busy_folder_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, {"a.docx": b"1"})
    before = everything_in(tmp_path)

    def taken(_: int) -> None:
        raise PermissionError(errno.EACCES, "as Windows says it")

    monkeypatch.setattr(lock_room, "take_hold", taken)
    with pytest.raises(CannotWrite, match="busy"):
        build(tmp_path, {"a.docx": b"2"})
    after = everything_in(tmp_path)
    after.pop(lock_room.LOCK_NAME, None)
    assert after == before


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
