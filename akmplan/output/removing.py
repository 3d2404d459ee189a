"""No stale paper stays to be signed, and nothing goes that is not ours to the byte."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from akmplan.output.disk import NOTHING, UNREADABLE, checksum_at, remove
from akmplan.output.memory import Memory
from akmplan.output.names import folded, folders_of
from akmplan.output.placing import Placed
from akmplan.output.stage import Stage

STILL_FILLED = {errno.ENOTEMPTY, errno.EEXIST}


class Fate(Enum):
    GONE = auto()  # was not there any more
    REMOVED = auto()
    KEPT = auto()  # changed since by somebody
    HELD = auto()  # open elsewhere


@dataclass(frozen=True, slots=True)
class Removal:
    fates: Mapping[str, Fate]
    settled: frozenset[str]  # names of which nothing is left to be known

    def names(self, fate: Fate) -> tuple[str, ...]:
        return tuple(name for name, fell in self.fates.items() if fell is fate)


def remove_stale(stage: Stage, placed: Placed, memory: Memory) -> Removal:
    stale = stale_names(stage, placed, memory)
    fates = {
        name: remove_if_ours(stage.folder, name, memory.checksums(name))
        for name in sorted(stale - twins_in_place(stage.folder, stale, placed))
    }
    untidy = {name for name in fates if not folders_are_tidy(stage.folder, name)}
    held = {name for name, fate in fates.items() if fate is Fate.HELD}
    return Removal(fates, stale - held - untidy)


def stale_names(stage: Stage, placed: Placed, memory: Memory) -> frozenset[str]:
    """Without a full build, only what was saved beside documents that are now elsewhere."""
    if stage.full:
        return memory.names - stage.documents.keys() - placed.names_beside
    done = {*placed.in_place, *(name for name, _ in placed.beside)}
    return (
        frozenset(beside for name in done for beside in memory.beside(name)) - placed.names_beside
    )


def twins_in_place(folder: Path, stale: Iterable[str], placed: Placed) -> frozenset[str]:
    """Old names that, where case does not count, are now the files of documents in place."""
    documents = {folded(name): name for name in placed.in_place}
    return frozenset(
        name
        for name in stale
        if folded(name) in documents
        and is_same_file(folder / name, folder / documents[folded(name)])
    )


def is_same_file(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def remove_if_ours(folder: Path, name: str, ours: frozenset[str]) -> Fate:
    there = checksum_at(folder / name)
    if there == NOTHING:
        return Fate.GONE
    if there == UNREADABLE:
        return Fate.HELD
    if there not in ours or leads_elsewhere(folder, name):
        return Fate.KEPT
    return Fate.REMOVED if remove(folder / name) else Fate.HELD


def leads_elsewhere(folder: Path, name: str) -> bool:
    return any((folder / above).is_symlink() for above in folders_of(name))


def folders_are_tidy(folder: Path, name: str) -> bool:
    """Removes the folders that hold nothing any more; False where one could not be removed."""
    return leads_elsewhere(folder, name) or all(
        is_filled_or_goes(folder / above) for above in folders_of(name)
    )


def is_filled_or_goes(folder: Path) -> bool:
    try:
        os.rmdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        return error.errno in STILL_FILLED
    return True
