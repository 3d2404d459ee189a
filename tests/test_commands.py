"""The command line as its users meet it: exit codes, stdout and stderr, what is written where."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from akmplan.cli import run
from tests.small import (
    READERS,
    STOCK,
    Value,
    add_explanations,
    month_tabs,
    plan_table,
    saved,
)

INPUT = Path(__file__).parent.parent / "input"
TODAY = ("--today", "2026-10-05")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds a copy of the sample."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(INPUT, tmp_path / "input")
    return tmp_path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_build_needs_no_options(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(desk / "input")
    assert run(["build", *TODAY]) == 1
    said = capsys.readouterr().out
    written = snapshot(desk / "output")
    assert "ish-reja-2026.docx" in written
    assert "2026-1-chorak/viloyat-akm.xlsx" in written
    assert "2026-1-chorak/viloyat-akm.docx" in written
    assert "Avval oching:" in said
    assert "Axborot-bibliografiya xizmati – sentabr" in said
    assert snapshot(desk / "input") == before


SENDS = "Viloyat AKMga har oyda taqdim etish"


@pytest.mark.parametrize(("second", "said"), [(None, True), (5, False)])
def test_a_sheet_that_is_there_may_still_lack_something(
    bare: Path, capsys: pytest.CaptureFixture[str], second: Value, said: bool
) -> None:
    rows = [(f"{n}.", "Ish", "Hujjat", 12, 12, SENDS) for n in (1, 2)]
    january = [("I.1", "", "Hujjat", 12, 5), ("I.2", "", "Hujjat", 12, second)]
    (bare / "input").mkdir()
    months = month_tabs(READERS, {1: january})
    saved(bare / "input", plan_table(["I. ISH", *rows]), oy=months)
    run(["build", "--today", "2026-02-05", "--lang", "en"])
    told = capsys.readouterr().out
    assert ("named above (S102)" in told) is said
    assert ("Every service has handed in" in told) is not said


def test_an_explained_paper_is_told_by_its_period(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ("1.", "Ish", "Hujjat", 12, 12, SENDS, "2026-yil davomida", f"{READERS}\n{STOCK}")
    why = (None, "S102", "2026-01", None, "Xodim ta’tilda")
    (bare / "input").mkdir()
    plan = add_explanations(plan_table(["I. ISH", row]), [why])
    months = month_tabs(READERS, {1: [("I.1", "", "Hujjat", 12, 5)]})
    saved(bare / "input", plan, oy=months)
    run(["check", "--today", "2026-02-05"])
    assert "S102  2026-01: Xodim ta’tilda" in capsys.readouterr().out


@pytest.mark.parametrize("output", ["output", "papka/ichida/output"])
def test_every_finding_s_link_leads_from_its_workbook_to_the_file(desk: Path, output: str) -> None:
    run(["build", *TODAY, "--output", output])
    workbook = load_workbook(desk / output / "kamchiliklar.xlsx")
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert len(links) > 30
    paths = [PureWindowsPath(unquote(target or "")).as_posix() for target in links]
    assert all((desk / output / path).is_file() for path in paths)


def test_input_on_another_drive_gives_findings_without_links(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_another_drive(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("akmplan.jobs.year_documents.os.path.relpath", on_another_drive)
    run(["build", *TODAY])
    workbook = load_workbook(desk / "output" / "kamchiliklar.xlsx")
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert "D30" in {cell.value for cell in cells}
    assert not any(cell.hyperlink for cell in cells)


def test_the_same_input_and_day_give_the_same_bytes(desk: Path) -> None:
    run(["build", *TODAY, "--output", "one"])
    run(["build", *TODAY, "--output", "two"])
    assert snapshot(desk / "one") == snapshot(desk / "two")


def test_check_writes_nothing_and_prints_json_alone(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--format", "json", *TODAY]) == 1
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"year", "centre", "inputs", "findings", "summary"}
    assert said["centre"] == "Vobkent tumani axborot-kutubxona markazi"
    assert set(said["summary"]) == {"error", "warning", "note", "explained"}
    assert sum(said["summary"].values()) == len(said["findings"])
    for sheet in (sheet for one in said["inputs"] for sheet in one["sheets"]):
        assert sheet["cells"] == sheet["used"] + len(sheet["set_aside"])
    assert not (desk / "output").exists()


def test_all_answers_as_json_are_beside_the_findings(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--format", "json", *TODAY]) == 1
    without = json.loads(capsys.readouterr().out)
    assert run(["check", "--all", "--format", "json", "--lang", "en", *TODAY]) == 1
    said = json.loads(capsys.readouterr().out)
    assert list(said) == [*without, "answers"]
    keys = ["code", "item", "indicator", "period", "answer", "reason"]
    assert all(list(one) == keys for one in said["answers"])
    unjudged = [one for one in said["answers"] if one["answer"] == "cannot_be_judged"]
    assert unjudged == [one for one in said["answers"] if one["reason"] is not None]
    about = ("T103", "IV.19", None, "2026-06", "cannot_be_judged", "may: nothing is written.")
    assert dict(zip(keys, about, strict=True)) in unjudged


def test_all_answers_in_words_add_up_and_stay_on_a_screen(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", *TODAY])
    findings = capsys.readouterr().out
    assert run(["check", "--all", *TODAY]) == 1
    said = capsys.readouterr().out
    assert said.startswith(findings)
    lines = said[len(findings) :].replace("\u00a0", "").splitlines()
    headings = [line for line in lines if line.startswith(("TO‘G‘RI", "MOS EMAS", "TEKSHIRIB"))]
    groups = [int(re.findall(r"\d+", line)[0]) for line in headings]
    assert len(groups) == 3
    assert [int(n) for n in re.findall(r"\d+", lines[-1])] == [sum(groups), *groups]
    assert len(lines) < 50
    assert any("sababi: may: hech narsa yozilmagan. (3 ta: IV.19 × 3)" in line for line in lines)


def test_many_findings_of_one_code_are_one_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", *TODAY])
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  P109")]
    assert len(lines) == 1
    assert "6 ta" in lines[0]
    assert "E38" in lines[0]


def test_on_a_terminal_no_line_is_longer_than_it_is_wide(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run(["check", "--today", "2026-10-05"])
    piped = capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    run(["check", "--today", "2026-10-05"])
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) < 80 < max(map(len, piped.splitlines()))
    assert shown.split() == piped.split()


def test_build_and_check_find_the_same(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", *TODAY])
    checked = capsys.readouterr().out
    run(["build", *TODAY])
    assert capsys.readouterr().out.startswith(checked)


def explained(desk: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    assert run(["explain", *more, "--format", "json", *TODAY]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_explain_follows_a_figure_to_its_cells(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = explained(desk, capsys, "IV.12.yangi", "--period", "2026-Q1")
    (figure,) = answer["figures"]
    assert (answer["period"], figure["item"], figure["indicator"]) == ("2026-Q1", "IV.12", "yangi")
    assert figure["months"] == "3/3"
    assert figure["target"] == 2023
    assert figure["value"] == sum(source["value"] for source in figure["sources"])
    assert {source["month"] for source in figure["sources"]} == {"2026-01", "2026-02", "2026-03"}
    assert {source["service"] for source in figure["sources"]} == {"abonement"}


def test_explain_of_an_item_gives_all_its_indicators(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = explained(desk, capsys, "IV.12")
    figures = answer["figures"]
    assert [figure["indicator"] for figure in figures] == ["yangi", "qayta"]
    assert answer["period"] == "2026"


@pytest.mark.parametrize("typed", ["iv.12.Yangi", "ІV.12.янги", "IV.12.yangi."])
def test_explain_folds_what_is_asked_for(
    desk: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    (figure,) = explained(desk, capsys, typed)["figures"]
    assert (figure["item"], figure["indicator"]) == ("IV.12", "yangi")


def test_explain_in_words(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "IV.7.2", *TODAY]) == 0
    said = capsys.readouterr().out
    assert "oylik/fond-2026.xlsx, Yanvar," in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "IX.99"],
        ["explain", "IV.12.yangi.nima"],
        ["build", "--period", "2026-13"],
        ["build", "--lang", "fr"],
        ["tuz"],
        ["check", "--today", "ertaga"],
    ],
)
def test_wrong_use_is_exit_code_2(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "IV.7", "--period", "2025-Q1"],
        ["build", "--period", "2025-Q1"],
        ["build", "--period", "2026-M9"],
        ["build", "--recipient", "viloyat_akm"],
        ["build", "--period", "2026-Q1", "--recipient", "hech-kim"],
    ],
)
def test_what_the_year_does_not_have_is_wrong_use(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run([*arguments, *TODAY]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert arguments[-1] in said.err
    assert not (desk / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["biuld"],
        ["build", "--perod", "2026-Q1"],
        ["build", "one"],
        ["build", "one", "two"],
        ["build", "--lang", "fr"],
        ["build", "--today", "ertaga"],
        ["build", "--year", "bu"],
        ["build", "--input"],
        ["build", "--debug=1"],
        ["explain"],
    ],
)
def test_wrong_use_is_said_in_uzbek_alone(
    bare: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    english = re.compile(r"\b(is|not|no|did|such|got|does|option|value|missing)\b", re.IGNORECASE)
    assert run(arguments) == 2
    assert not english.search(capsys.readouterr().err.splitlines()[-1])
    run([arguments[0], "--lang", "en", *arguments[1:]])
    assert english.search(capsys.readouterr().err.splitlines()[-1])


@pytest.mark.parametrize("command", [["build"], ["check"], ["explain", "IV.7"], ["sheets"]])
@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_without_a_plan_the_folder_is_named(
    bare: Path, capsys: pytest.CaptureFixture[str], command: list[str], folder: str
) -> None:
    (bare / "empty").mkdir()
    assert run([*command, "--input", folder, *TODAY]) == 3
    said = capsys.readouterr()
    told, silent = said.out, said.err
    if command[0] not in ("build", "check"):  # findings are no result of the others
        told, silent = silent, told
    assert str(bare / folder) in told
    assert silent == ""
    assert not (bare / "output").exists()


def test_json_is_printed_without_a_plan_too(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "json", *TODAY]) == 3
    said = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in said["findings"]] == ["L101"]
    assert said["findings"][0]["file"] is None


def test_an_output_that_cannot_be_written_is_exit_code_4(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "output").write_text("a file")
    assert run(["build", *TODAY]) == 4
    assert "output" in capsys.readouterr().err


def test_a_broken_template_is_exit_code_5_and_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "templates").mkdir()
    (desk / "templates" / "ish-reja.docx").write_bytes(b"no document")
    for command in ("build", "check"):
        assert run([command, *TODAY]) == 5
        assert "ish-reja.docx" in capsys.readouterr().err
    assert not (desk / "output").exists()


def test_an_output_that_cannot_be_written_comes_before_a_broken_template(desk: Path) -> None:
    (desk / "templates").mkdir()
    (desk / "templates" / "ish-reja.docx").write_bytes(b"no document")
    (desk / "output").write_text("a file")
    assert run(["build", *TODAY]) == 4


def test_one_bad_monthly_workbook_does_not_stop_the_rest(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "input" / "oylik" / "fond-2026.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert run(["build", *TODAY]) == 1
    assert "fond-2026.xlsx" in capsys.readouterr().out
    assert (desk / "output" / "2026-1-chorak" / "viloyat-akm.docx").is_file()


def test_a_period_and_a_recipient_write_only_their_papers_and_remove_nothing(desk: Path) -> None:
    run(["build", *TODAY])
    before = set(snapshot(desk / "output"))
    run(["build", *TODAY, "--period", "2026-Q1", "--recipient", "viloyat-akm"])
    assert set(snapshot(desk / "output")) == before
    run(["build", *TODAY, "--output", "few", "--period", "2026-Q1", "--recipient", "viloyat-akm"])
    papers = {name for name in snapshot(desk / "few") if "/" in name}
    assert papers == {"2026-1-chorak/viloyat-akm.xlsx", "2026-1-chorak/viloyat-akm.docx"}


def test_a_paper_that_is_no_longer_built_goes_and_foreign_files_stay(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", *TODAY])
    foreign = desk / "output" / "2026-1-chorak" / "eslatma.txt"
    foreign.write_text("mine")
    shutil.rmtree(desk / "input" / "oylik")
    capsys.readouterr()
    run(["build", *TODAY])
    said = capsys.readouterr().out
    left = {name for name in snapshot(desk / "output") if not name.startswith(".")}
    assert left == {
        "ish-reja-2026.docx",
        "kamchiliklar.xlsx",
        "umumiy-holat.html",
        "2026-1-chorak/eslatma.txt",
    }
    assert "2026-1-chorak/viloyat-akm.docx" in said or "va yana" in said


def test_an_open_workbook_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "input" / "~$ish-reja-2026.xlsx").write_bytes(b"\x05user")
    run(["check", *TODAY])
    assert "ish-reja-2026.xlsx" in capsys.readouterr().err


def test_sheets_lays_workbooks_and_changes_none(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "input").mkdir()
    shutil.copy(INPUT / "ish-reja-2026.xlsx", bare / "input")
    assert run(["sheets", *TODAY]) == 0
    laid = snapshot(bare / "input")
    services = ["abonement", "akt", "bibliografiya", "direktor", "fond", "kadrlar"]
    assert sorted(laid) == ["ish-reja-2026.xlsx", *(f"oylik/{key}-2026.xlsx" for key in services)]
    assert (bare / "akmplan.cmd").is_file()
    assert run(["sheets", *TODAY]) == 0
    assert snapshot(bare / "input") == laid
    filled = bare / "input" / "oylik" / "akt-2026.xlsx"
    filled.write_bytes(b"filled in by hand")
    run(["sheets", *TODAY])
    assert filled.read_bytes() == b"filled in by hand"
    assert snapshot(bare / "input").keys() == laid.keys()


def test_fresh_sheets_give_no_findings_of_their_own(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "input").mkdir()
    shutil.copy(INPUT / "ish-reja-2026.xlsx", bare / "input")
    run(["check", "--format", "json", *TODAY])
    before = json.loads(capsys.readouterr().out)["findings"]
    run(["sheets", *TODAY])
    capsys.readouterr()
    run(["check", "--format", "json", *TODAY])
    assert json.loads(capsys.readouterr().out)["findings"] == before


@pytest.mark.parametrize("language", ["uz", "en"])
def test_rules_lists_every_rule_with_its_why(
    capsys: pytest.CaptureFixture[str], language: str
) -> None:
    from akmplan.checks import ALL_RULES

    assert run(["rules", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert all(rule.code in said for rule in ALL_RULES)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(["--help"], "Buyruqlar"), (["build", "--help", "--lang", "en"], "Exit codes")],
)
def test_help_is_in_the_reader_s_language(
    capsys: pytest.CaptureFixture[str], arguments: Sequence[str], word: str
) -> None:
    assert run(arguments) == 0
    assert word in capsys.readouterr().out


def test_every_command_accepts_the_common_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in ("build", "check", "explain", "rules", "sheets"):
        run([command, "--help"])
        said = capsys.readouterr().out
        for option in ("--input", "--output", "--templates", "--year", "--today", "--lang"):
            assert option in said, (command, option)


def test_the_folder_of_templates_must_be_there_but_for_the_defaults_own_name(desk: Path) -> None:
    assert run(["rules", "--templates", "templates", *TODAY]) == 0
    assert run(["rules", "--templates", "andozalar", *TODAY]) == 2
    (desk / "andozalar").mkdir()
    assert run(["rules", "--templates", "andozalar", *TODAY]) == 0


def test_no_traceback_reaches_the_reader(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("akmplan.jobs.preparing.load_year", fall)
    assert run(["check", *TODAY]) == 4
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "unforeseen" in said.err
    with pytest.raises(RuntimeError):
        run(["check", *TODAY, "--debug"])
