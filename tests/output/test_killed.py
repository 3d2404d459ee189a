"""A process killed at any moment: every document is whole, and the next run sets all right."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import akmplan
from akmplan.output import Batch, publish

from . import publish_without_end
from .folders import LIST, everything_in, papers_in, put
from .publish_without_end import set_of

KILLS = 24
WHOLE = {(one.name, one.content) for version in range(3) for one in set_of(version)}


def test_a_killed_run_leaves_whole_documents_and_the_next_one_succeeds(tmp_path: Path) -> None:
    moments = random.Random(2026)
    put(tmp_path, "mine.txt", b"mine")
    stages_left = 0
    for kill in range(KILLS):
        with publishing(tmp_path):
            time.sleep(moments.uniform(0, 0.08))
        stages_left += (tmp_path / ".yangi").exists()
        documents_are_whole(tmp_path)
        if kill % 3:
            next_run_succeeds(tmp_path, kill % 3)
    next_run_succeeds(tmp_path, 0)
    assert stages_left > KILLS // 4, "the kills hit no run at work"


@contextmanager
def publishing(folder: Path) -> Iterator[None]:
    """A process that has published once and goes on, killed at the end."""
    root = Path(akmplan.__file__).parents[1]
    process = subprocess.Popen(
        [sys.executable, publish_without_end.__file__, str(folder)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"published"
        yield
    finally:
        process.kill()
        process.communicate()


def documents_are_whole(folder: Path) -> None:
    for name, content in papers_in(folder).items():
        assert content is None or name == "mine.txt" or (name, content) in WHOLE


def next_run_succeeds(folder: Path, version: int) -> None:
    documents = set_of(version)
    assert publish(folder, [Batch("2026", documents)]).written == tuple(
        one.name for one in documents
    )
    expected = {one.name: one.content for one in documents} | {"mine.txt": b"mine"}
    assert papers_in(folder) == expected
    assert everything_in(folder).keys() == {LIST, *expected}
