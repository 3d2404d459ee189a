"""`init` on the terminal: where the new plan workbook lies, and what was added to it."""

from __future__ import annotations

from pathlib import Path

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_cannot_write, show_notices
from akmplan.cli.speech import Speech
from akmplan.jobs.init import Started, start_from_plan
from akmplan.jobs.preparing import Options
from akmplan.language import say
from akmplan.output import CannotWrite


def run_init(speech: Speech, options: Options, path: Path) -> int:
    try:
        started = start_from_plan(options, path)
    except CannotWrite as met:
        show_cannot_write(speech, met)
        return Exit.CANNOT_WRITE
    if started.prepared.year.plan is None:
        show_findings(speech.aside(), started.prepared.findings)
        return code_of(started.prepared)
    if not started.extendable:
        show_notices(speech, started.prepared.year)
        speech.err(
            say(
                "Sheets cannot be added to “{file}” as it is. Open it in Excel, save it as an "
                "Excel workbook (.xlsx) and run again.",
                file=path.name,
            )
        )
        return Exit.NO_PLAN
    _show(speech, options, path, started)
    return Exit.FINE


def _show(speech: Speech, options: Options, path: Path, started: Started) -> None:
    if started.copy is None:
        speech.out(say("All helper sheets are there already; nothing was written."))
        return
    state = say("new") if started.copy.new else say("already there")
    speech.out(f"{started.copy.path} ({speech.text(state)})")
    speech.out(say("Helper sheets added: {names}.", names=", ".join(started.added)))
    if started.holds_plan:
        speech.out(
            say(
                "“{folder}” already holds a plan for {year}, so the new workbook does not lie "
                "there. Look it through, put it there, and take the old one ({old}) out: of two "
                "plans for one year none is read.",
                folder=str(options.input),
                year=str(started.prepared.year.year),
                old=path.as_posix(),
            )
        )
    else:
        speech.out(say("Look the new sheets through and correct them, then run akmplan build."))
