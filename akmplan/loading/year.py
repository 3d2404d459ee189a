"""An input folder into the `Year` of a run, or into it and the years beside it."""

from __future__ import annotations

import os
from pathlib import Path

from akmplan.loading.folder import Folder, open_folder, open_listed
from akmplan.loading.gathered import Gathered
from akmplan.loading.months_of_year import leave_months, read_months
from akmplan.loading.opened import Opened, opened
from akmplan.loading.plan_of_year import PlanOfYear, plan_of_year
from akmplan.loading.returned_findings import read_returned_findings
from akmplan.loading.unread import leave_unread
from akmplan.model import Place, Problem, Trouble, Year, Years
from akmplan.workbooks import Listing


def load_year(folder: Path, wanted: int | None, this_year: int) -> Year:
    """Everything in the folder that belongs to one year.

    The year is `wanted`, else `this_year` where a plan for it is there, else the latest plan's.
    Nothing raises: what cannot be read is among the year's problems.
    """
    return _run(open_folder(folder), wanted, this_year)


def load_listed(listing: Listing, folder: Path, wanted: int | None, this_year: int) -> Year:
    """The same of workbooks that somebody has listed."""
    return _run(open_listed(listing, folder), wanted, this_year)


def load_years(folder: Path, wanted: int | None, this_year: int) -> Years:
    """The same year with those just before and after it, where a plan of theirs is there. Every
    file is opened once."""
    all_years = opened(open_folder(folder), this_year)
    usual = all_years.plans.usual(this_year)
    year = usual if wanted is None else wanted
    beside = all_years.neighbours(year)
    return Years(
        _whole_year(all_years, year),
        _whole_year(all_years, year - 1) if year - 1 in beside else None,
        _year_to_come(all_years, year + 1) if year + 1 in beside else None,
        usual,
    )


def _run(folder: Folder, wanted: int | None, this_year: int) -> Year:
    all_years = opened(folder, this_year)
    year = all_years.plans.usual(this_year) if wanted is None else wanted
    return _whole_year(all_years, year)


def _whole_year(all_years: Opened, year: int) -> Year:
    """The year with its months, and with the problems of the folder as a whole."""
    gathered = Gathered(problems=[*all_years.folder.problems])
    if year not in all_years.plans.years:
        gathered.problems.append(_no_plan(all_years.folder, year))
    own = plan_of_year(all_years, year, gathered)
    read_returned_findings(all_years, own, gathered)
    read_months(all_years, own, gathered)
    leave_unread(all_years, own, gathered)
    return _year(all_years.folder, own, gathered)


def _year_to_come(all_years: Opened, year: int) -> Year:
    """The year's plan and helper sheets, and the problems of these alone."""
    gathered = Gathered()
    own = plan_of_year(all_years, year, gathered)
    read_returned_findings(all_years, own, gathered)
    problems = tuple(gathered.problems)
    leave_months(all_years, year, "not_begun", gathered)
    leave_unread(all_years, own, gathered)
    gathered.problems[:] = problems
    return _year(all_years.folder, own, gathered)


def _year(folder: Folder, own: PlanOfYear, gathered: Gathered) -> Year:
    return Year(
        own.year,
        own.plan,
        tuple(gathered.months),
        tuple(gathered.explanations),
        own.helped.helpers.rules,
        gathered.inputs(folder),
        tuple(gathered.problems),
        folder.listing.open_files,
        tuple(workbook.file for workbook in folder.workbooks if workbook.converted),
    )


def _no_plan(folder: Folder, year: int) -> Problem:
    details = {"folder": os.path.realpath(folder.path), "year": year}  # of a link to itself too
    return Problem(Trouble.NO_PLAN, Place(""), folder.why_no_plan, details)
