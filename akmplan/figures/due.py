"""Due months: in which spans of the year an indicator is asked for, and when each is due."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.model import Indicator, PlanItem
from akmplan.words.recipients import times_a_year
from akmplan.words.units import counts_documents


@dataclass(frozen=True, slots=True)
class DueSpan:
    """An entry in any of `months` answers; it is due in the last of them."""

    months: tuple[int, ...]

    @property
    def due(self) -> int:
        return self.months[-1]


def due_spans(item: PlanItem, indicator: Indicator) -> tuple[DueSpan, ...]:
    """The spans of one year in which the indicator is asked for."""
    months = sorted(item.schedule.months)
    length = 12 // _times_asked(item, indicator)
    spans = (
        tuple(month for month in months if first <= month < first + length)
        for first in range(1, 13, length)
    )
    return tuple(DueSpan(span) for span in spans if span)


def _times_asked(item: PlanItem, indicator: Indicator) -> int:
    """How often a year: as the schedule or the plan says, never more seldom than it is owed."""
    owed = max((times_a_year(owing.span) for owing in item.obligations), default=1)
    return max(_own_times(item, indicator), owed)


def _own_times(item: PlanItem, indicator: Indicator) -> int:
    said = item.schedule.times
    if said is not None:
        return said if 12 % said == 0 else 12
    target = indicator.target.reported
    if target is not None and target in (2, 4) and counts_documents(indicator.unit):
        return int(target)
    return 1 if target == 1 else 12
