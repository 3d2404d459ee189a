"""A set of documents comes to stand in the folder, whole, and is listed."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from akmplan.output import Batch, CannotWrite, Document, Reason, publish

from .folders import LIST, build, everything_in, hidden_in, link_or_skip, papers_in, put

PLAN = "ish-reja-2026.docx"
LETTER = "2026-1-chorak/viloyat-akm.docx"


def test_documents_stand_in_a_folder_made_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "output"
    outcome = build(folder, {PLAN: b"plan", LETTER: b"letter"})
    assert papers_in(folder) == {PLAN: b"plan", LETTER: b"letter"}
    assert outcome.written == (PLAN, LETTER)
    assert (outcome.unchanged, outcome.open, outcome.removed) == ((), (), ())
    assert (outcome.kept, outcome.not_removed, outcome.finished_earlier) == ((), (), ())


def test_nothing_but_the_list_is_left_of_the_work(tmp_path: Path) -> None:
    build(tmp_path, {PLAN: b"plan"})
    assert hidden_in(tmp_path) == [LIST]


def test_the_list_names_documents_checksums_and_sources(tmp_path: Path) -> None:
    publish(tmp_path, [Batch("2026", [Document(LETTER, b"letter", {"oylik/fond.xlsx": "ab12"})])])
    assert json.loads((tmp_path / LIST).read_bytes())["lists"]["2026"]["documents"] == {
        LETTER: {
            "sha256": hashlib.sha256(b"letter").hexdigest(),
            "sources": {"oylik/fond.xlsx": "ab12"},
        }
    }


def test_the_list_is_the_same_for_the_same_documents_in_any_order(tmp_path: Path) -> None:
    build(tmp_path / "one", {PLAN: b"plan", LETTER: b"letter"})
    build(tmp_path / "two", {LETTER: b"old", "2025/x.docx": b"old"})
    build(tmp_path / "two", {LETTER: b"letter", PLAN: b"plan"})
    assert everything_in(tmp_path / "one") == everything_in(tmp_path / "two")


def test_a_full_build_of_nothing_has_an_empty_list(tmp_path: Path) -> None:
    build(tmp_path, {})
    assert json.loads((tmp_path / LIST).read_bytes())["lists"] == {}


def test_identical_bytes_are_not_rewritten(tmp_path: Path) -> None:
    build(tmp_path, {PLAN: b"plan", LETTER: b"letter"})
    before = os.stat(tmp_path / PLAN), os.stat(tmp_path / LIST)
    outcome = build(tmp_path, {PLAN: b"plan", LETTER: b"letter, mended"})
    assert outcome.unchanged == (PLAN,)
    assert outcome.written == (PLAN, LETTER)
    assert same_file_and_time(os.stat(tmp_path / PLAN), before[0])
    again = build(tmp_path, {PLAN: b"plan", LETTER: b"letter, mended"})
    assert again.unchanged == (PLAN, LETTER)


def test_the_list_too_is_not_rewritten(tmp_path: Path) -> None:
    build(tmp_path, {PLAN: b"plan"})
    before = os.stat(tmp_path / LIST)
    build(tmp_path, {PLAN: b"plan"})
    assert same_file_and_time(os.stat(tmp_path / LIST), before)


def test_changed_sources_change_the_list_alone(tmp_path: Path) -> None:
    publish(tmp_path, [Batch("2026", [Document(PLAN, b"plan", {"plan.xlsx": "1"})])])
    outcome = publish(tmp_path, [Batch("2026", [Document(PLAN, b"plan", {"plan.xlsx": "2"})])])
    assert outcome.unchanged == (PLAN,)
    listed = json.loads((tmp_path / LIST).read_bytes())["lists"]["2026"]["documents"]
    assert listed[PLAN]["sources"] == {"plan.xlsx": "2"}


def test_a_source_whose_name_is_no_text_is_listed_all_the_same(tmp_path: Path) -> None:
    publish(tmp_path, [Batch("2026", [Document(PLAN, b"plan", {"oylik/\udcff.xlsx": "1"})])])
    assert build(tmp_path, {}).removed == (PLAN,)


def test_all_is_staged_synced_and_listed_before_the_first_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {PLAN: b"old", LETTER: b"old"})
    synced, seen = [], []
    real_replace, real_sync = os.replace, os.fsync

    def sync(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        real_sync(descriptor)

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "royxat.json":
            staged = {path for path in (tmp_path / ".yangi").iterdir() if path.name.isdigit()}
            assert {path.read_bytes() for path in staged} == {b"new plan", b"new letter"}
            assert {path.stat().st_ino for path in staged} <= set(synced)
            assert Path(source).stat().st_ino in synced
        if Path(target).suffix == ".docx":
            assert (tmp_path / ".yangi" / "royxat.json").exists()
            seen.append(Path(target).name)
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    build(tmp_path, {PLAN: b"new plan", LETTER: b"new letter"})
    assert seen == [PLAN, "viloyat-akm.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
def test_folders_are_synced_before_anything_rests_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {PLAN: b"old", LETTER: b"old"})
    done: list[str] = []
    real_replace, real_unlink = os.replace, os.unlink

    def replace(source: Path, target: Path) -> None:
        real_replace(source, target)
        done.append(Path(target).name)

    def unlink(path: Path) -> None:
        real_unlink(path)
        done.append(f"{Path(path).name} gone")

    def sync(descriptor: int) -> None:
        folders = {path.stat().st_ino: path.name for path in (tmp_path, *tmp_path.glob("*/"))}
        done.append(f"{folders.get(os.fstat(descriptor).st_ino, 'file')} synced")

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "unlink", unlink)
    monkeypatch.setattr(os, "fsync", sync)
    build(tmp_path, {PLAN: b"new", LETTER: b"new"})
    closed, gone = done.index("royxat.json"), done.index("royxat.json gone")
    moved = done.index("viloyat-akm.docx")
    assert ".yangi synced" in done[:closed]
    assert ".yangi synced" in done[closed : done.index(PLAN)]
    assert "2026-1-chorak synced" in done[moved:gone]
    assert f"{tmp_path.name} synced" in done[done.index(LIST) : gone]


def test_a_disk_that_knows_no_sync_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_known(_: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", not_known)
    assert build(tmp_path, {PLAN: b"plan"}).written == (PLAN,)


def test_folders_are_not_synced_where_the_system_has_no_such_thing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("akmplan.output.disk.ON_WINDOWS", True)
    monkeypatch.setattr("akmplan.output.lock.ON_WINDOWS", True)
    assert build(tmp_path, {LETTER: b"letter"}).written == (LETTER,)
    assert hidden_in(tmp_path) == [LIST]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), Reason.NO_PERMISSION),
        (OSError(30, "Read-only file system"), Reason.READ_ONLY),
        (OSError(28, "No space left on device"), Reason.DISK_FULL),
        (OSError(5, "Input/output error"), Reason.OTHER),
    ],
)
def test_a_folder_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: Reason
) -> None:
    build(tmp_path, {PLAN: b"old"})
    before = everything_in(tmp_path)

    def refuse(path: Path, *_: object) -> int:
        error.filename = str(path)
        raise error

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotWrite) as caught:
        build(tmp_path, {PLAN: b"new"})
    assert caught.value.reason is reason
    assert caught.value.path == tmp_path
    assert everything_in(tmp_path) == before


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(CannotWrite) as caught:
        build(tmp_path / "output", {PLAN: b"plan"})
    assert (caught.value.reason, caught.value.path) == (
        Reason.NO_PERMISSION,
        tmp_path / "output",
    )


@pytest.mark.parametrize("name", ["output", "output/below"])
def test_a_file_where_the_folder_belongs(tmp_path: Path, name: str) -> None:
    put(tmp_path, "output", b"somebody's file")
    with pytest.raises(CannotWrite) as caught:
        build(tmp_path / name, {PLAN: b"plan"})
    assert caught.value.reason is Reason.NOT_A_FOLDER
    assert (tmp_path / "output").read_bytes() == b"somebody's file"


@pytest.mark.parametrize("name", ["2026-1-chorak", ".yangi"])
def test_a_file_where_a_folder_of_ours_belongs(tmp_path: Path, name: str) -> None:
    build(tmp_path, {PLAN: b"old"})
    put(tmp_path, name, b"somebody's file")
    with pytest.raises(CannotWrite) as caught:
        build(tmp_path, {PLAN: b"new", LETTER: b"letter"})
    assert (caught.value.reason, caught.value.path) == (Reason.NOT_A_FOLDER, tmp_path / name)
    assert papers_in(tmp_path)[PLAN] == b"old"
    assert (tmp_path / name).read_bytes() == b"somebody's file"


@pytest.mark.parametrize("name", ["2026-1-chorak", ".yangi"])
def test_no_link_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "output").mkdir()
    link_or_skip(tmp_path / "output" / name, outside)
    with pytest.raises(CannotWrite):
        build(tmp_path / "output", {PLAN: b"plan", LETTER: b"letter"})
    assert everything_in(outside) == {}


def test_a_link_at_the_target_is_somebodys_own(tmp_path: Path) -> None:
    outside = put(tmp_path, "outside.docx", b"somebody's file")
    (tmp_path / "output").mkdir()
    link_or_skip(tmp_path / "output" / PLAN, outside)
    outcome = build(tmp_path / "output", {PLAN: b"plan"})
    assert outcome.edited == ((PLAN, "ish-reja-2026 (yangi).docx"),)
    assert (tmp_path / "output" / PLAN).is_symlink()
    assert outside.read_bytes() == b"somebody's file"


def same_file_and_time(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_ino, one.st_mtime_ns) == (other.st_ino, other.st_mtime_ns)
