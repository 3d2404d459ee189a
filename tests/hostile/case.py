"""What lies in the folder, and what must come of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from akmplan.checks.l_reading.reading_words import FILE_FAULTS
from akmplan.workbooks import Reason
from tests.hostile.good import (
    MONTH_FILE,
    PLAN_FILE,
    PLAN_SHEET,
    SPOILT_FILE,
    SPOILT_SHEET,
    good_month,
    good_plan,
)

Make = Callable[[], bytes]
Lay = Callable[[Path], None]  # is given the input folder

Figure = tuple[str, int | None]  # key in the figure's object, and its value

FINE: Final = 0
DRAFTS: Final = 1
NO_PLAN: Final = 3


@dataclass(frozen=True, slots=True)
class At:
    """A finding at its place; `says` are words that its message must hold."""

    code: str
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    says: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str | None, str | None, str | None]:
        return self.code, self.file, self.sheet, self.cell


@dataclass(frozen=True, slots=True)
class Case:
    """A folder that `lay` makes, and its outcome. Errors must be these and no others; warnings
    and notes must be among those that are made. `shows`: texts that the plan document must hold.
    """

    name: str
    lay: Lay
    code: int
    findings: tuple[At, ...] = ()
    shows: tuple[str, ...] = ()
    figure: Figure | None = None  # what `explain I.1` must say
    counts: tuple[tuple[str, int], ...] = ()  # of errors by code, where they are too many to list
    without_root: bool = False  # modes bind only those who are not the administrator

    @property
    def is_written(self) -> bool:
        return self.code != NO_PLAN

    def explaining(self, key: str, value: int | None) -> Case:
        return replace(self, figure=(key, value))

    def counting(self, *counts: tuple[str, int]) -> Case:
        return replace(self, counts=counts)


def lay_good_year(folder: Path) -> None:
    """The plan and January."""
    (folder / PLAN_FILE).write_bytes(good_plan())
    (folder / MONTH_FILE).write_bytes(good_month(1))


def beside_good_year(lay: Lay) -> Lay:
    """The good year first, then what is laid beside or over it."""

    def both(folder: Path) -> None:
        lay_good_year(folder)
        lay(folder)

    return both


def a_file(make: Make, name: str) -> Lay:
    """One file, in a folder of its own where the name says so."""

    def lay(folder: Path) -> None:
        path = os.path.join(os.fsencode(folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(make())

    return lay


def beside(
    name: str, make: Make, *findings: At, code: int = DRAFTS, file: str = SPOILT_FILE
) -> Case:
    """A file beside the good year."""
    return Case(name, beside_good_year(a_file(make, file)), code, findings)


def as_plan(
    name: str, make: Make, *findings: At, code: int = DRAFTS, shows: tuple[str, ...] = ()
) -> Case:
    """A file in the place of the good plan."""
    return Case(name, beside_good_year(a_file(make, PLAN_FILE)), code, findings, shows)


def refusal(reason: Reason, detail: str = "", file: str = SPOILT_FILE) -> At:
    """The finding of a file that is not opened, in its own words."""
    sentence = FILE_FAULTS[reason].text.replace("{file}", file)
    return At("L103", file, says=(*sentence.split("{detail}"), detail))


def refused(
    name: str, make: Make, reason: Reason, detail: str = "", file: str = SPOILT_FILE
) -> Case:
    """A file beside the good year that must not be opened; the rest is built."""
    return beside(name, make, refusal(reason, detail, file), file=file)


def refused_plan(name: str, make: Make, reason: Reason, detail: str = "") -> Case:
    """A plan that must not be opened: nothing can be built, and why is said."""
    findings = (At("L101"), refusal(reason, detail, PLAN_FILE))
    return as_plan(f"{name} (plan)", make, *findings, code=NO_PLAN)


def accepted(name: str, make: Make, file: str = SPOILT_FILE) -> Case:
    """A file that is odd and honest: nothing is found wrong with it."""
    return beside(name, make, code=FINE, file=file)


def in_plan(code: str, cell: str, *says: str) -> At:
    return At(code, PLAN_FILE, PLAN_SHEET, cell, says)


def in_month(code: str, cell: str, *says: str) -> At:
    return At(code, SPOILT_FILE, SPOILT_SHEET, cell, says)
