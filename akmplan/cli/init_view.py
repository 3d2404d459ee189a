"""`init` on the terminal: where the helper workbook lies, what is in it, and what comes next."""

from __future__ import annotations

from pathlib import Path

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_cannot_write, show_notices
from akmplan.cli.sheets_view import show_laid, show_script
from akmplan.cli.speech import Speech
from akmplan.jobs.init import Started, start_from_plan
from akmplan.jobs.prepared_year import Options
from akmplan.messages import say
from akmplan.output import CannotWrite


def run_init(speech: Speech, options: Options, path: Path) -> int:
    try:
        started = start_from_plan(options, path)
    except CannotWrite as fault:
        show_cannot_write(speech, fault)
        return Exit.CANNOT_WRITE
    if started.prepared.year.plan is None:
        show_findings(speech.aside(), started.prepared.findings)
        return code_of(started.prepared)
    show_notices(speech, started.prepared.year)
    if started.other_plans:
        _show_other_plans(speech, options, started, path)
        return Exit.FINE
    show_laid(speech, started.plan)
    _show_workbook(speech, started)
    show_script(speech, started.script)
    return Exit.FINE


def _show_other_plans(speech: Speech, options: Options, started: Started, path: Path) -> None:
    """What is understood of one plan would win over what the other says."""
    speech.out(
        say(
            "The input folder (“{folder}”) holds another file for {year} already: {files}. Nothing "
            "was made of “{file}”: compare the two, keep the right one in the input folder and run "
            "again with it.",
            folder=str(options.input),
            year=str(started.prepared.year.year),
            files=started.other_plans,
            file=path.name,
        )
    )


def _show_workbook(speech: Speech, started: Started) -> None:
    if started.workbook is None:
        speech.out(say("All helper sheets are there already: nothing to do."))
        return
    show_laid(speech, started.workbook)
    speech.out(say("Helper sheets in it: {names}.", names=", ".join(started.added)))
    if started.beside:
        speech.out(
            say(
                "{files} stands in the input folder already and was not changed. Move the new "
                "sheets into it, or put the new workbook beside it under another name.",
                files=started.beside,
            )
        )
    speech.out(
        say(
            "Look it through, correct it, and take (?) away where the name is right; then run "
            "akmplan build."
        )
    )
