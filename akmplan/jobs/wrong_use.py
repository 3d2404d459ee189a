"""What was asked for, held against what the year has."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from akmplan.messages import Message, say


class WrongUse(Exception):  # noqa: N818 - it names what was met, not a fault of ours
    """What was asked for is not there to be had; `message` says what is."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def refuse_output_within_input(source: Path, target: Path) -> None:
    """No document is ever written under the input folder. Raises WrongUse."""
    if _is_within(target, source):
        raise _within_input(target)


def refuse_documents_within_input(source: Path, target: Path, names: Iterable[str]) -> None:
    """The same of documents of the output folder: the input folder may lie in it. Raises
    WrongUse."""
    if any(_is_within(target / name, source) for name in names):
        raise _within_input(source)


def _is_within(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _within_input(named: Path) -> WrongUse:
    return WrongUse(
        say(
            "The documents would be written into the input folder (“{folder}”). Choose another "
            "folder with --output.",
            folder=str(named),
        )
    )


def refuse_other_years(periods: Iterable[str], year: int) -> None:
    """One year a run. Raises WrongUse for the code of a period of another."""
    for code in periods:
        if code[:4] != str(year):
            raise WrongUse(
                say(
                    "Period {code} is of another year than the plan, {year}. Choose the year with "
                    "--year.",
                    code=code,
                    year=str(year),
                )
            )


def refuse_unknown(asked: Iterable[str], known: Iterable[str]) -> None:
    """Raises WrongUse for the first that is not among those for which a paper is owed."""
    listed = tuple(known)
    for one in asked:
        if one not in listed:
            raise WrongUse(
                say(
                    "No paper is owed for “{asked}”. There are: {known}.",
                    asked=one,
                    known=listed or "–",
                )
            )
