"""Objects for other tools, written piece by piece: one may tell of a million cells."""

from __future__ import annotations

import json
import re
import secrets
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from akmplan.cli.speech import printing
from akmplan.jobs.lazy_list import OneByOne

_AT_ONCE: Final = 1_000


def print_json(told: object) -> None:
    """The object on stdout, letters as they are."""
    with printing():
        for piece in pieces_of(told):
            sys.stdout.write(piece)
        sys.stdout.write("\n")
        sys.stdout.flush()


def pieces_of(told: object) -> Iterator[str]:
    """The object as JSON; each `OneByOne` in it is a list, told as it is walked."""
    mark = secrets.token_hex(16)  # stands for a long list until its turn comes
    lists: list[OneByOne[object]] = []

    def marked(one: object) -> str:
        if not isinstance(one, OneByOne):
            raise TypeError(type(one).__name__)
        lists.append(one)
        return mark

    text = json.dumps(told, ensure_ascii=False, indent=1, default=marked)
    first, *others = re.split(f'"{mark}"', text)
    yield first
    for entries, after in zip(lists, others, strict=True):
        yield from _list(entries)
        yield after


def _list(entries: Iterable[object]) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ": ")).encode
    walk = iter(entries)
    before = "["
    while batch := list(islice(walk, _AT_ONCE)):
        yield f"{before}{encode(batch)[1:-1]}"
        before = ",\n"
    yield "]" if before != "[" else "[]"
