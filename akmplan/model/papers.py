"""A finished paper, as its hidden sheet tells it."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.model.cells import Number, Place
from akmplan.model.periods import Period
from akmplan.model.values import State


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A cell that a figure was summed from, and what stood in it."""

    place: Place
    value: Number | None


@dataclass(frozen=True, slots=True)
class PaperFigure:
    """One row of a paper. `months` like `2/3`."""

    item: str
    indicator: str | None
    unit: str | None
    target: Number | None
    target_state: State
    value: Number | None
    state: State
    months: str
    year_to_date: Number | None
    sources: tuple[PaperSource, ...]


@dataclass(frozen=True, slots=True)
class FinishedPaper:
    """What was handed in to a recipient for a period, or a draft of it."""

    draft: bool
    centre: str
    period: Period
    recipient: str
    figures: tuple[PaperFigure, ...]
