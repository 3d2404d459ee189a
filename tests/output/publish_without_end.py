"""Run as a process of its own, to be killed: two sets in turn, a moment after every step."""

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
NAMES = [f"{period}/{paper}.docx" for period in ("q1", "q2") for paper in "abc"]


def set_of(version: int) -> list[Document]:
    """Sets of different versions share half of their names."""
    own = [f"only-{version}/x.docx", f"only-{version}.docx"]
    return [
        Document(name, f"{name} {version} ".encode() * 2000)
        for name in (*NAMES[: 3 + version], *own)
    ]


def slow(real: Callable[..., Any]) -> Callable[..., Any]:
    def step(*arguments: Any, **options: Any) -> Any:
        time.sleep(A_MOMENT)
        return real(*arguments, **options)

    return step


def publish_without_end(folder: Path) -> None:
    for step in ("replace", "unlink", "fsync", "mkdir", "rmdir"):
        setattr(os, step, slow(getattr(os, step)))
    for run in itertools.count():
        publish(folder, [Batch("2026", set_of(run % 3), full=run % 4 != 3)])
        sys.stdout.write("published\n")
        sys.stdout.flush()


if __name__ == "__main__":
    publish_without_end(Path(sys.argv[1]))
