"""Beside which figure of a paper each finding stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akmplan.findings import Finding
from akmplan.model import PlanItem, period_from_code
from akmplan.reports.paper_table import Line
from akmplan.reports.remarks import Margin
from akmplan.reports.texts import Remark

_PLAN_COLUMNS: Final = {"title": "nomi", "unit": "birlik", "target": "reja"}


@dataclass(frozen=True, slots=True)
class PaperMargin:
    """The remarks of a paper, by item, indicator and column."""

    margin: Margin

    def at_item(self, item: PlanItem) -> tuple[Remark, ...]:
        """What concerns an item as a whole, or a cell of it that the paper does not print."""
        return tuple(
            remark
            for finding, remark in self.margin.listed
            if finding.hit.item == item.code and _column(finding, item) is None
        )

    def at(self, line: Line, column: str) -> tuple[Remark, ...]:
        """What is to be said beside one cell."""
        return tuple(
            remark
            for finding, remark in self.margin.listed
            if _is_of(finding, line) and _column_in(finding, line) == column
        )


def _is_of(finding: Finding, line: Line) -> bool:
    name = finding.hit.indicator
    return finding.hit.item == line.item.code and name in (None, line.figure.indicator.name)


def _column_in(finding: Finding, line: Line) -> str | None:
    """A finding of a month before the period concerns only what was done since January."""
    column = _column(finding, line.item)
    period = period_from_code(finding.hit.period or "")
    earlier = period is not None and period.last_month < line.figure.period.months[0]
    return "yil_boshidan" if column == "davrda" and earlier else column


def _column(finding: Finding, item: PlanItem) -> str | None:
    for name, column in _PLAN_COLUMNS.items():
        if finding.place == getattr(item.cells, name).place:
            return column
    return "davrda" if finding.hit.period else None
