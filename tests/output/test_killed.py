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
from akmplan.output import publish

from . import publish_without_end
from .folders import LIST, hidden_in, papers_in, put
from .publish_without_end import LETTER, OTHER_YEAR, batches_of, set_of

KILLS = 24
MINE = {"mine.txt": b"mine", LETTER: b"changed by hand"}
WHOLE = {
    (document.name, document.content)
    for version in range(3)
    for document in (*set_of(version), OTHER_YEAR)
}
BESIDE = {content for name, content in WHOLE if name == LETTER}


def test_a_killed_run_leaves_whole_documents_and_the_next_one_succeeds(tmp_path: Path) -> None:
    moments = random.Random(2026)
    for name, content in MINE.items():
        put(tmp_path, name, content)
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
    there = papers_in(folder)
    assert MINE.items() <= there.items()
    for name, content in there.items():
        if "(yangi" in name:
            assert content in BESIDE
        else:
            assert content is None or name in MINE or (name, content) in WHOLE


def next_run_succeeds(folder: Path, version: int) -> None:
    documents = {document.name: document.content for document in (*set_of(version), OTHER_YEAR)}
    outcome = publish(folder, batches_of(version))
    assert {*outcome.written, LETTER} == documents.keys()
    beside = {"q1/letter (yangi).docx": documents[LETTER]}
    assert papers_in(folder) == {**documents, **beside, **MINE}
    assert hidden_in(folder) == [".akmplan-boshqa.json", LIST]
