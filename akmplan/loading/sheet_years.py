"""Which year each monthly sheet of a folder is of. No sheet is of two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from akmplan.loading.headings import Heading
from akmplan.loading.known_sheets import KnownSheet
from akmplan.loading.month_labels import MonthLabels, month_labels
from akmplan.loading.plans import Plans
from akmplan.loading.yearly_numbers import PlanNumbers, yearly_numbers
from akmplan.model import Place, SheetKind

_Numbers = Mapping[int, Sequence[PlanNumbers]]  # of the plans of each year


@dataclass(frozen=True, slots=True)
class DatedSheet:
    """A monthly sheet with its own words. `year` is None where nothing says it for certain."""

    sheet: KnownSheet
    labels: MonthLabels
    year: int | None

    @property
    def file(self) -> str:
        return self.sheet.workbook.file

    @property
    def lacks_actual(self) -> bool:
        return self.sheet.lacks_actual is not None


def dated_sheets(sheets: Iterable[KnownSheet], plans: Plans) -> Mapping[Place, DatedSheet]:
    """The monthly sheets of a folder, those that lack `Bajarildi` among them, by their places."""
    labels = {
        sheet.place: (sheet, month_labels(sheet.grid, heading))
        for sheet in sheets
        if (heading := _heading(sheet))
    }
    named = _years_by_file(labels.values(), plans)
    numbers = {year: [PlanNumbers(read.plan) for read in plans.of(year)] for year in plans.years}

    def year(sheet: KnownSheet, own: MonthLabels) -> int | None:
        return own.year or _unnamed(own, named[sheet.workbook.file], numbers)

    return {
        place: DatedSheet(sheet, own, year(sheet, own)) for place, (sheet, own) in labels.items()
    }


def _heading(sheet: KnownSheet) -> Heading | None:
    if sheet.kind is SheetKind.MONTH:
        return sheet.heading
    if sheet.lacks_actual is None:
        return None
    row, column = sheet.lacks_actual.row, sheet.lacks_actual.column
    return Heading(row, row, {"number": column})


def _years_by_file(
    sheets: Iterable[tuple[KnownSheet, MonthLabels]], plans: Plans
) -> Mapping[str, Counter[int]]:
    """How many sheets of each workbook name which year; a plan names its own."""
    named: dict[str, Counter[int]] = {}
    for sheet, labels in sheets:
        years = named.setdefault(sheet.workbook.file, Counter())
        years.update([labels.year] if labels.year else [])
    for read in plans.all:
        named.setdefault(read.sheet.workbook.file, Counter())[read.plan.year] += 1
    return named


def _unnamed(labels: MonthLabels, beside: Counter[int], numbers: _Numbers) -> int | None:
    """The year of a sheet that names none: that which most other sheets of its workbook name,
    else that of the plan whose numbers it has, else that of the only plan. Where the workbook's
    year has no plan but the numbers are a plan's, either may be meant."""
    of_workbook = _most_named(beside)
    if of_workbook in numbers:
        return of_workbook
    if of_workbook is None and len(numbers) == 1:
        return next(iter(numbers))
    by_numbers = _years_by_numbers(labels, numbers)
    if of_workbook is not None:
        return None if by_numbers else of_workbook
    return by_numbers[0] if len(by_numbers) == 1 else None


def _most_named(years: Counter[int]) -> int | None:
    """The year that more than half of the sheets name."""
    ((year, count),) = years.most_common(1) or [(0, 0)]
    return year if count * 2 > years.total() else None


def _years_by_numbers(labels: MonthLabels, numbers: _Numbers) -> Sequence[int]:
    """The years with whose plan most of `Yillik reja` agrees: those that agree best."""
    own = yearly_numbers(labels.grid, labels.heading)
    equal: dict[int, int] = {}
    for year, plans in numbers.items():
        agreements = [own.agreement(plan) for plan in plans]
        equal[year] = max((found.equal for found in agreements if found.is_most), default=0)
    most = max(equal.values(), default=0)
    return [year for year, count in equal.items() if count == most > 0]
