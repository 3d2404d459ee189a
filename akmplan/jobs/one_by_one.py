"""Long lists for JSON: told entry by entry, so that they never stand in memory as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class OneByOne(list[object], Generic[T]):
    """A list only to those who walk it; `tell` makes an entry out of each thing of `source`."""

    def __init__(self, source: Collection[T], tell: Callable[[T], object]) -> None:
        super().__init__()
        self._source = source
        self._tell = tell

    def __iter__(self) -> Iterator[object]:
        return map(self._tell, self._source)

    def __len__(self) -> int:
        return len(self._source)
