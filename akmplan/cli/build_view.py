"""`build` on the terminal: findings, what was written, what to open first, what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.notices import show_cannot_write, show_notices, show_templates
from akmplan.cli.pdf_view import show_pdfs
from akmplan.cli.some import name_some, show_some
from akmplan.cli.speech import Speech
from akmplan.jobs.build import Built, build
from akmplan.jobs.preparing import Options
from akmplan.language import Message, quoted, say
from akmplan.layout.calendar import MONTHS
from akmplan.output import CannotWrite, Outcome

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NOT_COMPLETE = "S102"


def run_build(
    speech: Speech,
    options: Options,
    periods: Sequence[str],
    recipients: Sequence[str],
    pdf: bool,
) -> int:
    try:
        built = build(options, periods, recipients, pdf=pdf)
    except CannotWrite as met:
        show_cannot_write(speech, met)
        return Exit.CANNOT_WRITE
    show_notices(speech, built.prepared.year)
    show_findings(speech, built.prepared.findings)
    show_templates(speech, built.template_faults, built.notices)
    if built.outcome:
        speech.out()
        _show_outcome(speech, options, built, built.outcome)
        _show_missing(speech, built)
    return _code_of(built)


def _code_of(built: Built) -> Exit:
    """What was asked for and is not there is an error as much as one in the workbooks."""
    code = code_of(built.prepared, templates_fail=bool(built.template_faults))
    lacks_pdfs = built.printed is not None and bool(built.printed.missing)
    return Exit.ERRORS if code is Exit.FINE and lacks_pdfs else code


def _show_outcome(speech: Speech, options: Options, built: Built, outcome: Outcome) -> None:
    folder = options.output
    for name, written in outcome.beside:
        speech.err(
            say(
                "“{name}” is open in another program; saved as “{other}”.", name=name, other=written
            )
        )
    name_some(speech, say("Removed, because they are no longer built:"), outcome.removed)
    _show_years_left(speech, built, outcome)
    name_some(speech, say("No longer built, but changed by hand, so left alone:"), outcome.kept)
    name_some(
        speech,
        say("No longer built, but open in another program; the next run removes them:"),
        outcome.not_removed,
    )
    show_pdfs(speech, built.printed, built.outdated)
    speech.out(
        say(
            "{n} documents stand in “{folder}”; drafts (LOYIHA): {drafts}.",
            n=len(outcome.written),
            folder=str(folder),
            drafts=len(built.drafts),
        )
    )
    first = next((name for name in outcome.written if "/" not in name), None)
    if first:
        speech.out(say("Open first: {path}", path=str(folder / first)))


def _show_years_left(speech: Speech, built: Built, outcome: Outcome) -> None:
    """A run is about one year; what another year's runs wrote comes back with that year."""
    own = str(built.prepared.year.year)
    named = {match[0] for name in outcome.removed if (match := _YEAR.search(name))}
    for year in sorted(named - {own}):
        speech.out(
            say(
                "This run was for {own}. “akmplan build --year {year}” writes those of {year} "
                "again.",
                own=own,
                year=year,
            )
        )


def _show_missing(speech: Speech, built: Built) -> None:
    if not built.prepared.year.months:
        speech.out(say("There are no monthly sheets yet. “akmplan sheets” makes them."))
        return
    if not built.missing:
        speech.out(_all_handed_in(built))
        return
    speech.out(say("Not handed in yet:"))
    by_service: dict[str, list[str]] = {}
    for gap in built.missing:
        by_service.setdefault(gap.service.name, []).append(MONTHS[gap.month - 1])
    lines = [f"{quoted(name)} – {', '.join(months)}" for name, months in by_service.items()]
    show_some(speech, lines)


def _all_handed_in(built: Built) -> Message:
    """A sheet may be there and what is due in it blank."""
    open_papers = (one for one in built.prepared.findings if one.code == _NOT_COMPLETE)
    if any(not one.explanation for one in open_papers):
        return say(
            "There is a sheet of every service for every month that is over; what is still blank "
            "in them is named above ({code}).",
            code=_NOT_COMPLETE,
        )
    return say("Every service has handed in every month that is over.")
