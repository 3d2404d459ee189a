"""The monthly sheets of one year, and what is said of those of other years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from akmplan.loading.gathered import Gathered
from akmplan.loading.left_over import left_over, no_year, old_year
from akmplan.loading.month_sheet import read_month_sheet
from akmplan.loading.opened import Opened
from akmplan.loading.plan_of_year import PlanOfYear
from akmplan.loading.sheet_years import DatedSheet
from akmplan.model import Place, Problem, Trouble


def read_months(opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    """Reads the year's sheets and leaves the others; what is wrong with these is named."""
    for dated in opened.months.values():
        if own.plan and dated.year == own.year and not dated.lacks_actual:
            _read(dated, own, gathered)
    leave_months(opened, own.year, "no_plan", gathered)
    if opened.plans.years:
        gathered.problems.extend(_of_no_year(opened, own.year))
        gathered.problems.extend(_of_other_years(opened, own, gathered))


def leave_months(opened: Opened, year: int, reason: str, gathered: Gathered) -> None:
    """Accounts for the monthly sheets that were not read; `reason` is that of the year's own."""
    for place, dated in opened.months.items():
        if place not in gathered.uses and not dated.lacks_actual:
            gathered.leave(dated.sheet, _reason(dated, opened, year, reason))


def _reason(dated: DatedSheet, opened: Opened, year: int, of_own: str) -> str:
    if not opened.plans.years:
        return "no_plan"
    if dated.year is None:
        return "no_year"
    return of_own if dated.year == year else "other_year"


def _read(dated: DatedSheet, own: PlanOfYear, gathered: Gathered) -> None:
    assert own.chosen is not None
    assert own.plan is not None
    read = read_month_sheet(dated.labels, own.plan, own.chosen.helpers.services)
    gathered.uses[dated.sheet.place] = read.use
    gathered.problems.extend(read.problems)
    if read.sheet:
        gathered.months.append(read.sheet)


def _of_no_year(opened: Opened, year: int) -> Iterator[Problem]:
    for dated in opened.months.values():
        if dated.year is None and not dated.lacks_actual:
            yield no_year(dated.labels, year)


def _of_other_years(opened: Opened, own: PlanOfYear, gathered: Gathered) -> Iterator[Problem]:
    others = [dated for dated in opened.months.values() if dated.year not in (None, own.year)]
    strays = [dated for dated in others if dated.year not in opened.neighbours(own.year)]
    left = {dated.sheet.place: dated for dated in _left_over(opened, strays, own, gathered)}
    for dated in left.values():
        yield old_year(dated.labels, own.year)
    for dated in others:
        if dated.sheet.place not in left and dated.labels.tab_year == own.year:
            yield from filter(None, [dated.labels.contradiction(own.year)])
    yield from _by_file((other for other in strays if other.sheet.place not in left), own.year)


def _left_over(
    opened: Opened, strays: Sequence[DatedSheet], own: PlanOfYear, gathered: Gathered
) -> Iterable[DatedSheet]:
    """Those that name a year without a plan and have the numbers of this year's."""
    if own.chosen is None:
        return ()
    years = opened.plans.years
    doubtful = [dated for dated in strays if dated.labels.year and dated.year not in years]
    files = {dated.file for dated in opened.months.values() if dated.year == own.year}
    files.add(own.chosen.sheet.workbook.file)
    return left_over(doubtful, own.chosen, gathered.months, files)


def _by_file(sheets: Iterable[DatedSheet], year: int) -> Iterator[Problem]:
    """One line a file, however many of its sheets are of other years."""
    years: dict[str, set[int]] = {}
    for dated in sheets:
        if dated.year:
            years.setdefault(dated.file, set()).add(dated.year)
    for file, named in years.items():
        details = {"years": ", ".join(map(str, sorted(named))), "year": year}
        yield Problem(Trouble.IGNORED, Place(file), "other_years", details)
