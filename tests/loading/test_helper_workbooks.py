"""Helper workbooks: helper sheets outside the plan's workbook, known by `_akmplan`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.layout import record
from akmplan.loading import load_year, load_years
from akmplan.model import Indicator, Year
from tests.small import READERS, Value, add_explanations, month_table, plan_table, saved, seen

HEADINGS = {
    "Rekvizitlar": ("Nomi", "Qiymati"),
    "Xizmatlar": ("Rasmiy nomi", "Qisqa nomi", "Boshqa yozilishlari", "Mas’ul shaxs"),
    "Ko‘rsatkichlar": ("Band", "Ko‘rsatkich", "O‘lchov birligi", "Jamlash usuli"),
    "Qoidalar": ("Kodi", "Qoida", "Darajasi", "Izoh"),
    "Izohlar": ("Band", "Qoida", "Davr", "Qiymat", "Izoh", "Kim", "Sana"),
}
Rows = Sequence[Sequence[Value]]
LAST: Rows = [("I.1", None, None, "oxirgi qiymat")]
MEAN: Rows = [("I.1", None, None, "o‘rtacha")]


def plan(year: int = 2026, responsible: str = READERS) -> Workbook:
    when = f"{year}-yil davomida"
    return plan_table(["I. ISH", ("1.", "Ish", "Nusxa", 9, 9, "Ish", when, responsible)], year=year)


def add(workbook: Workbook, **sheets: Rows) -> Workbook:
    for name, rows in sheets.items():
        title = name.replace("_", "‘")
        sheet = workbook.create_sheet(title)
        for row in (HEADINGS[title], *rows):
            sheet.append(list(row))
    return workbook


def helpers(year: Value = 2026, **sheets: Rows) -> Workbook:
    """A helper workbook; `Ko_rsatkichlar` is `Ko‘rsatkichlar`. Its `_akmplan` stands last."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add(workbook, **sheets)
    hidden = workbook.create_sheet(record.SHEET)
    hidden.sheet_state = "hidden"
    hidden.append(["form", record.HELPER_FORM])
    if year is not None:
        hidden.append(["year", year])
    return workbook


def indicator(year: Year | None) -> Indicator:
    assert year is not None
    assert year.plan is not None
    return year.plan.items[0].indicators[0]


def method(folder: Path, year: int = 2026) -> str:
    return indicator(load_year(folder, year, 2026)).method.value


def spoken_of(folder: Path) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(finding.code, finding.file, finding.sheet, finding.cell) for finding in seen(folder)]


def reasons(folder: Path, file: str) -> dict[str, set[str]]:
    """Why cells of its sheets were set aside; a sheet that is used whole has no reason."""
    year = load_year(folder, None, 2026)
    (sheets,) = (input_file.sheets for input_file in year.inputs if input_file.file == file)
    return {sheet.name: {cell.reason for cell in sheet.set_aside} for sheet in sheets}


# --- read


def test_helper_sheets_are_read_from_their_own_workbook(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(), yordamchi=helpers(Ko_rsatkichlar=LAST))
    assert (spoken_of(folder), method(folder)) == ([], "oxirgi qiymat")
    assert reasons(folder, "yordamchi.xlsx") == {"Ko‘rsatkichlar": set(), "_akmplan": set()}


def test_a_year_typed_in_words_is_read(tmp_path: Path) -> None:
    reads = helpers("2026-yil", Ko_rsatkichlar=LAST)
    folder = saved(tmp_path, plan(), reja27=plan(2027), yordamchi=reads)
    assert (spoken_of(folder), method(folder)) == ([], "oxirgi qiymat")


def test_lines_above_and_beside_the_table_are_no_part_of_it(tmp_path: Path) -> None:
    workbook = helpers(Ko_rsatkichlar=LAST)
    sheet = workbook["Ko‘rsatkichlar"]
    sheet.insert_rows(1, 2)
    sheet["A1"], sheet["H4"] = "Jamlash usulini yozing", "masalan: o‘rtacha"
    folder = saved(tmp_path, plan(), yordamchi=workbook)
    assert (spoken_of(folder), method(folder)) == ([], "oxirgi qiymat")
    assert reasons(folder, "yordamchi.xlsx")["Ko‘rsatkichlar"] == {"outside_table"}


def test_names_of_services_are_known_before_the_plan_is_read(tmp_path: Path) -> None:
    entry = [("Kitobxonlar bilan ishlash bo‘limi", "KIB", "O‘quv zali", None)]
    month = month_table("O‘quv zali", 1, [("I.1", "Ish", "Nusxa", 9, 1)])
    folder = saved(tmp_path, plan(responsible="KIB"), yanvar=month)
    assert spoken_of(folder) != []
    saved(folder, yordamchi=helpers(Xizmatlar=entry))
    assert spoken_of(folder) == []


def test_what_is_still_asked_silences_nothing(tmp_path: Path) -> None:
    rest = ("Ish", "Nusxa", 9, 9, "Ish", "2026-yil davomida")
    names = ("AKT va raqamlashtirish xizmati", "Axborot-texnologiyalari xizmati")
    twice = plan_table(
        ["I. ISH", *((at, *rest, name) for at, name in zip("12", names, strict=True))]
    )
    asked = helpers(Xizmatlar=[(names[0], None, f"{names[1]} (?)", None)])
    folder = saved(tmp_path, twice, yordamchi=asked)
    assert [finding.code for finding in seen(folder)] == ["P117"]
    saved(folder, yordamchi=helpers(Xizmatlar=[(names[0], None, names[1], None)]))
    assert spoken_of(folder) == []


# --- a second sheet of a kind


def test_l110_names_the_second_of_a_kind_and_the_plan_s_own_comes_first(tmp_path: Path) -> None:
    own = add(plan(), Ko_rsatkichlar=LAST)
    folder = saved(tmp_path, own, a_yordamchi=helpers(Ko_rsatkichlar=MEAN))
    assert spoken_of(folder) == [("L110", "a_yordamchi.xlsx", "Ko‘rsatkichlar", "A1")]
    assert method(folder) == "oxirgi qiymat"
    assert reasons(folder, "a_yordamchi.xlsx")["Ko‘rsatkichlar"] == {"helper_twice"}


def test_of_two_helper_workbooks_the_first_by_name_is_read(tmp_path: Path) -> None:
    first, second = helpers(Ko_rsatkichlar=LAST), helpers(Ko_rsatkichlar=MEAN)
    folder = saved(tmp_path, plan(), y1=first, y2=second)
    assert spoken_of(folder) == [("L110", "y2.xlsx", "Ko‘rsatkichlar", "A1")]
    assert method(folder) == "oxirgi qiymat"


def test_l110_is_silent_on_sheets_of_different_kinds(tmp_path: Path) -> None:
    own = add(plan(), Ko_rsatkichlar=LAST, Qoidalar=[])
    other = helpers(Rekvizitlar=[("Direktor", "A. B")], Qoidalar=[("R1", "reja: I.1 > 1", "xato")])
    folder = saved(tmp_path, own, yordamchi=other)
    assert spoken_of(folder) == []
    read = load_year(folder, None, 2026)
    assert [rule.code for rule in read.rules] == ["R1"]
    assert read.plan is not None
    assert read.plan.requisites["director"] == "A. B"


def test_explanations_of_all_sheets_are_read(tmp_path: Path) -> None:
    lines = [("I.1", "P110", None, 9, sabab) for sabab in ("bir", "ikki", "uch", "to‘rt")]
    own = add_explanations(add_explanations(plan(), lines[:1]), lines[1:2])
    others = {"y1": helpers(Izohlar=lines[2:3]), "y2": helpers(Izohlar=lines[3:])}
    read = load_year(saved(tmp_path, own, **others), None, 2026)
    assert [line.text for line in read.explanations] == ["bir", "ikki", "uch", "to‘rt"]
    assert read.problems == ()


# --- whose year


def test_l108_names_a_helper_workbook_of_another_year(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(), eski=helpers(2025, Ko_rsatkichlar=LAST, Rekvizitlar=[]))
    assert spoken_of(folder) == [("L108", "eski.xlsx", None, None)]
    assert method(folder) == "yig‘indi"
    assert set.union(*reasons(folder, "eski.xlsx").values()) == {"other_year"}


@pytest.mark.parametrize("run", [2026, 2027])
def test_that_of_the_year_beside_it_is_its_own(tmp_path: Path, run: int) -> None:
    folder = saved(tmp_path, plan(), reja27=plan(2027))
    saved(folder, y26=helpers(2026, Ko_rsatkichlar=LAST), y27=helpers(2027, Ko_rsatkichlar=MEAN))
    years = load_years(folder, run, 2026)
    assert years.run.problems == ()
    first, second = (years.before or years.run), (years.after or years.run)
    assert indicator(first).method.value == "oxirgi qiymat"
    assert indicator(second).method.value == "o‘rtacha"


def test_a_slip_in_it_is_named_in_its_year_alone(tmp_path: Path) -> None:
    wrong = helpers(2027, Ko_rsatkichlar=[("IX.9", None, None, "o‘rtacha")])
    years = load_years(saved(tmp_path, plan(), reja27=plan(2027), y27=wrong), None, 2026)
    assert years.run.problems == ()
    assert years.after is not None
    (problem,) = years.after.problems
    assert (problem.place.file, problem.place.cell) == ("y27.xlsx", "A2")


def test_helper_sheets_beside_the_plan_of_another_year_are_no_finding(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(), reja27=add(plan(2027), Ko_rsatkichlar=LAST))
    assert (spoken_of(folder), method(folder), method(folder, 2027)) == (
        [], "yig‘indi", "oxirgi qiymat",
    )  # fmt: skip
    assert reasons(folder, "reja27.xlsx")["Ko‘rsatkichlar"] == {"other_year"}


@pytest.mark.parametrize("year", [None, "yil", ""])
def test_without_a_year_it_is_of_the_only_plan(tmp_path: Path, year: Value) -> None:
    folder = saved(tmp_path, plan(), yordamchi=helpers(year, Ko_rsatkichlar=LAST))
    assert (spoken_of(folder), method(folder)) == ([], "oxirgi qiymat")


@pytest.mark.parametrize(("year", "cell"), [(None, None), ("bu yil", "B2"), ("", "B2")])
def test_l110_asks_for_the_year_where_plans_of_several_are_there(
    tmp_path: Path, year: Value, cell: str | None
) -> None:
    folder = saved(tmp_path, plan(), reja27=plan(2027))
    saved(folder, yordamchi=helpers(year, Ko_rsatkichlar=LAST))
    assert spoken_of(folder) == [("L110", "yordamchi.xlsx", "_akmplan", cell)]
    assert (method(folder), method(folder, 2027)) == ("yig‘indi", "yig‘indi")
    assert set.union(*reasons(folder, "yordamchi.xlsx").values()) == {"no_year"}


@pytest.mark.parametrize("count", [0, 2])
def test_without_a_chosen_plan_it_is_not_read(tmp_path: Path, count: int) -> None:
    plans = {f"reja{number}": plan() for number in range(count)}
    wrong = helpers(Ko_rsatkichlar=[("IX.9", None, None, "o‘rtacha")])
    folder = saved(tmp_path, yordamchi=wrong, **plans)
    assert [finding.code for finding in seen(folder)] == ["L102" if count else "L101"]
    assert set.union(*reasons(folder, "yordamchi.xlsx").values()) == {"no_plan"}


# --- what else lies in it or beside it


def test_l108_names_a_sheet_of_another_kind_in_it(tmp_path: Path) -> None:
    """A plan's or a month's table is none of it: the workbook is what it says of itself."""
    workbook = helpers(Ko_rsatkichlar=LAST)
    for name, other in (("Reja", plan()), ("Oy", month_table(READERS, 1, [("I.1", "Ish")]))):
        sheet = workbook.create_sheet(name)
        for line in other.worksheets[0].iter_rows(values_only=True):
            sheet.append(list(line))
    workbook.create_sheet("Bo‘sh")
    folder = saved(tmp_path, plan(), yordamchi=workbook)
    assert spoken_of(folder) == [
        ("L108", "yordamchi.xlsx", "Reja", None), ("L108", "yordamchi.xlsx", "Oy", None),
    ]  # fmt: skip
    assert load_year(folder, None, 2026).months == ()


def test_l108_names_helper_sheets_of_a_workbook_that_does_not_say_what_it_is(
    tmp_path: Path,
) -> None:
    workbook = helpers(Ko_rsatkichlar=LAST)
    del workbook[record.SHEET]
    folder = saved(tmp_path, plan(), yordamchi=workbook)
    assert spoken_of(folder) == [("L108", "yordamchi.xlsx", "Ko‘rsatkichlar", None)]
    assert method(folder) == "yig‘indi"


@pytest.mark.parametrize("form", ["akmplan-viloyat", record.FORM, ""])
def test_l108_names_a_workbook_of_another_form(tmp_path: Path, form: str) -> None:
    workbook = helpers(Ko_rsatkichlar=LAST)
    workbook[record.SHEET]["B1"] = form
    folder = saved(tmp_path, plan(), yordamchi=workbook)
    assert spoken_of(folder) == [("L108", "yordamchi.xlsx", None, None)]
    assert method(folder) == "yig‘indi"
