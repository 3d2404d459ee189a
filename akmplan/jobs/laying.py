"""New files beside those of people: where one for the same purpose stands, it stays alone."""

from __future__ import annotations

import os
from pathlib import Path

from akmplan.forms import START_SCRIPT_NAME, start_script
from akmplan.jobs.preparing import Options
from akmplan.output import Addition, add_file


def lay_in(path: Path, content: bytes) -> Addition:
    """A file of that name, unless one is there: it is left as it is. Raises CannotWrite."""
    return Addition(path, new=False) if os.path.lexists(path) else add_file(path, content)


def lay_out(options: Options, name: str, content: bytes) -> Addition:
    """A file below the output folder that is to be looked at before it takes an old one's place.

    Raises CannotWrite.
    """
    return add_file(options.output / name, content)


def lay_script(options: Options) -> Addition:
    """The script for a double click, beside the input folder. Raises CannotWrite."""
    return lay_in(options.input.resolve().parent / START_SCRIPT_NAME, start_script())
