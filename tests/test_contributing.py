"""`.github/CONTRIBUTING.md` against the code: the files and commands that it names are there."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_and_folder_that_it_names_is_there() -> None:
    named = re.findall(r"`((?:akmplan|tests|\.ci|input)/[\w./]*)`", TEXT)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_room_of_the_tests_is_named() -> None:
    rooms = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}/`" not in TEXT} == set()


def test_every_module_that_it_runs_is_there() -> None:
    named = set(re.findall(r"-m (tests[\w.]*)", TEXT))
    assert named == {
        "tests.catalogue", "tests.figures.measure_causes", "tests.hostile.campaign", "tests.sample",
    }  # fmt: skip
    assert all(find_spec(name) for name in named)
