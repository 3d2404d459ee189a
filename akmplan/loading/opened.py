"""A folder with all that its years share: its plans, and which year each sheet is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from akmplan.loading.folder import Folder
from akmplan.loading.helper_workbooks import HelperWorkbook, helper_workbooks
from akmplan.loading.plans import Plans, read_plans, years_of_plans
from akmplan.loading.sheet_years import DatedSheet, dated_sheets
from akmplan.model import Place


@dataclass(frozen=True, slots=True)
class Opened:
    """What is read once, however many years are wanted of it."""

    folder: Folder
    helpers: tuple[HelperWorkbook, ...]
    plans: Plans
    months: Mapping[Place, DatedSheet]

    def neighbours(self, year: int) -> frozenset[int]:
        """The years just before and after it that have a plan here: their sheets are theirs, and
        no finding of this year."""
        return self.plans.years & {year - 1, year + 1}


def opened(folder: Folder, this_year: int) -> Opened:
    """What stands in the folder; a plan that names no year is of `this_year`."""
    helpers = helper_workbooks(folder.sheets, years_of_plans(folder.sheets, this_year))
    plans = read_plans(folder.sheets, helpers, this_year)
    return Opened(folder, helpers, plans, dated_sheets(folder.sheets, plans))
