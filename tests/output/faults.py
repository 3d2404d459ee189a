"""A disk on which the k-th step fails: open, write, sync, rename, unlink, making of folders."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

STEPS = ("open", "replace", "unlink", "mkdir", "rmdir", "listdir")
OUR_ROOMS_THAT_OPEN = ("akmplan.output.disk", "akmplan.output.lists")


class Faults:
    """`at` 0: none ever fails, the steps are only counted. `lasting`: so do all after it."""

    def __init__(self, at: int = 0, error: int = errno.EIO, *, lasting: bool = False) -> None:
        self.at = at
        self.error = error
        self.lasting = lasting
        self.steps = 0

    def strikes(self) -> bool:
        self.steps += 1
        return self.at > 0 and (self.steps == self.at or (self.lasting and self.steps > self.at))

    def step(self, path: object = None) -> None:
        if self.strikes():
            raise OSError(self.error, os.strerror(self.error), str(path))


@contextmanager
def faulty_disk(faults: Faults) -> Iterator[Faults]:
    with pytest.MonkeyPatch.context() as patch:
        for step in STEPS:
            patch.setattr(os, step, faulty(faults, getattr(os, step)))
        patch.setattr(os, "fsync", faults.step)
        for room in OUR_ROOMS_THAT_OPEN:
            patch.setattr(f"{room}.open", faulty_open(faults), raising=False)
        yield faults


def faulty(faults: Faults, real: Callable[..., Any]) -> Callable[..., Any]:
    def step(*arguments: Any, **options: Any) -> Any:
        faults.step(arguments[0])
        return real(*arguments, **options)

    return step


def faulty_open(faults: Faults) -> Callable[[Path, str], Any]:
    def opened(path: Path, mode: str) -> Any:
        faults.step(path)
        return HalfWriter(path, faults) if mode == "wb" else builtins.open(path, mode)

    return opened


class HalfWriter(io.FileIO):
    """Where a write fails, half of it is on the disk."""

    def __init__(self, path: Path, faults: Faults) -> None:
        super().__init__(path, "wb")
        self.faults = faults

    def write(self, content: Any) -> int:
        if self.faults.strikes():
            super().write(content[: len(content) // 2])
            raise OSError(self.faults.error, os.strerror(self.faults.error))
        return super().write(content)


@contextmanager
def held_open(*targets: Path) -> Iterator[None]:
    """Word holds these files: on Windows nobody can replace or remove them then."""
    real_replace, real_unlink = os.replace, os.unlink

    def replace(source: Path, target: Path) -> None:
        refuse(target)
        real_replace(source, target)

    def unlink(path: Path, *, dir_fd: int | None = None) -> None:
        refuse(path)
        real_unlink(path, dir_fd=dir_fd)

    def refuse(path: Path) -> None:
        if Path(path) in targets:
            raise PermissionError(errno.EACCES, "held open", str(path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", replace)
        patch.setattr(os, "unlink", unlink)
        yield
