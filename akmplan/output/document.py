"""What goes into the output folder, and what comes of it."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document. `sources`: what went in, input file to sha256; `draft`: it says so;
    `day`: what its properties give as its date, the same on whatever day it is made."""

    name: str  # relative to the output folder, with "/"
    content: bytes
    sources: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that are listed together, as those of one year.

    `full`: they are all that the batch has, so that what is listed beside them is stale.
    `removes`: stale documents go; else they are kept and named.
    """

    name: str
    documents: Sequence[Document]
    full: bool = True
    removes: bool = True


Beside = tuple[str, str | None]  # a document, and the file with its new bytes that stands beside it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did to the output folder."""

    written: tuple[str, ...] = ()  # all documents of this run that are in place
    unchanged: tuple[str, ...] = ()  # those of them whose bytes were there already
    edited: tuple[Beside, ...] = ()  # changed by hand, so left as they are
    open: tuple[Beside, ...] = ()  # held open elsewhere
    beside: tuple[str, ...] = ()  # every file with new bytes that stands beside a document
    removed: tuple[str, ...] = ()  # stale papers
    kept: tuple[str, ...] = ()  # no longer built, but changed since by somebody
    withheld: tuple[str, ...] = ()  # not built this time, and not removed either
    not_removed: tuple[str, ...] = ()  # no longer built, held open: the next run tries again
    finished_earlier: tuple[str, ...] = ()  # put in place for an interrupted run

    def place_of(self, name: str) -> str:
        """Where the new bytes of a document are: the document itself, or the file beside it."""
        return dict((*self.edited, *self.open)).get(name) or name


class Reason(StrEnum):
    """Why nothing can be written."""

    BUSY = "busy"  # another run has been writing for too long
    NOT_A_FOLDER = "not a folder"  # something else stands where a folder has to be
    NO_PERMISSION = "no permission"
    READ_ONLY = "read-only"
    DISK_FULL = "disk full"
    OTHER = "other"


class CannotWrite(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """The set could not be written. What stands in the output folder is whole, old or new."""

    def __init__(self, path: Path, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{path}: {detail or reason}")
        self.path = path
        self.reason = reason
        self.detail = detail

    @classmethod
    def because_of(cls, error: OSError, folder: Path) -> CannotWrite:
        place = error.filename2 or error.filename
        path = Path(place) if isinstance(place, str) else folder
        return cls(path, reason_of(error), error.strerror or str(error))


def reason_of(error: OSError) -> Reason:
    if isinstance(error, NotADirectoryError | FileExistsError):
        return Reason.NOT_A_FOLDER
    if error.errno == errno.EROFS:
        return Reason.READ_ONLY
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Reason.DISK_FULL
    return Reason.NO_PERMISSION if isinstance(error, PermissionError) else Reason.OTHER
