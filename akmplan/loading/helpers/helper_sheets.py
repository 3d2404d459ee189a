"""All helper sheets of a plan, each read once: some before the plan, the others after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from akmplan.layout import helpers as layouts
from akmplan.layout.helpers import HelperLayout
from akmplan.loading.helpers.after_plan import read_indicators, read_reports, read_rules
from akmplan.loading.helpers.before_plan import read_services
from akmplan.loading.helpers.explanations import read_explanations
from akmplan.loading.helpers.references import read_references
from akmplan.loading.helpers.requisites import read_requisites
from akmplan.loading.helpers.tables import HelperSheet, RowProblems
from akmplan.model import Explanation, Helpers, Plan, Problem, Trouble
from akmplan.words.responsibles import USUAL_NAMES, ServiceNames


@dataclass(frozen=True, slots=True)
class HelpersRead:
    """The helper sheets that belong to a plan, and what has been read of them. `twins` are those
    of a kind that was read before."""

    sheets: tuple[HelperSheet, ...] = ()
    services: ServiceNames = USUAL_NAMES
    helpers: Helpers = field(default_factory=Helpers)
    explanations: tuple[Explanation, ...] = ()
    problems: tuple[Problem, ...] = ()
    twins: tuple[HelperSheet, ...] = ()


def read_before_plan(sheets: Iterable[HelperSheet]) -> HelpersRead:
    """`Xizmatlar`; of several sheets of one kind the first that has rows is read, but of
    `Izohlar` all are."""
    given = tuple(sheets)
    filled_first = sorted(given, key=lambda sheet: not sheet.has_rows)
    first = {sheet.layout: sheet for sheet in reversed(filled_first)}

    def is_read(sheet: HelperSheet) -> bool:
        return sheet.layout is layouts.EXPLANATIONS or sheet is first[sheet.layout]

    twins = tuple(sheet for sheet in given if not is_read(sheet))
    helpers = Helpers()
    problems = [_twin(sheet, first[sheet.layout]) for sheet in twins if sheet.has_rows]
    if (sheet := first.get(layouts.SERVICES)) is not None:
        slips = RowProblems(sheet.grid)
        helpers = replace(helpers, services=tuple(read_services(sheet, slips)))
        problems.extend(slips.met)
    names = ServiceNames(helpers.services) if helpers.services else USUAL_NAMES
    return HelpersRead(tuple(filter(is_read, given)), names, helpers, (), tuple(problems), twins)


def _twin(sheet: HelperSheet, first: HelperSheet) -> Problem:
    cell = sheet.heading_cell
    details = {"other": f"{first.grid.file}, {first.grid.name}"}
    return Problem(Trouble.HELPER_ROW, cell.place, "twin", details, cell.text)


def read_after_plan(before: HelpersRead, plan: Plan, others: Collection[int] = ()) -> HelpersRead:
    """The sheets that speak of the plan's items, and last the one that speaks of its letters.
    `others`: years of other plans in the plan's workbook, whose helper sheets are theirs too."""
    read = before
    for sheet in sorted(before.sheets, key=lambda sheet: sheet.layout is layouts.REQUISITES):
        slips = RowProblems(sheet.grid)
        if sheet.layout is layouts.EXPLANATIONS:
            elsewhere = others if sheet.grid.file == plan.place.file else ()
            added = tuple(read_explanations(sheet, plan, elsewhere, slips))
            read = replace(read, explanations=(*read.explanations, *added))
        else:
            read = replace(read, helpers=_with_sheet(read.helpers, sheet, plan, slips))
        read = replace(read, problems=(*read.problems, *slips.met))
    return read


def _with_sheet(helpers: Helpers, sheet: HelperSheet, plan: Plan, slips: RowProblems) -> Helpers:
    layout: HelperLayout = sheet.layout
    if layout is layouts.INDICATORS:
        return replace(helpers, indicators=tuple(read_indicators(sheet, plan, slips)))
    if layout is layouts.REFERENCES:
        return replace(helpers, references=tuple(read_references(sheet, plan, slips)))
    if layout is layouts.REPORTS:
        return replace(helpers, reports=tuple(read_reports(sheet, plan, slips)) or None)
    if layout is layouts.RULES:
        return replace(helpers, rules=tuple(read_rules(sheet, slips)))
    if layout is layouts.REQUISITES:
        requisites = read_requisites(sheet, plan.year, _recipients(plan, helpers), slips)
        return replace(helpers, requisites=requisites)
    return helpers


def _recipients(plan: Plan, helpers: Helpers) -> set[str]:
    """To whom something is owed; `Hisobotlar` says all of them."""
    if helpers.reports is not None:
        return {report.recipient for report in helpers.reports}
    return {obligation.recipient for item in plan.items for obligation in item.obligations}
