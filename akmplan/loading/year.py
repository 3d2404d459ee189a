"""An input folder into a `Year`: every file opened once, every sheet known by what stands in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from akmplan.layout import record
from akmplan.loading.account import taken_from, unused
from akmplan.loading.headings import month_table_without_actual
from akmplan.loading.helpers.applying import with_helpers
from akmplan.loading.helpers.findings_workbook import read_findings_workbook
from akmplan.loading.helpers.reading import HelpersRead, read_after_plan, read_before_plan
from akmplan.loading.known_sheets import (
    KnownSheet,
    form_of,
    of_reasonable_length,
    said_by,
    sheets_of,
)
from akmplan.loading.month_sheet import read_month_sheet
from akmplan.loading.plan_sheet import PlanSheet, read_plan_sheet
from akmplan.model import (
    Explanation,
    InputFile,
    MonthSheet,
    Place,
    Plan,
    Problem,
    SheetKind,
    SheetUse,
    Trouble,
    Workbook,
    Year,
    position,
)
from akmplan.responsibles import ServiceNames
from akmplan.workbooks import Listing, UnreadableFile, list_files, read_workbook


@dataclass(slots=True)
class _Gathered:
    """What the reading of the folder has brought so far."""

    months: list[MonthSheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    uses: dict[Place, SheetUse] = field(default_factory=dict)
    damaged: list[InputFile] = field(default_factory=list)
    sources: list[Place] = field(default_factory=list)  # cells that references were taken from
    explanations: list[Explanation] = field(default_factory=list)


def load_year(folder: Path, wanted: int | None, this_year: int) -> Year:
    """Everything in the folder that belongs to one year.

    The year is `wanted`, else `this_year` where a plan for it is there, else the latest plan's.
    Nothing raises: what cannot be read is among the year's problems.
    """
    if not folder.is_dir():
        return _nothing(folder, "no_folder", this_year if wanted is None else wanted)
    return load_listed(list_files(folder), folder, wanted, this_year)


def load_listed(listing: Listing, folder: Path, wanted: int | None, this_year: int) -> Year:
    """The same of workbooks that somebody has listed."""
    gathered = _Gathered()
    gathered.problems.extend(_ignored(listing))
    workbooks = _opened(listing, gathered)
    sheets = [sheet for workbook in workbooks for sheet in sheets_of(workbook)]
    plans = [
        _read_plan(sheet, sheets, this_year) for sheet in sheets if sheet.kind is SheetKind.PLAN
    ]
    year = _year_of(plans, wanted, this_year)
    chosen = _chosen(plans, year, gathered)
    if chosen is None and not any(one.plan.year == year for one in plans):
        about = "no_plan" if listing.workbooks else "empty"
        gathered.problems.append(_no_plan(folder, about, year))
    plan, helped = _helped(chosen, sheets, gathered)
    gathered.explanations.extend(helped.explanations)
    if plan:
        _read_findings_workbooks(workbooks, plan, gathered)
    _read_others(sheets, chosen, plan, gathered)
    return Year(
        year,
        plan,
        tuple(gathered.months),
        tuple(gathered.explanations),
        helped.helpers.rules,
        _inputs(workbooks, gathered),
        tuple(gathered.problems),
        listing.open_files,
        tuple(workbook.file for workbook in workbooks if workbook.converted),
    )


def _nothing(folder: Path, about: str, year: int) -> Year:
    return Year(year, None, problems=(_no_plan(folder, about, year),))


def _no_plan(folder: Path, about: str, year: int) -> Problem:
    details = {"folder": os.path.realpath(folder), "year": year}  # of a link to itself too
    return Problem(Trouble.NO_PLAN, Place(""), about, details)


def _ignored(listing: Listing) -> Iterable[Problem]:
    for one in listing.ignored:
        yield Problem(Trouble.IGNORED, Place(one.file), one.reason.value)


def _opened(listing: Listing, gathered: _Gathered) -> list[Workbook]:
    workbooks: list[Workbook] = []
    for found in listing.workbooks:
        try:
            workbooks.append(of_reasonable_length(read_workbook(found.path, found.file)))
        except UnreadableFile as met:
            place = Place(found.file)
            details = {"detail": met.detail}
            gathered.problems.append(Problem(Trouble.FILE, place, met.reason.value, details))
            gathered.damaged.append(InputFile(found.file, "", SheetKind.UNREADABLE))
    return workbooks


@dataclass(frozen=True, slots=True)
class _ReadPlan:
    """A plan sheet, with the helper sheets that were read before and stand beside it."""

    sheet: KnownSheet
    read: PlanSheet
    before: HelpersRead

    @property
    def plan(self) -> Plan:
        return self.read.plan


def _read_plan(sheet: KnownSheet, sheets: list[KnownSheet], this_year: int) -> _ReadPlan:
    assert sheet.heading is not None
    own = [one.helper for one in sheets if one.workbook is sheet.workbook and one.helper]
    before = read_before_plan(own)
    read = read_plan_sheet(sheet.grid, sheet.heading, before.services, this_year)
    return _ReadPlan(sheet, read, before)


def _helped(
    chosen: _ReadPlan | None, sheets: list[KnownSheet], gathered: _Gathered
) -> tuple[Plan | None, HelpersRead]:
    """The chosen plan as its helper sheets want it."""
    if chosen is None:
        return None, HelpersRead()
    grids = {(one.grid.file, one.grid.name): one.grid for one in sheets}
    helped = read_after_plan(chosen.before, chosen.plan)
    applied = with_helpers(chosen.plan, helped.helpers, grids)
    gathered.problems.extend((*helped.problems, *applied.problems))
    for sheet in helped.sheets:
        gathered.uses[Place(sheet.grid.file, sheet.grid.name)] = sheet.use()
    gathered.sources.extend(applied.sources)
    return applied.plan, helped


def _read_findings_workbooks(workbooks: list[Workbook], plan: Plan, gathered: _Gathered) -> None:
    """Behind `Izohlar`, and the later by name first: of two explanations the first one holds."""
    for workbook in reversed(workbooks):
        if form_of(workbook) == record.FINDINGS_FORM:
            said_year = said_by(workbook, "year") or ""
            read = read_findings_workbook(workbook.grids, said_year, plan)
            gathered.explanations.extend(read.explanations)
            gathered.problems.extend(read.problems)
            for use in read.uses:
                gathered.uses[Place(workbook.file, use.name)] = use


def _year_of(plans: list[_ReadPlan], wanted: int | None, this_year: int) -> int:
    years = {one.plan.year for one in plans}
    if wanted is not None:
        return wanted
    return this_year if this_year in years or not years else max(years)


def _chosen(plans: list[_ReadPlan], year: int, gathered: _Gathered) -> _ReadPlan | None:
    """The one plan of the year. Of several a lone visible one wins; else none is chosen."""
    of_year = [one for one in plans if one.plan.year == year]
    visible = [one for one in of_year if not one.read.hidden]
    candidates = visible or of_year
    chosen = candidates[0] if len(candidates) == 1 else None
    if len(candidates) > 1:
        places = [one.sheet.place for one in candidates]
        details = {"year": year, "others": tuple(places[:1] + places[2:])}
        gathered.problems.append(Problem(Trouble.TWO_PLANS, places[1], "", details))
    for one in plans:
        _account_for_plan(one, chosen, year, gathered)
    return chosen


def _account_for_plan(
    one: _ReadPlan, chosen: _ReadPlan | None, year: int, gathered: _Gathered
) -> None:
    if one is chosen:
        gathered.uses[one.sheet.place] = one.read.use
        gathered.problems.extend(one.read.problems)
        return
    reason = "other_plan" if one.plan.year == year else "other_year"
    gathered.uses[one.sheet.place] = unused(one.sheet.grid, SheetKind.PLAN, reason)
    if one.plan.year != year or chosen:
        details = {"year": one.plan.year}
        gathered.problems.append(Problem(Trouble.IGNORED, one.sheet.place, reason, details))


def _read_others(
    sheets: list[KnownSheet], chosen: _ReadPlan | None, plan: Plan | None, gathered: _Gathered
) -> None:
    with_known = {sheet.workbook.file for sheet in sheets if sheet.kind is not SheetKind.OTHER}
    for sheet in sheets:
        if sheet.kind is SheetKind.PLAN or sheet.place in gathered.uses:
            continue
        if chosen and plan and sheet.kind is SheetKind.MONTH:
            _read_month(sheet, plan, chosen.before.services, gathered)
        else:
            _leave(sheet, chosen, sheet.workbook.file in with_known, gathered)
    gathered.problems.extend(_whole_files_ignored(sheets, gathered))


def _read_month(sheet: KnownSheet, plan: Plan, services: ServiceNames, gathered: _Gathered) -> None:
    assert sheet.heading is not None
    read = read_month_sheet(sheet.grid, sheet.heading, plan, services)
    gathered.uses[sheet.place] = read.use
    gathered.problems.extend(read.problems)
    if read.sheet:
        gathered.months.append(read.sheet)


_LEFT: dict[SheetKind, str] = {
    SheetKind.SUBMISSION: "submission",
    SheetKind.FINDINGS: "no_plan",
    SheetKind.MONTH: "no_plan",
    SheetKind.HELPER: "helper_elsewhere",
    SheetKind.OTHER: "other_sheet",
}


def _leave(
    sheet: KnownSheet, chosen: _ReadPlan | None, is_beside_known: bool, gathered: _Gathered
) -> None:
    beside = chosen is not None and sheet.workbook is chosen.sheet.workbook
    twin = sheet.kind is SheetKind.HELPER and beside
    reason = "helper_twice" if twin else _LEFT[sheet.kind]
    spots = [position(one.cell) for one in gathered.sources if _is_on(one, sheet)]
    gathered.uses[sheet.place] = taken_from(sheet.grid, sheet.kind, spots, reason)
    number = month_table_without_actual(sheet.grid) if sheet.kind is SheetKind.OTHER else None
    if number is not None:
        gathered.problems.append(Problem(Trouble.COLUMN, number.place, "actual"))
        return
    mixed = sheet.kind in (SheetKind.OTHER, SheetKind.HELPER) and sheet.grid.cells
    if mixed and not spots and is_beside_known:
        gathered.problems.append(Problem(Trouble.IGNORED, sheet.place, reason))


def _is_on(place: Place, sheet: KnownSheet) -> bool:
    return (place.file, place.sheet) == (sheet.grid.file, sheet.grid.name)


def _whole_files_ignored(sheets: list[KnownSheet], gathered: _Gathered) -> Iterable[Problem]:
    """One note for a workbook in which no sheet is of any kind that is read, nor a cell taken, nor
    a column missed."""
    by_file: dict[str, list[KnownSheet]] = {}
    told = {one.file for one in gathered.sources}
    told |= {one.place.file for one in gathered.problems if one.trouble is Trouble.COLUMN}
    for sheet in sheets:
        by_file.setdefault(sheet.workbook.file, []).append(sheet)
    for file, own in by_file.items():
        kinds = {sheet.kind for sheet in own}
        if kinds == {SheetKind.OTHER} and file not in told:
            yield Problem(Trouble.IGNORED, Place(file), "other_workbook")
        elif kinds == {SheetKind.SUBMISSION}:
            yield Problem(Trouble.IGNORED, Place(file), "submission")


def _inputs(workbooks: list[Workbook], gathered: _Gathered) -> tuple[InputFile, ...]:
    files = [
        InputFile(workbook.file, workbook.sha256, _kind(uses), uses)
        for workbook in workbooks
        for uses in [_uses(workbook, gathered)]
    ]
    listed = sorted([*files, *gathered.damaged], key=lambda one: (one.file.casefold(), one.file))
    return tuple(listed)


def _uses(workbook: Workbook, gathered: _Gathered) -> tuple[SheetUse, ...]:
    return tuple(gathered.uses[Place(grid.file, grid.name)] for grid in workbook.grids)


def _kind(uses: tuple[SheetUse, ...]) -> SheetKind:
    """What a file is: its most telling sheet says."""
    kinds = {use.kind for use in uses}
    order = (
        SheetKind.PLAN, SheetKind.MONTH, SheetKind.SUBMISSION, SheetKind.FINDINGS, SheetKind.HELPER,
    )  # fmt: skip
    return next((kind for kind in order if kind in kinds), SheetKind.OTHER)
