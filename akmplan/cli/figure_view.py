"""One figure on the terminal: what it is, the cells behind it, what has changed since a paper."""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.cli.speech import Speech
from akmplan.jobs.explain_paper import Change, Changed, What
from akmplan.jobs.figure_account import ToldFigure, ToldSource
from akmplan.layout.calendar import MONTHS, of_period_with_year
from akmplan.messages import Message, say
from akmplan.model import Number, Period, Place, State, grouped

_STATES = {
    State.REPORTED: say("a number"),
    State.MISSING: say("no data"),
    State.NA: say("does not apply"),
    State.LINKED: say("to be taken from elsewhere"),
    State.UNREADABLE: say("cannot be read"),
}
_CHANGED = {
    What.ITEM: say("The plan has it no more."),
    What.TARGET: say("plan of the year: {paper} in the paper, {today} today"),
    What.VALUE: say("figure: {paper} in the paper, {today} today"),
    What.STATE: say("state: {paper} in the paper, {today} today"),
    What.MONTHS: say("reported: {paper} in the paper, {today} today"),
    What.TO_DATE: say("since January: {paper} in the paper, {today} today"),
    What.SOURCE: say("{place}: {paper} in the paper, {today} today"),
}


def show_figure(
    speech: Speech, figure: ToldFigure, period: Period, changes: Sequence[Change] = ()
) -> None:
    """Figure, plan and sources; below them what has changed."""
    name = f", {figure.indicator}" if figure.indicator else ""
    title = f" “{figure.title}”" if figure.title else ""
    speech.out(f"{figure.item}{title}{name}")
    if figure.part_of:
        speech.out(say("(part of {total})", total=figure.part_of), indent=2)
    when = of_period_with_year(period)
    amount = _amount(speech, figure.value, figure.state)
    speech.out(f"{when}: {amount} {figure.unit or ''}".rstrip(), 2)
    speech.out(
        say(
            "since January: {to_date}; plan of the year: {target}; reported: {months}",
            to_date=_amount(speech, figure.year_to_date, figure.to_date_state),
            target=_target(speech, figure),
            months=figure.months,
        ),
        indent=2,
    )
    if figure.sources:
        speech.out(say("method: {method}; sources:", method=figure.method or "–"), indent=2)
    for source in figure.sources:
        speech.out(_source(speech, source), indent=4)
    _show_changed(speech, changes)
    speech.out()


def show_changes(speech: Speech, changes: Sequence[Change]) -> None:
    """How many figures of a paper are others today."""
    figures = len({(change.item, change.indicator) for change in changes})
    if figures:
        speech.out(say("Changed since the paper was made: figures {n}.", n=figures))
    else:
        speech.out(say("Nothing has changed since the paper was made."))


def _show_changed(speech: Speech, changes: Sequence[Change]) -> None:
    if changes:
        speech.out(say("changed since the paper was made:"), indent=2)
    for change in changes:
        values = {
            "paper": _said(speech, change, change.paper),
            "today": _said(speech, change, change.today),
            "place": _where(change.place) if change.place else "",
        }
        speech.out(Message(_CHANGED[change.what].text, values), indent=4)


def _said(speech: Speech, change: Change, value: Changed) -> str:
    if value is None:
        return speech.text(say("nothing"))
    if change.what is What.STATE:
        return speech.text(_STATES[State(str(value))])
    return value if isinstance(value, str) else grouped(value)


def _target(speech: Speech, figure: ToldFigure) -> str:
    """As it is typed in the plan; a paper has only its number."""
    typed = " ".join(figure.target_text.split())
    return typed or _amount(speech, figure.target, figure.target_state)


def _amount(speech: Speech, number: Number | None, state: State) -> str:
    if number is not None:
        return grouped(number)
    return speech.text(_STATES[state])


def _source(speech: Speech, told_source: ToldSource) -> str:
    value = _amount(speech, told_source.value, told_source.state)
    checksum = f"; sha256 {told_source.sha256[:12]}…" if told_source.sha256 else ""
    if told_source.month:
        about = f"{MONTHS[told_source.month - 1]}, {told_source.service}"
    else:
        about = speech.text(say("plan of the year"))
    return f"{about}: {value}  [{_where(told_source.place)}{checksum}]"


def _where(place: Place) -> str:
    return ", ".join(part for part in (place.file, place.sheet, place.cell) if part)
