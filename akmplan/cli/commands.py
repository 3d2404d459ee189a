"""The commands and their options. Help is built in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from akmplan import __version__
from akmplan.cli.codes import Exit
from akmplan.cli.options import (
    common_options,
    format_option,
    known_period,
    known_periods,
    options_of,
)
from akmplan.cli.speech import Speech
from akmplan.messages import Message, say

_EXIT_CODES = say(
    "Exit codes: 0 no unexplained error · 1 at least one (documents are written as drafts) · 2 "
    "usage · 3 no usable plan · 4 nothing can be written · 5 template error · 130 Ctrl-C."
)


def command_line(language: str) -> click.Group:
    """All commands, their help in one language."""
    speech = Speech(language)
    group = click.Group(
        "akmplan",
        help=speech.text(
            say(
                "Reads the plan workbook and the monthly sheets in input/, checks every total and "
                "writes the plan and the papers into output/."
            )
        ),
        epilog=speech.text(_EXIT_CODES),
        params=[_version(speech)],
        context_settings={"help_option_names": ["--help"]},
    )
    for command in (_build, _check, _explain, _rules, _sheets, _init):
        group.add_command(command(speech))
    return group


def _version(speech: Speech) -> click.Option:
    def show(context: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(f"akmplan {__version__}")
            context.exit()

    text = speech.text(say("Show the version and exit."))
    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=text
    )


def _command(
    speech: Speech,
    name: str,
    about: Message,
    run: Callable[..., int],
    *params: click.Parameter,
) -> click.Command:
    def callback(**given: Any) -> int:
        return run(speech, options_of(given), **given)

    return click.Command(
        name,
        help=speech.text(about),
        epilog=speech.text(_EXIT_CODES),
        callback=callback,
        params=[*params, *common_options(speech)],
    )


def _build(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any, **asked: Any) -> int:
        from akmplan.cli.build_view import run_build

        return run_build(speech, options, **asked)

    return _command(
        speech,
        "build",
        say("Read, check and write all documents."),
        run,
        click.Option(
            ["--period", "periods"],
            multiple=True,
            metavar="P",
            callback=known_periods,
            help=speech.text(
                say("Only this period: 2026-03, 2026-Q1, 2026-H1, 2026 (repeatable).")
            ),
        ),
        click.Option(
            ["--recipient", "recipients"],
            multiple=True,
            metavar="R",
            help=speech.text(say("Only for this recipient: viloyat-akm, … (repeatable).")),
        ),
        click.Option(
            ["--pdf"],
            is_flag=True,
            help=speech.text(say("Also a PDF beside each Word document (LibreOffice makes it).")),
        ),
    )


def _check(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any, shape: str, all_answers: bool) -> int:
        from akmplan.cli.check_view import run_check

        return run_check(speech, options, shape, all_answers)

    about = say("Show findings only; nothing is written.")
    everything = click.Option(
        ["--all", "all_answers"],
        is_flag=True,
        help=speech.text(say("Show what holds and what cannot be judged, too.")),
    )
    return _command(speech, "check", about, run, format_option(speech), everything)


def _explain(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any, **asked: Any) -> int:
        from akmplan.cli.explain_view import run_explain

        return run_explain(speech, options, **asked)

    return _command(
        speech,
        "explain",
        say("Show where a figure comes from, to the cell. For example: IV.12 or IV.12.yangi."),
        run,
        click.Argument(["subject"], metavar="ITEM[.INDICATOR]", required=False),
        click.Option(
            ["--period"],
            metavar="P",
            callback=known_period,
            help=speech.text(say("The period (default: the year to date).")),
        ),
        click.Option(
            ["--from", "paper"],
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar="FILE",
            help=speech.text(say("A finished paper (.xlsx): its figures, and what has changed.")),
        ),
        format_option(speech),
    )


def _rules(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any) -> int:
        from akmplan.cli.rules_view import show_rules

        show_rules(speech)
        return Exit.FINE

    return _command(speech, "rules", say("List every rule and why it is there."), run)


def _sheets(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any) -> int:
        from akmplan.cli.sheets_view import run_sheets

        return run_sheets(speech, options)

    about = say("Make the monthly workbooks for every service, from the plan.")
    return _command(speech, "sheets", about, run)


def _init(speech: Speech) -> click.Command:
    def run(speech: Speech, options: Any, plan: Path) -> int:
        from akmplan.cli.init_view import run_init

        return run_init(speech, options, plan)

    return _command(
        speech,
        "init",
        say(
            "Write the helper workbook of a plan beside it: its sheets come filled with what was "
            "understood."
        ),
        run,
        click.Argument(
            ["plan"],
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar="PLAN.xlsx",
        ),
    )
