"""Puts mutants before the command line: `python -m tests.hostile.campaign --minutes 20`.

Says how many ran and how they ended, the most memory and time, and each mutant that did harm, by
its seed. What a seed makes is always the same, so that a find can be looked at again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.hostile.isolated import Runner
from tests.hostile.judging import disorder_of_both
from tests.hostile.mutating import mutant
from tests.hostile.snapshots import state_of

TODAY: Final = ("--today", "2026-10-05", "--lang", "en")


@dataclass(slots=True)
class Tally:
    """What came of the mutants so far."""

    ends: Counter[int] = field(default_factory=Counter)
    finds: list[str] = field(default_factory=list)
    most_seconds: tuple[float, int] = (0.0, -1)
    most_memory: tuple[int, int] = (0, -1)

    @property
    def inputs(self) -> int:
        return self.ends.total()

    def lines(self) -> list[str]:
        ends = ", ".join(f"exit {code}: {count}" for code, count in sorted(self.ends.items()))
        return [
            f"{self.inputs} mutants; {ends}",
            f"slowest: {self.most_seconds[0]:.1f} s (seed {self.most_seconds[1]})",
            f"hungriest: {self.most_memory[0]} MiB (seed {self.most_memory[1]})",
            f"finds: {len(self.finds)}",
            *self.finds,
        ]


def try_mutant(seed: int, runner: Runner, tally: Tally) -> None:
    """Builds and checks a folder that holds one mutant."""
    made = mutant(seed)
    with tempfile.TemporaryDirectory() as desk:
        folder = Path(desk, "input")
        folder.mkdir()
        made.lay(folder)
        before = state_of(folder)
        built = runner.run(Path(desk), "build", *TODAY)
        checked = runner.run(Path(desk), "check", "--format", "json", *TODAY)
        disorder = list(disorder_of_both(built, checked, Path(desk, "output")))
        if state_of(folder) != before:
            disorder.append("the input was changed")
    tally.ends[built.code] += 1
    slower, hungrier = max(built.seconds, checked.seconds), max(built.peak, checked.peak)
    tally.most_seconds = max(tally.most_seconds, (slower, seed))
    tally.most_memory = max(tally.most_memory, (hungrier, seed))
    tally.finds += [f"seed {seed} ({made.how}): {it}" for it in disorder]


def campaign(first: int, inputs: int, seconds: float, hands: int) -> Tally:
    """Mutants from `first` on, until so many were tried or so much time has gone by."""
    tally, seeds, ends_at = Tally(), iter(range(first, first + inputs)), time.monotonic() + seconds
    guard = threading.Lock()

    def work() -> None:
        runner = Runner()
        while time.monotonic() < ends_at:
            with guard:
                seed = next(seeds, None)
            if seed is None:
                break
            own = Tally()
            try_mutant(seed, runner, own)
            with guard:
                _add(tally, own)
        runner.close()

    threads = [threading.Thread(target=work) for _ in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def _add(tally: Tally, own: Tally) -> None:
    tally.ends += own.ends
    tally.finds += own.finds
    tally.most_seconds = max(tally.most_seconds, own.most_seconds)
    tally.most_memory = max(tally.most_memory, own.most_memory)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.campaign")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--inputs", type=int, default=10**9)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--hands", type=int, default=2, help="how many run side by side")
    given = parser.parse_args(arguments)
    tally = campaign(given.first, given.inputs, given.minutes * 60, given.hands)
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    return 1 if tally.finds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
