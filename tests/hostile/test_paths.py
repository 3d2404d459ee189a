"""Names typed in a workbook never become paths."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from openpyxl import Workbook

from tests.hostile.good import PLAN_FILE, SENDING, month_table_of
from tests.hostile.isolated import Runner
from tests.hostile.judging import disorder_of
from tests.small import plan_table

TODAY: Final = ("--today", "2026-10-05", "--lang", "en")
NAMES: Final = (
    "../../tashqari xizmati", "..\\..\\tashqari xizmati", "/etc/passwd xizmati", "C:\\x xizmati",
    "CON", "NUL xizmati", "LPT1.xlsx xizmati", "AUX. xizmati.", "a" * 300 + " xizmati", ". xizmati",
    "... xizmati", "<>:|?* xizmati", "$(id) xizmati", "🎉 xizmati", "Китоб хизмати", "-rf xizmati",
    "~ xizmati", "Bir xizmati", "BIR xizmati", "bir xizmati.", "xiz\nmati xizmati",
)  # fmt: skip
DEVICES: Final = frozenset(("con", "nul", "aux", "prn", "com1", "lpt1"))


def plan_with(services: tuple[str, ...]) -> Workbook:
    rows = [
        (f"{at}.", "Ish", "Nusxa", 10, 12, SENDING, "2026-yil davomida", name)
        for at, name in enumerate(services, 1)
    ]
    return plan_table(["I. ISHLAR", *rows])


def plan_to(recipients: tuple[str, ...]) -> Workbook:
    """The plan with its papers owed to these, by the sheet `Hisobotlar`."""
    workbook = plan_with(("Abonement xizmati",))
    sheet = workbook.create_sheet("Hisobotlar")
    sheet.append(("Nomi", "Kimga taqdim etiladi", "Davriyligi", "Muddati", "Bandlar", "Shakli"))
    for name in recipients:
        sheet.append(("Hisobot", f"{name} hokimligiga", "har chorakda", "", "I.1", ""))
    return workbook


def names_below(desk: Path) -> set[Path]:
    return {path.relative_to(desk) for path in desk.rglob("*") if path.is_file()}


def is_safe(path: Path) -> bool:
    """One that every system takes, and that lies where it seems to."""
    parts = [part.casefold() for part in path.parts]
    return all(
        len(part) < 120
        and part.partition(".")[0] not in DEVICES
        and part == part.rstrip(". ")
        and all(letter.isalnum() or letter in "-._ ()" for letter in part)
        and part.isascii()
        for part in parts
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder in a folder, so that what leads out of it is seen."""
    (tmp_path / "stol").mkdir()
    return tmp_path / "stol"


def laid(desk: Path, workbook: Workbook) -> None:
    (desk / "input").mkdir()
    workbook.save(desk / "input" / PLAN_FILE)
    month_table_of(1).save(desk / "input" / "yanvar.xlsx")


def test_workbooks_of_services_with_hostile_names(desk: Path, runner: Runner) -> None:
    laid(desk, plan_with(NAMES))
    before = names_below(desk)
    ran = runner.run(desk, "sheets", *TODAY)
    assert list(disorder_of(ran)) == []
    made = names_below(desk) - before - {Path("stdout"), Path("stderr")}
    assert len(made) > 3
    assert [path for path in made if not is_safe(path)] == []
    assert {path.parts[:2] for path in made if path.suffix == ".xlsx"} == {("input", "oylik")}
    assert len({str(path).casefold() for path in made}) == len(made)
    assert [one.name for one in desk.parent.iterdir()] == [desk.name]


def test_papers_to_recipients_with_hostile_names(desk: Path, runner: Runner) -> None:
    laid(desk, plan_to(NAMES))
    before = names_below(desk)
    ran = runner.run(desk, "build", *TODAY)
    assert list(disorder_of(ran)) == []
    made = names_below(desk) - before - {Path("stdout"), Path("stderr")}
    papers = [path for path in made if path.suffix in (".docx", ".xlsx")]
    assert len(papers) > 3
    assert [path for path in papers if not is_safe(path)] == []
    assert {path.parts[0] for path in made} == {"output"}
    assert len({str(path).casefold() for path in made}) == len(made)


@pytest.mark.parametrize("name", ["../tashqari", "/tmp/tashqari", "viloyat-akm/../../x"])
def test_a_recipient_asked_for_by_a_path(name: str, desk: Path, runner: Runner) -> None:
    laid(desk, plan_with(("Abonement xizmati",)))
    before = names_below(desk.parent)
    ran = runner.run(desk, "build", "--recipient", name, *TODAY)
    assert list(disorder_of(ran)) == []
    made = {path.relative_to("stol") for path in names_below(desk.parent) - before}
    assert {path.parts[0] for path in made} <= {"output", "stdout", "stderr"}
    assert [path for path in made if "tashqari" in path.name] == []
