"""Golden documents: `pytest tests/documents --update-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

AssertSameAsGolden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden documents anew")


@pytest.fixture
def assert_same_as_golden(pytestconfig: pytest.Config) -> AssertSameAsGolden:
    """Holds a rendition against the golden one of that name."""

    def hold(name: str, rendition: str) -> None:
        path = GOLDEN / name
        if pytestconfig.getoption("--update-golden", default=False):
            path.write_text(rendition, encoding="utf-8")
        assert rendition == path.read_text(encoding="utf-8")

    return hold
