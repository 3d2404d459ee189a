"""The rules of the house, listed, and what they find in a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from akmplan.checks.l_reading import explanations, unread_input
from akmplan.checks.m_months import month_rows, months
from akmplan.checks.p_plan import letters, plan_cells, plan_figures, plan_words
from akmplan.checks.s_papers import papers
from akmplan.checks.t_totals import running_sums, staff_rules, totals
from akmplan.figures import Ledger
from akmplan.findings import Answered, Case, Finding, Order, Rule, Severity, answered, judged
from akmplan.messages import say
from akmplan.model import Year

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule("L101", _E, say("No plan table found"), unread_input.no_plan),
    Rule("L102", _E, say("Two plans for one year"), unread_input.two_plans),
    Rule("L103", _E, say("File cannot be read"), unread_input.unreadable_file),
    Rule("L104", _E, say("Column not found"), unread_input.missing_column),
    Rule("L105", _E, say("Row not understood"), unread_input.unclear_row),
    Rule("L106", _W, say("Hidden row, column or sheet holds figures"), unread_input.hidden_figures),
    Rule(
        "L107", _E, say("Error value or uncalculated formula"), unread_input.formula_without_value
    ),
    Rule("L108", _N, say("File or sheet ignored"), unread_input.ignored),
    Rule("L109", _E, say("Sheet speaks of another year or month"), unread_input.other_period),
    Rule("L110", _E, say("Row of a helper sheet not understood"), unread_input.helper_row),
    Rule("P101", _E, say("Number used twice"), plan_cells.number_twice),
    Rule("P102", _W, say("Unit not written"), plan_cells.no_unit),
    Rule("P103", _E, say("Number in place of the unit"), plan_cells.number_as_unit),
    Rule("P104", _W, say("Neither fakt nor plan written"), plan_cells.neither_fakt_nor_reja),
    Rule("P105", _W, say("Fakt without a plan"), plan_cells.fakt_without_reja),
    Rule("P106", _E, say("Quantity not understood"), plan_cells.quantity_unclear),
    Rule("P107", _E, say("Numbers and indicators differ in count"), plan_cells.counts_differ),
    Rule("P108", _E, say("Two numbers for one indicator"), plan_cells.two_candidates),
    Rule("P109", _W, say("Number of another document not yet taken"), plan_figures.open_reference),
    Rule("P110", _N, say("Plan below last year's fakt"), plan_figures.reja_below_fakt, True),
    Rule("P111", _W, say("Another year in the text"), plan_words.stale_year),
    Rule("P112", _W, say("Ordinal differs in name and mechanism"), plan_words.ordinal_differs),
    Rule("P113", _W, say("Deadline not understood"), plan_words.schedule_unclear),
    Rule("P114", _E, say("Deadline of another year"), plan_words.schedule_of_other_year),
    Rule("P115", _W, say("Frequency and plan do not agree"), plan_words.frequency_and_plan, True),
    Rule("P116", _W, say("Responsible not recognised"), plan_words.responsible_unknown),
    Rule("P117", _W, say("One service under several names"), plan_words.service_names_differ),
    Rule("P118", _N, say("Mixed apostrophes or letters"), letters.letters_differ),
    Rule("P119", _W, say("Number stored as text"), plan_cells.number_as_text),
    Rule("P120", _N, say("Instruction of the form left in"), plan_words.instruction_left),
    Rule("P121", _E, say("Date or time in a quantity cell"), plan_cells.moment_in_quantity),
    Rule(
        "P122",
        _W,
        say("Number taken from elsewhere differs"),
        plan_figures.taken_differs,
        True,
    ),
    Rule("T101", _E, say("Parts do not sum to the total"), totals.parts_do_not_sum, True),
    Rule("T102", _E, say("Indicators do not sum to the total"), totals.stated_total_differs, True),
    Rule(
        "T103",
        _E,
        say("Running sum differs from the months"),
        running_sums.sum_differs,
        True,
    ),
    Rule("T106", _E, say("Rule not fulfilled"), staff_rules.staff_rule_broken, True),
    Rule("M101", _E, say("Month missing, a later one is filled"), months.month_missing),
    Rule("M102", _W, say("Blank in a filled sheet"), months.due_and_blank),
    Rule("M103", _E, say("Item not in the plan"), month_rows.item_unknown),
    Rule("M104", _W, say("Item of another service"), month_rows.item_of_other_service),
    Rule("M105", _E, say("One month of a service given twice"), months.month_twice),
    Rule("M106", _E, say("Not a whole number from 0 up"), month_rows.not_a_count),
    Rule("M107", _W, say("Work outside the deadline"), month_rows.work_outside_schedule),
    Rule("M109", _W, say("Unit differs from the plan's"), month_rows.unit_differs),
    Rule("M111", _W, say("Plan item without a row in the sheets"), months.item_without_row),
    Rule("M112", _E, say("Service not in the plan"), months.service_unknown),
    Rule("M113", _E, say("Row twice in one sheet"), month_rows.row_twice),
    Rule("M114", _W, say("“Yillik reja” differs from the plan"), month_rows.target_differs, True),
    Rule("S102", _W, say("Period not complete"), papers.period_incomplete),
)
_LAST = Rule(
    explanations.LAPSED,
    _W,
    say("Explanation lapsed: the value changed"),
    explanations.explanation_lapsed,
)
ALL_RULES: tuple[Rule, ...] = tuple(
    sorted((*RULES, _LAST), key=lambda rule: "LPTMS".index(rule.code[0]))
)

_CODES = frozenset(rule.code for rule in ALL_RULES)


def check(year: Year, ledger: Ledger | None, today: date) -> tuple[Finding, ...]:
    """All findings of a year, explained where they are, in the order of their places."""
    case = Case(year, ledger, today, _CODES)
    made = tuple(explanations.explained(judged(RULES, case), case))
    lapsed = explanations.explained(judged([_LAST], replace(case, made=made)), case)
    return tuple(sorted((*made, *lapsed), key=Order.of(year).key))


def answers(
    year: Year, ledger: Ledger | None, today: date, findings: Iterable[Finding]
) -> tuple[Answered, ...]:
    """All that the rules with three answers say, beside the findings that `check` has made."""
    return tuple(answered(ALL_RULES, Case(year, ledger, today, _CODES), findings))


__all__ = ["ALL_RULES", "answers", "check"]
