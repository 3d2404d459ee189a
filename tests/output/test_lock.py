"""One run at a time; a run that died locks nobody out."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Event, Thread

import pytest

from akmplan.output import CannotWrite, Reason, output_folder, publish
from akmplan.output import lock as lock_room

from .folders import LIST, batch_of, build, everything_in, hidden_in, papers_in, put


def test_a_second_run_waits_and_is_told_so_once(tmp_path: Path) -> None:
    said: list[str] = []
    with output_folder(tmp_path) as first:
        second = Thread(target=publish, args=(tmp_path, [batch_of({"a.docx": b"second"})]))
        third = Thread(
            target=publish,
            args=(tmp_path, [batch_of({"a.docx": b"second"})]),
            kwargs={"wait": lambda: said.append("waits")},
        )
        second.start()
        third.start()
        third.join(0.5)
        assert third.is_alive()
        first.publish([batch_of({"a.docx": b"first"})])
        assert papers_in(tmp_path) == {"a.docx": b"first"}
    second.join(20)
    third.join(20)
    assert said == ["waits"]
    assert papers_in(tmp_path) == {"a.docx": b"second"}
    assert hidden_in(tmp_path) == [LIST]


def test_a_run_knows_whether_it_has_waited(tmp_path: Path) -> None:
    released = Event()
    waited: list[bool] = []

    def wait_and_note() -> None:
        with output_folder(tmp_path, wait=released.set) as folder:
            waited.append(folder.waited)

    with output_folder(tmp_path) as folder:
        assert not folder.waited
        other = Thread(target=wait_and_note)
        other.start()
        assert released.wait(20)
    other.join(20)
    assert waited == [True]


def test_a_run_that_does_not_end_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_room, "LONGEST_WAIT", 0.0)
    with output_folder(tmp_path), pytest.raises(CannotWrite) as caught:
        build(tmp_path, {"a.docx": b"second"})
    assert (caught.value.reason, caught.value.path) == (Reason.BUSY, tmp_path)
    assert papers_in(tmp_path) == {}


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
    monkeypatch.setattr(lock_room, "LONGEST_WAIT", 0.0)
    with pytest.raises(CannotWrite, match="busy"):
        build(tmp_path, {"a.docx": b"2"})
    after = everything_in(tmp_path)
    after.pop(lock_room.LOCK_NAME, None)
    assert after == before


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
