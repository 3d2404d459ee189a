"""What lies in the folder: workbooks, files open elsewhere, and what is passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from akmplan.workbooks.files import content_of
from akmplan.workbooks.kinds import CONTAINER_MARKS, WORKBOOK_KINDS, kind_of
from akmplan.workbooks.reasons import IgnoredReason, UnreadableFile

WORKBOOK_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods", ".xlsb"))
WORD_SUFFIXES = frozenset((".docx", ".doc", ".docm", ".dotx", ".dot", ".rtf", ".odt"))
SILENT_NAMES = frozenset(("thumbs.db", "desktop.ini"))
LOCK_MARK = "~$"
LONGEST_MARK = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A workbook to be read; `file` is its path from the folder, with `/`."""

    path: Path
    file: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file that is passed over, and why."""

    file: str
    reason: IgnoredReason


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in the folder, each kind sorted by name."""

    workbooks: tuple[Found, ...] = ()
    open_files: tuple[str, ...] = ()
    ignored: tuple[Ignored, ...] = ()


def list_files(folder: Path) -> Listing:
    """All files below the folder, told apart."""
    everything = [Found(path, path.relative_to(folder).as_posix()) for path in _walk(folder)]
    everything.sort(key=lambda found: (found.file.casefold(), found.file))
    locks = [found for found in everything if found.path.name.startswith(LOCK_MARK)]
    plain = [found for found in everything if _is_spoken_of(found.path.name)]
    reasons = [(found, _why_ignored(found.path, folder)) for found in plain]
    return Listing(
        workbooks=tuple(found for found, reason in reasons if reason is None),
        open_files=_names_of_locked(locks, plain),
        ignored=tuple(Ignored(found.file, reason) for found, reason in reasons if reason),
    )


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = [name for name in folders if name not in linked and not name.startswith(".")]
        yield from (Path(parent, name) for name in (*names, *linked))


def _is_spoken_of(name: str) -> bool:
    folded = name.casefold()
    return not (
        folded.startswith((".", LOCK_MARK)) or folded in SILENT_NAMES or folded.endswith(".tmp")
    )


def _names_of_locked(locks: list[Found], files: list[Found]) -> tuple[str, ...]:
    """Excel's lock of `A.xlsx` is `~$A.xlsx`; LibreOffice's is hidden and told by `.~lock.`."""
    named = {found.path.with_name(found.path.name.removeprefix(LOCK_MARK)) for found in locks}
    return tuple(found.file for found in files if found.path in named)


def _why_ignored(path: Path, folder: Path) -> IgnoredReason | None:
    if not _is_regular_inside(path, folder):
        return IgnoredReason.NOT_A_FILE
    suffix = path.suffix.casefold()
    if suffix in WORKBOOK_SUFFIXES or _holds_a_workbook(path):
        return None
    if suffix in WORD_SUFFIXES:
        return IgnoredReason.WORD_DOCUMENT
    return IgnoredReason.NOT_A_WORKBOOK


def _is_regular_inside(path: Path, folder: Path) -> bool:
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return False
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError, ValueError):
        return False


def _holds_a_workbook(path: Path) -> bool:
    """Only a zip or an OLE container can, so that most files are known by their first bytes."""
    try:
        with path.open("rb") as stream:
            if not stream.read(LONGEST_MARK).startswith(CONTAINER_MARKS):
                return False
        return kind_of(content_of(path)) in WORKBOOK_KINDS
    except (OSError, UnreadableFile):
        return False
