"""`akmplan build`: reads, checks, writes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from akmplan.figures import Ledger
from akmplan.jobs.preparing import Options, Prepared, prepare
from akmplan.jobs.wrong_use import refuse_other_years, refuse_output_within_input, refuse_unknown
from akmplan.language import Message
from akmplan.model import Plan
from akmplan.output import Outcome, publish, refuse_unwritable
from akmplan.reports import (
    TemplateFault,
    Templates,
    check_templates,
    choose_templates,
    documents,
    look_over_forms,
)
from akmplan.reports.brief import Brief
from akmplan.reports.pdf import Printed, is_word, pdf_name, pdfs_of
from akmplan.submissions import Gap, Paper, months_missing, papers_owed, papers_with_figures


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `outcome` is None where nothing could be built.

    `printed`: None where no PDFs were asked for. `outdated`: PDFs beside a newer Word document.
    """

    prepared: Prepared
    template_faults: tuple[TemplateFault, ...] = ()
    outcome: Outcome | None = None
    drafts: tuple[str, ...] = ()
    missing: tuple[Gap, ...] = ()
    notices: tuple[Message, ...] = ()
    printed: Printed | None = None
    outdated: tuple[str, ...] = ()


def build(
    options: Options, periods: Sequence[str], recipients: Sequence[str], *, pdf: bool = False
) -> Built:
    """Writes the plan and every paper that has a figure; with periods or recipients only theirs.

    Raises CannotWrite, and WrongUse where no such paper is owed or the folders are one.
    """
    refuse_output_within_input(options.input, options.output)
    prepared = prepare(options)
    plan, ledger = prepared.year.plan, prepared.ledger
    if plan is None or ledger is None:
        return Built(prepared)
    _refuse_what_nobody_is_owed(plan, periods, recipients)
    templates = choose_templates(options.templates, Path.cwd())
    forms = look_over_forms(templates, plan)
    faults = (*check_templates(templates), *forms.faults)
    if faults:
        refuse_unwritable(options.output)
        return Built(prepared, faults, notices=forms.notices)
    wanted = _wanted(plan, ledger, periods, recipients)
    where = _input_seen_from_output(options)
    findings, filled = prepared.findings, forms.forms
    brief = Brief(prepared.year, plan, ledger, findings, wanted, options.today, where, filled)
    whole = not periods and not recipients
    return replace(_written(prepared, brief, templates, pdf=pdf, full=whole), notices=forms.notices)


def _written(
    prepared: Prepared, brief: Brief, templates: Templates, *, pdf: bool, full: bool
) -> Built:
    folder = prepared.options.output
    ready = list(documents(brief, templates))
    drafts = tuple(one.name for one in ready if one.draft)
    printed = pdfs_of(ready, drafts) if pdf else None
    pdfs = printed.documents if printed else ()
    outcome = publish(folder, [*ready, *pdfs], full=full)
    draft_pdfs = {pdf_name(name) for name in drafts} & {one.name for one in pdfs}
    return Built(
        prepared,
        outcome=outcome,
        drafts=(*drafts, *sorted(draft_pdfs)),
        missing=months_missing(brief.ledger, brief.today),
        printed=printed,
        outdated=_outdated(folder, outcome),
    )


def _outdated(folder: Path, outcome: Outcome) -> tuple[str, ...]:
    """PDFs that this run neither wrote nor named, beside a Word document that is now another."""
    named = {*outcome.written, *outcome.kept, *outcome.not_removed, *dict(outcome.beside)}
    changed = (name for name in outcome.written if name not in outcome.unchanged)
    beside = (pdf_name(name) for name in changed if is_word(name))
    return tuple(name for name in beside if name not in named and (folder / name).is_file())


def _input_seen_from_output(options: Options) -> str | None:
    try:
        return PurePath(os.path.relpath(options.input, options.output)).as_posix()
    except ValueError:  # no relative path leads from one drive of Windows to another
        return None


def _refuse_what_nobody_is_owed(
    plan: Plan, periods: Sequence[str], recipients: Sequence[str]
) -> None:
    refuse_other_years(periods, plan.year)
    owed = papers_owed(plan)
    refuse_unknown(recipients, sorted({paper.recipient for paper in owed}))
    refuse_unknown(periods, dict.fromkeys(paper.period.code for paper in owed))


def _wanted(
    plan: Plan, ledger: Ledger, periods: Sequence[str], recipients: Sequence[str]
) -> tuple[Paper, ...]:
    return tuple(
        paper
        for paper in papers_with_figures(plan, ledger)
        if (not periods or paper.period.code in periods)
        and (not recipients or paper.recipient in recipients)
    )
