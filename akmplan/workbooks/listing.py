"""What lies in the folder: workbooks, files open elsewhere, and what is passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from akmplan.office.refusals import UnreadableFile
from akmplan.workbooks.files import content_of
from akmplan.workbooks.kinds import CONTAINER_MARKS, WORKBOOK_KINDS, kind_of

WORKBOOK_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods", ".xlsb"))
WORD_SUFFIXES = frozenset((".docx", ".doc", ".docm", ".dotx", ".dot", ".rtf", ".odt"))
SILENT_NAMES = frozenset(("thumbs.db", "desktop.ini"))
LOCKS = (("~$", ""), (".~lock.", "#"))  # of Excel, of LibreOffice: before and after the name
LONGEST_MARK = 8


class IgnoredReason(StrEnum):
    """Why a file of the folder is passed over."""

    WORD_DOCUMENT = "word_document"
    NOT_A_WORKBOOK = "not_a_workbook"
    NOT_A_FILE = "not_a_file"


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
    paths = list(_walk(folder))
    spoken_of = [path for path in paths if _is_spoken_of(path.name)]
    found = [Found(path, _name_of(path, folder)) for path in spoken_of]
    found.sort(key=lambda entry: (entry.file.casefold(), entry.file))
    reasons = [(entry, _why_ignored(entry.path, folder)) for entry in found]
    workbooks = tuple(entry for entry, reason in reasons if reason is None)
    locked = {path for lock in paths for path in _locked_by(lock)}
    return Listing(
        workbooks=workbooks,
        open_files=tuple(entry.file for entry in workbooks if entry.path in locked),
        ignored=tuple(Ignored(entry.file, reason) for entry, reason in reasons if reason),
    )


def _walk(folder: Path) -> Iterator[Path]:
    """Files, and the folders that are not entered: those that lead elsewhere or are shut."""
    shut: list[Path] = []
    root = folder.resolve()
    for parent, folders, names in os.walk(
        folder, onerror=lambda fault: shut.append(Path(fault.filename))
    ):
        entered = [name for name in folders if not name.startswith(".")]
        foreign = [name for name in entered if not _is_in_its_place(parent, name, folder, root)]
        folders[:] = [name for name in entered if name not in foreign]
        yield from (Path(parent, name) for name in (*names, *foreign))
    yield from (path for path in shut if path != folder)


def _is_in_its_place(parent: str, name: str, folder: Path, root: Path) -> bool:
    """A link or a Windows junction resolves to another place than where it stands."""
    path = Path(parent, name)
    try:
        return path.resolve() == root / path.relative_to(folder)
    except (OSError, RuntimeError):
        return False


def _name_of(path: Path, folder: Path) -> str:
    """The name with `/`, in letters that can be printed."""
    name = path.relative_to(folder).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_spoken_of(name: str) -> bool:
    folded = name.casefold()
    return not (folded.startswith((".", "~$")) or folded in SILENT_NAMES or folded.endswith(".tmp"))


def _locked_by(lock: Path) -> Iterator[Path]:
    for before, after in LOCKS:
        if lock.name.startswith(before) and lock.name.endswith(after):
            yield lock.with_name(lock.name.removeprefix(before).removesuffix(after) or "_")


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
