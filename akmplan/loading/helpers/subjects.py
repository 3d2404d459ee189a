"""The item and indicator that a row of a helper sheet speaks of."""

from __future__ import annotations

from akmplan.loading.helpers.tables import HelperRow, RowProblems
from akmplan.loading.month_row import ItemFinder
from akmplan.model import Plan, PlanItem
from akmplan.words.wording import squeeze

Subject = tuple[PlanItem, str | None]


class Subjects:
    """Finds the subjects of one sheet's rows; a row that has none, or whose subject has a row
    already, is named."""

    def __init__(self, plan: Plan, problems: RowProblems) -> None:
        self._finder = ItemFinder(plan)
        self._problems = problems
        self._seen: set[tuple[str, str | None]] = set()

    def find(self, cells: HelperRow) -> Subject | None:
        """The row's subject; an item's only indicator needs no name."""
        subject = self._named(cells)
        if subject is None:
            return None
        key = (subject[0].code, subject[1])
        if key in self._seen:
            self._problems.name(cells, "Band", "twice")
            return None
        self._seen.add(key)
        return subject

    def _named(self, cells: HelperRow) -> Subject | None:
        band, typed = cells["Band"].text, cells["Ko‘rsatkich"].text
        item = self._finder.find(band)
        if item is None:
            whole = self._finder.subject(band) if cells["Ko‘rsatkich"].is_empty else None
            if whole is None:
                self._problems.name(cells, "Band")
            return whole
        names = [indicator.name for indicator in item.indicators]
        match = [name for name in names if squeeze(name or "") == squeeze(typed)]
        if match or names == [None]:
            return item, match[0] if match else None
        self._problems.name(cells, "Ko‘rsatkich")
        return None
