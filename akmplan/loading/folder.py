"""An input folder, opened: every file once, every sheet known once, whatever the years in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from akmplan.loading.known_sheets import KnownSheet, known_sheets
from akmplan.model import InputFile, Place, Problem, SheetKind, Trouble, Workbook
from akmplan.workbooks import Listing, UnreadableFile, list_files, read_workbook


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in it. `problems` are those of whole files, ignored or `damaged`."""

    path: Path
    listing: Listing
    workbooks: tuple[Workbook, ...] = ()
    sheets: tuple[KnownSheet, ...] = ()
    damaged: tuple[InputFile, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def why_no_plan(self) -> str:
        """A key of `checks.reading_words.NO_PLAN`, where no plan is found in it."""
        if not self.path.is_dir():
            return "no_folder"
        return "no_plan" if self.listing.workbooks else "empty"


def open_folder(path: Path) -> Folder:
    """Nothing raises, also where there is no such folder."""
    return open_listed(list_files(path) if path.is_dir() else Listing(), path)


def open_listed(listing: Listing, path: Path) -> Folder:
    """The same of workbooks that somebody has listed."""
    workbooks: list[Workbook] = []
    sheets: list[KnownSheet] = []
    problems = list(_ignored(listing))
    damaged: list[InputFile] = []
    for found in listing.workbooks:
        try:
            workbook = read_workbook(found.path, found.file)
            sheets.extend(known_sheets(workbook))
            workbooks.append(workbook)
        except UnreadableFile as fault:
            details = {"detail": fault.detail}
            place = Place(found.file)
            problems.append(Problem(Trouble.FILE, place, fault.reason.value, details))
            damaged.append(InputFile(found.file, "", SheetKind.UNREADABLE))
    return Folder(path, listing, tuple(workbooks), tuple(sheets), tuple(damaged), tuple(problems))


def _ignored(listing: Listing) -> Iterator[Problem]:
    for ignored in listing.ignored:
        yield Problem(Trouble.IGNORED, Place(ignored.file), ignored.reason.value)
