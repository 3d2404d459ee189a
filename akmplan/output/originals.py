"""What also lies among the input: bytes of which a person has a copy there are not lost here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from akmplan.output.disk import checksum_at


class Originals:
    """The files below the input folder, looked at only where it matters."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def hold(self, path: Path, checksum: str) -> bool:
        """Whether another file with the bytes of `path` lies there."""
        try:
            size = path.stat().st_size
        except OSError:
            return False
        twins = self._by_size.get(size, ())
        return any(checksum_at(twin) == checksum and not is_same(twin, path) for twin in twins)

    @cached_property
    def _by_size(self) -> dict[int, list[Path]]:
        sizes: dict[int, list[Path]] = {}
        for path in files_below(self._folder) if self._folder else ():
            with suppress(OSError):
                sizes.setdefault(path.stat().st_size, []).append(path)
        return sizes


def is_same(one: Path, other: Path) -> bool:
    """Whether both lead to one file; in doubt they do."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return True


def files_below(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)
