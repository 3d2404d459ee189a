"""A set of documents into the output folder: staged, placed, cleared of what is stale."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from akmplan.output.disk import checksum_at, make_folders, sha256_of
from akmplan.output.documents import CannotWrite, Document, Outcome, Reason
from akmplan.output.lists import Further
from akmplan.output.lock import LOCK_NAME, only_writer
from akmplan.output.memory import STAGE_NAME, Memory
from akmplan.output.names import refuse_unusable_names
from akmplan.output.placing import Placed, put_in_place, refuse_foreign_folders
from akmplan.output.removing import Fate, Removal, remove_stale
from akmplan.output.stage import (
    STAGE_LIST_NAME,
    Stage,
    clear_stage,
    clear_stage_if_possible,
    read_stage,
    write_stage,
)


@dataclass(frozen=True, slots=True)
class Done:
    placed: Placed
    removal: Removal


NOTHING_DONE = Done(Placed((), (), ()), Removal({}, frozenset()))


def publish(folder: Path, documents: Sequence[Document], *, full: bool) -> Outcome:
    """Makes the documents stand in the folder, and after a full build none of ours but them.

    Raises CannotWrite where that cannot be; each document is then whole, old or new, and the
    next run goes on from there. ValueError: a name that is none.
    """
    refuse_unusable_names([document.name for document in documents])
    try:
        make_folders(folder)
        with only_writer(folder):
            return publish_alone(folder, documents, full=full)
    except OSError as error:
        raise refusal_of(error, folder) from error


def refuse_unwritable(folder: Path) -> None:
    """Raises CannotWrite where no documents could be written; nothing is touched."""
    above = (folder.absolute(), *folder.absolute().parents)
    standing = next(place for place in above if place.exists())
    if not standing.is_dir():
        raise CannotWrite(folder, Reason.NOT_A_FOLDER)
    if not os.access(standing, os.W_OK | os.X_OK):
        raise CannotWrite(folder, Reason.NO_PERMISSION)


def refusal_of(error: OSError, folder: Path) -> CannotWrite:
    """Names a place that staff know: the folder, where it is one of our passing files."""
    refusal = CannotWrite.because_of(error, folder)
    if refusal.path == folder / LOCK_NAME or refusal.path.parent == folder / STAGE_NAME:
        return CannotWrite(folder, refusal.reason, refusal.detail)
    return refusal


def publish_alone(folder: Path, documents: Sequence[Document], *, full: bool) -> Outcome:
    earlier = finish_earlier_run(folder)
    for document in documents:
        refuse_foreign_folders(folder, document.name)
    unchanged = [one.name for one in documents if stands_already(folder, one)]
    stage = write_stage(folder, documents, unchanged, full=full)
    done = carry_out(stage)
    clear_stage_if_possible(folder)
    return outcome_of(earlier, done, unchanged)


def stands_already(folder: Path, document: Document) -> bool:
    return checksum_at(folder / document.name) == sha256_of(document.content)


def finish_earlier_run(folder: Path) -> Done:
    refuse_foreign_folders(folder, f"{STAGE_NAME}/{STAGE_LIST_NAME}")
    stage = read_stage(folder)
    done = NOTHING_DONE
    if stage and stage.is_sound:
        done = carry_out(stage)
    elif stage:
        remember_what_was_moved(stage)
    clear_stage(folder)
    return done


def remember_what_was_moved(stage: Stage) -> None:
    """A stage damaged after it was complete may already have replaced some documents."""
    waiting = stage.waiting
    moved = {name: one.sha256 for name, one in stage.documents.items() if name not in waiting}
    Memory(stage.folder).learn(moved)


def carry_out(stage: Stage) -> Done:
    """Everything after staging. Done twice, it comes to the same."""
    memory = Memory(stage.folder)
    placed = put_in_place(stage, memory)
    removal = remove_stale(stage, placed, memory)
    further = known_beyond_the_list(stage, memory, placed, removal)
    memory.become(stage.documents if stage.full else None, further)
    return Done(placed, removal)


def known_beyond_the_list(
    stage: Stage, memory: Memory, placed: Placed, removal: Removal
) -> Mapping[str, Further]:
    listed = stage.documents if stage.full else memory.listed
    further = {}
    for name in (memory.names | stage.documents.keys()) - removal.settled:
        ours = memory.checksums(name)
        if name in placed.in_place:
            ours = frozenset({stage.documents[name].sha256})
        beyond = ours - {listed[name].sha256 if name in listed else ""}
        if beyond:
            further[name] = Further(beyond, memory.instead_of(name))
    return further


def outcome_of(earlier: Done, done: Done, unchanged: Sequence[str]) -> Outcome:
    placed = done.placed
    beside = dict(earlier.placed.beside) | dict(placed.beside)
    removed = names_that_fell(Fate.REMOVED, earlier, done)
    return Outcome(
        written=placed.in_place,
        unchanged=tuple(name for name in unchanged if name in placed.in_place),
        beside=tuple(
            (name, written)
            for name, written in beside.items()
            if name not in placed.in_place and written not in removed
        ),
        removed=removed,
        kept=names_that_fell(Fate.KEPT, earlier, done),
        not_removed=tuple(
            name for name in names_that_fell(Fate.HELD, earlier, done) if name not in removed
        ),
        finished_earlier=earlier.placed.moved,
    )


def names_that_fell(fate: Fate, earlier: Done, done: Done) -> tuple[str, ...]:
    """A name that went for the earlier run and is built again has nothing to be told."""
    names = {*earlier.removal.names(fate), *done.removal.names(fate)}
    return tuple(sorted(names - set(done.placed.in_place)))
