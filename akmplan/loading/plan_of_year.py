"""The plan of one year as its helper sheets want it."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.loading.account import unused
from akmplan.loading.gathered import Gathered
from akmplan.loading.helpers.helper_sheets import HelpersRead, read_after_plan
from akmplan.loading.helpers.plan_with_helpers import with_helpers
from akmplan.loading.helpers.tables import HelperSheet
from akmplan.loading.opened import Opened
from akmplan.loading.plans import ReadPlan
from akmplan.model import Place, Plan, SheetKind


@dataclass(frozen=True, slots=True)
class PlanOfYear:
    """`plan` is `chosen`'s with what its helper sheets say; both are None where none is chosen."""

    year: int
    chosen: ReadPlan | None = None
    plan: Plan | None = None
    helped: HelpersRead = field(default_factory=HelpersRead)


def plan_of_year(opened: Opened, year: int, gathered: Gathered) -> PlanOfYear:
    """Takes the plan of the year and its helper sheets into the account."""
    gathered.problems.extend(opened.plans.twins(year))
    chosen = opened.plans.chosen(year)
    if chosen is None:
        return PlanOfYear(year)
    gathered.uses[chosen.sheet.place] = chosen.read.use
    gathered.problems.extend(chosen.read.problems)
    helped = read_after_plan(chosen.helpers, chosen.plan, opened.plans.beside(chosen))
    grids = {(sheet.grid.file, sheet.grid.name): sheet.grid for sheet in opened.folder.sheets}
    applied = with_helpers(chosen.plan, helped.helpers, grids)
    gathered.problems.extend((*helped.problems, *applied.problems))
    gathered.sources.extend(applied.sources)
    gathered.explanations.extend(helped.explanations)
    for sheet in helped.sheets:
        gathered.uses[_place(sheet)] = sheet.use()
    for sheet in helped.twins:
        gathered.uses[_place(sheet)] = unused(sheet.grid, SheetKind.HELPER, "helper_twice")
    return PlanOfYear(year, chosen, applied.plan, helped)


def _place(sheet: HelperSheet) -> Place:
    return Place(sheet.grid.file, sheet.grid.name)
