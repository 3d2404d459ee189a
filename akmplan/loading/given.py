"""One workbook that somebody has named, read as if it lay in the input folder alone, and the
helper sheets that are there for its plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from akmplan.loading.folder import open_folder, open_listed
from akmplan.loading.helper_workbooks import helper_workbooks
from akmplan.loading.known_sheets import KnownSheet
from akmplan.loading.year import load_listed
from akmplan.model import Problem, Trouble, Year
from akmplan.workbooks import Found, Listing


@dataclass(frozen=True, slots=True)
class HelpersThere:
    """`files`: the helper workbooks of a folder for a year; `kinds`: the names of the sheets that
    stand in them and in the plan's workbook."""

    files: tuple[str, ...]
    kinds: frozenset[str]


def load_given(path: Path, wanted: int | None, this_year: int) -> Year:
    """The year of a workbook's plan. Nothing raises."""
    year = load_listed(_alone(path), path.parent, wanted, this_year)
    return replace(year, problems=tuple(_of_file(problem, path) for problem in year.problems))


def helpers_there(plan: Path, folder: Path, year: int) -> HelpersThere:
    """The helper sheets for the plan in a workbook, those of the input folder among them. Nothing
    raises."""
    beside = helper_workbooks(open_folder(folder).sheets, {year})
    own = [workbook for workbook in beside if workbook.year == year]
    sheets = [sheet for workbook in own for sheet in workbook.sheets]
    with_plan = open_listed(_alone(plan), plan.parent).sheets
    return HelpersThere(tuple(one.file for one in own), _kinds((*sheets, *with_plan)))


def _alone(path: Path) -> Listing:
    return Listing(workbooks=(Found(path, path.name),))


def _kinds(sheets: Iterable[KnownSheet]) -> frozenset[str]:
    return frozenset(sheet.helper.layout.name for sheet in sheets if sheet.helper)


def _of_file(problem: Problem, path: Path) -> Problem:
    """That there is no plan is said of the one file that was looked into, not of its folder."""
    if problem.trouble is not Trouble.NO_PLAN:
        return problem
    details = {**problem.details, "file": path.as_posix()}
    return replace(problem, about="no_plan_in_file", details=details)
