"""How often the suggestions name the planted fault: `python -m tests.figures.measure_causes`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from random import Random
from typing import Final

from akmplan.figures.causes import Cause, likely_causes

from .planted import FAULTS, Plant, Planted, Sum, planted_fault, true_sum

FAULTS_OF_EACH_KIND: Final = 500
SEED: Final = 2026


@dataclass(frozen=True)
class Score:
    """Shares of the planted faults. `cell`: the first suggestion names the cell that is wrong,
    whatever it calls the fault."""

    fault: str
    first: float
    among_three: float
    cell: float
    any_suggestion: float


def suggested(whole: Sum) -> tuple[Cause, ...]:
    return likely_causes(whole.total, whole.parts, whole.before)


def names(cause: Cause, planted: Planted) -> bool:
    """The planted kind, in its cell, and where a part is to blame, that part."""
    return (
        cause.kind is planted.kind
        and planted.place in cause.places
        and cause.message.values.get("part", planted.part) == planted.part
    )


def score(fault: str, plant: Plant, count: int, random: Random) -> Score:
    planted = [planted_fault(plant, random) for _ in range(count)]
    found = [(one, suggested(one.broken)) for one in planted]
    hits = [[names(cause, one) for cause in causes] for one, causes in found]
    return Score(
        fault,
        sum(any(hit[:1]) for hit in hits) / count,
        sum(any(hit) for hit in hits) / count,
        sum(bool(causes) and one.place in causes[0].places for one, causes in found) / count,
        sum(bool(causes) for _, causes in found) / count,
    )


def scores(count: int, seed: int = SEED) -> list[Score]:
    random = Random(seed)
    return [score(fault, plant, count, random) for fault, plant in FAULTS.items()]


def suggestions_on_true_sums(count: int, seed: int = SEED) -> int:
    random = Random(seed)
    return sum(bool(suggested(true_sum(random))) for _ in range(count))


def table(count: int) -> str:
    heading = f"{'planted (' + str(count) + ' each)':<28} {'first':>7} {'in 3':>7} {'cell':>7}"
    lines = [heading, "-" * len(heading)]
    for one in scores(count):
        shares = (one.first, one.among_three, one.cell)
        if one.fault == "none of these":
            lines.append(f"{one.fault:<28} something is suggested for {one.any_suggestion:.1%}")
            continue
        lines.append(f"{one.fault:<28} " + " ".join(f"{share:>7.1%}" for share in shares))
    true = suggestions_on_true_sums(10 * count)
    return "\n".join([*lines, f"{'true sums':<28} {true} suggestions on {10 * count}"])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FAULTS_OF_EACH_KIND
    sys.stdout.write(table(count) + "\n")


if __name__ == "__main__":
    main()
