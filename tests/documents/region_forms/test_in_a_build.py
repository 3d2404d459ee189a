"""Forms from the command line: what is written, removed and said, and how a run ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from akmplan.cli import run
from tests.documents.region_forms.blank import NAME, OUT, blank, rich_blank, year_of
from tests.small import Value

TODAY = ("--today", "2026-04-05", "--lang", "en")
PAIR = "2026-1-chorak/viloyat-akm.xlsx"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small year, and a form in the templates folder."""
    monkeypatch.chdir(tmp_path)
    year_of(tmp_path / "input")
    lay(tmp_path, rich_blank())
    return tmp_path


def lay(desk: Path, form: bytes, name: str = NAME) -> None:
    (desk / "templates").mkdir(exist_ok=True)
    (desk / "templates" / name).write_bytes(form)


def name_in_shakli(desk: Path, typed: str) -> None:
    """The year anew, with a row that names the form."""
    row: Sequence[Value] = ("Hisobot", "Viloyat AKM", "har chorakda", None, "IV.1; IV.2", typed)
    shutil.rmtree(desk / "input")
    year_of(desk / "input", reports=[row])


def checked(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    run(["check", "--format", "json", *TODAY])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def cell_of(desk: Path, spot: str) -> Any:
    return load_workbook(desk / "output" / OUT).worksheets[0][spot].value


def test_a_build_fills_the_form_with_no_options(desk: Path) -> None:
    assert run(["build", *TODAY]) == 0
    folder = desk / "output" / "2026-1-chorak"
    assert sorted(one.name for one in folder.iterdir()) == [
        "viloyat-akm.docx", "viloyat-akm.xlsx", "viloyat-akm_choraklik-shakl.xlsx",
    ]  # fmt: skip
    assert cell_of(desk, "D5") == 1233
    listed = json.loads((desk / "output" / ".akmplan.json").read_text(encoding="utf-8"))
    assert OUT in json.dumps(listed)


def test_the_page_leads_to_the_form(desk: Path) -> None:
    run(["build", *TODAY])
    page = (desk / "output" / "umumiy-holat.html").read_text(encoding="utf-8")
    assert f'href="{OUT}">Choraklik shakl' in page


def test_a_form_is_written_only_where_its_pair_is(desk: Path) -> None:
    run(["build", *TODAY])
    made = {path.parent.name for path in (desk / "output").rglob("*_choraklik-shakl.xlsx")}
    assert made == {"2026-1-chorak"}


def test_a_build_of_one_period_writes_its_form_alone(desk: Path) -> None:
    shutil.rmtree(desk / "input")
    year_of(desk / "input", months=range(1, 7))
    run(["build", "--period", "2026-Q2", *TODAY])
    made = sorted(path.parent.name for path in (desk / "output").rglob("*_choraklik-shakl.xlsx"))
    assert made == ["2026-2-chorak"]


def test_two_builds_give_the_same_bytes(desk: Path) -> None:
    run(["build", *TODAY, "--output", "one"])
    run(["build", *TODAY, "--output", "two"])
    assert (desk / "one" / OUT).read_bytes() == (desk / "two" / OUT).read_bytes()


def test_a_form_that_is_no_longer_there_is_removed_and_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", *TODAY])
    (desk / "templates" / NAME).unlink()
    capsys.readouterr()
    assert run(["build", *TODAY]) == 0
    assert not (desk / "output" / OUT).exists()
    assert OUT in capsys.readouterr().out


def test_a_broken_form_ends_with_five_and_nothing_is_written(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(desk, blank({"A1": "{{ IV.2.davr }}", "B7": "{{ IV.3.davr }}"}))
    for command in ("check", "build"):
        assert run([command, *TODAY]) == 5
        said = capsys.readouterr().err
        assert all(word in said for word in (NAME, "Shakl, B7", "no item IV.3"))
    assert not (desk / "output").exists()


def test_a_form_is_spoken_of_in_uzbek(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(desk, blank({"A1": "{{ IV.3.davr }}"}))
    assert run(["check", "--today", "2026-04-05"]) == 5
    assert "rejada IV.3 bandi yo‘q" in capsys.readouterr().err


def test_no_plan_comes_before_a_broken_form(desk: Path) -> None:
    lay(desk, blank({"A1": "{{ IV.3.davr }"}))
    (desk / "input" / "reja.xlsx").unlink()
    assert run(["check", *TODAY]) == 3
    assert run(["build", *TODAY]) == 3


def test_a_workbook_without_marks_is_spoken_of_and_stops_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(desk, blank({"A1": "Jami"}), "eslatma.xlsx")
    for command in ("check", "build"):
        assert run([command, *TODAY]) == 0
        assert "eslatma.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["Choraklik shakli", "templates/Choraklik shakli"])
def test_a_name_in_shakli_without_a_file_is_l110_at_its_cell(
    desk: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    name_in_shakli(desk, typed)
    (found,) = checked(capsys)["findings"]
    place = [found[key] for key in ("code", "severity", "file", "sheet", "cell", "found")]
    assert place == ["L110", "error", "reja.xlsx", "Hisobotlar", "F2", typed]
    assert "Perhaps “Choraklik shakl.xlsx” is meant" in found["message"]
    assert run(["build", *TODAY]) == 1
    assert (desk / "output" / PAIR).exists()


@pytest.mark.parametrize(
    "typed",
    [
        "Choraklik shakl", "choraklik-shakl.xlsx", "-", "", "templates/Choraklik shakl.xlsx",
        "C:\\akmplan\\templates\\Choraklik shakl.xlsx",
    ],
)  # fmt: skip
def test_a_name_in_shakli_with_a_file_is_no_finding(
    desk: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    name_in_shakli(desk, typed)
    assert checked(capsys)["findings"] == []
    assert run(["build", *TODAY]) == 0
    assert cell_of(desk, "D5") == 1233


def test_a_draft_is_counted_and_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "input" / "oy.xlsx").unlink()
    year_of(
        desk / "input",
        entries=[("IV.1", "yangi", None, None, 411), ("IV.2", "Ish", None, None, "x")],
    )
    lay(desk, blank({"A1": "{{ IV.2.davr }}"}), "bir.xlsx")
    lay(desk, blank({"A1": "{{ IV.1.yangi.davr }}"}), "ikki.xlsx")
    assert run(["build", *TODAY]) == 1
    folder = desk / "output" / "2026-1-chorak"
    said = {
        path.stem: load_workbook(path)["_akmplan"]["B3"].value for path in folder.glob("*.xlsx")
    }
    assert said == {
        "viloyat-akm": "loyiha", "viloyat-akm_bir": "loyiha",
        "viloyat-akm_choraklik-shakl": "yakuniy", "viloyat-akm_ikki": "yakuniy",
    }  # fmt: skip
    assert "drafts (LOYIHA): 3." in capsys.readouterr().out


def test_a_filled_form_in_the_input_folder_counts_for_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also one that looks like a sheet of a month."""
    head = ("Xizmat:", "Abonement xizmati"), ("Oy:", "2026-yil aprel")
    rows = (*head, ("№", "Ko‘rsatkich", "Bajarildi"), ("IV.2", "Tadbir", "{{ IV.2.davr }}"))
    cells = {
        f"{column}{at}": it
        for at, row in enumerate(rows, 1)
        for column, it in zip("ABC", row, strict=False)
    }
    lay(desk, blank(cells))
    run(["build", *TODAY])
    before = checked(capsys)
    shutil.copy(desk / "output" / OUT, desk / "input" / "shakl.xlsx")
    after = checked(capsys)
    assert [(one["code"], one["file"]) for one in after["findings"]] == [
        *((one["code"], one["file"]) for one in before["findings"]), ("L108", "shakl.xlsx"),
    ]  # fmt: skip
    kinds = {one["file"]: one["kind"] for one in after["inputs"]}
    assert kinds["shakl.xlsx"] == "submission"


def test_explain_reads_a_filled_form(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["build", *TODAY])
    capsys.readouterr()
    assert (
        run(["explain", "IV.1.yangi", "--from", f"output/{OUT}", "--format", "json", *TODAY]) == 0
    )
    (figure,) = json.loads(capsys.readouterr().out)["figures"]
    assert (figure["value"], figure["months"], len(figure["sources"])) == (1233, "3/3", 3)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_another_program_works_the_forms_totals_out_anew(desk: Path) -> None:
    run(["build", *TODAY])
    profile = f"-env:UserInstallation={(desk / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    target = ["--outdir", str(desk / "shown"), str(desk / "output" / OUT)]
    subprocess.run([*command, *target], check=True, capture_output=True)
    page = load_workbook(desk / "shown" / Path(OUT).name, data_only=True)["1-shakl"]
    assert [page[spot].value for spot in ("D5", "D6", "D7", "F5", "F6")] == [1233, 0, 1233, 2466, 0]
    assert page["A2"].value == "Jadval: 2026-yil I chorak uchun"
