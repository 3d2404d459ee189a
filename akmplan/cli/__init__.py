"""The command line: parses, prints, exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from akmplan.cli.codes import Exit
from akmplan.cli.commands import command_line
from akmplan.cli.speech import CannotPrint, Speech, speak_click, use_utf8
from akmplan.jobs.wrong_use import WrongUse
from akmplan.messages import LANGUAGES, Message, say

__all__ = ["run"]


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code. No traceback without `--debug`."""
    use_utf8()
    language = _language(arguments)
    speak_click(language)
    speech = Speech(language)
    try:
        code = command_line(language).main(
            list(arguments), prog_name="akmplan", standalone_mode=False
        )
    except click.exceptions.Exit as fault:
        return fault.exit_code
    except click.UsageError as fault:
        fault.show()
        return Exit.USAGE
    except WrongUse as fault:
        speech.err(fault.message)
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        speech.err(say("Stopped."))
        return Exit.STOPPED
    except CannotPrint as fault:
        return _unheard(speech, fault)
    except Exception as fault:
        if "--debug" in arguments:
            raise
        speech.err(_unforeseen(fault))
        return Exit.CANNOT_WRITE
    return int(code or 0)


def _unheard(speech: Speech, met: CannotPrint) -> Exit:
    """What stands in a buffer would be tried, and complained of, once more at the end."""
    with suppress(OSError):  # a stream that is no file keeps nothing back
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(CannotPrint):
        speech.err(
            say(
                "The results cannot be printed where they were sent to ({detail}). Free some "
                "space there, or let them go to the screen.",
                detail=str(met),
            )
        )
    return Exit.CANNOT_WRITE


def _language(arguments: Sequence[str]) -> str:
    """The language must be known before anything is parsed, help included."""
    for before, argument in zip(("", *arguments), arguments, strict=False):
        chosen = argument if before == "--lang" else argument.removeprefix("--lang=")
        if chosen in LANGUAGES:
            return chosen
    return LANGUAGES[0]


def _unforeseen(met: Exception) -> Message:
    return say(
        "Something unforeseen happened ({kind}: {text}). Nothing was lost. Run again with --debug "
        "and send what is printed to those who look after akmplan.",
        kind=type(met).__name__,
        text=str(met)[:200],
    )
