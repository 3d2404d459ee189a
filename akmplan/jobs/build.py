"""`akmplan build`: reads, checks, writes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from akmplan.figures import Ledger
from akmplan.jobs.preparing import Options, Prepared, prepare
from akmplan.jobs.wrong_use import refuse_other_years, refuse_output_within_input, refuse_unknown
from akmplan.model import Plan
from akmplan.output import Outcome, publish, refuse_unwritable
from akmplan.reports import TemplateFault, check_templates, choose_templates, documents
from akmplan.reports.brief import Brief
from akmplan.submissions import Gap, Paper, months_missing, papers_owed, papers_with_figures


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `outcome` is None where nothing could be built."""

    prepared: Prepared
    template_faults: tuple[TemplateFault, ...] = ()
    outcome: Outcome | None = None
    drafts: tuple[str, ...] = ()
    missing: tuple[Gap, ...] = ()


def build(options: Options, periods: Sequence[str], recipients: Sequence[str]) -> Built:
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
    faults = tuple(check_templates(templates))
    if faults:
        refuse_unwritable(options.output)
        return Built(prepared, faults)
    wanted = _wanted(plan, ledger, periods, recipients)
    where = _input_seen_from_output(options)
    brief = Brief(prepared.year, plan, ledger, prepared.findings, wanted, options.today, where)
    whole = not periods and not recipients
    outcome = publish(options.output, list(documents(brief, templates)), full=whole)
    missing = months_missing(ledger, options.today)
    return Built(prepared, (), outcome, _drafts(brief), missing)


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


def _drafts(brief: Brief) -> tuple[str, ...]:
    """The documents that are drafts: of each paper the table and the letter."""
    papers = (paper.name for paper in brief.papers if brief.is_draft(paper))
    pairs = tuple(f"{name}{ending}" for name in papers for ending in (".xlsx", ".docx"))
    plan = (f"ish-reja-{brief.plan.year}.docx",) if brief.plan_is_draft() else ()
    return (*plan, *pairs)
