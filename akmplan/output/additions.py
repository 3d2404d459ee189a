"""New files beside those of others: nothing that is there is ever changed or replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from akmplan.output.disk import write_and_sync
from akmplan.output.documents import CannotWrite


@dataclass(frozen=True, slots=True)
class Addition:
    """A file that is now there; `new` is False where the same bytes stood there already."""

    path: Path
    new: bool


def add_file(path: Path, content: bytes) -> Addition:
    """Adds a file: `name.xlsx`, or `name (2).xlsx` where another one has that name.

    It is there whole or not at all. A file with the same bytes is left as it is. Raises
    CannotWrite.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _added(path, content)
    except OSError as error:
        raise CannotWrite.because_of(error, path.parent) from error


def _added(path: Path, content: bytes) -> Addition:
    for candidate in _names(path):
        if candidate.is_file() and candidate.read_bytes() == content:
            return Addition(candidate, new=False)
        if not candidate.exists() and _placed(candidate, content):
            return Addition(candidate, new=True)
    raise AssertionError  # the names never end


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _placed(path: Path, content: bytes) -> bool:
    """Written under a hidden name, then given its own; False where another file was faster."""
    draft = path.with_name(f".{path.name}.tmp")
    try:
        write_and_sync(draft, content)
        if os.name == "nt":
            os.rename(draft, path)
        else:
            os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink(missing_ok=True)
    return True
