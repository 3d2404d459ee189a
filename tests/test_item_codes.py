"""An item's code, in every spelling, read alike wherever people type one."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.jobs.explain import meant_by
from akmplan.loading import load_year
from akmplan.loading.month_row import ItemFinder
from akmplan.model import Plan
from akmplan.rule_language import Mark, Relation, names, parse, read_marks
from akmplan.rule_language.marks import FigureWanted
from akmplan.words.item_codes import Codes, code_at, is_numbered, read_code
from tests.small import READERS, add_explanations, month_table, plan_table, saved

WITH_SECTION = (
    "IV.12", "IV. 12", "IV .12", "iv.12", "Iv.12", "1V.12", "lV.12", "|V.12", "ІV.12", "іv.12",
    "IV-12", "IV–12", "IV - 12", "IV,12", "IV/12", "IV 12", "IV\u00a012", "IV.\u00a012", "IV.１２",
    "IV.\u200b12", "IV.12-band", "IV.12 band", "IV.12-bandi",
)  # fmt: skip
CLOSED = ("IV.12.", "IV.12)", " IV.12 ", "IV. 12.", "IV.12.-band")
ALONE = ("12", "12.", "12)", " 12", "１２", "12-band", "12 band", "12\u00a0")
NO_CODES = (
    "", "-", "IV", "IV.", ".12", "IV.12-13", "IV.12 yangi", "(IV.12)", "IV.12; IV.13", "IV..12",
    "IVIV.12", "VX.12", "Jami 12", "12²", "2026", "IV.2026", "1 V", "IV.12.yangi", "12x",
)  # fmt: skip
CODES = ("I.12.1", "IV.12", "V.1", "V.12.1", "V.13")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    title = "Ro‘yxat:\n- yangi;\n- qayta"
    rows = ("I. BIR", ("1.", "Ish"), "IV. TO‘RT", ("12.", title, "Nafar", "5\n6", "8\n9"))
    year = load_year(saved(tmp_path_factory.mktemp("plan"), plan_table(rows)), None, 2026)
    assert year.plan is not None
    return year.plan


@pytest.mark.parametrize("typed", [*WITH_SECTION, *CLOSED])
def test_a_cell_that_names_the_section(typed: str, plan: Plan) -> None:
    code = read_code(typed)
    assert code is not None
    assert (code.section, code.number, code.text) == (4, "12", "IV.12")
    item = ItemFinder(plan).find(typed)
    assert item is not None
    assert item.code == "IV.12"


@pytest.mark.parametrize("typed", ALONE)
def test_a_cell_with_the_number_alone(typed: str) -> None:
    code = read_code(typed)
    assert code is not None
    assert (code.section, code.text) == (None, "12")


@pytest.mark.parametrize("typed", ["IV.7.2", "IV.7.2.", "iv-7.2", "ІV. 7.2)"])
def test_a_part(typed: str) -> None:
    code = read_code(typed)
    assert code is not None
    assert code.text == "IV.7.2"


@pytest.mark.parametrize("typed", NO_CODES)
def test_a_cell_that_holds_no_code(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.parametrize(
    ("typed", "numbered"),
    [("IV.12", True), ("12", True), ("B. 12", True), ("IIII.12", True), ("Jami", False),
     ("12 dona", False), ("B. 12 dona", False)],
)  # fmt: skip
def test_a_cell_that_means_to_hold_one(typed: str, numbered: bool) -> None:
    assert is_numbered(typed) is numbered


@pytest.mark.parametrize(
    ("typed", "section", "number"),
    [("X.5", 10, "5"), ("11.5", None, "11.5"), ("1.1", None, "1.1"), ("11", None, "11"),
     ("1I.5", 2, "5"), ("Ш.7", 3, "7"), ("XI.5", 11, "5")],
)  # fmt: skip
def test_digits_are_letters_only_beside_letters(
    typed: str, section: int | None, number: str
) -> None:
    code = read_code(typed)
    assert code is not None
    assert (code.section, code.number) == (section, number)


@pytest.mark.parametrize(
    ("typed", "text", "behind"),
    [("IV.12.yangi", "IV.12", ".yangi"), ("iv. 7-IV.8", "IV.7", "-IV.8"), ("11-5", "11", "-5"),
     ("IV.12-band.yangi", "IV.12", ".yangi"), ("7 + 1", "7", " + 1")],
)  # fmt: skip
def test_a_code_with_more_behind_it(typed: str, text: str, behind: str) -> None:
    code = code_at(typed, 0)
    assert code is not None
    assert (code.text, typed[code.end :]) == (text, behind)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("IV.12", "IV.12"), ("12", "IV.12"), ("12.1", None), ("13", "V.13"), ("I.12", None),
     ("1", "V.1"), ("V.1", "V.1")],
)  # fmt: skip
def test_a_number_alone_means_the_only_item_that_has_it(typed: str, meant: str | None) -> None:
    code = read_code(typed)
    assert code is not None
    assert Codes(CODES).meant(code) == meant


def test_a_plan_without_sections_has_numbers_for_codes() -> None:
    (one, part) = (read_code("7."), read_code("7.2"))
    assert one is not None
    assert part is not None
    codes = Codes(("7", "7.1", "7.2"))
    assert (codes.meant(one), codes.meant(part)) == ("7", "7.2")


@pytest.mark.parametrize("typed", [*WITH_SECTION, *CLOSED, *ALONE])
def test_in_the_plan(typed: str, tmp_path: Path) -> None:
    rows = ("I. BIR", ("1.", "Ish"), "IV. TO‘RT", (typed, "Ish"))
    year = load_year(saved(tmp_path, plan_table(rows)), None, 2026)
    assert year.plan is not None
    assert [item.code for item in year.plan.items] == ["I.1", "IV.12"]


@pytest.mark.parametrize("typed", ["V.12", "1.12.", "VI-12", "I.12"])
def test_in_the_plan_only_the_own_section_may_be_named(typed: str, tmp_path: Path) -> None:
    rows = ("IV. TO‘RT", ("1.", "Ish"), (typed, "Ish"), ("13.", "Ish"))
    year = load_year(saved(tmp_path, plan_table(rows)), None, 2026)
    assert year.plan is not None
    assert "IV.12" not in [item.code for item in year.plan.items]


@pytest.mark.parametrize("typed", [*WITH_SECTION, *CLOSED, *ALONE])
def test_in_a_month_and_in_a_helper_sheet(typed: str, tmp_path: Path) -> None:
    workbook = plan_table(("I. BIR", ("1.", "Ish"), "IV. TO‘RT", ("12.", "Ish")))
    explained = add_explanations(workbook, [(typed, "T101", None, None, "Shunday")])
    month = month_table(READERS, 1, [(typed, "Ish", "Nusxa", 10, 3)])
    year = load_year(saved(tmp_path, explained, oy=month), None, 2026)
    assert [row.item for sheet in year.months for row in sheet.rows] == ["IV.12"]
    assert [one.item for one in year.explanations] == ["IV.12"]


def rule(typed: str) -> Relation:
    read = parse(typed)
    assert isinstance(read, Relation), read
    return read


@pytest.mark.parametrize("typed", WITH_SECTION)
def test_in_a_rule(typed: str) -> None:
    read = names(rule(f"{typed} = {typed}.yangi - {typed}.fakt"))
    assert [(one.item, one.indicator) for one in read] == [
        ("IV.12", None), ("IV.12", "yangi"), ("IV.12", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("IV.7-IV.8 = 11-5", ["IV.7", "IV.8"]), ("IV.7/IV.8>1", ["IV.7", "IV.8"]),
        ("IV.7-8 = 1", ["IV.7"]), ("IV.7 = 1-1", ["IV.7"]), ("iv-7-iv-8 = 0", ["IV.7", "IV.8"]),
        ("IV.7 > 1 va IV.8 > 11", ["IV.7", "IV.8"]),
    ],
)  # fmt: skip
def test_arithmetic_stays_arithmetic(typed: str, items: list[str]) -> None:
    assert [one.item for one in names(rule(typed))] == items


@pytest.mark.parametrize("typed", [*WITH_SECTION, "12", "１２", "12-band"])
def test_in_the_mark_of_a_form(typed: str) -> None:
    item = "12" if typed in ALONE else "IV.12"
    (mark,) = read_marks(f"{{{{ {typed}.yangi.davr }}}}")
    assert isinstance(mark, Mark)
    assert isinstance(mark.wanted, FigureWanted)
    assert (mark.wanted.item, mark.wanted.indicator) == (item, "yangi")


@pytest.mark.parametrize("typed", [*WITH_SECTION, *CLOSED, *ALONE])
def test_on_the_command_line(typed: str) -> None:
    figures = [("IV.12", "yangi"), ("IV.12", "1-bosqich"), ("V.1", None)]
    assert meant_by(typed, figures) == (("IV.12", "yangi"), ("IV.12", "1-bosqich"))


@pytest.mark.parametrize("typed", [*WITH_SECTION, "12", "12-band"])
def test_with_the_name_of_an_indicator_behind_it(typed: str, plan: Plan) -> None:
    assert meant_by(f"{typed}.Yangi", [("IV.12", "yangi"), ("V.1", None)]) == (("IV.12", "yangi"),)
    subject = ItemFinder(plan).subject(f"{typed}.“yangi”")
    assert subject is not None
    assert (subject[0].code, subject[1]) == ("IV.12", "yangi")


def test_letters_without_end_take_no_time() -> None:
    assert read_code("I" * 30_000) is None
    assert read_code(f"IV{' ' * 30_000}x") is None
    assert read_code(f"12{' ' * 30_000}x") is None
    assert read_code("1" * 30_000) is None
