"""Beside which figure of a paper each finding stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from akmplan.documents.paper.paper_table import Line
from akmplan.documents.remarks import Margin
from akmplan.documents.word.texts import Remark
from akmplan.findings import Finding
from akmplan.model import PlanItem, period_from_code

_PLAN_COLUMNS: Final = {"title": "nomi", "unit": "birlik", "target": "reja"}

Said = tuple[tuple[Finding, Remark], ...]


@dataclass(frozen=True, slots=True)
class PaperMargin:
    """The remarks of a paper by the items that they are about."""

    by_item: Mapping[str | None, Said]

    @classmethod
    def of(cls, margin: Margin) -> PaperMargin:
        by_item: dict[str | None, list[tuple[Finding, Remark]]] = {}
        for finding, remark in margin.listed:
            by_item.setdefault(finding.hit.item, []).append((finding, remark))
        return cls({item: tuple(said) for item, said in by_item.items()})

    def at_item(self, item: PlanItem) -> tuple[Remark, ...]:
        """What concerns an item as a whole, or a cell of it that the paper does not print."""
        said = self.by_item.get(item.code, ())
        return tuple(remark for finding, remark in said if _column(finding, item) is None)

    def at(self, line: Line, column: str) -> tuple[Remark, ...]:
        """What is to be said beside one cell."""
        said = self.by_item.get(line.item.code, ())
        return tuple(
            remark
            for finding, remark in said
            if finding.hit.indicator in (None, line.figure.indicator.name)
            and _column_in(finding, line) == column
        )


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
