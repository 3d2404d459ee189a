"""Who must mend a finding: the service on whose sheet it stands, or that answers for its item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.remarks import LANGUAGE
from akmplan.findings import Finding
from akmplan.messages import render
from akmplan.model import MonthSheet, Plan

Keys = frozenset[str]
_NOBODY: Final[Keys] = frozenset()


@dataclass(frozen=True, slots=True)
class Menders:
    """The keys of services by the places, items and names that findings speak of."""

    by_sheet: Mapping[tuple[str, str | None], Keys]
    by_file: Mapping[str, Keys]
    by_item: Mapping[str, Keys]
    by_name: Mapping[str, str]

    @classmethod
    def of(cls, brief: Brief) -> Menders:
        plan, months = brief.plan, brief.year.months
        return cls(
            {(month.place.file, month.place.sheet): _keys(month.service) for month in months},
            _by_file(months, plan.place.file),
            _by_item(plan),
            {service.name: service.key for service in plan.services},
        )

    def who_mend(self, finding: Finding) -> Keys:
        """A monthly sheet is mended by its own service, whatever item the finding is about."""
        place, item = finding.place, finding.hit.item
        if place is not None and (place.file, place.sheet) in self.by_sheet:
            return self.by_sheet[place.file, place.sheet]
        if place is not None and place.file in self.by_file:
            return self.by_file[place.file]
        if item is not None:
            return self.by_item.get(item, _NOBODY)
        return self._named_in(finding) if place is None else _NOBODY

    def _named_in(self, finding: Finding) -> Keys:
        """What is awaited stands nowhere yet: the message names those who owe it."""
        said = render(finding.hit.message, LANGUAGE)
        return frozenset(key for name, key in self.by_name.items() if name in said)


def _by_file(months: Iterable[MonthSheet], plan_file: str) -> Mapping[str, Keys]:
    """A workbook of one service only is its own, sheets that could not be read included."""
    services: dict[str, set[str | None]] = {}
    for sheet in months:
        services.setdefault(sheet.place.file, set()).add(sheet.service)
    services.pop(plan_file, None)
    return {file: _keys(*found) if len(found) == 1 else _NOBODY for file, found in services.items()}


def _by_item(plan: Plan) -> Mapping[str, Keys]:
    return {item.code: _keys(*(one.key for one in plan.answering(item))) for item in plan.items}


def _keys(*keys: str | None) -> Keys:
    return frozenset(key for key in keys if key is not None)
