"""Workbooks and the script that people are given, beside what is theirs already."""

from __future__ import annotations

from akmplan.forms import START_SCRIPT_NAME, start_script
from akmplan.jobs.preparing import Options
from akmplan.output import Addition, Batch, Document, add_file, publish

# What takes an old one's place in the input folder is no paper of a year: no build removes it.
_BATCH = "kirish uchun"


def lay_out(options: Options, name: str, content: bytes) -> Addition:
    """A file below the output folder that is to be looked at before it takes an old one's place.
    One that people went on with stays, and the new one lies beside it. Raises CannotWrite."""
    batch = Batch(_BATCH, [Document(name, content)], full=False)
    outcome = publish(options.output, [batch], originals=options.input)
    return Addition(options.output / outcome.place_of(name), new=name not in outcome.unchanged)


def lay_script(options: Options) -> Addition:
    """The script for a double click, beside the input folder. Raises CannotWrite."""
    return add_file(options.input.resolve().parent / START_SCRIPT_NAME, start_script())
