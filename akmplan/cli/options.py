"""The options of the commands, the common ones and those that several share."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from akmplan.cli.speech import Speech
from akmplan.messages import LANGUAGES, say


def common_options(speech: Speech) -> list[click.Parameter]:
    """The options that every command accepts."""
    return [*_folders(speech), *_circumstances(speech)]


def _folders(speech: Speech) -> list[click.Parameter]:
    """Where things lie."""
    folder = click.Path(path_type=Path)
    text = speech.text
    return [
        click.Option(
            ["--input", "input_folder"],
            type=folder,
            default=Path("input"),
            metavar="DIR",
            help=text(say("Folder with the workbooks (default: input).")),
        ),
        click.Option(
            ["--output", "output_folder"],
            type=folder,
            default=Path("output"),
            metavar="DIR",
            help=text(say("Folder for the documents (default: output).")),
        ),
        click.Option(
            ["--templates"],
            type=folder,
            callback=_own_templates,
            metavar="DIR",
            help=text(say("Folder with your own templates (default: templates, where it stands).")),
        ),
    ]


def _circumstances(speech: Speech) -> list[click.Parameter]:
    """Of which year, on which day, in which language."""
    text = speech.text
    return [
        click.Option(["--year"], type=int, help=text(say("The plan's year."))),
        click.Option(
            ["--today"],
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="YYYY-MM-DD",
            help=text(say("The day to judge by (default: today).")),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            default=LANGUAGES[0],
            help=text(say("Language of messages; documents are always in Uzbek.")),
        ),
        click.Option(
            ["--debug"], is_flag=True, help=text(say("Show technical details of a failure."))
        ),
    ]


def _own_templates(
    context: click.Context, parameter: click.Parameter, given: Path | None
) -> Path | None:
    """The folder, which must be there; only the default's own name may be given without one."""
    if given is None or (given == Path("templates") and not given.exists()):
        return None
    there = click.Path(exists=True, file_okay=False)
    there.convert(given, parameter, context)
    return given


def options_of(given: dict[str, Any]) -> Any:
    """Takes the common options out of what was given."""
    from akmplan.documents import choose_templates
    from akmplan.jobs.prepared_year import Options

    moment: datetime | None = given.pop("today")
    given.pop("lang")
    given.pop("debug")
    return Options(
        given.pop("input_folder"),
        given.pop("output_folder"),
        choose_templates(given.pop("templates"), Path.cwd()),
        given.pop("year"),
        moment.date() if moment else date.today(),
    )


def format_option(speech: Speech) -> click.Option:
    return click.Option(
        ["--format", "shape"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=speech.text(say("How to print.")),
    )


def known_periods(
    context: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    from akmplan.model import period_from_code

    periods = [period_from_code(code) for code in given]
    for code, period in zip(given, periods, strict=True):
        if period is None:
            wrong = say(
                "“{code}” is no period: 2026-03, 2026-Q1, 2026-H1, 2026-M9, 2026", code=code
            )
            language = context.params.get("lang") or LANGUAGES[0]
            raise click.BadParameter(Speech(language).text(wrong), context, parameter)
    return tuple(period.code for period in periods if period)


def known_period(
    context: click.Context, parameter: click.Parameter, given: str | None
) -> str | None:
    return known_periods(context, parameter, (given,))[0] if given else None
