"""`akmplan init PLAN.xlsx`: a copy with the helper sheets, which changes nothing by itself."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.cli import run
from akmplan.layout.helpers import HELPERS
from tests.forms.rich_plan import rich_plan, with_macros
from tests.small import Value, plan_table, saved

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "input" / "ish-reja-2026.xlsx"
NAMES = [
    "Rekvizitlar", "Xizmatlar", "Ko‘rsatkichlar", "Havolalar", "Hisobotlar", "Qoidalar", "Izohlar",
]  # fmt: skip
TODAY = ("--today", "2026-10-05")
TWO_NAMES: list[tuple[Value, ...]] = [
    ("1.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "AKT va raqamlashtirish xizmati"),
    ("2.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "AKT va raqamlashtirish xizmati"),
    ("3.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "Axborot-texnologiyalari xizmati"),
]


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


def test_the_real_plan_says_the_same_with_its_helper_sheets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = months_beside(tmp_path)
    assert init(PLAN, tmp_path) == 0
    assert load_workbook(own / PLAN.name).sheetnames == ["Ish reja", *NAMES]
    assert findings(own, capsys) == findings(ROOT / "input", capsys)
    build(own, tmp_path / "after")
    shutil.copy(PLAN, own)
    build(own, tmp_path / "before")
    before, after = files_of(tmp_path / "before"), files_of(tmp_path / "after")
    assert len(before) > 60
    differing = {name for name in before if before[name] != after.get(name)}
    assert differing == {".akmplan.json", "umumiy-holat.html"}  # both tell the inputs' checksums


def test_what_was_understood_stands_in_the_sheets(tmp_path: Path) -> None:
    init(PLAN, tmp_path)
    copy = tmp_path / "input" / PLAN.name
    assert ("Direktor", "Sh.Sharipov") in table(copy, "Rekvizitlar")
    assert any(
        "Axborot-texnologiyalari xizmati (?)" in str(row[2]) for row in table(copy, "Xizmatlar")
    )
    assert ("IV.24", "b", "Sahifa", "yig‘indi") in table(copy, "Ko‘rsatkichlar")
    assert [row[0] for row in table(copy, "Havolalar")] == [
        "IV.10", "IV.10", "IV.11", "IV.11", "V.26.2", "V.26.3",
    ]  # fmt: skip
    assert len(table(copy, "Hisobotlar")) == 10
    assert table(copy, "Qoidalar") == table(copy, "Izohlar") == []


def test_a_second_init_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(PLAN, tmp_path)
    before = files_of(tmp_path)
    assert init(tmp_path / "input" / PLAN.name, tmp_path) == 0
    assert init(PLAN, tmp_path) == 0
    assert files_of(tmp_path) == before
    assert "bor" in capsys.readouterr().out


def test_a_plan_for_the_year_keeps_the_copy_out_of_the_input_folder(tmp_path: Path) -> None:
    own = tmp_path / "input"
    own.mkdir()
    shutil.copy(PLAN, own / "reja.xlsx")
    assert init(own / "reja.xlsx", tmp_path) == 0
    assert [path.name for path in own.iterdir()] == ["reja.xlsx"]
    assert (tmp_path / "output" / "ish-reja-2026.xlsx").is_file()


def test_two_plans_for_the_year_keep_it_out_too(tmp_path: Path) -> None:
    own = tmp_path / "input"
    own.mkdir()
    for name in ("a.xlsx", "b.xlsx"):
        shutil.copy(PLAN, own / name)
    assert init(PLAN, tmp_path) == 0
    assert sorted(path.name for path in own.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_file_of_that_name_stays(tmp_path: Path) -> None:
    own = tmp_path / "input"
    own.mkdir()
    Workbook().save(own / "ish-reja-2026.xlsx")
    before = (own / "ish-reja-2026.xlsx").read_bytes()
    assert init(PLAN, tmp_path) == 0
    assert (own / "ish-reja-2026.xlsx").read_bytes() == before
    assert (own / "ish-reja-2026 (2).xlsx").is_file()


def test_sheets_that_are_there_are_kept(tmp_path: Path) -> None:
    workbook = plan_table(["I. BO‘LIM", ("1.", "Ish", "Nusxa", 1, 1)])
    for row in (["Kodi", "Qoida", "Darajasi", "Izoh"], ["R1", "I.1 > 0", "xato", "o‘zimizniki"]):
        sheet = workbook["Xonalar"] if "Xonalar" in workbook else workbook.create_sheet("Xonalar")
        sheet.append(row)
    init(saved(tmp_path, workbook) / "reja.xlsx", tmp_path)
    copy = load_workbook(tmp_path / "input" / "ish-reja-2026.xlsx")
    assert copy.sheetnames == ["Ish reja", "Xonalar", *(n for n in NAMES if n != "Qoidalar")]
    assert copy["Xonalar"]["B2"].value == "I.1 > 0"


def test_a_name_in_question_is_asked_until_the_mark_is_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = saved(tmp_path, plan_table(["I. BO‘LIM", *TWO_NAMES])) / "reja.xlsx"
    init(plan, tmp_path)
    copy = tmp_path / "input" / "ish-reja-2026.xlsx"
    asked = [one for one in findings(copy.parent, capsys) if one["code"] == "P117"]
    assert [(one["item"], one["found"]) for one in asked] == [
        ("I.3", "Axborot-texnologiyalari xizmati")
    ]
    workbook = load_workbook(copy)
    cell = workbook["Xizmatlar"]["C2"]
    cell.value = str(cell.value).replace(" (?)", "")
    workbook.save(copy)
    assert [one for one in findings(copy.parent, capsys) if one["code"] == "P117"] == []


def test_a_plan_with_macros_stays_one(tmp_path: Path) -> None:
    plan = tmp_path / "reja.xlsm"
    plan.write_bytes(with_macros(rich_plan()))
    assert init(plan, tmp_path) == 0
    assert [path.name for path in (tmp_path / "input").iterdir()] == ["ish-reja-2026.xlsm"]


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
    plan = saved(tmp_path, plan_table(["I. BO‘LIM", *rows])) / "reja.xlsx"
    (tmp_path / "alone").mkdir()
    shutil.copy(plan, tmp_path / "alone" / "ish-reja-2026.xlsx")
    assert init(plan, tmp_path) == 0
    before = findings(tmp_path / "alone", capsys)
    assert findings(tmp_path / "input", capsys) == before
