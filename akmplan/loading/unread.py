"""Sheets and files that one year leaves unread: their accounts, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.loading.gathered import Gathered
from akmplan.loading.helper_workbooks import HelperWorkbook
from akmplan.loading.known_sheets import KnownSheet
from akmplan.loading.opened import Opened
from akmplan.loading.plan_of_year import PlanOfYear
from akmplan.model import Place, Problem, SheetKind, Trouble


def leave_unread(opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    """Accounts for all sheets that have no account yet; the year's plan and months have one."""
    _leave_plans(opened, own, gathered)
    _leave_helper_workbooks(opened, own, gathered)
    beside_known = {
        sheet.workbook.file for sheet in opened.folder.sheets if sheet.kind is not SheetKind.OTHER
    }
    for sheet in opened.folder.sheets:
        if sheet.place in gathered.uses:
            continue
        if sheet.kind is SheetKind.HELPER:
            _leave_helper(sheet, opened, own, gathered)
        elif sheet.kind is SheetKind.OTHER:
            _leave_other(sheet, opened, own, gathered, sheet.workbook.file in beside_known)
        else:
            is_returned = sheet.kind is SheetKind.FINDINGS
            gathered.leave(sheet, "no_plan" if is_returned else "submission")
    gathered.problems.extend(_whole_files(opened, gathered))


def _leave_plans(opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    for other in opened.plans.all:
        if other is own.chosen:
            continue
        year = other.plan.year
        reason = "other_plan" if year == own.year else "other_year"
        gathered.leave(other.sheet, reason)
        is_twin = year == own.year and own.chosen is not None
        if is_twin or year not in {own.year, *opened.neighbours(own.year)}:
            gathered.problems.append(
                Problem(Trouble.IGNORED, other.sheet.place, reason, {"year": year})
            )


def _leave_helper_workbooks(opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    for workbook in opened.helpers:
        reason = _why_unread(workbook, own)
        if reason:
            for sheet in workbook.sheets:
                gathered.leave(sheet, reason)
        else:
            gathered.uses[workbook.record.place] = workbook.record_use()
        if workbook.year is None and opened.plans.years:
            gathered.problems.append(workbook.without_year)
        elif workbook.year not in {None, own.year, *opened.neighbours(own.year)}:
            details = {"year": workbook.year}
            about = Place(workbook.file)
            gathered.problems.append(Problem(Trouble.IGNORED, about, "helper_other_year", details))


def _why_unread(workbook: HelperWorkbook, own: PlanOfYear) -> str | None:
    if workbook.year == own.year:
        return None if own.chosen else "no_plan"
    return "other_year" if workbook.year else "no_year"


def _leave_helper(sheet: KnownSheet, opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    """A helper sheet beside a plan that is not the year's, or beside none; or a sheet of another
    kind in a helper workbook."""
    years = {plan.plan.year for plan in opened.plans.all if plan.sheet.workbook is sheet.workbook}
    if years and own.year not in years:
        gathered.leave(sheet, "other_year")
    elif years and own.chosen is None:
        gathered.leave(sheet, "no_plan")
    else:
        _name_unread(sheet, "helper_elsewhere" if sheet.helper else "other_sheet", gathered)


def _leave_other(
    sheet: KnownSheet, opened: Opened, own: PlanOfYear, gathered: Gathered, beside_known: bool
) -> None:
    dated = opened.months.get(sheet.place)
    if dated and dated.labels.year not in (None, own.year):
        gathered.leave(sheet, "other_year")
    elif sheet.lacks_actual:
        gathered.leave(sheet, "other_sheet")
        place = sheet.lacks_actual.place
        gathered.problems.append(Problem(Trouble.COLUMN, place, "actual"))
    elif beside_known:
        _name_unread(sheet, "other_sheet", gathered)
    else:
        gathered.leave(sheet, "other_sheet")


def _name_unread(sheet: KnownSheet, reason: str, gathered: Gathered) -> None:
    """A sheet with something in it is named, unless a reference was taken from it."""
    gathered.leave(sheet, reason)
    if sheet.grid.cells and not gathered.taken_from(sheet):
        gathered.problems.append(Problem(Trouble.IGNORED, sheet.place, reason))


def _whole_files(opened: Opened, gathered: Gathered) -> Iterator[Problem]:
    """One note for a workbook in which no sheet is of any kind that is read, nor a cell taken, nor
    a monthly table recognised."""
    kinds: dict[str, set[SheetKind]] = {}
    for sheet in opened.folder.sheets:
        kinds.setdefault(sheet.workbook.file, set()).add(sheet.kind)
    spoken_of = {source.file for source in gathered.sources}
    spoken_of |= {dated.file for dated in opened.months.values()}
    for file, own in kinds.items():
        if own == {SheetKind.OTHER} and file not in spoken_of:
            yield Problem(Trouble.IGNORED, Place(file), "other_workbook")
        elif own == {SheetKind.SUBMISSION}:
            yield Problem(Trouble.IGNORED, Place(file), "submission")
