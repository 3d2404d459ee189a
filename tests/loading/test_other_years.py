"""Sheets and plans of other years, and an old year left in a sheet of this one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.loading import load_year, load_years
from tests.loading.folders import (
    message,
    months,
    plan,
    reasons,
    rows,
    spoken_of,
    two_years,
    typed,
    unnamed,
)
from tests.small import (
    READERS,
    STOCK,
    Value,
    month_table,
    month_tabs,
    saved,
    seen,
)


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


def of_stock(months_filled: Sequence[int], year: int) -> Workbook:
    return month_tabs(STOCK, {month: rows(2026) for month in months_filled}, year=year)


@pytest.mark.parametrize(
    ("service", "found"),
    [(READERS, {("L108", "eski.xlsx"), ("L108", "eski2.xlsx")}),
     (STOCK, {("L109", "eski.xlsx"), ("L109", "eski2.xlsx")})],
)  # fmt: skip
def test_l109_is_silent_where_the_year_has_such_a_month_already(
    tmp_path: Path, service: str, found: set[tuple[str, str]]
) -> None:
    """The plans repeat their numbers, and all of last year lies here with this year's January."""
    own = month_table(service, 1, rows(2026))
    folder = saved(tmp_path, plan(2026), eski=months(2026, 12, named=2025), oy=own)
    saved(folder, eski2=of_stock((2, 6), 2025))
    assert {(code, str(file)) for code, file, _ in spoken_of(folder)} == found
