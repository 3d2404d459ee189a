"""One workbook that somebody has named, read as if it lay in the input folder alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from akmplan.loading.helpers.beside import helper_kinds
from akmplan.loading.year import load_listed
from akmplan.model import Problem, Trouble, Year
from akmplan.workbooks import Found, Listing, read_workbook


def load_given(path: Path, wanted: int | None, this_year: int) -> Year:
    """The year of a workbook's plan. Nothing raises."""
    listing = Listing(workbooks=(Found(path, path.name),))
    year = load_listed(listing, path.parent, wanted, this_year)
    return replace(year, problems=tuple(_of_file(problem, path) for problem in year.problems))


def _of_file(problem: Problem, path: Path) -> Problem:
    """That there is no plan is said of the one file that was looked into, not of its folder."""
    if problem.trouble is not Trouble.NO_PLAN:
        return problem
    details = {**problem.details, "file": path.as_posix()}
    return replace(problem, about="no_plan_in_file", details=details)


def helpers_present(path: Path) -> frozenset[str]:
    """The helper sheets that stand in a workbook, by the names of their kinds. Raises
    UnreadableFile."""
    return helper_kinds(read_workbook(path, path.name))
