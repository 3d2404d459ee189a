"""`build` on the terminal: findings, what was written, what to open first, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from akmplan.cli.check_view import code_of
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import counts, show_findings
from akmplan.cli.folder_view import show_folder
from akmplan.cli.notices import show_cannot_write, show_notices, show_templates
from akmplan.cli.pdf_view import show_pdfs
from akmplan.cli.shortlist import show_some
from akmplan.cli.speech import Speech
from akmplan.findings import Finding
from akmplan.jobs.build import Built, build
from akmplan.jobs.prepared_year import Options
from akmplan.layout.calendar import MONTHS
from akmplan.messages import Message, quoted, say
from akmplan.output import CannotWrite, Outcome
from akmplan.papers_owed import Gap, has_ended

_NOT_COMPLETE = "S102"
_SHEETS_NOT_READ = frozenset(("L103", "L104"))


def run_build(
    speech: Speech,
    options: Options,
    periods: Sequence[str],
    recipients: Sequence[str],
    pdf: bool,
) -> int:
    def wait() -> None:
        speech.err(
            say(
                "Another run of akmplan is writing into “{folder}”. Waiting for it to end…",
                folder=str(options.output),
            )
        )

    try:
        built = build(options, periods, recipients, pdf=pdf, wait=wait)
    except CannotWrite as refusal:
        show_cannot_write(speech, refusal)
        return Exit.CANNOT_WRITE
    show_notices(speech, built.prepared.year)
    show_findings(speech, built.prepared.findings)
    _show_other_years(speech, built)
    show_templates(speech, built.template_faults, built.notices)
    if built.outcome:
        speech.out()
        _show_outcome(speech, options.output, built, built.outcome)
        _show_missing(speech, built)
    return _code_of(built)


def _code_of(built: Built) -> Exit:
    """What was asked for and is not there is an error as much as one in the workbooks."""
    code = code_of(built.prepared, templates_fail=bool(built.template_faults))
    lacks_pdfs = built.printed is not None and bool(built.printed.missing)
    return Exit.ERRORS if code is Exit.FINE and lacks_pdfs else code


def _show_other_years(speech: Speech, built: Built) -> None:
    """One line for each open year beside the run's."""
    for prepared in built.years.beside:
        year, page = prepared.year.year, built.pages.get(prepared.year.year)
        if prepared.year.plan is None:
            speech.out(say("{year}: the plan cannot be used (L102).", year=str(year)))
        elif page:
            about = {"counts": counts(prepared.findings), "page": page}
            speech.out(say("{year}: {counts} See “{page}”.", year=str(year), **about))


def _show_outcome(speech: Speech, folder: Path, built: Built, outcome: Outcome) -> None:
    show_folder(speech, outcome, built.superfluous, built.renamed)
    show_pdfs(speech, built.printed, built.outdated)
    speech.out(
        say(
            "{n} documents stand in “{folder}”; drafts (LOYIHA): {drafts}.",
            n=len(outcome.written),
            folder=str(folder),
            drafts=len(built.drafts),
        )
    )
    if outcome.edited:
        speech.out(say("Documents changed by hand, left as they are: {n}.", n=len(outcome.edited)))
    for name in list(built.pages.values())[:1]:
        path = folder / outcome.place_of(name)
        speech.out(say("Open first: {path}", path=str(path)))


def _show_missing(speech: Speech, built: Built) -> None:
    """Of the year before only who is late; of the run's year also that nobody is."""
    for prepared, gaps in built.missing:
        is_own = prepared is built.prepared
        if is_own and not prepared.year.months:
            if not _has(prepared.findings, _SHEETS_NOT_READ):
                speech.out(_no_sheets(built))
        elif gaps:
            of_year = say("Not handed in yet ({year}):", year=str(prepared.year.year))
            _show_gaps(speech, say("Not handed in yet:") if is_own else of_year, gaps)
        elif is_own and has_ended(prepared.year.year, 1, prepared.options.today):
            speech.out(_all_handed_in(prepared.findings))


def _no_sheets(built: Built) -> Message:
    if not built.years.beside:
        return say("There are no monthly sheets yet. “akmplan sheets” makes them.")
    year = str(built.prepared.year.year)
    return say(
        "There are no monthly sheets for {year} yet. “akmplan sheets” makes them.", year=year
    )


def _show_gaps(speech: Speech, heading: Message, gaps: Sequence[Gap]) -> None:
    speech.out(heading)
    by_service: dict[str, list[str]] = {}
    for gap in gaps:
        by_service.setdefault(gap.service.name, []).append(MONTHS[gap.month - 1])
    lines = [f"{quoted(name)} – {', '.join(months)}" for name, months in by_service.items()]
    show_some(speech, lines)


def _all_handed_in(findings: Sequence[Finding]) -> Message:
    """A sheet may be there and what is due in it blank."""
    if _has(findings, frozenset((_NOT_COMPLETE,))):
        return say(
            "There is a sheet of every service for every month that is over; what is still blank "
            "in them is named above ({code}).",
            code=_NOT_COMPLETE,
        )
    return say("Every service has handed in every month that is over.")


def _has(findings: Sequence[Finding], codes: frozenset[str]) -> bool:
    return any(finding.code in codes and not finding.explanation for finding in findings)
