"""One year, as it was read: plan, months, explanations, and all that could not be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from akmplan.model.cells import Cell, Place
from akmplan.model.helpers import StaffRule
from akmplan.model.months import MonthSheet
from akmplan.model.plan import Plan


class SheetKind(StrEnum):
    PLAN = "plan"
    HELPER = "helper"
    MONTH = "month"
    SUBMISSION = "submission"
    FINDINGS = "findings"
    OTHER = "other"
    UNREADABLE = "unreadable"


class Trouble(StrEnum):
    """What reading met; `checks.reading` makes a finding of each."""

    NO_PLAN = "no_plan"
    TWO_PLANS = "two_plans"
    FILE = "file"
    COLUMN = "column"
    ROW = "row"
    HIDDEN = "hidden"
    FORMULA = "formula"
    IGNORED = "ignored"
    OTHER_PERIOD = "other_period"
    HELPER_ROW = "helper_row"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read as it stands. `about` names its variant or details."""

    trouble: Trouble
    place: Place
    about: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    found: object = None
    expected: object = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A non-empty cell that nothing used, and why (a key of `language.REASONS`)."""

    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class SheetUse:
    """The account of one sheet: `cells` = `used` + the cells set aside."""

    name: str
    kind: SheetKind
    cells: int
    used: int
    set_aside: Collection[SetAside] = ()


@dataclass(frozen=True, slots=True)
class InputFile:
    file: str
    sha256: str
    kind: SheetKind
    sheets: tuple[SheetUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a finding may stand, as long as `value` is what it was: a row of `Izohlar`, or of a
    workbook of findings, which says where the finding stood (`finding_at`; no file: nowhere)."""

    place: Place
    item: str | None
    indicator: str | None
    rule: str
    period: str | None
    value: str
    value_cell: Cell
    text: str
    rule_cell: Cell
    who: str = ""
    date: str = ""
    finding_at: Place | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """All that a run knows. `plan` is None where there is none to use."""

    year: int
    plan: Plan | None
    months: tuple[MonthSheet, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    rules: tuple[StaffRule, ...] = ()
    inputs: tuple[InputFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    open_files: tuple[str, ...] = ()  # workbooks that lie open in Excel
    converted: tuple[str, ...] = ()  # workbooks of an older or foreign format
    forms: tuple[str, ...] | None = None  # files of the templates folder, where it was looked at

    def sha256(self, file: str) -> str:
        return next((one.sha256 for one in self.inputs if one.file == file), "")


@dataclass(frozen=True, slots=True)
class Years:
    """The year of a run, and those beside it of which a plan is there.

    `before` has everything of its year, as a run of that year would. `after` has its plan and its
    helper sheets only: no months, and no problems but theirs. The plan of either is None where
    two are there and none is chosen. `usual`: the year that a run is about where none is wanted.
    """

    run: Year
    before: Year | None
    after: Year | None
    usual: int
