"""What is no longer built goes, if it is ours to the byte; nothing else is ever touched."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from akmplan.output import CannotWrite
from akmplan.output.disk import sha256_of

from .faults import Faults, held_open
from .folders import LIST, build, everything_in, hidden_in, link_or_skip, papers_in, put


def test_a_paper_that_is_no_longer_built_is_removed_and_named(tmp_path: Path) -> None:
    build(tmp_path, {"plan.docx": b"1", "q1/a.docx": b"2"})
    outcome = build(tmp_path, {"plan.docx": b"1"})
    assert outcome.removed == ("q1/a.docx",)
    assert everything_in(tmp_path).keys() == {LIST, "plan.docx"}


def test_folders_that_become_empty_go_with_it_and_others_stay(tmp_path: Path) -> None:
    build(tmp_path, {"a/b/c.docx": b"1", "d/e.docx": b"2"})
    put(tmp_path, "d/mine.txt", b"mine")
    (tmp_path / "empty of mine").mkdir()
    build(tmp_path, {})
    assert papers_in(tmp_path) == {"d/mine.txt": b"mine", "empty of mine": None}


def test_a_paper_that_somebody_changed_is_kept_and_named_while_it_stands(tmp_path: Path) -> None:
    build(tmp_path, {"plan.docx": b"1", "q1/a.docx": b"2"})
    put(tmp_path, "q1/a.docx", b"2, and a word by hand")
    for _ in range(2):
        outcome = build(tmp_path, {"plan.docx": b"1"})
        assert (outcome.removed, outcome.kept) == ((), ("q1/a.docx",))
        assert papers_in(tmp_path)["q1/a.docx"] == b"2, and a word by hand"
    os.unlink(tmp_path / "q1/a.docx")
    assert build(tmp_path, {"plan.docx": b"1"}).kept == ()
    assert everything_in(tmp_path).keys() == {LIST, "plan.docx"}


def test_a_batch_that_removes_nothing_keeps_what_it_does_not_build_and_names_it(
    tmp_path: Path,
) -> None:
    build(tmp_path, {"plan.docx": b"1", "q1/a.docx": b"2", "q1/b.docx": b"2"})
    put(tmp_path, "q1/b.docx", b"2, and a word by hand")
    for _ in range(2):
        outcome = build(tmp_path, {"plan.docx": b"3"}, removes=False)
        assert (outcome.withheld, outcome.kept) == (("q1/a.docx", "q1/b.docx"), ())
        assert outcome.removed == ()
        assert papers_in(tmp_path)["q1/a.docx"] == b"2"
    outcome = build(tmp_path, {"plan.docx": b"3"})
    assert (outcome.removed, outcome.kept) == (("q1/a.docx",), ("q1/b.docx",))


def test_a_paper_that_somebody_took_away_is_not_named(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"2"})
    os.unlink(tmp_path / "q1" / "a.docx")
    outcome = build(tmp_path, {})
    assert (outcome.removed, outcome.kept) == ((), ())
    assert papers_in(tmp_path) == {}


def test_foreign_files_are_never_touched(tmp_path: Path) -> None:
    put(tmp_path, "notes.txt", b"mine")
    put(tmp_path, "q1/a (copy).docx", b"mine")
    put(tmp_path, ".hidden", b"mine")
    put(tmp_path, ".yangi/mine.txt", b"mine")
    before = everything_in(tmp_path)
    build(tmp_path, {"q1/a.docx": b"1"})
    build(tmp_path, {})
    after = everything_in(tmp_path)
    del after[LIST]
    assert after == before


def test_a_copy_of_our_bytes_under_another_name_stays(tmp_path: Path) -> None:
    build(tmp_path, {"a.docx": b"1"})
    put(tmp_path, "b.docx", b"1")
    build(tmp_path, {})
    assert papers_in(tmp_path) == {"b.docx": b"1"}


def test_a_build_of_single_papers_lists_them_and_removes_nothing(tmp_path: Path) -> None:
    build(tmp_path, {"a.docx": b"1", "b.docx": b"2"})
    before = listed_in(tmp_path)
    outcome = build(tmp_path, {"b.docx": b"3", "c.docx": b"4"}, full=False)
    assert (outcome.written, outcome.removed) == (("b.docx", "c.docx"), ())
    assert papers_in(tmp_path) == {"a.docx": b"1", "b.docx": b"3", "c.docx": b"4"}
    after = listed_in(tmp_path)
    assert after.keys() == {"a.docx", "b.docx", "c.docx"}
    assert after["a.docx"] == before["a.docx"]


def test_what_single_papers_replaced_or_added_is_known_to_the_next_full_build(
    tmp_path: Path,
) -> None:
    build(tmp_path, {"plan.docx": b"1", "q1/a.docx": b"1", "q1/b.docx": b"1"})
    build(tmp_path, {"q1/a.docx": b"2"}, full=False)
    build(tmp_path, {"q1/a.docx": b"3", "q2/c.docx": b"3"}, full=False)
    outcome = build(tmp_path, {"plan.docx": b"1"})
    assert outcome.removed == ("q1/a.docx", "q1/b.docx", "q2/c.docx")
    assert everything_in(tmp_path).keys() == {LIST, "plan.docx"}


def test_single_papers_changed_by_somebody_are_kept(tmp_path: Path) -> None:
    build(tmp_path, {"plan.docx": b"1"})
    build(tmp_path, {"q2/c.docx": b"3"}, full=False)
    put(tmp_path, "q2/c.docx", b"mine")
    assert build(tmp_path, {"plan.docx": b"1"}).kept == ("q2/c.docx",)


def test_single_papers_back_at_what_is_listed_leave_nothing_to_know(tmp_path: Path) -> None:
    build(tmp_path, {"a.docx": b"1"})
    before = everything_in(tmp_path)
    build(tmp_path, {"a.docx": b"2"}, full=False)
    assert hidden_in(tmp_path) == [LIST]
    build(tmp_path, {"a.docx": b"1"}, full=False)
    assert everything_in(tmp_path) == before


def test_a_stale_paper_held_open_is_named_and_goes_next_time(tmp_path: Path) -> None:
    build(tmp_path, {"plan.docx": b"1", "q1/a.docx": b"2"})
    with held_open(tmp_path / "q1/a.docx"):
        outcome = build(tmp_path, {"plan.docx": b"1"})
    assert (outcome.removed, outcome.not_removed) == ((), ("q1/a.docx",))
    assert listed_in(tmp_path).keys() == {"plan.docx"}
    assert build(tmp_path, {"plan.docx": b"1"}).removed == ("q1/a.docx",)
    assert everything_in(tmp_path).keys() == {LIST, "plan.docx"}


def test_a_stale_paper_that_cannot_be_read_waits_too(tmp_path: Path) -> None:
    build(tmp_path, {"a.docx": b"1"})

    def unreadable(path: Path, mode: str) -> object:
        if Path(path).name == "a.docx":
            raise PermissionError(13, "held open", str(path))
        return open(path, mode)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("akmplan.output.disk.open", unreadable, raising=False)
        assert build(tmp_path, {}).not_removed == ("a.docx",)
    assert build(tmp_path, {}).removed == ("a.docx",)


def test_an_empty_folder_that_could_not_go_goes_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {"q1/a.docx": b"1"})
    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", lambda path: Faults(at=1, error=13).step(path))
        assert build(tmp_path, {}).removed == ("q1/a.docx",)
    assert papers_in(tmp_path) == {"q1": None}
    outcome = build(tmp_path, {})
    assert (outcome.removed, papers_in(tmp_path)) == ((), {})


def test_a_new_name_for_the_same_file_is_not_removed_as_the_old_one(tmp_path: Path) -> None:
    """Where case does not count, both names are one file: here, two names of one file."""
    build(tmp_path, {"Komplayens.docx": b"1"})
    os.link(tmp_path / "Komplayens.docx", tmp_path / "komplayens.docx")
    outcome = build(tmp_path, {"komplayens.docx": b"1"})
    assert (outcome.removed, outcome.kept) == ((), ())
    assert papers_in(tmp_path)["komplayens.docx"] == b"1"


@pytest.mark.skipif(os.path.exists(__file__.upper()), reason="here case does not count")
def test_where_case_counts_the_old_name_is_stale(tmp_path: Path) -> None:
    build(tmp_path, {"Komplayens.docx": b"1"})
    assert build(tmp_path, {"komplayens.docx": b"1"}).removed == ("Komplayens.docx",)
    assert papers_in(tmp_path) == {"komplayens.docx": b"1"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b'"text"',
        b'{"documents": []}',
        b'{"documents": {"a.docx": []}}',
        b'{"documents": {"a.docx": {"sha256": 7}}}',
        b'{"documents": {"a.docx": {"sha256": "short", "sources": 5}}}',
        b"[" * 100_000,
    ],
)
@pytest.mark.parametrize("name", [LIST, ".akmplan-boshqa.json", ".yangi/royxat.json"])
def test_a_list_that_is_none_removes_nothing_and_stops_nothing(
    tmp_path: Path, name: str, content: bytes
) -> None:
    build(tmp_path, {"a.docx": b"1"})
    os.unlink(tmp_path / LIST)
    put(tmp_path, name, content)
    assert build(tmp_path, {"b.docx": b"2"}).written == ("b.docx",)
    assert papers_in(tmp_path) == {"a.docx": b"1", "b.docx": b"2"}
    assert hidden_in(tmp_path) == [LIST]


@pytest.mark.parametrize("name", ["../victim.docx", "/victim.docx", "a/../../victim.docx"])
@pytest.mark.parametrize("list_name", [LIST, ".akmplan-boshqa.json", ".yangi/royxat.json"])
def test_a_list_made_by_hand_leads_nowhere_else(tmp_path: Path, name: str, list_name: str) -> None:
    folder = tmp_path / "output"
    victim = put(tmp_path, "victim.docx", b"1")
    path = str(victim) if name.startswith("/") else name
    build(folder, {"a.docx": b"1"})
    checksum = sha256_of(b"1")
    entry: dict[str, object] = {
        "sha256": [checksum] if "boshqa" in list_name else checksum,
        "sources": {},
    }
    staged = {"full": True, "staged": {path: "0000"}}
    put(folder, list_name, json.dumps({"documents": {path: entry}, **staged}).encode())
    build(folder, {})
    assert victim.read_bytes() == b"1"


@pytest.mark.parametrize("place", ["../../victim.docx", "../a.docx", "0000/../../../victim.docx"])
def test_a_stage_made_by_hand_takes_nothing_from_elsewhere(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "output"
    victim = put(tmp_path, "victim.docx", b"1")
    build(folder, {"a.docx": b"1"})
    listed = listed_in(folder)
    stage = {"documents": {"b.docx": listed["a.docx"]}, "staged": {"b.docx": place}}
    put(folder, ".yangi/royxat.json", json.dumps(stage).encode())
    build(folder, {"c.docx": b"2"}, full=False)
    assert victim.read_bytes() == b"1"
    assert papers_in(folder) == {"a.docx": b"1", "c.docx": b"2"}


def test_a_folder_that_became_a_link_is_not_entered(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    build(folder, {"q1/a.docx": b"1", "q1/deep/b.docx": b"1"})
    os.rename(folder / "q1", tmp_path / "elsewhere")
    os.unlink(tmp_path / "elsewhere" / "deep" / "b.docx")
    link_or_skip(folder / "q1", tmp_path / "elsewhere")
    assert build(folder, {}).kept == ("q1/a.docx",)
    assert (tmp_path / "elsewhere" / "deep").is_dir()
    assert (tmp_path / "elsewhere" / "a.docx").read_bytes() == b"1"


def listed_in(folder: Path) -> dict[str, object]:
    """The list of the one year."""
    documents: dict[str, object] = json.loads((folder / LIST).read_bytes())["lists"]["2026"][
        "documents"
    ]
    return documents


@pytest.mark.parametrize("name", [LIST, ".akmplan-boshqa.json", ".yangi/royxat.json"])
def test_a_list_that_cannot_be_read_now_is_not_taken_for_none(tmp_path: Path, name: str) -> None:
    build(tmp_path, {"q1/a.docx": b"2"})

    def unreadable(path: Path, mode: str) -> object:
        if Path(path) == tmp_path / name:
            raise PermissionError(13, "held open", str(path))
        return open(path, mode)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("akmplan.output.lists.open", unreadable, raising=False)
        with pytest.raises(CannotWrite) as caught:
            build(tmp_path, {})
    assert caught.value.path == (tmp_path if "royxat" in name else tmp_path / name)
    assert build(tmp_path, {}).removed == ("q1/a.docx",)
