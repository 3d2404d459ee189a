"""Files added to the input folder: whole or not there, and nothing replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.output import CannotWrite, add_file


def test_a_new_file_is_there(tmp_path: Path) -> None:
    added = add_file(tmp_path / "oylik" / "fond-2026.xlsx", b"new")
    assert added.new
    assert added.path.read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "oylik").iterdir()] == ["fond-2026.xlsx"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    add_file(tmp_path / "a.xlsx", b"same")
    assert not add_file(tmp_path / "a.xlsx", b"same").new


def test_another_file_of_that_name_stays_alone(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"by hand")
    assert not add_file(tmp_path / "a.xlsx", b"new").new
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
    assert (tmp_path / "a.xlsx").read_bytes() == b"by hand"


def test_a_file_that_appears_meanwhile_stays_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.lexists", lambda _: False)
    (tmp_path / "a.xlsx").write_bytes(b"by hand")
    assert not add_file(tmp_path / "a.xlsx", b"new").new
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"by hand"]


def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("akmplan.output.disk.sync", full)
    with pytest.raises(CannotWrite):
        add_file(tmp_path / "a.xlsx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "oylik").write_bytes(b"")
    with pytest.raises(CannotWrite):
        add_file(tmp_path / "oylik" / "a.xlsx", b"new")
