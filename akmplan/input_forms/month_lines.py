"""The rows of a service's monthly workbook, as the plan wants them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akmplan.model import Indicator, Number, Plan, PlanItem, Service, State, Value

PAIR_NAMES: Final = frozenset({"a", "b"})
PAIR_NOTE: Final = "a – rejadagi birinchi son, b – ikkinchisi."


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    item: PlanItem
    indicator: Indicator

    @property
    def name(self) -> str:
        return self.indicator.name or self.item.title

    @property
    def is_of_a_pair(self) -> bool:
        return self.indicator.name in PAIR_NAMES

    @property
    def note(self) -> str:
        """What the name alone leaves unsaid; nothing where it is the item's own title."""
        if self.indicator.name is None:
            return ""
        title = f"{self.item.code}. {self.item.title}"
        return f"{title}\n{PAIR_NOTE}" if self.is_of_a_pair else title

    @property
    def unit(self) -> str:
        return self.indicator.unit or ""

    @property
    def target(self) -> Number | str:
        """What stands in `Yillik reja`: a number, else the plan's words."""
        return target_shown(self.indicator.target)


def lines_of(plan: Plan, service: Service) -> tuple[Line, ...]:
    """What the service answers for, in the plan's order."""
    return tuple(
        Line(item, indicator)
        for item in plan.items
        if service in plan.answering(item)
        for indicator in item.indicators
    )


def target_shown(target: Value) -> Number | str:
    """The plan's number as one, all else as typed, "–" as the dash that people type."""
    if target.reported is not None:
        return target.reported
    return "-" if target.state is State.NA else target.text
