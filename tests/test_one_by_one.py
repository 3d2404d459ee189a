"""Lists told entry by entry: JSON writes them as it writes lists, without holding them."""

from __future__ import annotations

import io
import json
import tracemalloc

import pytest

from akmplan.jobs.one_by_one import OneByOne

MEBIBYTE = 2**20


class _Sink(io.TextIOBase):
    """Takes everything and keeps nothing."""

    def write(self, text: str) -> int:
        return len(text)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_it_is_written_as_a_list_is(count: int) -> None:
    told = OneByOne(range(count), lambda number: {"cell": f"A{number}"})
    written = io.StringIO()
    json.dump({"set_aside": told}, written, indent=1)
    assert json.loads(written.getvalue()) == {
        "set_aside": [{"cell": f"A{number}"} for number in range(count)]
    }


def test_it_takes_no_memory_as_a_whole() -> None:
    told = OneByOne(range(100_000), lambda number: {"cell": f"A{number}" * 10})
    tracemalloc.start()
    json.dump(told, _Sink(), indent=1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEBIBYTE
