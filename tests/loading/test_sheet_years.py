"""Monthly sheets that name no year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.loading import load_year, load_years
from tests.loading.folders import (
    TARGETS,
    months,
    places,
    plan,
    reasons,
    spoken_of,
    typed,
    unnamed,
)
from tests.small import (
    READERS,
    Value,
    month_table,
    plan_table,
    saved,
)


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
    [
        ((None, 12, 40, "12 ta", None), 2026),
        ((None, 12, 40, 60, None), 2026),
        ((11, None, None, None, None), 2027),
    ],
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
