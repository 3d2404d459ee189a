"""The plans of a folder, and which of them is the one of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akmplan.loading.helper_workbooks import HelperWorkbook
from akmplan.loading.helpers.helper_sheets import HelpersRead, read_before_plan
from akmplan.loading.helpers.tables import HelperSheet
from akmplan.loading.known_sheets import KnownSheet
from akmplan.loading.plan_sheet import PlanSheet, plan_year, read_plan_sheet
from akmplan.model import Plan, Problem, SheetKind, Trouble


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan sheet, with the helper sheets that are read before it."""

    sheet: KnownSheet
    read: PlanSheet
    helpers: HelpersRead

    @property
    def plan(self) -> Plan:
        return self.read.plan


@dataclass(frozen=True, slots=True)
class Plans:
    """All plan sheets of a folder, read."""

    all: tuple[ReadPlan, ...]

    @property
    def years(self) -> frozenset[int]:
        return frozenset(read.plan.year for read in self.all)

    def usual(self, this_year: int) -> int:
        """The year that a run is about where none is wanted."""
        return this_year if this_year in self.years or not self.years else max(self.years)

    def of(self, year: int) -> tuple[ReadPlan, ...]:
        """The plans that could be the year's: visible ones win over hidden ones."""
        of_year = tuple(read for read in self.all if read.plan.year == year)
        return tuple(read for read in of_year if not read.read.hidden) or of_year

    def chosen(self, year: int) -> ReadPlan | None:
        """The one plan of the year; of several none is."""
        candidates = self.of(year)
        return candidates[0] if len(candidates) == 1 else None

    def twins(self, year: int) -> Iterator[Problem]:
        """That there are two for one year, at the second."""
        places = [candidate.sheet.place for candidate in self.of(year)]
        if len(places) > 1:
            details = {"year": year, "others": (places[0], *places[2:])}
            yield Problem(Trouble.TWO_PLANS, places[1], "", details)

    def beside(self, plan: ReadPlan) -> frozenset[int]:
        """The years of the other plans in its workbook."""
        own = [other for other in self.all if other.sheet.workbook is plan.sheet.workbook]
        return frozenset(other.plan.year for other in own) - {plan.plan.year}


def years_of_plans(sheets: Sequence[KnownSheet], this_year: int) -> frozenset[int]:
    """The years that the plan sheets are of; one that names none is of this year."""
    return frozenset(_year(sheet, this_year) for sheet in sheets if sheet.kind is SheetKind.PLAN)


def read_plans(
    sheets: Sequence[KnownSheet], workbooks: Sequence[HelperWorkbook], this_year: int
) -> Plans:
    """Each plan sheet, read with the names of services that its helper sheets give."""
    plans = (sheet for sheet in sheets if sheet.kind is SheetKind.PLAN)
    return Plans(tuple(_read(sheet, sheets, workbooks, this_year) for sheet in plans))


def _read(
    sheet: KnownSheet,
    sheets: Sequence[KnownSheet],
    workbooks: Sequence[HelperWorkbook],
    this_year: int,
) -> ReadPlan:
    assert sheet.heading is not None
    year = _year(sheet, this_year)
    helpers = read_before_plan(_helpers_of(sheet, year, sheets, workbooks))
    read = read_plan_sheet(sheet.grid, sheet.heading, helpers.services, this_year)
    return ReadPlan(sheet, read, helpers)


def _helpers_of(
    plan: KnownSheet,
    year: int,
    sheets: Sequence[KnownSheet],
    workbooks: Sequence[HelperWorkbook],
) -> Iterator[HelperSheet]:
    """The helper sheets of its own workbook, then those of its year's helper workbooks."""
    for sheet in sheets:
        if sheet.workbook is plan.workbook and sheet.helper:
            yield sheet.helper
    for workbook in workbooks:
        if workbook.year == year:
            yield from workbook.helpers


def _year(sheet: KnownSheet, this_year: int) -> int:
    assert sheet.heading is not None
    return plan_year(sheet.grid, sheet.heading, this_year)
