"""The state of a folder: names, kinds, modes, times and bytes of all that lies in it."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

State = dict[str, tuple[int, int, int, str]]


def state_of(folder: Path) -> State:
    """Everything below the folder, links not followed and pipes not opened."""
    found: State = {".": _told(folder)}
    for parent, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(parent, name)
            found[str(path.relative_to(folder))] = _told(path)
    return found


def _told(path: Path) -> tuple[int, int, int, str]:
    about = path.lstat()
    return about.st_mode, about.st_mtime_ns, about.st_size, _digest(path, about.st_mode)


def _digest(path: Path, mode: int) -> str:
    if stat.S_ISLNK(mode):
        return os.readlink(path)
    if not stat.S_ISREG(mode):
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
