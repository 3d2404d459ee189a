"""Asks the witness process, within its time, and takes down what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.workbooks.limits import LONGEST_TESTIMONY, MEMORY_OF_WITNESS, SECONDS_OF_WITNESS

WITNESS = Path(__file__).with_name("witness.py")
READY = b'{"ready": true}'


def witnessed(content: bytes) -> Iterator[Any]:
    """What the witness says of the workbook, line by line. Its death is damage, but for one before
    it was ready: that it could not be started is never the file's fault."""
    with _paper() as notes:
        death = _hear(content, notes)
        notes.seek(0)
        if notes.readline(LONGEST_TESTIMONY).strip() != READY:
            raise UnreadableFile(Reason.NO_READER, death or "calamine")
        if death:
            raise damaged(f"calamine: {death}")
        is_whole = False
        for line in iter(lambda: notes.readline(LONGEST_TESTIMONY), b""):
            said = _understood(line)
            _refuse_as_told(said)
            is_whole = said == {"end": True}
            if not is_whole:
                yield said
        if not is_whole:
            raise damaged("calamine")


def _paper() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile("w+b")
    except OSError as fault:
        raise UnreadableFile(Reason.NO_READER, type(fault).__name__) from fault


def _hear(content: bytes, notes: IO[bytes]) -> str:
    """Writes down what the witness says; of what it died, if it did."""
    python = sys.executable or ""  # a program that Python is built into may have none
    try:
        ended = subprocess.run(
            [python, "-P", str(WITNESS), str(MEMORY_OF_WITNESS)],
            input=content,
            stdout=notes,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=SECONDS_OF_WITNESS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "time"
    except OSError as fault:
        return type(fault).__name__
    return str(ended.returncode) if ended.returncode else ""


def _environment() -> dict[str, str]:
    """The witness finds the libraries where this process found them."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}


def _understood(line: bytes) -> Any:
    if len(line) == LONGEST_TESTIMONY:
        raise UnreadableFile(Reason.TOO_LARGE, "calamine")
    try:
        return json.loads(line)
    except ValueError as fault:
        raise damaged("calamine") from fault


def _refuse_as_told(said: Any) -> None:
    if isinstance(said, dict) and "refused" in said:
        raise UnreadableFile(Reason(said["refused"]))
