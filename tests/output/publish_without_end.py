"""Run as a process of its own, to be killed: three sets in turn, a moment after every step.

One letter in all of them was changed by hand, so that its new bytes lie beside it.
"""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from akmplan.output import Batch, Document, publish

A_MOMENT = 0.0005
LETTER = "q1/letter.docx"
NAMES = [LETTER, *(f"{period}/{paper}.docx" for period in ("q1", "q2") for paper in "abc")]
OTHER_YEAR = Document("plan-2027.docx", b"2027 " * 2000)


def set_of(version: int) -> list[Document]:
    """Sets of different versions share half of their names."""
    own = [f"only-{version}/x.docx", f"only-{version}.docx"]
    return [
        Document(name, f"{name} {version} ".encode() * 2000)
        for name in (*NAMES[: 4 + version], *own)
    ]


def batches_of(version: int, *, full: bool = True) -> list[Batch]:
    """Two years."""
    return [Batch("2026", set_of(version), full=full), Batch("2027", [OTHER_YEAR], full=full)]


def slow(real: Callable[..., Any]) -> Callable[..., Any]:
    def step(*arguments: Any, **options: Any) -> Any:
        time.sleep(A_MOMENT)
        return real(*arguments, **options)

    return step


def publish_without_end(folder: Path) -> None:
    for step in ("replace", "unlink", "fsync", "mkdir", "rmdir"):
        setattr(os, step, slow(getattr(os, step)))
    for run in itertools.count():
        publish(folder, batches_of(run % 3, full=run % 4 != 3))
        sys.stdout.write("published\n")
        sys.stdout.flush()


if __name__ == "__main__":
    publish_without_end(Path(sys.argv[1]))
