"""From the stage to the targets, one whole document after the other."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from akmplan.output.disk import (
    NOTHING,
    checksum_at,
    make_folders,
    replace,
    sync_folders,
)
from akmplan.output.memory import Memory
from akmplan.output.names import folders_of, names_beside
from akmplan.output.stage import Stage


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the documents of a stage are now. One that is in neither list was taken away."""

    moved: tuple[str, ...]  # put in place just now
    in_place: tuple[str, ...]  # all that are in place
    beside: tuple[tuple[str, str], ...]  # (name, name actually written)

    @property
    def names_beside(self) -> frozenset[str]:
        return frozenset(written for _, written in self.beside)


def put_in_place(stage: Stage, memory: Memory) -> Placed:
    waiting = stage.waiting
    moved = tuple(name for name in waiting if move(stage, name))
    held = [name for name in waiting if name not in moved]
    in_place = {name for name in stage.documents if name in moved or stands(stage, name)}
    beside = {name: saved_beside(stage, name, memory) for name in held}
    beside |= {
        name: found
        for name in stage.documents
        if name not in in_place and name not in held
        for found in already_beside(stage, name, memory)
    }
    sync_targets(stage)
    return Placed(
        moved, tuple(name for name in stage.documents if name in in_place), tuple(beside.items())
    )


def move(stage: Stage, name: str) -> bool:
    staged = stage.path_of(name)
    target = stage.folder / name
    refuse_foreign_folders(stage.folder, name)
    make_folders(target.parent)
    return staged is not None and replace(staged, target)


def stands(stage: Stage, name: str) -> bool:
    return checksum_at(stage.folder / name) == stage.documents[name].sha256


def saved_beside(stage: Stage, name: str, memory: Memory) -> str:
    """The name under which the document lies beside its target that stands open."""
    staged = stage.path_of(name)
    for found in already_beside(stage, name, memory):
        return found
    checksum = stage.documents[name].sha256
    for beside in names_beside(name):
        there = checksum_at(stage.folder / beside)
        if there != NOTHING and there not in memory.checksums(beside):
            continue
        memory.learn({beside: checksum}, instead_of=name)
        if staged is not None and replace(staged, stage.folder / beside):
            return beside
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(stage.folder / name))


def already_beside(stage: Stage, name: str, memory: Memory) -> list[str]:
    checksum = stage.documents[name].sha256
    return [
        beside
        for beside in memory.beside(name)
        if checksum in memory.checksums(beside) and checksum_at(stage.folder / beside) == checksum
    ][:1]


def refuse_foreign_folders(folder: Path, name: str) -> None:
    """A file or a link where a folder of ours belongs: through a link we would leave our own."""
    for above in folders_of(name):
        path = folder / above
        if os.path.lexists(path) and (path.is_symlink() or not path.is_dir()):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))


def sync_targets(stage: Stage) -> None:
    """The stage may go only once the renames are sure to last."""
    folders = {folder for name in stage.documents for folder in folders_of(name)}
    paths = [stage.folder / folder for folder in sorted(folders)]
    sync_folders([stage.folder, *(path for path in paths if path.is_dir())])
