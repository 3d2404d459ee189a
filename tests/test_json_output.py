"""JSON for other tools: long lists are told entry by entry, and no list stands in memory whole."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from akmplan.cli.json_output import pieces_of
from akmplan.jobs.lazy_list import OneByOne

MEBIBYTE = 2**20


def cells(count: int, letters: str = "A") -> OneByOne[int]:
    return OneByOne(range(count), lambda number: {"cell": f"{letters}{number}", "reason": "“x”"})


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001])
def test_a_long_list_is_told_as_a_list(count: int) -> None:
    told = {"one": [{"set_aside": cells(count)}], "two": cells(2, "B"), "text": "o‘\n{}"}
    read = json.loads("".join(pieces_of(told)))
    assert [entry["cell"] for entry in read["one"][0]["set_aside"]] == [
        f"A{number}" for number in range(count)
    ]
    assert read["two"] == [{"cell": f"B{number}", "reason": "“x”"} for number in range(2)]
    assert read["text"] == "o‘\n{}"


def test_what_is_no_json_is_an_error() -> None:
    with pytest.raises(TypeError):
        list(pieces_of({"it": object()}))


def test_it_takes_no_memory_as_a_whole() -> None:
    tracemalloc.start()
    length = sum(len(piece) for piece in pieces_of({"set_aside": cells(200_000)}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 5 * MEBIBYTE
    assert peak < 2 * MEBIBYTE
