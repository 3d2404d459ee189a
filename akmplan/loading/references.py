"""Sheets that are read only for the numbers that the plan takes from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from akmplan.loading.account import Account
from akmplan.model import Grid, Place, Plan, SheetKind, SheetUse, position


def uses_by_plan(plan: Plan, others: Mapping[Place, Grid]) -> Iterator[tuple[Place, SheetUse]]:
    """The accounts of those of the other sheets in which a number was taken."""
    accounts: dict[Place, Account] = {}
    for place in _taken_from(plan):
        sheet = Place(place.file, place.sheet)
        if sheet not in others:
            continue
        if sheet not in accounts:
            accounts[sheet] = Account(others[sheet])
        accounts[sheet].use(others[sheet].at(*position(place.cell)))
    for sheet, account in accounts.items():
        yield sheet, account.close(SheetKind.OTHER, "other_sheet")


def _taken_from(plan: Plan) -> Iterator[Place]:
    for item in plan.items:
        for indicator in item.indicators:
            for value in (indicator.baseline, indicator.target):
                if value.source is not None:
                    yield value.source
