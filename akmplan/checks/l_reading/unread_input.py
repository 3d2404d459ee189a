"""What reading met: every problem that the loaders left in the year becomes a finding here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from akmplan.checks.l_reading.explanations import unknown_rules
from akmplan.checks.l_reading.reading_words import (
    COLUMNS,
    FILE_FAULTS,
    FORMULAS,
    HELPER_ROWS,
    HIDDEN,
    IGNORED,
    NO_PLAN,
    OTHER_PERIODS,
    ROWS,
)
from akmplan.checks.t_totals.staff_rules import slips_of_staff_rules
from akmplan.checks.words import named_by
from akmplan.findings import Case, Found, Hit
from akmplan.messages import Message, joined, say
from akmplan.model import Place, Problem, Trouble
from akmplan.papers_owed import form_key


def no_plan(case: Case) -> Iterator[Hit]:
    """Without the plan's table nothing can be checked or written: its indicators, services and
    deadlines are what all else is held against."""
    for problem in _met(case, Trouble.NO_PLAN):
        yield Hit(None, _said(NO_PLAN[problem.about], problem))


def two_plans(case: Case) -> Iterator[Hit]:
    """Two plans for one year may differ, and nothing says which one was signed; none is chosen."""
    for problem in _met(case, Trouble.TWO_PLANS):
        others = _places(problem.details.get("others"))
        message = say(
            "There are two plan sheets for {year}; the other one stands in {other}. None is used. "
            "Keep one of them in the input folder and move the other one elsewhere.",
            year=str(problem.details["year"]),
            other=tuple(f"{place.file}, {place.sheet}" for place in others),
        )
        yield Hit(problem.place, message, also=tuple((place, None) for place in others))


def unreadable_file(case: Case) -> Iterator[Hit]:
    """A workbook that cannot be opened would be missing without a word."""
    for problem in _met(case, Trouble.FILE):
        yield Hit(problem.place, _said(FILE_FAULTS[problem.about], problem))


def missing_column(case: Case) -> Iterator[Hit]:
    """A column of the plan's table that is not found leaves all that it says unread."""
    for problem in _met(case, Trouble.COLUMN):
        if divided := _text(problem.details.get("divided")):
            yield Hit(problem.place, _divided_column(divided), found=divided)
            continue
        name = COLUMNS[problem.about]
        if first := _text(problem.details.get("first")):
            yield Hit(problem.place, _second_column(name, first), found=name)
            continue
        message = say(
            "The table has no column “{column}”. Add the heading “{column}” to the table's "
            "heading row.",
            column=name,
        )
        yield Hit(problem.place, message, expected=name)


def _second_column(name: str, first: str) -> Message:
    return say(
        "The table has two columns “{column}”. The one under {first} is read, this one is not. "
        "Give the one that is not meant another heading.",
        column=name,
        first=first,
    )


def _divided_column(name: str) -> Message:
    return say(
        "“{column}” stands above several columns, and none of them is said to be the whole; none "
        "is read. Head the one that is meant “Jami”.",
        column=name,
    )


def unclear_row(case: Case) -> Iterator[Hit]:
    """A row that is no item, no section and no "Shundan," holds something that nobody counts."""
    for problem in _met(case, Trouble.ROW):
        yield Hit(
            problem.place,
            _said(ROWS[problem.about], problem),
            item=_text(problem.details.get("item")),
            found=_found(problem.found) or _text(problem.details.get("name")),
        )


def hidden_figures(case: Case) -> Iterator[Hit]:
    """Hidden figures are read like all others; they are named because nobody sees them."""
    for problem in _met(case, Trouble.HIDDEN):
        found = _found(problem.found)
        yield Hit(problem.place, _said(HIDDEN[problem.about], problem), found=found)


def formula_without_value(case: Case) -> Iterator[Hit]:
    """An error value or a formula that was never calculated is no figure."""
    for problem in _met(case, Trouble.FORMULA):
        found = _found(problem.found)
        told = Message(FORMULAS[problem.about].text, {"text": found})
        item, period = (_text(problem.details.get(key)) for key in ("item", "period"))
        whose = say("{item}:", item=named_by(item, case.year.plan)) if item else None
        yield Hit(problem.place, joined(whose, told), item, period=period, found=found)


def ignored(case: Case) -> Iterator[Hit]:
    """What is not read is named, so that nobody believes that it was."""
    for problem in _met(case, Trouble.IGNORED):
        yield Hit(problem.place, _said(IGNORED[problem.about], problem))


def other_period(case: Case) -> Iterator[Hit]:
    """A sheet copied from another month or year keeps its old heading; its figures would land
    in the wrong place."""
    for problem in _met(case, Trouble.OTHER_PERIOD):
        found, expected = _found(problem.found), _found(problem.expected)
        period = _text(problem.details.get("code"))
        message = _said(OTHER_PERIODS[problem.about], problem)
        yield Hit(problem.place, message, period=period, found=found, expected=expected)


def helper_row(case: Case) -> Iterator[Hit]:
    """A row of a helper sheet that is not understood has no effect; it must not seem to have."""
    for problem in _met(case, Trouble.HELPER_ROW):
        message = _said(HELPER_ROWS[problem.about], problem)
        yield Hit(problem.place, message, found=_found(problem.found))
    for one in unknown_rules(case):
        cell = one.rule_cell
        why, column = ("overwritten", "code") if one.finding_at else ("unclear", "Qoida")
        details = {"column": column, "text": cell.text}
        yield Hit(cell.place, Message(HELPER_ROWS[why].text, details), found=cell.text)
    yield from _unknown_forms(case)
    yield from slips_of_staff_rules(case)


def _unknown_forms(case: Case) -> Iterator[Hit]:
    """Which forms there are only the templates folder says, so that it is not known in reading."""
    plan, files = case.year.plan, case.year.forms
    if plan is None or files is None:
        return
    known = {form_key(file): file for file in files}
    for form in {(form.cell.place, form.name): form for form in plan.forms}.values():
        if form_key(form.name) not in known:
            alike = get_close_matches(form_key(form.name), known, 1)
            told = Message(HELPER_ROWS["no_form"].text, {"text": form.name})
            perhaps = say("Perhaps “{name}” is meant.", name=known[alike[0]]) if alike else None
            yield Hit(form.cell.place, joined(told, perhaps), found=form.cell.text)


def _met(case: Case, trouble: Trouble) -> Iterable[Problem]:
    return (problem for problem in case.year.problems if problem.trouble is trouble)


def _said(message: Message, problem: Problem) -> Message:
    values = {
        key: str(value) if isinstance(value, int) else value
        for key, value in problem.details.items()
    }
    seen = {"found": str(problem.found), "expected": str(problem.expected)}
    file = problem.place.file or values.get("file", "")
    return Message(message.text, {**values, **seen, "file": file})


def _places(value: object) -> tuple[Place, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(place for place in value if isinstance(place, Place))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _found(value: object) -> Found:
    return value if isinstance(value, int | str) else None
