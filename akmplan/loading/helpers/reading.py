"""All helper sheets of a workbook, each read once: some before the plan, the others after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from akmplan.layout import helpers as layouts
from akmplan.layout.helpers import HelperLayout
from akmplan.loading.helpers.after_plan import read_indicators, read_reports, read_rules
from akmplan.loading.helpers.before_plan import read_services
from akmplan.loading.helpers.explanations import read_explanations
from akmplan.loading.helpers.references import read_references
from akmplan.loading.helpers.requisites import read_requisites
from akmplan.loading.helpers.tables import HelperSheet, RowProblems
from akmplan.model import Explanation, Helpers, Plan, Problem
from akmplan.responsibles import USUAL_NAMES, ServiceNames


@dataclass(frozen=True, slots=True)
class HelpersRead:
    """The helper sheets that stand beside a plan, and what has been read of them."""

    sheets: tuple[HelperSheet, ...] = ()
    services: ServiceNames = USUAL_NAMES
    helpers: Helpers = field(default_factory=Helpers)
    explanations: tuple[Explanation, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_before_plan(sheets: Iterable[HelperSheet]) -> HelpersRead:
    """`Xizmatlar`; of two sheets of one kind the first is read."""
    kinds = {sheet.layout: sheet for sheet in reversed(list(sheets))}
    helpers = Helpers()
    problems: list[Problem] = []
    if (sheet := kinds.get(layouts.SERVICES)) is not None:
        met = RowProblems(sheet.grid)
        helpers = replace(helpers, services=tuple(read_services(sheet, met)))
        problems.extend(met.met)
    names = ServiceNames(helpers.services) if helpers.services else USUAL_NAMES
    return HelpersRead(tuple(kinds.values()), names, helpers, (), tuple(problems))


def read_after_plan(before: HelpersRead, plan: Plan) -> HelpersRead:
    """The sheets that speak of the plan's items, and last the one that speaks of its letters."""
    read = before
    for sheet in sorted(before.sheets, key=lambda one: one.layout is layouts.REQUISITES):
        met = RowProblems(sheet.grid)
        read = _with_sheet(read, sheet, plan, met)
        read = replace(read, problems=(*read.problems, *met.met))
    return read


def _with_sheet(read: HelpersRead, sheet: HelperSheet, plan: Plan, met: RowProblems) -> HelpersRead:
    layout: HelperLayout = sheet.layout
    helpers = read.helpers
    if layout is layouts.EXPLANATIONS:
        return replace(read, explanations=tuple(read_explanations(sheet, plan, met)))
    if layout is layouts.INDICATORS:
        helpers = replace(helpers, indicators=tuple(read_indicators(sheet, plan, met)))
    elif layout is layouts.REFERENCES:
        helpers = replace(helpers, references=tuple(read_references(sheet, plan, met)))
    elif layout is layouts.REPORTS:
        helpers = replace(helpers, reports=tuple(read_reports(sheet, plan, met)) or None)
    elif layout is layouts.REQUISITES:
        requisites = read_requisites(sheet, plan.year, _recipients(plan, helpers), met)
        helpers = replace(helpers, requisites=requisites)
    elif layout is layouts.RULES:
        helpers = replace(helpers, rules=tuple(read_rules(sheet, met)))
    return replace(read, helpers=helpers)


def _recipients(plan: Plan, helpers: Helpers) -> set[str]:
    """To whom something is owed; `Hisobotlar` says all of them."""
    if helpers.reports is not None:
        return {one.recipient for one in helpers.reports}
    return {one.recipient for item in plan.items for one in item.obligations}
