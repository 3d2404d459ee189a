"""Files on the disk: opened once, read only, never waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.workbooks.limits import LARGEST_FILE

# Without O_NONBLOCK the opening of a pipe would wait for a writer that never comes.
READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def content_of(path: Path) -> bytes:
    """All bytes of a regular file."""
    try:
        with os.fdopen(os.open(path, READ_ONLY), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise UnreadableFile(Reason.UNKNOWN, "not a regular file")
            content = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise UnreadableFile(Reason.LOCKED, type(fault).__name__) from fault
    if len(content) > LARGEST_FILE:
        raise UnreadableFile(Reason.TOO_LARGE)
    return content
