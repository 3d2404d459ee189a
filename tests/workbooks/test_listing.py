"""What lies in the folder: workbooks, locks of open ones, and what is passed over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from akmplan.workbooks import IgnoredReason, list_files
from tests.workbooks.handmade import handmade, ole, zipped

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


def laid(folder: Path, *names: str, content: bytes = b"x") -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def found(folder: Path) -> list[str]:
    return [workbook.file for workbook in list_files(folder).workbooks]


def ignored(folder: Path) -> dict[str, IgnoredReason]:
    return {entry.file: entry.reason for entry in list_files(folder).ignored}


def test_workbooks_by_suffix_in_all_folders_sorted_by_name(tmp_path: Path) -> None:
    laid(tmp_path, "b.xlsx", "A.XLSM", "oylik/c.xls", "oylik/ichki/d.ods", "a.xlsb", "e.xltx")
    assert found(tmp_path) == [
        "a.xlsb",
        "A.XLSM",
        "b.xlsx",
        "e.xltx",
        "oylik/c.xls",
        "oylik/ichki/d.ods",
    ]
    assert list_files(tmp_path).workbooks[4].path == tmp_path / "oylik" / "c.xls"


def test_names_that_differ_only_by_case_have_an_order(tmp_path: Path) -> None:
    laid(tmp_path, "b.xlsx", "B.xlsx")
    assert found(tmp_path) == sorted(found(tmp_path))


def test_workbooks_by_content(tmp_path: Path) -> None:
    laid(tmp_path, "a.bak", "b", content=handmade())
    laid(tmp_path, "c.dat", content=ole(Workbook=b"a"))
    laid(tmp_path, "d.zip", content=zipped({"a.txt": "a"}))
    laid(tmp_path, "e.zip", content=b"PK\x03\x04 broken")
    assert found(tmp_path) == ["a.bak", "b", "c.dat"]
    assert set(ignored(tmp_path)) == {"d.zip", "e.zip"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("reja.docx", IgnoredReason.WORD_DOCUMENT),
        ("REJA.DOC", IgnoredReason.WORD_DOCUMENT),
        ("a.pdf", IgnoredReason.NOT_A_WORKBOOK),
        ("a.txt", IgnoredReason.NOT_A_WORKBOOK),
        ("a.csv", IgnoredReason.NOT_A_WORKBOOK),
        ("a.jpg", IgnoredReason.NOT_A_WORKBOOK),
        ("README", IgnoredReason.NOT_A_WORKBOOK),
    ],
)
def test_what_is_ignored_is_listed_with_its_reason(
    name: str, reason: IgnoredReason, tmp_path: Path
) -> None:
    assert ignored(laid(tmp_path, f"ichki/{name}")) == {f"ichki/{name}": reason}


@pytest.mark.parametrize(
    "name",
    [".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini", "Desktop.ini", "a.tmp", "~$a.xlsx"],
)
def test_what_systems_leave_behind_is_not_spoken_of(name: str, tmp_path: Path) -> None:
    listing = list_files(laid(tmp_path, name))
    assert (listing.workbooks, listing.open_files, listing.ignored) == ((), (), ())


def test_folders_whose_names_begin_with_a_dot_are_not_looked_into(tmp_path: Path) -> None:
    assert list_files(laid(tmp_path, ".git/a.xlsx")).workbooks == ()


def test_a_lock_beside_a_workbook_names_it(tmp_path: Path) -> None:
    laid(tmp_path, "oylik/a.xlsx", "oylik/~$a.xlsx", "b.xlsx", ".~lock.b.xlsx#", "c.xlsx")
    listing = list_files(tmp_path)
    assert listing.open_files == ("b.xlsx", "oylik/a.xlsx")
    assert found(tmp_path) == ["b.xlsx", "c.xlsx", "oylik/a.xlsx"]


def test_a_lock_of_something_else_names_nothing(tmp_path: Path) -> None:
    laid(tmp_path, "a.docx", "~$a.docx", "oylik/a.xlsx", "~$a.xlsx")
    assert list_files(tmp_path).open_files == ()


@POSIX_ONLY
def test_a_link_that_leads_out_is_no_file(tmp_path: Path) -> None:
    laid(tmp_path, "tashqi/a.xlsx", "input/b.xlsx")
    folder = tmp_path / "input"
    (folder / "a.xlsx").symlink_to(tmp_path / "tashqi" / "a.xlsx")
    (folder / "tashqi").symlink_to(tmp_path / "tashqi")
    (folder / "yoq.xlsx").symlink_to(tmp_path / "yoq.xlsx")
    assert found(folder) == ["b.xlsx"]
    assert ignored(folder) == dict.fromkeys(
        ("a.xlsx", "tashqi", "yoq.xlsx"), IgnoredReason.NOT_A_FILE
    )


@POSIX_ONLY
def test_a_link_to_a_file_inside_is_that_file(tmp_path: Path) -> None:
    laid(tmp_path, "b.xlsx")
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "b.xlsx")
    assert found(tmp_path) == ["a.xlsx", "b.xlsx"]


@POSIX_ONLY
def test_a_folder_that_contains_itself_is_walked_once(tmp_path: Path) -> None:
    laid(tmp_path, "ichki/a.xlsx")
    (tmp_path / "ichki" / "yana").symlink_to(tmp_path)
    (tmp_path / "oz").symlink_to(tmp_path / "oz")
    assert found(tmp_path) == ["ichki/a.xlsx"]
    assert set(ignored(tmp_path)) == {"ichki/yana", "oz"}


@POSIX_ONLY
def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    laid(tmp_path, "haqiqiy/a.xlsx")
    (tmp_path / "input").symlink_to(tmp_path / "haqiqiy")
    assert found(tmp_path / "input") == ["a.xlsx"]


@POSIX_ONLY
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    assert ignored(tmp_path) == {"a.xlsx": IgnoredReason.NOT_A_FILE}


@POSIX_ONLY
@pytest.mark.skipif(sys.platform == "darwin", reason="the file system there refuses such names")
def test_a_name_in_unknown_letters_can_be_printed(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff.xlsx", "wb"):
        pass
    (name,) = found(tmp_path)
    assert name.encode() == "\ufffd.xlsx".encode()


@POSIX_ONLY
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is shut to root")
def test_a_folder_that_cannot_be_entered_is_named(tmp_path: Path) -> None:
    laid(tmp_path, "yopiq/a.xlsx")
    (tmp_path / "yopiq").chmod(0)
    try:
        assert ignored(tmp_path) == {"yopiq": IgnoredReason.NOT_A_FILE}
    finally:
        (tmp_path / "yopiq").chmod(0o700)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    listing = list_files(tmp_path / "yoq")
    assert (listing.workbooks, listing.ignored) == ((), ())
