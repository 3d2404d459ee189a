"""Long lists for JSON: told entry by entry, so that they never stand in memory as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class OneByOne(Generic[T]):
    """Entries to be walked once; `tell` makes one out of each thing of `source`."""

    def __init__(self, source: Iterable[T], tell: Callable[[T], object]) -> None:
        self._source = source
        self._tell = tell

    def __iter__(self) -> Iterator[object]:
        return map(self._tell, self._source)
