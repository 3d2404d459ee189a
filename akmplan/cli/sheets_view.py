"""`sheets` on the terminal: which workbooks now lie where, and what is to be done with them."""

from __future__ import annotations

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_cannot_write, show_notices
from akmplan.cli.renewal_view import show_lacking, show_renewal
from akmplan.cli.speech import Speech
from akmplan.input_forms import OtherLayout
from akmplan.jobs.prepared_year import Options
from akmplan.jobs.sheets import Laid, ServiceSheets, Standing, lay_sheets
from akmplan.messages import say
from akmplan.output import Addition, CannotWrite

_REASONS = {
    OtherLayout.FORMAT: say("it is of an older or foreign format; save it as .xlsx"),
    OtherLayout.MACROS: say("it holds macros"),
    OtherLayout.DRAWINGS: say("it holds charts or pictures"),
    OtherLayout.TABS: say("it has more or fewer tabs than the twelve months"),
    OtherLayout.COLUMNS: say("its lines above the table or its columns are laid out otherwise"),
    OtherLayout.SEVERAL: say("the service's months stand in several workbooks"),
    OtherLayout.SHARED: say("months of another service stand in it too"),
    OtherLayout.STRANGER: say("no month of this service for the year stands in it"),
}


def run_sheets(speech: Speech, options: Options) -> int:
    try:
        laid = lay_sheets(options)
    except CannotWrite as fault:
        show_cannot_write(speech, fault)
        return Exit.CANNOT_WRITE
    show_notices(speech, laid.prepared.year)
    if laid.prepared.year.plan is None:
        show_findings(speech.aside(), laid.prepared.findings)
        return code_of(laid.prepared)
    _show(speech, laid)
    return Exit.FINE


def _show(speech: Speech, laid: Laid) -> None:
    if laid.is_up_to_date:
        speech.out(
            say(
                "{year}: the workbooks of all services are as the plan wants them: nothing to do.",
                year=str(laid.prepared.year.year),
            )
        )
    else:
        for sheets in laid.services:
            _SHOWN[sheets.standing](speech, sheets)
    _show_strangers(speech, laid)
    show_script(speech, laid.script)
    if any(service.standing is Standing.NEW for service in laid.services):
        speech.out(say("Give each service its workbook; they fill in “Bajarildi” every month."))


def show_script(speech: Speech, script: Addition | None) -> None:
    """The script beside the input folder, where it has just been laid there."""
    if script and script.new:
        speech.out(say("Start by double click: {path}", path=str(script.path)))


def show_laid(speech: Speech, laid: Addition | None) -> None:
    """A file, and whether it was there already."""
    if laid:
        state = say("new") if laid.new else say("already there")
        speech.out(f"{laid.path} ({speech.text(state)})")


def _show_new(speech: Speech, sheets: ServiceSheets) -> None:
    show_laid(speech, sheets.laid)


def _show_up_to_date(speech: Speech, sheets: ServiceSheets) -> None:
    speech.out(say("“{file}” is as the plan wants it: nothing to do.", file=sheets.files[0]))


def _show_renewed(speech: Speech, sheets: ServiceSheets) -> None:
    show_laid(speech, sheets.laid)
    speech.out(
        say(
            "It is to take the place of “{file}”: look it through, then put it into the input "
            "folder and take the old one out. The old one was not changed.",
            file=sheets.files[0],
        ),
        indent=2,
    )
    if sheets.renewal:
        show_renewal(speech, sheets.renewal)


def _show_other_layout(speech: Speech, sheets: ServiceSheets) -> None:
    assert sheets.reason is not None
    values = {"files": sheets.files, "service": sheets.service.name}
    speech.out(
        say(
            "{files} ({service}): left as it is: {reason}.",
            reason=_REASONS[sheets.reason],
            **values,
        )
    )
    show_lacking(speech, sheets.lacking)


def _show_unsure(speech: Speech, sheets: ServiceSheets) -> None:
    speech.out(
        say(
            "{service}: nothing was made, for this file may be its workbook and cannot be read, or "
            "is open: {files}. Close or mend it, or take it out, and run again.",
            service=sheets.service.name,
            files=sheets.files,
        )
    )


def _show_strangers(speech: Speech, laid: Laid) -> None:
    for stranger in laid.strangers:
        speech.out(
            say(
                "“{file}”: the plan has no service “{service}”. If the plan calls it otherwise, "
                "write both names into one row of Xizmatlar; if it is gone, take the file out.",
                file=stranger.file,
                service=stranger.service,
            )
        )


_SHOWN = {
    Standing.NEW: _show_new,
    Standing.UP_TO_DATE: _show_up_to_date,
    Standing.RENEWED: _show_renewed,
    Standing.OTHER_LAYOUT: _show_other_layout,
    Standing.UNSURE: _show_unsure,
}
