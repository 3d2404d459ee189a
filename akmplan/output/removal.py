"""No stale paper stays to be signed, and nothing goes that is not ours to the byte."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from akmplan.output.disk import NOTHING, UNREADABLE, checksum_at, remove
from akmplan.output.lists import Listed
from akmplan.output.memory import Memory
from akmplan.output.names import folded, folders_of
from akmplan.output.originals import Originals
from akmplan.output.placement import Placed
from akmplan.output.stage import Stage

STILL_FILLED = {errno.ENOTEMPTY, errno.EEXIST}


class Fate(Enum):
    GONE = auto()  # was not there any more
    REMOVED = auto()
    KEPT = auto()  # changed since by somebody
    WITHHELD = auto()  # its batch removes nothing
    HELD = auto()  # open elsewhere


@dataclass(frozen=True, slots=True)
class Removal:
    fates: Mapping[str, Fate]
    settled: frozenset[str]  # names of which nothing is left to be known

    def names(self, fate: Fate) -> tuple[str, ...]:
        return tuple(name for name, fell in self.fates.items() if fell is fate)


def remove_stale(stage: Stage, placed: Placed, memory: Memory, originals: Originals) -> Removal:
    in_use = {*placed.in_place, *(name for name, _ in (*placed.edited, *placed.open))}
    stale = stale_names(stage.batches, memory) | unneeded_beside(in_use, placed, memory)
    stale -= placed.names_beside
    twins = twins_in_place(stage.folder, stale, placed.in_place)
    fates = {
        name: fate_of(stage.folder, name, memory, originals, keeping(stage.batches, memory, name))
        for name in sorted(stale - twins)
    }
    for name in (name for name, fate in fates.items() if fate is Fate.REMOVED):
        if not remove(stage.folder / name):
            fates[name] = Fate.HELD
    untidy = {name for name in fates if not folders_are_tidy(stage.folder, name)}
    open_ends = {name for name, fate in fates.items() if not is_settled(name, fate, memory)}
    return Removal(fates, stale - open_ends - untidy)


def is_settled(name: str, fate: Fate, memory: Memory) -> bool:
    """A `(yangi)` file that somebody went on with is theirs; a paper is named while it stands."""
    return fate in (Fate.GONE, Fate.REMOVED) or (
        fate is Fate.KEPT and memory.of(name).instead_of is not None
    )


def stale_names(batches: Mapping[str, Listed], memory: Memory) -> frozenset[str]:
    """All that full batches are known to have had and do not have."""
    documents = {name for batch in batches.values() for name in batch.documents}
    full = {key for key, batch in batches.items() if batch.full}
    return frozenset(
        name for name, known in memory.known.items() if known.batch in full
    ) - frozenset(documents)


def unneeded_beside(in_use: Iterable[str], placed: Placed, memory: Memory) -> frozenset[str]:
    """What was saved beside documents that say nothing new there."""
    return frozenset(beside for name in in_use for beside in memory.beside(name)) - (
        placed.names_beside
    )


def keeping(batches: Mapping[str, Listed], memory: Memory, name: str) -> bool:
    """Whether a stale name is of a batch that removes nothing. What stands beside a document that
    is built does not count."""
    known = memory.of(name)
    batch = batches.get(known.batch)
    is_beside_built = batch is not None and known.instead_of in batch.documents
    return batch is not None and not batch.removes and not is_beside_built


def twins_in_place(folder: Path, stale: Iterable[str], in_place: Collection[str]) -> frozenset[str]:
    """Old names that, where case does not count, are now the files of documents in place."""
    documents = {folded(name): name for name in in_place}
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


def fate_of(
    folder: Path, name: str, memory: Memory, originals: Originals, is_withheld: bool
) -> Fate:
    """What is to become of a stale name, by what stands there; nothing is touched."""
    there = checksum_at(folder / name)
    if there == NOTHING:
        return Fate.GONE
    if there == UNREADABLE:
        return Fate.HELD
    if is_withheld:
        return Fate.WITHHELD
    is_ours = there in memory.of(name).written or originals.hold(folder / name, there)
    return Fate.REMOVED if is_ours and not leads_elsewhere(folder, name) else Fate.KEPT


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
