"""Plans of several years in one folder: which year a run is about, and whose each sheet is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.language import render
from akmplan.loading import load_year, load_years
from akmplan.model import SheetUse, Trouble, Year
from tests.small import (
    PLAN_SHEET,
    READERS,
    STOCK,
    Row,
    Value,
    add_explanations,
    found_in,
    month_table,
    month_tabs,
    plan_table,
    saved,
    seen,
)

TARGETS = {
    2024: (8, 11, 31, 48, 70),
    2025: (9, 12, 35, 54, 80),
    2026: (10, 12, 40, 60, 90),
    2027: (11, 12, 45, 66, 100),
}


def plan(year: int) -> Workbook:
    names = ("Kitob", "Hujjat", "Tadbir", "Qatnov", "Tashrif")
    numbers = enumerate(zip(names, TARGETS[year], strict=True), 1)
    items = [(f"{at}.", name, "Nusxa", target, target) for at, (name, target) in numbers]
    when = ("Hisob", f"{year}-yil davomida", READERS)
    return plan_table(["I. ISHLAR", *((*item, *when) for item in items)], year=year)


def rows(year: int, entry: Value = 1) -> list[Row]:
    """A month's rows with that year's numbers in `Yillik reja`."""
    names = ("Kitob", "Hujjat", "Tadbir", "Qatnov", "Tashrif")
    numbers = enumerate(zip(names, TARGETS[year], strict=True), 1)
    return [(f"I.{at}", name, "Nusxa", target, entry) for at, (name, target) in numbers]


def months(year: int, last: int, *, named: int | None = None) -> Workbook:
    """The months of the readers' service up to that one; the sheets name `named`, else `year`."""
    tabs = {month: rows(year) for month in range(1, last + 1)}
    return month_tabs(READERS, tabs, year=named or year)


def two_years(folder: Path, in_second: int) -> Path:
    """All of 2026, and of 2027 the plan and that many months."""
    others = {"oylar27": months(2027, in_second)} if in_second else {}
    return saved(folder, plan(2026), oylar=months(2026, 12), reja27=plan(2027), **others)


def places(year: Year) -> set[tuple[str, str | None]]:
    return {(sheet.place.file, sheet.place.sheet) for sheet in year.months}


def use_of(year: Year, file: str, sheet: str = "Yanvar") -> SheetUse:
    (uses,) = (one.sheets for one in year.inputs if one.file == file)
    return next(use for use in uses if use.name == sheet)


def reasons(year: Year, file: str, sheet: str = "Yanvar") -> set[str]:
    return {one.reason for one in use_of(year, file, sheet).set_aside}


def spoken_of(folder: Path, this_year: int = 2026) -> list[tuple[str, str | None, str | None]]:
    """Code, file and cell of what is found on reading."""
    found = seen(folder, "L101", "L102", "L103", "L104", "L108", "L109", "L110",
                 today=date(this_year, 2, 1))  # fmt: skip
    return [(one.code, one.file, one.cell) for one in found]


def message(folder: Path, code: str) -> str:
    return next(render(one.hit.message, "uz") for one in found_in(folder) if one.code == code)


# --- the year of a run and those beside it


def test_in_december_the_next_plan_is_the_year_after(tmp_path: Path) -> None:
    years = load_years(two_years(tmp_path, 0), None, 2026)
    assert (years.run.year, len(years.run.months), years.usual) == (2026, 12, 2026)
    assert years.before is None
    assert years.after is not None
    assert (years.after.year, years.after.months, years.after.problems) == (2027, (), ())
    assert years.after.plan is not None
    assert years.run.problems == ()


def test_in_january_the_year_before_has_all_its_months(tmp_path: Path) -> None:
    years = load_years(two_years(tmp_path, 1), None, 2027)
    assert (years.run.year, places(years.run)) == (2027, {("oylar27.xlsx", "Yanvar")})
    assert years.before is not None
    assert (years.before.year, len(years.before.months)) == (2026, 12)
    assert years.after is None
    assert (years.run.problems, years.before.problems) == ((), ())
    assert not places(years.run) & places(years.before)


@pytest.mark.parametrize(
    ("wanted", "before", "after", "months_read"),
    [(2025, None, 2026, 0), (2026, None, 2027, 12), (2027, 2026, None, 1), (2028, 2027, None, 0)],
)
def test_a_year_that_is_wanted_has_its_own_neighbours(
    tmp_path: Path, wanted: int, before: int | None, after: int | None, months_read: int
) -> None:
    years = load_years(two_years(tmp_path, 1), wanted, 2027)
    beside = [year and year.year for year in (years.before, years.after)]
    assert (years.run.year, beside, years.usual) == (wanted, [before, after], 2027)
    assert len(years.run.months) == months_read


@pytest.mark.parametrize("this_year", [2026, 2027])
def test_the_years_of_a_run_are_what_runs_of_their_own_would_read(
    tmp_path: Path, this_year: int
) -> None:
    folder = two_years(tmp_path, 2)
    (folder / "buzuq.xlsx").write_bytes(b"PK")
    years = load_years(folder, None, this_year)
    assert years.run == load_year(folder, None, this_year)
    if years.before:
        assert years.before == load_year(folder, this_year - 1, this_year)


@pytest.mark.parametrize(("this_year", "run"), [(2025, 2027), (2026, 2026), (2030, 2027)])
def test_without_a_plan_for_today_the_latest_is_usual(
    tmp_path: Path, this_year: int, run: int
) -> None:
    years = load_years(two_years(tmp_path, 0), None, this_year)
    assert (years.run.year, years.usual) == (run, run)


def test_without_any_plan_it_is_this_year(tmp_path: Path) -> None:
    years = load_years(saved(tmp_path, oylar=months(2025, 2)), None, 2026)
    assert (years.run.year, years.before, years.after, years.usual) == (2026, None, None, 2026)
    assert [problem.trouble for problem in years.run.problems] == [Trouble.NO_PLAN]
    assert reasons(years.run, "oylar.xlsx") == {"no_plan"}


def test_without_a_folder_it_is_this_year(tmp_path: Path) -> None:
    years = load_years(tmp_path / "yo‘q", None, 2026)
    assert [(one.trouble, one.about) for one in years.run.problems] == [
        (Trouble.NO_PLAN, "no_folder")
    ]


@pytest.mark.parametrize(("this_year", "other"), [(2026, 2027), (2027, 2026)])
def test_two_plans_of_the_year_beside_it_are_its_own_trouble(
    tmp_path: Path, this_year: int, other: int
) -> None:
    years = load_years(saved(two_years(tmp_path, 1), yana=plan(other)), None, this_year)
    beside = years.before or years.after
    assert beside is not None
    assert beside.year == other
    assert (beside.plan, beside.months) == (None, ())
    assert [problem.trouble for problem in beside.problems] == [Trouble.TWO_PLANS]
    assert years.run.plan is not None
    assert years.run.problems == ()


def test_of_the_year_after_only_its_plan_is_looked_at(tmp_path: Path) -> None:
    """A file that cannot be read, a slip in its plan, a month that does not say which."""
    other = plan(2027)
    other.worksheets[0].append([None, "Raqamsiz qator", "Nusxa", 3, 4])
    other.worksheets[0].append(["6.", "Ish", "Nusxa", 1, 1, "Hisob", "2027-yil davomida", READERS])
    unknown = months(2027, 1)
    unknown.worksheets[0]["B2"] = "2027-yil"
    folder = saved(tmp_path, plan(2026), oylar=months(2026, 12), reja27=other, oylar27=unknown)
    (folder / "buzuq.xlsx").write_bytes(b"PK")
    years = load_years(folder, None, 2026)
    assert years.after is not None
    assert [(one.trouble, one.place.file) for one in years.after.problems] == [
        (Trouble.ROW, "reja27.xlsx")
    ]
    assert [one.trouble for one in years.run.problems] == [Trouble.FILE]
    assert reasons(years.after, "oylar27.xlsx") == {"not_begun"}
    assert reasons(years.after, "oylar.xlsx") == {"other_year"}
    in_january = load_years(folder, 2027, 2027)
    assert in_january.before is not None
    assert [one.trouble for one in in_january.before.problems] == [Trouble.FILE]


# --- sheets and plans of other years


@pytest.mark.parametrize("this_year", [2026, 2027])
def test_sheets_and_plan_of_the_year_beside_it_are_no_finding(
    tmp_path: Path, this_year: int
) -> None:
    assert spoken_of(two_years(tmp_path, 1), this_year) == []


def test_a_month_of_each_year_is_no_twin(tmp_path: Path) -> None:
    folder = two_years(tmp_path, 12)
    assert seen(folder, "M105") == []
    years = load_years(folder, None, 2027)
    assert years.before is not None
    assert (len(years.run.months), len(years.before.months)) == (12, 12)


def test_l108_is_one_line_a_file_for_sheets_of_a_year_without_a_plan(tmp_path: Path) -> None:
    tabs = {month: rows(2025) for month in (1, 2, 3)}
    old = month_tabs(READERS, tabs, year=2025)
    old.worksheets[2]["B2"] = "2024-yil mart"
    folder = saved(tmp_path, plan(2026), eski=old, oylar=months(2026, 3), eski2=months(2025, 12))
    assert spoken_of(folder) == [("L108", "eski.xlsx", None), ("L108", "eski2.xlsx", None)]
    assert "2024, 2025" in message(folder, "L108")
    read = load_year(folder, None, 2026)
    assert (len(read.months), reasons(read, "eski.xlsx")) == (3, {"other_year"})


def test_l108_names_a_plan_of_years_ago_and_one_line_a_file_of_its_sheets(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(2026), reja24=plan(2024), eski=months(2024, 12))
    assert spoken_of(folder) == [("L108", "eski.xlsx", None), ("L108", "reja24.xlsx", None)]


def test_l109_names_a_sheet_whose_tab_is_of_another_year_in_both(tmp_path: Path) -> None:
    workbook = months(2027, 1)
    workbook.worksheets[0].title = "Yanvar 2026"
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oylar=workbook)
    for year in (2026, 2027):
        assert spoken_of(folder, year) == [("L109", "oylar.xlsx", "B2")]


def without_actual(year: int) -> Workbook:
    workbook = months(year, 1)
    workbook.worksheets[0]["E3"] = "Qilingan ish"
    return workbook


@pytest.mark.parametrize(
    ("year", "found"),
    [(2026, [("L104", "oy.xlsx", "A3")]), (2027, []), (2025, [("L108", "oy.xlsx", None)])],
)
def test_a_table_without_bajarildi_is_a_matter_of_its_own_year(
    tmp_path: Path, year: int, found: Sequence[tuple[str, str | None, str | None]]
) -> None:
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=without_actual(year))
    assert spoken_of(folder) == found


# --- sheets that name no year


def unnamed(year: int, month: int = 1) -> Workbook:
    """A sheet that says its month only, with that year's numbers in `Yillik reja`."""
    return month_table(READERS, month, rows(year), year=None)


def test_a_sheet_without_a_year_is_of_the_only_plan(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(2026), oy=unnamed(2025))
    assert spoken_of(folder) == []
    assert places(load_year(folder, None, 2026)) == {("oy.xlsx", "Yanvar")}


@pytest.mark.parametrize("year", [2026, 2027])
def test_of_several_plans_it_is_of_the_one_with_whose_numbers_most_agree(
    tmp_path: Path, year: int
) -> None:
    workbook = unnamed(year)
    workbook.worksheets[0]["D4"] = 77
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=workbook)
    for this_year in (2026, 2027):
        assert spoken_of(folder, this_year) == []
        read = load_year(folder, None, this_year)
        assert bool(read.months) == (this_year == year)
        assert this_year == year or reasons(read, "oy.xlsx") == {"other_year"}


def typed(workbook: Workbook, numbers: Sequence[Value]) -> Workbook:
    for row, number in enumerate(numbers, 4):
        workbook.worksheets[0].cell(row, 4).value = number
    return workbook


@pytest.mark.parametrize(
    "numbers",
    [
        (None, None, None, None, None),
        (None, 12, None, None, None),  # both plans have it
        (10, 12, 45, None, None),  # two of each
        (10, 12, 1, 2, 3),  # more of one plan's than of the other's, but not most
    ],
)
def test_l109_names_a_sheet_without_a_year_that_may_be_of_two(
    tmp_path: Path, numbers: Sequence[Value]
) -> None:
    workbook = typed(unnamed(2026), numbers)
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=workbook)
    for this_year in (2026, 2027):
        assert spoken_of(folder, this_year) == [("L109", "oy.xlsx", "B2")]
    years = load_years(folder, None, 2027)
    assert years.before is not None
    for year in (years.run, years.before):
        assert (year.months, reasons(year, "oy.xlsx")) == ((), {"no_year"})


def test_a_sheet_without_oy_is_asked_for_its_year_at_the_table(tmp_path: Path) -> None:
    workbook = typed(unnamed(2026), [None] * 5)
    workbook.worksheets[0]["A2"] = workbook.worksheets[0]["B2"] = None
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=workbook)
    assert spoken_of(folder) == [("L109", "oy.xlsx", "A3")]


@pytest.mark.parametrize(
    ("numbers", "year"),
    [((None, 12, 40, "12 ta", None), 2026), ((11, None, None, None, None), 2027)],
)
def test_only_rows_with_a_number_are_compared(
    tmp_path: Path, numbers: Sequence[Value], year: int
) -> None:
    workbook = typed(unnamed(2026), numbers)
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=workbook)
    assert places(load_year(folder, year, year)) == {("oy.xlsx", "Yanvar")}


def test_the_numbers_of_an_item_with_several_indicators_are_compared_one_by_one(
    tmp_path: Path,
) -> None:
    def of(year: int, both: str) -> Workbook:
        item = ("1.", "Kitobxonlar:\n- yangi;\n- qayta", "Nafar", both, both)
        return plan_table(["I. ISHLAR", item], year=year)

    own = [("I.1", "yangi", "Nafar", 30, 1), (None, "qayta", "Nafar", 40, 2)]
    folder = saved(tmp_path, of(2026, "10\n20"), reja27=of(2027, "30\n40"))
    saved(folder, oy=month_table(READERS, 1, own, year=None))
    saved(folder, juft=month_table(READERS, 2, [("I.1", None, "Nafar", "10/20", "1/2")], year=None))
    assert places(load_year(folder, 2027, 2027)) == {("oy.xlsx", "Yanvar")}
    assert places(load_year(folder, 2026, 2027)) == {("juft.xlsx", "Fevral")}


def test_the_other_tabs_of_the_workbook_go_before_the_numbers(tmp_path: Path) -> None:
    workbook = months(2027, 3)
    workbook.worksheets[1]["B2"] = "fevral"
    typed_2026 = [(row, target) for row, target in enumerate(TARGETS[2026], 4)]
    for row, target in typed_2026:
        workbook.worksheets[1].cell(row, 4).value = target
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oylar=workbook)
    assert len(load_year(folder, 2027, 2027).months) == 3
    assert load_year(folder, 2026, 2027).months == ()


def test_a_plan_beside_the_tabs_says_their_year(tmp_path: Path) -> None:
    workbook = plan(2026)
    sheet = workbook.create_sheet("Yanvar")
    for line in unnamed(2027).worksheets[0].iter_rows(values_only=True):
        sheet.append(list(line))
    folder = saved(tmp_path, workbook, reja27=plan(2027))
    assert places(load_year(folder, 2026, 2026)) == {("reja.xlsx", "Yanvar")}
    assert load_year(folder, 2027, 2026).months == ()


def test_tabs_that_name_two_years_leave_it_to_the_numbers(tmp_path: Path) -> None:
    workbook = months(2027, 3)
    workbook.worksheets[0]["B2"] = "2026-yil yanvar"
    workbook.worksheets[1]["B2"] = "fevral"
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oylar=workbook)
    assert places(load_year(folder, 2026, 2026)) == {("oylar.xlsx", "Yanvar")}
    assert len(load_year(folder, 2027, 2026).months) == 2


@pytest.mark.parametrize(
    ("numbers", "found"),
    [(2026, [("L108", "oylar.xlsx", None), ("L109", "oylar.xlsx", "B2")]),
     (2025, [("L108", "oylar.xlsx", None)])],
)  # fmt: skip
def test_beside_tabs_of_a_year_without_a_plan_its_numbers_may_speak_against_them(
    tmp_path: Path, numbers: int, found: Sequence[tuple[str, str | None, str | None]]
) -> None:
    """Whether a lone tab of an old workbook is of the new year nobody can know."""
    workbook = months(2025, 2)
    workbook.worksheets[1]["B2"] = "fevral"
    for row, target in enumerate(TARGETS[numbers], 4):
        workbook.worksheets[1].cell(row, 4).value = target
    folder = saved(tmp_path, plan(2026), oylar=workbook)
    assert spoken_of(folder) == found
    assert load_year(folder, None, 2026).months == ()


def test_a_year_in_the_tab_alone_is_the_sheet_s_own(tmp_path: Path) -> None:
    workbook = unnamed(2026)
    workbook.worksheets[0].title = "Yanvar 2027"
    folder = saved(tmp_path, plan(2026), reja27=plan(2027), oy=workbook)
    assert places(load_year(folder, 2027, 2026)) == {("oy.xlsx", "Yanvar 2027")}
    assert spoken_of(folder) == []


# --- an old year left in


def test_l109_names_the_cell_of_an_old_year_left_in(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(2026), oylar=months(2026, 1, named=2025))
    (found,) = seen(folder, "L108", "L109")
    assert (found.code, found.severity, found.file, found.sheet, found.cell) == (
        "L109", "error", "oylar.xlsx", "Yanvar", "B2",
    )  # fmt: skip
    assert (found.found, found.expected, found.period) == (
        "2025-yil yanvar", "2026-yil yanvar", "2026-01",
    )  # fmt: skip
    read = load_year(folder, None, 2026)
    assert (read.months, reasons(read, "oylar.xlsx")) == ((), {"other_year"})


def test_l109_names_it_in_the_newest_month_of_the_year_s_workbook(tmp_path: Path) -> None:
    """There one number is enough."""
    workbook = months(2026, 3)
    march = workbook.worksheets[2]
    march["B2"] = "2025-yil mart"
    march.delete_rows(5, 9)
    folder = saved(tmp_path, plan(2026), oylar=workbook)
    assert spoken_of(folder) == [("L109", "oylar.xlsx", "B2")]
    assert len(load_year(folder, None, 2026).months) == 2


def test_l109_has_no_cell_where_the_tab_names_the_old_year(tmp_path: Path) -> None:
    workbook = unnamed(2026)
    workbook.worksheets[0].title = "Yanvar 2025"
    assert spoken_of(saved(tmp_path, plan(2026), oylar=workbook)) == [("L109", "oylar.xlsx", None)]


def test_last_year_s_workbooks_saved_anew_are_named_where_they_are_filled(tmp_path: Path) -> None:
    """New numbers, old year: January is filled in, the other months still wait."""
    tabs = {month: rows(2026, 1 if month == 1 else None) for month in range(1, 13)}
    folder = saved(tmp_path, plan(2026), oylar=month_tabs(READERS, tabs, year=2025))
    assert spoken_of(folder) == [("L108", "oylar.xlsx", None), ("L109", "oylar.xlsx", "B2")]


@pytest.mark.parametrize(
    "numbers",
    [
        (10, 12, 35, 54, 80),  # two of five are this year's
        (10, 12, None, None, None),  # all, but two are few
        (None, None, None, None, None),
    ],
)
def test_l109_is_silent_where_a_few_numbers_are_as_last_year(
    tmp_path: Path, numbers: Sequence[Value]
) -> None:
    workbook = typed(months(2025, 1), numbers)
    assert spoken_of(saved(tmp_path, plan(2026), eski=workbook)) == [("L108", "eski.xlsx", None)]


def test_l109_is_silent_where_last_year_s_plan_is_there(tmp_path: Path) -> None:
    folder = saved(tmp_path, plan(2026), reja25=plan(2025), eski=months(2026, 1, named=2025))
    assert spoken_of(folder) == []
    assert len(load_year(folder, 2025, 2026).months) == 1


@pytest.mark.parametrize(("service", "codes"), [(READERS, {"L108"}), (STOCK, {"L109"})])
def test_l109_is_silent_where_the_year_has_such_a_month_already(
    tmp_path: Path, service: str, codes: set[str]
) -> None:
    """The plans repeat their numbers, and all of last year lies here with this year's January."""
    own = month_table(service, 1, rows(2026))
    folder = saved(tmp_path, plan(2026), eski=months(2026, 12, named=2025), oy=own)
    assert {code for code, _, _ in spoken_of(folder)} == codes


# --- two plans in one workbook


def with_next_year(workbook: Workbook) -> Workbook:
    sheet = workbook.create_sheet("Keyingi yil")
    for line in plan(2027).worksheets[0].iter_rows(values_only=True):
        sheet.append(list(line))
    return workbook


def test_helper_sheets_beside_two_plans_are_of_both_years(tmp_path: Path) -> None:
    workbook = with_next_year(plan(2026))
    sheet = workbook.create_sheet("Ko‘rsatkichlar")
    sheet.append(["Band", "Jamlash usuli"])
    sheet.append(["I.1", "oxirgi qiymat"])
    years = load_years(saved(tmp_path, workbook), None, 2026)
    assert years.after is not None
    for year in (years.run, years.after):
        assert year.plan is not None
        assert year.plan.items[0].indicators[0].method.value == "oxirgi qiymat"
        assert year.problems == ()
    assert years.run.plan is not None
    assert years.run.plan.place.sheet == PLAN_SHEET


def test_of_explanations_beside_two_plans_each_year_reads_its_own(tmp_path: Path) -> None:
    lines = [("I.1", "M107", "2026-Q1", None, "Sabab"), ("I.1", "M107", "2027-Q1", None, "Sabab"),
             ("I.1", "M107", "2025-Q1", None, "Sabab")]  # fmt: skip
    workbook = add_explanations(with_next_year(plan(2026)), lines)
    years = load_years(saved(tmp_path, workbook), None, 2026)
    assert years.after is not None
    assert [one.period for one in years.run.explanations] == ["2026-Q1"]
    assert [one.period for one in years.after.explanations] == ["2027-Q1"]
    assert [one.place.cell for one in years.run.problems] == ["C4"]
