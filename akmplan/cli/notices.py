"""Notices on stderr: open files, older formats, templates and folders that do not serve."""

from __future__ import annotations

from collections.abc import Iterable

from akmplan.cli.speech import Speech
from akmplan.documents import TemplateFault
from akmplan.messages import Message, say
from akmplan.model import Year
from akmplan.output import CannotWrite, Reason


def show_notices(speech: Speech, year: Year) -> None:
    """What the reader should know of the input beside the findings."""
    for name in year.open_files:
        speech.err(
            say(
                "“{file}” is open in Excel: its last changes may not be saved. Save it, close it "
                "and run again.",
                file=name,
            )
        )
    for name in year.converted:
        speech.err(
            say(
                "“{file}” is of an older or foreign format: only its values are read. Save it as "
                "an Excel workbook (.xlsx).",
                file=name,
            )
        )


def show_templates(
    speech: Speech, faults: Iterable[TemplateFault], notices: Iterable[Message]
) -> None:
    """What is wrong with the templates, and what lies beside them."""
    for fault in faults:
        speech.err(fault.message)
    for notice in notices:
        speech.err(notice)


_REASONS = {
    Reason.BUSY: say("another run of akmplan has been writing there for ten minutes; close it"),
    Reason.NOT_A_FOLDER: say("a file stands where a folder is needed; move it elsewhere"),
    Reason.NO_PERMISSION: say("you may not write there; choose another folder with --output"),
    Reason.READ_ONLY: say("the disk is read-only; choose another folder with --output"),
    Reason.DISK_FULL: say("the disk is full; free some space and run again"),
}


def show_cannot_write(speech: Speech, met: CannotWrite) -> None:
    reason = _REASONS.get(met.reason, Message("{detail}", {"detail": met.detail}))
    speech.err(say("“{path}” cannot be written: {reason}.", path=str(met.path), reason=reason))
