"""What a quantity cell says: numbers with a state, never a silent zero."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from akmplan.model.cells import Number, Place


class State(StrEnum):
    REPORTED = "reported"  # a number, zero included
    MISSING = "missing"  # blank
    NA = "na"  # "-": said to be none
    LINKED = "linked"  # to be taken from another document
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Value:
    """One number of a cell. A linked value may carry a provisional number; once it was taken
    from the document that it points at, `number` is that document's and `source` its place."""

    state: State
    number: Number | None = None
    text: str = ""
    source: Place | None = None
    provisional: Number | None = None  # what the plan had before `source` was read

    @property
    def reported(self) -> Number | None:
        """The number, only where it is one that holds."""
        return self.number if self.state is State.REPORTED or self.source else None

    @property
    def is_open(self) -> bool:
        """Still to be taken from another document."""
        return self.state is State.LINKED and self.source is None


MISSING = Value(State.MISSING)


@dataclass(frozen=True, slots=True)
class Quantity:
    """All that one quantity cell says, line by line.

    `pair`: two measures of the same work, written `18/3982`. `stated_total`: a line that begins
    with "jami" and is not one of the values. `stored_as_text`: a lone number typed as text.
    """

    values: tuple[Value, ...] = ()
    pair: bool = False
    stated_total: Value | None = None
    stored_as_text: bool = False

    @property
    def is_unreadable(self) -> bool:
        return any(value.state is State.UNREADABLE for value in self.values)
