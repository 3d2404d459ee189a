"""New files beside those of people: nothing that is there is ever changed, replaced or doubled."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from akmplan.output.disk import write_and_sync
from akmplan.output.document import CannotWrite


@dataclass(frozen=True, slots=True)
class Addition:
    """A file that is now there; `new` is False where it stood there already."""

    path: Path
    new: bool


def add_file(path: Path, content: bytes) -> Addition:
    """A file of that name, whole or not at all; one that is there is left as it is. Raises
    CannotWrite."""
    if os.path.lexists(path):
        return Addition(path, new=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Addition(path, new=_placed(path, content))
    except OSError as error:
        raise CannotWrite.because_of(error, path.parent) from error


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
