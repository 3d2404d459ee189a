"""What a file is, by its content: the suffix of the name is never asked."""

from __future__ import annotations

import hashlib
import os
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from akmplan.workbooks import Reason, UnreadableFile, read_workbook
from akmplan.workbooks.limits import LARGEST_FILE
from tests.workbooks.binary_records import biff, xls, xls_number
from tests.workbooks.handmade import handmade, ole, read, refusal, zipped

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
MANIFEST = "META-INF/manifest.xml"
SPREADSHEET_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


def word_document() -> bytes:
    target = BytesIO()
    docx.Document().save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY_FILE),
        (b"No;Nomi\n1;Kitob\n", Reason.CSV),
        ("№\tNomi\n1\tKitob\n".encode("cp1251"), Reason.CSV),
        ("№\tNomi\n1\tKitob\n".encode("utf-16"), Reason.CSV),
        ("\ufeff№;Nomi\n".encode(), Reason.CSV),
        (b"a < b; c\n", Reason.CSV),
        (b"<html><table><tr><td>1</td></tr></table></html>", Reason.HTML),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", Reason.HTML),
        ("<HTML><TABLE>№</TABLE>".encode("utf-16"), Reason.HTML),
        (b'<?xml version="1.0"?><html xmlns="a"><table/></html>', Reason.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>", Reason.HTML),
        (SPREADSHEET_2003.encode(), Reason.UNKNOWN),
        (b"%PDF-1.7\n%\xe2\xe3", Reason.PDF),
        (b"\x00\x01\x02\x03" * 100, Reason.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Reason.UNKNOWN),
        (b"PK\x03\x04 broken", Reason.DAMAGED),
        (b"PK\x05\x06" + bytes(18), Reason.UNKNOWN),
        (zipped({"a.txt": "a"}), Reason.UNKNOWN),
        (zipped({"ppt/presentation.xml": "<a/>"}), Reason.UNKNOWN),
        (zipped({MANIFEST: "application/vnd.oasis.opendocument.text"}), Reason.WORD_DOCUMENT),
        (zipped({MANIFEST: "opendocument.spreadsheet encryption-data"}), Reason.ENCRYPTED),
        (word_document(), Reason.WORD_DOCUMENT),
        (zipped({"xl/workbook.bin": b"a"}), Reason.XLSB),
        (ole(EncryptedPackage=b"a", EncryptionInfo=b"b"), Reason.ENCRYPTED),
        (ole(WordDocument=b"a"), Reason.WORD_DOCUMENT),
        (ole(Something=b"a"), Reason.UNKNOWN),
        (ole(Workbook=b"a")[:700], Reason.DAMAGED),
        (xls(globals_too=biff(0x2F, bytes(6))), Reason.ENCRYPTED),
    ],
)
def test_what_is_no_workbook_is_named(content: bytes, reason: Reason) -> None:
    assert refusal(content)[0] is reason


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".txt", ""])
def test_a_workbook_is_one_under_any_suffix(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(handmade(ONE))
    workbook = read_workbook(path, "ichki/a")
    assert (workbook.file, workbook.converted) == ("ichki/a", False)
    assert workbook.grids[0].at(1, 1).place.file == "ichki/a"
    assert workbook.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_workbook_of_another_format_is_said_to_be_converted() -> None:
    assert read(xls(xls_number(0, 0, 1))).converted


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(handmade(ONE))
    path.chmod(0o400)
    before = path.stat(), path.read_bytes()
    read_workbook(path, "a.xlsx")
    after = path.stat(), path.read_bytes()
    assert (before[0].st_mtime_ns, before[0].st_mode, before[1]) == (
        after[0].st_mtime_ns,
        after[0].st_mode,
        after[1],
    )


def why(path: Path) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read_workbook(path, path.name)
    return caught.value.reason


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    assert why(path) is Reason.TOO_LARGE


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr("akmplan.workbooks.files.os.open", refuse)
    assert why(tmp_path / "a.xlsx") is Reason.LOCKED


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert why(tmp_path / "a.xlsx") is Reason.LOCKED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    os.mkfifo(path)
    assert why(path) is Reason.UNKNOWN


def test_a_fault_nobody_thought_of_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    path = tmp_path / "a.xlsx"
    path.write_bytes(handmade(ONE))
    monkeypatch.setattr("akmplan.workbooks.workbook.kind_of", fail)
    with pytest.raises(UnreadableFile) as caught:
        read_workbook(path, "a.xlsx")
    assert (caught.value.reason, caught.value.detail) == (Reason.DAMAGED, "RecursionError")
