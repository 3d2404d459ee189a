"""Merged blocks, cut to the used part of their sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from akmplan.model.cells import Area, coordinate
from akmplan.office.refusals import damaged
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.references import Position


@dataclass(frozen=True, slots=True)
class Merging:
    """Blocks as far as they are used, and for each further cell of a block the block's first;
    blocks that reach beyond what is used, whole, by their first cell."""

    areas: tuple[Area, ...] = ()
    anchors: dict[Position, Position] = field(default_factory=dict)
    overhanging: dict[Position, Area] = field(default_factory=dict)


def merging_of(blocks: Iterable[Area], last: Position, sheet: str, allowance: Allowance) -> Merging:
    """The blocks, cut after the last used row and column; blocks that overlap are damage."""
    whole = tuple(blocks)
    areas = tuple(dict.fromkeys(_cut(block, last) for block in whole))
    owners: dict[Position, Position] = {}
    for area in areas:
        first = (area.top, area.left)
        where = f"{sheet}!{coordinate(*first)}"
        allowance.spend_merge(_size(area), where)
        for place in _places(area):
            if owners.setdefault(place, first) != first:
                raise damaged(where)
    anchors = {place: first for place, first in owners.items() if place != first}
    overhanging = {(one.top, one.left): one for one in whole if one != _cut(one, last)}
    return Merging(areas, anchors, overhanging)


def _cut(area: Area, last: Position) -> Area:
    """A title merged across all columns of a sheet need not be walked to the last of them."""
    bottom = max(area.top, min(area.bottom, last[0]))
    right = max(area.left, min(area.right, last[1]))
    return Area(area.top, area.left, bottom, right)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def _places(area: Area) -> Iterator[Position]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column
