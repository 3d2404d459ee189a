"""`akmplan init PLAN.xlsx`: the helper workbook, which changes nothing by itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.cli import run
from akmplan.layout.helpers import HELPERS
from tests.hostile.other_formats import plan_as_ods
from tests.small import Row, Value, plan_table, saved

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "input" / "ish-reja-2026.xlsx"
NAMES = [
    "Rekvizitlar", "Xizmatlar", "Ko‘rsatkichlar", "Havolalar", "Hisobotlar", "Qoidalar", "Izohlar",
]  # fmt: skip
HELPERS_FILE = "yordamchi-varaqlar-2026.xlsx"
TODAY = ("--today", "2026-10-05")
TWO_NAMES: list[tuple[Value, ...]] = [
    ("1.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "AKT va raqamlashtirish xizmati"),
    ("2.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "AKT va raqamlashtirish xizmati"),
    ("3.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "Axborot-texnologiyalari xizmati"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the sample's plan in `input/`."""
    (tmp_path / "input").mkdir()
    shutil.copy(PLAN, tmp_path / "input")
    return tmp_path


def init(plan: Path, folder: Path, *more: str) -> int:
    places = ("--input", str(folder / "input"), "--output", str(folder / "output"))
    return run(["init", str(plan), *places, *TODAY, *more])


def findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    run(["check", "--input", str(folder), "--format", "json", *TODAY])
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def build(folder: Path, output: Path) -> None:
    run(["build", "--input", str(folder), "--output", str(output), *TODAY])


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def months_beside(folder: Path) -> Path:
    shutil.copytree(ROOT / "input" / "oylik", folder / "input" / "oylik")
    return folder / "input"


def table(path: Path, name: str) -> list[tuple[object, ...]]:
    """A helper sheet's rows, without its heading and what is blank."""
    sheet, (layout,) = load_workbook(path)[name], [one for one in HELPERS if one.name == name]
    rows = sheet.iter_rows(min_row=2, max_col=len(layout.columns), values_only=True)
    return [row for row in rows if any(row)]


def test_the_real_plan_says_the_same_with_its_fresh_helper_workbook_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = months_beside(tmp_path)
    shutil.copy(PLAN, own)
    build(own, tmp_path / "before")
    assert init(own / PLAN.name, tmp_path) == 0
    assert findings(own, capsys) == findings(ROOT / "input", capsys)
    build(own, tmp_path / "after")
    before, after = files_of(tmp_path / "before"), files_of(tmp_path / "after")
    assert len(before) > 60
    differing = {name for name in before if before[name] != after.get(name)}
    assert differing == {".akmplan.json", "umumiy-holat.html"}  # both tell the inputs' checksums


def test_it_lies_beside_the_plan_and_the_plan_stays_as_it_is(desk: Path) -> None:
    assert init(desk / "input" / PLAN.name, desk) == 0
    assert load_workbook(desk / "input" / HELPERS_FILE).sheetnames == [*NAMES, "_akmplan"]
    assert (desk / "input" / PLAN.name).read_bytes() == PLAN.read_bytes()
    assert sorted(files_of(desk)) == ["akmplan.cmd", f"input/{PLAN.name}", f"input/{HELPERS_FILE}"]


def test_what_was_understood_stands_in_the_sheets(desk: Path) -> None:
    init(desk / "input" / PLAN.name, desk)
    made = desk / "input" / HELPERS_FILE
    assert ("Direktor", "Sh.Sharipov") in table(made, "Rekvizitlar")
    assert any(
        "Axborot-texnologiyalari xizmati (?)" in str(row[2]) for row in table(made, "Xizmatlar")
    )
    assert ("IV.24", "b", "Sahifa", "yig‘indi") in table(made, "Ko‘rsatkichlar")
    assert [row[0] for row in table(made, "Havolalar")] == [
        "IV.10", "IV.10", "IV.11", "IV.11", "V.26.2", "V.26.3",
    ]  # fmt: skip
    assert len(table(made, "Hisobotlar")) == 10
    assert table(made, "Qoidalar") == table(made, "Izohlar") == []


def test_a_method_that_is_to_be_asked_is_not_answered(tmp_path: Path) -> None:
    rows: list[Row] = ["I. BO‘LIM", ("1.", "Ulush", "%", 1, 1), ("2.", "Ish", "Nusxa", 1, 1)]
    own = tmp_path / "input"
    own.mkdir()
    init(saved(own, plan_table(rows)) / "reja.xlsx", tmp_path)
    methods = {row[0]: row[3] for row in table(own / HELPERS_FILE, "Ko‘rsatkichlar")}
    assert methods == {"I.1": None, "I.2": "yig‘indi"}


def test_a_second_init_adds_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(desk / "input" / PLAN.name, desk)
    before = files_of(desk)
    capsys.readouterr()
    assert init(desk / "input" / PLAN.name, desk) == 0
    assert files_of(desk) == before
    assert "hech narsa" in capsys.readouterr().out


def test_what_a_helper_workbook_lacks_goes_to_the_output_folder(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(desk / "input" / PLAN.name, desk)
    own = desk / "input" / "bizniki.xlsx"
    workbook = load_workbook(desk / "input" / HELPERS_FILE)
    del workbook["Qoidalar"]
    workbook.save(own)
    (desk / "input" / HELPERS_FILE).unlink()
    before = files_of(desk / "input")
    capsys.readouterr()
    assert init(desk / "input" / PLAN.name, desk) == 0
    assert files_of(desk / "input") == before
    made = desk / "output" / HELPERS_FILE
    assert load_workbook(made).sheetnames == ["Qoidalar", "_akmplan"]
    said = capsys.readouterr().out
    assert [word for word in ("Qoidalar", "bizniki.xlsx", str(made)) if word not in said] == []


def test_one_of_another_year_is_none_of_this(desk: Path) -> None:
    init(desk / "input" / PLAN.name, desk)
    workbook = load_workbook(desk / "input" / HELPERS_FILE)
    workbook["_akmplan"]["B3"].value = 2025
    workbook.save(desk / "input" / "eski.xlsx")
    (desk / "input" / HELPERS_FILE).unlink()
    init(desk / "input" / PLAN.name, desk)
    assert (desk / "input" / HELPERS_FILE).is_file()
    assert not (desk / "output").exists()


def test_a_file_of_its_name_stays(desk: Path) -> None:
    Workbook().save(desk / "input" / HELPERS_FILE)
    before = files_of(desk / "input")
    assert init(desk / "input" / PLAN.name, desk) == 0
    assert files_of(desk / "input") == before
    assert (desk / "output" / HELPERS_FILE).is_file()


def test_sheets_in_the_plan_s_workbook_are_not_made_again(tmp_path: Path) -> None:
    workbook = plan_table(["I. BO‘LIM", ("1.", "Ish", "Nusxa", 1, 1)])
    sheet = workbook.create_sheet("Xonalar")
    sheet.append(["Kodi", "Qoida", "Darajasi", "Izoh"])
    own = tmp_path / "input"
    own.mkdir()
    init(saved(own, workbook) / "reja.xlsx", tmp_path)
    made = load_workbook(own / HELPERS_FILE)
    assert made.sheetnames == [*(name for name in NAMES if name != "Qoidalar"), "_akmplan"]


@pytest.mark.parametrize("name", ["reja.xlsx", "REJA.XLSX"])
def test_a_plan_from_elsewhere_is_copied_byte_for_byte(tmp_path: Path, name: str) -> None:
    shutil.copy(PLAN, tmp_path / name)
    assert init(tmp_path / name, tmp_path) == 0
    copies = [path for path in (tmp_path / "input").iterdir() if "ish-reja" in path.name]
    assert [path.name for path in copies] == [f"ish-reja-2026{name[4:]}"]
    assert copies[0].read_bytes() == PLAN.read_bytes()
    assert (tmp_path / "input" / HELPERS_FILE).is_file()


def test_beside_another_plan_for_the_year_nothing_is_made_of_this_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "input"
    own.mkdir()
    plan_table(["I. BO‘LIM", ("1.", "Ish", "Nusxa", 1, 1)]).save(own / "boshqa.xlsx")
    assert init(PLAN, tmp_path) == 0
    assert [path.name for path in own.iterdir()] == ["boshqa.xlsx"]
    assert "boshqa.xlsx" in capsys.readouterr().out


def test_the_same_plan_under_another_name_is_no_other_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "input"
    own.mkdir()
    shutil.copy(PLAN, own / "reja.xlsx")
    assert init(PLAN, tmp_path) == 0
    assert sorted(path.name for path in own.iterdir()) == ["reja.xlsx", HELPERS_FILE]
    assert "reja.xlsx" not in capsys.readouterr().out


def test_two_plans_for_the_year_keep_it_out_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "input"
    own.mkdir()
    for number in (1, 2):
        rows = ["I. BO‘LIM", ("1.", f"Ish {number}", "Nusxa", 1, 1)]
        plan_table(rows).save(own / f"{number}-reja.xlsx")
    assert init(PLAN, tmp_path) == 0
    assert sorted(path.name for path in own.iterdir()) == ["1-reja.xlsx", "2-reja.xlsx"]
    said = capsys.readouterr().out
    assert "1-reja.xlsx" in said
    assert "2-reja.xlsx" in said


def test_a_file_of_the_plan_s_name_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "input"
    own.mkdir()
    Workbook().save(own / "ish-reja-2026.xlsx")
    before = (own / "ish-reja-2026.xlsx").read_bytes()
    assert init(PLAN, tmp_path) == 0
    assert (own / "ish-reja-2026.xlsx").read_bytes() == before
    assert [path.name for path in own.iterdir()] == ["ish-reja-2026.xlsx"]
    assert "ish-reja-2026.xlsx" in capsys.readouterr().out


def test_a_script_that_is_there_stays(desk: Path) -> None:
    (desk / "akmplan.cmd").write_text("o‘zimizniki")
    init(desk / "input" / PLAN.name, desk)
    assert (desk / "akmplan.cmd").read_text() == "o‘zimizniki"
    assert not list(desk.glob("akmplan (*"))


def test_a_plan_of_a_foreign_format_gets_one_too(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    plan = tmp_path / "input" / "reja.ods"
    plan.write_bytes(plan_as_ods())
    assert init(plan, tmp_path) == 0
    made = tmp_path / "input" / HELPERS_FILE
    assert table(made, "Ko‘rsatkichlar")
    assert sorted(files_of(tmp_path / "input")) == ["reja.ods", HELPERS_FILE]


def test_a_name_in_question_is_asked_until_the_mark_is_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "input"
    own.mkdir()
    init(saved(own, plan_table(["I. BO‘LIM", *TWO_NAMES])) / "reja.xlsx", tmp_path)
    asked = [one for one in findings(own, capsys) if one["code"] == "P117"]
    assert [(one["item"], one["found"]) for one in asked] == [
        ("I.3", "Axborot-texnologiyalari xizmati")
    ]
    workbook = load_workbook(own / HELPERS_FILE)
    cell = workbook["Xizmatlar"]["C2"]
    cell.value = str(cell.value).replace(" (?)", "")
    workbook.save(own / HELPERS_FILE)
    assert [one for one in findings(own, capsys) if one["code"] == "P117"] == []


def test_a_workbook_without_a_plan_ends_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Workbook().save(tmp_path / "bosh.xlsx")
    (tmp_path / "buzuq.xlsx").write_bytes(b"PK\x03\x04 nothing")
    for name in ("bosh.xlsx", "buzuq.xlsx"):
        assert init(tmp_path / name, tmp_path) == 3
        assert name in capsys.readouterr().err
    assert not (tmp_path / "input").exists()


@pytest.mark.parametrize("wrong", [["yoq.xlsx"], ["."], []])
def test_wrong_use_ends_with_2(wrong: list[str]) -> None:
    assert run(["init", *wrong, "--lang", "en"]) == 2


HOSTILE_NAMES = ("=cmd|' /C calc'!A0", "№", "<b>", "_x0041_", "x" * 300, "«»", "{{ y }}")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_plan_of_hostile_texts_says_the_same_too(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three, two = f"Ish:\n- {name};\n- {name};\n- boshqa", f"Ish:\n- {name};\n- boshqa"
    plan_said, sent = "Reja asosida", "viloyat AKMga taqdim etish"
    rows: list[tuple[Value, ...]] = [
        ("1.", three, name, "1\n2\n3", "1\n2\n3", name, name, name),
        ("1.", name, name, plan_said, plan_said, sent, "", name),
        ("2.", two, None, "1\n2", plan_said, sent, name),
        ("3.", name, name, 1, 2, sent, "2026-yil II chorak", f"{name}\nDirektor"),
    ]
    own = tmp_path / "input"
    own.mkdir()
    plan = saved(own, plan_table(["I. BO‘LIM", *rows])) / "reja.xlsx"
    before = findings(own, capsys)
    assert init(plan, tmp_path) == 0
    assert findings(own, capsys) == before
