"""Likely causes of a total that is off. Suggestions only: nothing is corrected by them."""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.language import Message, say
from akmplan.model import Number

Part = tuple[str, Number]  # the part's number, what it says


def likely_cause(total: Number, parts: Sequence[Part]) -> Message | None:
    """The likeliest single slip that explains why the parts do not give the total."""
    difference = sum(value for _, value in parts) - total
    for label, value in parts:
        if _same_digits(total, value):
            return say(
                "Perhaps the total was copied from {part} with its digits swapped.", part=label
            )
    for label, value in parts:
        if value and difference == value:
            return say("Perhaps {part} ({value}) is counted twice.", part=label, value=value)
    return None


def _same_digits(one: Number, other: Number) -> bool:
    """`1640` and `1604`: the same digits in another order."""
    return one != other and sorted(str(one)) == sorted(str(other)) and len(str(one)) > 1
