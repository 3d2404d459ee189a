"""Workbooks and the script that people are given, beside what is theirs already."""

from __future__ import annotations

from collections.abc import Mapping

from akmplan.input_forms import START_SCRIPT_NAME, start_script
from akmplan.jobs.prepared_year import Options
from akmplan.output import Addition, Batch, Document, add_file, publish

# What takes an old one's place in the input folder is no paper of a year: no build removes it.
_BATCH = "kirish uchun"


def lay_out(
    options: Options, files: Mapping[str, bytes], batch: str, *, removes: bool = True
) -> Mapping[str, Addition]:
    """Files below the output folder, each to be looked at before it takes an old one's place. One
    that people went on with stays, and the new one lies beside it; one of the batch that is needed
    no more goes. Raises CannotWrite."""
    if not files and not options.output.is_dir():
        return {}
    documents = [Document(name, content) for name, content in files.items()]
    laid = Batch(f"{_BATCH}: {batch}", documents, removes=removes)
    outcome = publish(options.output, [laid], originals=options.input)
    stood = {*outcome.unchanged, *(name for name, beside in outcome.edited if beside is None)}
    return {
        name: Addition(options.output / outcome.place_of(name), name not in stood) for name in files
    }


def lay_script(options: Options) -> Addition:
    """The script for a double click, beside the input folder. Raises CannotWrite."""
    return add_file(options.input.resolve().parent / START_SCRIPT_NAME, start_script())
