"""`explain` on the terminal or as JSON: today's figures, or those of a finished paper."""

from __future__ import annotations

from pathlib import Path

import click

from akmplan.checks.l_reading.reading_words import FILE_FAULTS
from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.figure_view import show_changes, show_figure
from akmplan.cli.findings_view import show_findings
from akmplan.cli.json_output import print_json
from akmplan.cli.notices import show_notices
from akmplan.cli.speech import Speech
from akmplan.jobs.explain import as_json, explain
from akmplan.jobs.explain_paper import PaperExplained, explain_paper, paper_as_json
from akmplan.jobs.prepared_year import Options
from akmplan.layout.bodies import recipient
from akmplan.layout.calendar import period_with_year
from akmplan.loading import NoPaper
from akmplan.messages import Message, say
from akmplan.workbooks import UnreadableFile


def run_explain(
    speech: Speech,
    options: Options,
    subject: str | None,
    period: str | None,
    paper: Path | None,
    shape: str,
) -> int:
    """Asked of a paper, the figures are those that stand in it."""
    if paper is not None:
        return _run_of_paper(speech, options, subject, period, paper, shape)
    if subject is None:
        wrong = say("Say which figure: an item such as IV.12 or IV.12.yangi, or --from FILE.")
        raise click.UsageError(speech.text(wrong))
    explained = explain(options, subject, period)
    show_notices(speech, explained.prepared.year)
    if explained.prepared.year.plan is None:
        show_findings(speech.aside(), explained.prepared.findings)
        return code_of(explained.prepared)
    if explained.figures is None or explained.period is None:
        wrong = say("The plan has no item or indicator “{subject}”.", subject=subject)
        raise click.UsageError(speech.text(wrong))
    if shape == "json":
        print_json(as_json(explained))
        return Exit.FINE
    for figure in explained.figures:
        show_figure(speech, figure, explained.period)
    return Exit.FINE


def _run_of_paper(
    speech: Speech,
    options: Options,
    subject: str | None,
    period: str | None,
    path: Path,
    shape: str,
) -> int:
    explained = _explained(speech, options, subject, path)
    own = explained.paper.period
    if period not in (None, own.code) or options.year not in (None, own.year):
        wrong = say("“{file}” is a paper for {period}.", file=path.as_posix(), period=own.code)
        raise click.UsageError(speech.text(wrong))
    if explained.figures is None:
        wrong = say(
            "“{file}” has no item or indicator “{subject}”.", file=path.as_posix(), subject=subject
        )
        raise click.UsageError(speech.text(wrong))
    show_notices(speech, explained.prepared.year)
    _show_other_centre(speech, explained)
    if shape == "json":
        print_json(paper_as_json(explained))
    else:
        _show_paper(speech, explained, path)
    if explained.prepared.ledger is None:
        year = str(explained.prepared.year.year)
        speech.err(say("No plan for {year} is here: nothing can be compared.", year=year))
        return Exit.NO_PLAN
    return Exit.FINE


def _explained(speech: Speech, options: Options, subject: str | None, path: Path) -> PaperExplained:
    if path.suffix.lower() == ".docx":
        table = path.with_suffix(".xlsx").as_posix()
        wrong = say(
            "“{file}” is a letter. Name the table beside it: {table}",
            file=path.as_posix(),
            table=table,
        )
        raise click.UsageError(speech.text(wrong))
    try:
        return explain_paper(options, subject, path)
    except UnreadableFile as fault:
        said = FILE_FAULTS[fault.reason.value].text
        wrong = Message(said, {"file": path.as_posix(), "detail": fault.detail})
        raise click.UsageError(speech.text(wrong)) from fault
    except NoPaper as fault:
        raise click.UsageError(speech.text(fault.message)) from fault


def _show_paper(speech: Speech, explained: PaperExplained, path: Path) -> None:
    paper = explained.paper
    state = say("draft (LOYIHA)") if paper.draft else say("final")
    head = f"{period_with_year(paper.period)}, {recipient(paper.recipient).name}"
    speech.out(f"{path.as_posix()}: {head}, {speech.text(state)}")
    speech.out()
    for figure in explained.figures or ():
        about = (figure.item, figure.indicator)
        changed = [
            change for change in explained.changes if (change.item, change.indicator) == about
        ]
        show_figure(speech, figure, paper.period, changed)
    if explained.prepared.ledger is not None:
        show_changes(speech, explained.changes)


def _show_other_centre(speech: Speech, explained: PaperExplained) -> None:
    plan, centre = explained.prepared.year.plan, explained.paper.centre
    if plan and plan.centre != centre:
        other = say(
            "The paper is of “{centre}”, the plan here of “{here}”: what has changed is compared "
            "with the plan here.",
            centre=centre,
            here=plan.centre,
        )
        speech.err(other)
