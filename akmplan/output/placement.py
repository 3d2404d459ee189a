"""From the stage to the targets, one whole document after the other.

Only what is ours is replaced: bytes that we wrote there, that are the new ones already, or of
which a person has a copy among the input. What somebody changed by hand stays, and the new bytes
are saved beside it as `NAME (yangi).docx`, once: where they are not what was last written or last
offered there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from akmplan.output.disk import (
    NOTHING,
    UNREADABLE,
    checksum_at,
    make_folders,
    replace,
    sync_folders,
)
from akmplan.output.document import Beside
from akmplan.output.memory import Known, Memory
from akmplan.output.names import folders_of, names_beside
from akmplan.output.originals import Originals
from akmplan.output.stage import Stage

_USUAL = 3  # names beside a document under which its new bytes are looked for


class Target(Enum):
    """What stands where a document is to go."""

    FREE = auto()  # nothing, or bytes of ours: it may be replaced
    DONE = auto()  # the new bytes
    EDITED = auto()  # somebody's own
    OPEN = auto()  # held by another program, so that it cannot even be read


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the documents of a stage are now."""

    moved: tuple[str, ...]  # put in place just now
    in_place: tuple[str, ...]  # all that are in place
    edited: tuple[Beside, ...]
    open: tuple[Beside, ...]

    @property
    def names_beside(self) -> frozenset[str]:
        return frozenset(written for _, written in (*self.edited, *self.open) if written)


def target_of(path: Path, new: str, known: Known, originals: Originals) -> Target:
    """What stands at a path. `new`: the checksum of what is to stand there."""
    there = checksum_at(path)
    if there == new:
        return Target.DONE
    if there == UNREADABLE:
        return Target.OPEN
    is_ours = there == NOTHING or there in known.written or originals.hold(path, there)
    return Target.FREE if is_ours else Target.EDITED


def put_in_place(stage: Stage, memory: Memory, originals: Originals) -> Placed:
    moved: list[str] = []
    in_place: list[str] = []
    edited: list[Beside] = []
    still_open: list[Beside] = []
    for name, entry in stage.documents.items():
        path, new = stage.folder / name, entry.sha256
        refuse_foreign_folders(stage.folder, name)
        target = target_of(path, new, memory.of(name), originals)
        if target is Target.FREE and move(stage, name):
            moved.append(name)
            target = Target.DONE
        if target is Target.DONE:
            in_place.append(name)
        elif target is Target.EDITED:
            edited.append((name, offered_beside(stage, name, memory)))
        elif (beside := offered_beside(stage, name, memory)) or stage.path_of(name):
            still_open.append((name, beside))
    sync_targets(stage)
    return Placed(tuple(moved), tuple(in_place), tuple(edited), tuple(still_open))


def move(stage: Stage, name: str) -> bool:
    staged, target = stage.path_of(name), stage.folder / name
    make_folders(target.parent)
    return staged is not None and replace(staged, target)


def offered_beside(stage: Stage, name: str, memory: Memory) -> str | None:
    """The file beside a document in which its new bytes stand; None where they say nothing new,
    or where somebody has done with them."""
    new = stage.documents[name].sha256
    standing = standing_beside(stage.folder, name, new, memory)
    if standing and standing not in memory.known:  # the list of it was lost
        memory.learn(standing, new, stage.batch_of[name], instead_of=name)
    if standing or stage.path_of(name) is None or not is_news(new, memory.of(name)):
        return standing
    return saved_beside(stage, name, memory)


def is_news(new: str, known: Known) -> bool:
    """Whether these bytes are other than what was last written or last offered."""
    last = known.offered.sha256 if known.offered else None
    return new not in known.written and new != last


def standing_beside(folder: Path, name: str, new: str, memory: Memory) -> str | None:
    """Bytes equal to the new ones are ours, whether or not they are remembered."""
    if new in memory.of(name).written:
        return None
    usual = list(islice(names_beside(name), _USUAL))
    listed = dict.fromkeys((*memory.beside(name), *usual))
    return next((beside for beside in listed if checksum_at(folder / beside) == new), None)


def saved_beside(stage: Stage, name: str, memory: Memory) -> str:
    staged, new = stage.path_of(name), stage.documents[name].sha256
    for beside in usable_beside(stage.folder, name, memory):
        memory.learn(beside, new, stage.batch_of[name], instead_of=name)
        if staged is not None and replace(staged, stage.folder / beside):
            return beside
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(stage.folder / name))


def usable_beside(folder: Path, name: str, memory: Memory) -> Iterator[str]:
    """Names under which nothing stands but bytes of ours."""
    for beside in names_beside(name):
        there = checksum_at(folder / beside)
        if there == NOTHING or there in memory.of(beside).written:
            yield beside


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
