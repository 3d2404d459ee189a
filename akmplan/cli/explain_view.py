"""`explain` on the terminal or as JSON."""

from __future__ import annotations

import json

import click

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_notices
from akmplan.cli.speech import Speech
from akmplan.figures import Figure, Observation
from akmplan.jobs.explain import Explained, as_json, explain
from akmplan.jobs.preparing import Options
from akmplan.language import Message, say
from akmplan.layout.calendar import MONTHS, in_period
from akmplan.model import Number, State, Value, grouped

_STATES = {
    State.MISSING: say("no data"),
    State.NA: say("does not apply"),
    State.LINKED: say("to be taken from elsewhere"),
    State.UNREADABLE: say("cannot be read"),
}


def run_explain(
    speech: Speech, options: Options, subject: str, period: str | None, shape: str
) -> int:
    explained = explain(options, subject, period)
    show_notices(speech, explained.prepared.year)
    if explained.prepared.year.plan is None:
        show_findings(speech, explained.prepared.findings)
        return code_of(explained.prepared)
    if explained.figures is None:
        wrong = say("The plan has no item or indicator “{subject}”.", subject=subject)
        raise click.UsageError(speech.text(wrong))
    if shape == "json":
        click.echo(json.dumps(as_json(explained), ensure_ascii=False, indent=1))
    else:
        _show(speech, explained)
    return Exit.FINE


def _show(speech: Speech, explained: Explained) -> None:
    for figure in explained.figures or ():
        name = f", {figure.indicator.name}" if figure.indicator.name else ""
        speech.out(f"{figure.item.code} “{figure.item.title}”{name}")
        when = f"{figure.period.year}, {in_period(figure.period)}"
        unit = figure.indicator.unit or ""
        speech.out(f"{when}: {_amount(speech, figure.value, figure.state)} {unit}".rstrip(), 2)
        _show_rest(speech, figure)
        for one in figure.sources:
            speech.out(_source(speech, explained, one), indent=4)
        speech.out()


def _show_rest(speech: Speech, figure: Figure) -> None:
    to_date = _amount(speech, figure.year_to_date, figure.year_to_date_state)
    target = figure.indicator.target
    speech.out(
        say(
            "since January: {to_date}; plan of the year: {target}; reported: {done} of {due}",
            to_date=to_date,
            target=_target(speech, target),
            done=figure.done,
            due=figure.due,
        ),
        indent=2,
    )
    speech.out(say("method: {method}; sources:", method=figure.method), indent=2)


def _target(speech: Speech, target: Value) -> str:
    said = " ".join(target.text.split())
    return said or speech.text(_STATES[State.MISSING])


def _amount(speech: Speech, number: Number | None, state: State) -> str:
    if number is not None:
        return grouped(number)
    return speech.text(_STATES.get(state, Message("–")))


def _source(speech: Speech, explained: Explained, one: Observation) -> str:
    place = one.cell.place
    value = _amount(speech, one.value.reported, one.value.state)
    sha256 = explained.prepared.year.sha256(place.file)[:12]
    month = MONTHS[one.month - 1]
    where = f"{place.file}, {place.sheet}, {place.cell}"
    return f"{month}, {one.service}: {value}  [{where}; sha256 {sha256}…]"
