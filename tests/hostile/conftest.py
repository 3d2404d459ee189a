"""One process from which all commands of a test run are forked."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.hostile.isolated import Runner


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    if sys.platform == "win32":
        pytest.skip("commands are forked here, which Windows cannot")
    made = Runner()
    yield made
    made.close()
