"""`sheets` on the terminal: which workbooks now lie in the input folder."""

from __future__ import annotations

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_cannot_write, show_notices
from akmplan.cli.speech import Speech
from akmplan.jobs.preparing import Options
from akmplan.jobs.sheets import lay_sheets
from akmplan.language import say
from akmplan.output import CannotWrite


def run_sheets(speech: Speech, options: Options) -> int:
    try:
        laid = lay_sheets(options)
    except CannotWrite as met:
        show_cannot_write(speech, met)
        return Exit.CANNOT_WRITE
    show_notices(speech, laid.prepared.year)
    if laid.prepared.year.plan is None:
        show_findings(speech.aside(), laid.prepared.findings)
        return code_of(laid.prepared)
    for one in laid.workbooks:
        state = say("new") if one.new else say("already there")
        speech.out(f"{one.path} ({speech.text(state)})")
    if laid.script and laid.script.new:
        speech.out(say("Start by double click: {path}", path=str(laid.script.path)))
    speech.out(say("Give each service its workbook; they fill in “Bajarildi” every month."))
    return Exit.FINE
