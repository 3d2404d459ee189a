"""Sheets that name a year without a plan and are the run's all the same: an old year was left in.

Plans repeat numbers from year to year, so that a few equal ones prove nothing: they must be more
than half of those that can be compared, and three at least, unless the workbook has sheets of the
run's year as well. Where a service's month stands filled in among the run's own sheets too, the
other year's is what it says, and so are all workbooks that hold nothing but that year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from akmplan.layout.calendar import month_heading
from akmplan.loading.month_labels import MonthLabels
from akmplan.loading.month_sheet import service_key
from akmplan.loading.plans import ReadPlan
from akmplan.loading.sheet_years import DatedSheet
from akmplan.loading.yearly_numbers import PlanNumbers, yearly_numbers
from akmplan.model import MonthSheet, Problem, Trouble

_FEWEST = 3


def left_over(
    sheets: Iterable[DatedSheet],
    chosen: ReadPlan,
    own: Iterable[MonthSheet],
    files: Collection[str],
) -> Iterator[DatedSheet]:
    """Those of `sheets` that are of the chosen plan's year. `own` are its months as read, `files`
    the workbooks that have sheets of its year."""
    numbers = PlanNumbers(chosen.plan)
    taken = {(sheet.service, sheet.month) for sheet in own if sheet.filled and sheet.service}
    filled = [sheet for sheet in sheets if sheet.labels.is_filled]
    twins = [sheet for sheet in filled if _whose(sheet.labels, chosen) in taken]
    old_books = {(sheet.file, sheet.year) for sheet in twins}
    old_years = {sheet.year for sheet in twins}
    for sheet in filled:
        beside_own = sheet.file in files
        is_old = (sheet.file, sheet.year) in old_books
        is_old = is_old or (sheet.year in old_years and not beside_own)
        if not is_old and _agrees(sheet, numbers, beside_own):
            yield sheet


def _agrees(sheet: DatedSheet, numbers: PlanNumbers, beside_own: bool) -> bool:
    found = yearly_numbers(sheet.labels.grid, sheet.labels.heading).agreement(numbers)
    return found.is_most and found.equal >= (1 if beside_own else _FEWEST)


def _whose(labels: MonthLabels, chosen: ReadPlan) -> tuple[str | None, int | None]:
    return service_key(labels, chosen.plan, chosen.helpers.services), labels.month


def old_year(labels: MonthLabels, year: int) -> Problem:
    """What is wrong with such a sheet of `year`, at the cell that names the old one."""
    month = labels.month
    details = {"named": labels.year, "year": year, "code": f"{year}-{month:02d}" if month else None}
    expected = month_heading(year, month) if month else str(year)
    place, found = labels.year_place, labels.year_text
    return Problem(Trouble.OTHER_PERIOD, place, "old_year", details, found, expected)


def no_year(labels: MonthLabels, year: int) -> Problem:
    """What is wrong with a sheet that may be of several years, at the cell to be filled in."""
    example = month_heading(year, labels.month or 1)
    found = labels.month_line.text if labels.month_line else None
    details = {"example": example}
    return Problem(Trouble.OTHER_PERIOD, labels.month_place, "no_year", details, found or None)
