"""The year of a run and those beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from openpyxl import Workbook

from akmplan.loading import load_year, load_years
from akmplan.loading.month_sheet import read_month_sheet
from akmplan.model import Trouble
from akmplan.workbooks import read_workbook
from tests.loading.folders import months, places, plan, reasons, two_years
from tests.small import (
    PLAN_SHEET,
    READERS,
    add_explanations,
    saved,
)


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


@pytest.mark.parametrize(("load", "sheets"), [(load_year, 1), (load_years, 13)])
def test_every_file_is_opened_once_and_only_the_sheets_of_a_year_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, load: Callable[..., object], sheets: int
) -> None:
    opened, read = Mock(wraps=read_workbook), Mock(wraps=read_month_sheet)
    monkeypatch.setattr("akmplan.loading.folder.read_workbook", opened)
    monkeypatch.setattr("akmplan.loading.months_of_year.read_month_sheet", read)
    load(two_years(tmp_path, 1), 2027, 2027)
    assert (opened.call_count, read.call_count) == (4, sheets)


def test_every_year_accounts_for_every_cell_of_the_folder(tmp_path: Path) -> None:
    folder = two_years(tmp_path, 2)
    for this_year in (2026, 2027):
        years = load_years(folder, None, this_year)
        for year in filter(None, (years.run, years.before, years.after)):
            uses = [use for file in year.inputs for use in file.sheets]
            assert len(uses) == 16
            assert all(use.cells == use.used + len(use.set_aside) for use in uses)


def test_without_any_plan_it_is_this_year(tmp_path: Path) -> None:
    years = load_years(saved(tmp_path, oylar=months(2025, 2)), None, 2026)
    assert (years.run.year, years.before, years.after, years.usual) == (2026, None, None, 2026)
    assert [problem.trouble for problem in years.run.problems] == [Trouble.NO_PLAN]
    assert reasons(years.run, "oylar.xlsx") == {"no_plan"}


def test_without_a_folder_it_is_this_year(tmp_path: Path) -> None:
    years = load_years(tmp_path / "yo‘q", None, 2026)
    assert [(problem.trouble, problem.about) for problem in years.run.problems] == [
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
    """A slip in its plan; not a file that cannot be read, nor one of no kind that is read, nor a
    month that does not say which."""
    other = plan(2027)
    other.worksheets[0].append([None, "Raqamsiz qator", "Nusxa", 3, 4])
    other.worksheets[0].append(["6.", "Ish", "Nusxa", 1, 1, "Hisob", "2027-yil davomida", READERS])
    unknown = months(2027, 1)
    unknown.worksheets[0]["B2"] = "2027-yil"
    phones = Workbook()
    phones.worksheets[0].append(["Telefonlar"])
    folder = saved(tmp_path, plan(2026), oylar=months(2026, 12), reja27=other, oylar27=unknown)
    saved(folder, telefonlar=phones)
    (folder / "buzuq.xlsx").write_bytes(b"PK")
    years = load_years(folder, None, 2026)
    assert years.after is not None
    assert [(problem.trouble, problem.place.file) for problem in years.after.problems] == [
        (Trouble.ROW, "reja27.xlsx")
    ]
    of_folder = {Trouble.FILE, Trouble.IGNORED}
    assert {problem.trouble for problem in years.run.problems} == of_folder
    assert reasons(years.after, "oylar27.xlsx") == {"not_begun"}
    assert reasons(years.after, "oylar.xlsx") == {"other_year"}
    in_january = load_years(folder, 2027, 2027)
    assert in_january.before is not None
    assert {problem.trouble for problem in in_january.before.problems} == of_folder


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
    assert [line.period for line in years.run.explanations] == ["2026-Q1"]
    assert [line.period for line in years.after.explanations] == ["2027-Q1"]
    assert [problem.place.cell for problem in years.run.problems] == ["C4"]
