"""Bad input: one clear message a fault, with the file and what to do, and the right exit code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.checks.l_reading.reading_words import FILE_FAULTS, IGNORED
from akmplan.cli import run
from akmplan.messages import REASONS
from akmplan.workbooks import IgnoredReason, Reason

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "input" / "ish-reja-2026.xlsx"
TODAY = ("--today", "2026-10-05")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose input holds the plan alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    shutil.copy(PLAN, tmp_path / "input")
    return tmp_path


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_sentence(reason: Reason) -> None:
    assert reason.value in FILE_FAULTS


@pytest.mark.parametrize("reason", list(IgnoredReason))
def test_every_ignored_kind_has_its_sentence(reason: IgnoredReason) -> None:
    assert reason.value in IGNORED


def test_every_reason_for_setting_aside_has_its_words() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "akmplan" / "loading").glob("*.py")
    )
    given = set(re.findall(r'set_aside_row\([^()]*?, "(\w+)"', code))
    given |= set(re.findall(r'close\(SheetKind\.\w+, "(\w+)"', code))
    assert given
    assert given <= set(REASONS)


def encrypted() -> bytes:
    """The head of an OLE container with the name of an encrypted package in its directory."""
    header = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504
    return header + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1024


FAULTY = {
    "bo‘sh.xlsx": b"",
    "buzilgan.xlsx": b"PK\x03\x04" + b"\x00" * 300,
    "matn.xlsx": "№;Nomi;Bajarildi\n1;Ish;5\n".encode(),
    "sahifa.xls": b"<html><body><table><tr><td>1</td></tr></table></body></html>",
    "hujjat.xlsx": b"%PDF-1.7\n1 0 obj\n",
    "parolli.xlsx": encrypted(),
    "nimadir.xlsx": bytes(range(256)) * 4,
}


@pytest.mark.parametrize("name", sorted(FAULTY))
@pytest.mark.parametrize("language", ["uz", "en"])
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, language: str
) -> None:
    (desk / "input" / name).write_bytes(FAULTY[name])
    assert run(["build", *TODAY, "--lang", language]) == 1
    said = capsys.readouterr()
    assert name in said.out
    assert "L103" in said.out
    assert "Traceback" not in said.err
    assert (desk / "output" / "ish-reja-2026.docx").is_file()


def test_a_workbook_of_neither_kind_is_a_note(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Workbook()
    other.worksheets[0].append(["Telefonlar", "Ism"])
    other.save(desk / "input" / "telefonlar.xlsx")
    run(["check", *TODAY])
    said = capsys.readouterr().out
    assert "L108" in said
    assert "telefonlar.xlsx" in said


def test_a_plan_given_only_as_a_word_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "ish reja.docx").write_bytes(b"PK\x03\x04")
    assert run(["build", *TODAY]) == 3
    said = capsys.readouterr().out
    assert "L101" in said
    assert "ish reja.docx" in said


def test_two_plans_for_one_year_and_none_is_chosen(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(PLAN, desk / "input" / "ish-reja-2026 nusxa.xlsx")
    assert run(["build", *TODAY]) == 3
    said = capsys.readouterr().out
    assert "L102" in said
    assert "L101" not in said
    assert "ish-reja-2026 nusxa.xlsx" in said
    assert "ish-reja-2026.xlsx" in said
    assert not (desk / "output").exists()


def test_an_input_that_is_a_link_to_itself(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "aylana").symlink_to("aylana")
    assert run(["build", *TODAY, "--input", "aylana"]) == 3
    said = capsys.readouterr()
    assert "L101" in said.out
    assert said.err == ""


@pytest.mark.parametrize("output", ["input", "input/natija", "input/../input/a/b", "havola"])
def test_nothing_is_built_into_the_input_folder(
    desk: Path, capsys: pytest.CaptureFixture[str], output: str
) -> None:
    (desk / "havola").symlink_to("input")
    assert run(["build", *TODAY, "--output", output]) == 2
    assert output in capsys.readouterr().err
    assert [path.name for path in (desk / "input").iterdir()] == [PLAN.name]


def test_an_output_around_the_input_is_no_fault(desk: Path) -> None:
    assert run(["build", *TODAY, "--output", "."]) == 1
    assert [path.name for path in (desk / "input").iterdir()] == [PLAN.name]


@pytest.mark.parametrize("year", ["2027", "0"])
def test_a_year_without_a_plan_is_said(
    desk: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    for command in ("check", "build"):
        assert run([command, *TODAY, "--year", year]) == 3
        assert f"{year}-yil" in capsys.readouterr().out
