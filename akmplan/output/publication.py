"""Batches of documents into the output folder: staged, placed, cleared of what is stale."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from akmplan.output.disk import checksum_at, make_folders, sha256_of
from akmplan.output.document import Batch, CannotWrite, Document, Outcome, Reason
from akmplan.output.lock import LOCK_NAME, only_writer
from akmplan.output.memory import STAGE_NAME, Known, Memory
from akmplan.output.names import refuse_unusable_names
from akmplan.output.originals import Originals
from akmplan.output.outlook import Outlook, outlook
from akmplan.output.placement import Placed, put_in_place, refuse_foreign_folders
from akmplan.output.removal import Fate, Removal, remove_stale
from akmplan.output.stage import (
    STAGE_LIST_NAME,
    Stage,
    clear_stage,
    clear_stage_if_possible,
    listed,
    read_stage,
    write_stage,
)


@dataclass(frozen=True, slots=True)
class Done:
    placed: Placed
    removal: Removal
    beside: tuple[str, ...] = ()


NOTHING_DONE = Done(Placed((), (), (), ()), Removal({}, frozenset()))


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """The folder, in the hands of this run alone. `waited`: another run has written meanwhile."""

    path: Path
    originals: Originals
    earlier: Done
    waited: bool

    def outlook(self, batches: Sequence[Batch]) -> Outlook:
        """What `publish` would leave, keep and remove; nothing is touched. Raises CannotWrite."""
        with refusing(self.path):
            lists = {batch.name: listed(batch) for batch in batches}
            return outlook(self.path, lists, self.originals)

    def publish(self, batches: Sequence[Batch]) -> Outcome:
        """Makes the documents stand in the folder, and of a full batch none of ours but them.

        Raises CannotWrite where that cannot be; each document is then whole, old or new, and the
        next run goes on from there. ValueError: a name that is none.
        """
        documents = refuse_unusable(batches)
        with refusing(self.path):
            for document in documents:
                refuse_foreign_folders(self.path, document.name)
            unchanged = [
                document.name for document in documents if stands_already(self.path, document)
            ]
            stage = write_stage(self.path, batches, unchanged)
            done = carry_out(stage, self.originals)
            clear_stage_if_possible(self.path)
            return replace(outcome_of(self.earlier, done, unchanged), beside=done.beside)


@contextmanager
def output_folder(
    path: Path, originals: Path | None = None, wait: Callable[[], None] = lambda: None
) -> Iterator[OutputFolder]:
    """Takes the folder for this run, and finishes what an interrupted one left.

    `originals`: the input folder; what also lies there is not lost in the output. `wait` is called
    once where another run is writing, before it is waited for. Raises CannotWrite.
    """
    copies = Originals(originals)
    with ExitStack() as stack:
        with refusing(path):
            make_folders(path)
            waited = stack.enter_context(only_writer(path, wait))
            earlier = finish_earlier_run(path, copies)
        yield OutputFolder(path, copies, earlier, waited)


def publish(
    path: Path,
    batches: Sequence[Batch],
    *,
    originals: Path | None = None,
    wait: Callable[[], None] = lambda: None,
) -> Outcome:
    """All of it in one step."""
    refuse_unusable(batches)
    with output_folder(path, originals, wait) as folder:
        return folder.publish(batches)


def refuse_unusable(batches: Sequence[Batch]) -> list[Document]:
    """All documents. Raises ValueError where one has a name that is none."""
    documents = [document for batch in batches for document in batch.documents]
    refuse_unusable_names([document.name for document in documents])
    return documents


def refuse_unwritable(folder: Path) -> None:
    """Raises CannotWrite where no documents could be written; nothing is touched."""
    above = (folder.absolute(), *folder.absolute().parents)
    standing = next(place for place in above if place.exists())
    if not standing.is_dir():
        raise CannotWrite(folder, Reason.NOT_A_FOLDER)
    if not os.access(standing, os.W_OK | os.X_OK):
        raise CannotWrite(folder, Reason.NO_PERMISSION)


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """Says CannotWrite of what the disk refuses."""
    try:
        yield
    except OSError as error:
        raise refusal_of(error, folder) from error


def refusal_of(error: OSError, folder: Path) -> CannotWrite:
    """Names a place that staff know: the folder, where it is one of our passing files."""
    refusal = CannotWrite.because_of(error, folder)
    if refusal.path == folder / LOCK_NAME or refusal.path.parent == folder / STAGE_NAME:
        return CannotWrite(folder, refusal.reason, refusal.detail)
    return refusal


def stands_already(folder: Path, document: Document) -> bool:
    return checksum_at(folder / document.name) == sha256_of(document.content)


def finish_earlier_run(folder: Path, originals: Originals) -> Done:
    refuse_foreign_folders(folder, f"{STAGE_NAME}/{STAGE_LIST_NAME}")
    stage = read_stage(folder)
    done = NOTHING_DONE
    if stage and stage.is_sound:
        done = carry_out(stage, originals)
    elif stage:
        remember_what_was_moved(stage)
    clear_stage(folder)
    return done


def remember_what_was_moved(stage: Stage) -> None:
    """A stage damaged after it was complete may already have replaced some documents."""
    memory, waiting = Memory(stage.folder), stage.waiting
    for name, entry in stage.documents.items():
        if name not in waiting:
            memory.learn(name, entry.sha256, stage.batch_of[name])


def carry_out(stage: Stage, originals: Originals) -> Done:
    """Everything after staging. Done twice, it comes to the same."""
    memory = Memory(stage.folder)
    placed = put_in_place(stage, memory, originals)
    removal = remove_stale(stage, placed, memory, originals)
    memory.become(known_after(stage, memory, placed, removal))
    return Done(placed, removal, tuple(all_beside(memory)))


def all_beside(memory: Memory) -> Iterator[str]:
    """Of documents of any batch, also of those that this run did not build."""
    for name, known in sorted(memory.known.items()):
        if known.instead_of and checksum_at(memory.folder / name) in known.written:
            yield name


def known_after(
    stage: Stage, memory: Memory, placed: Placed, removal: Removal
) -> Mapping[str, Known]:
    known = {name: one for name, one in memory.known.items() if name not in removal.settled}
    for name in (*removal.names(Fate.KEPT), *removal.names(Fate.HELD)):
        if name in known:
            known[name] = replace(known[name], offered=None)
    for name, entry in stage.documents.items():
        written = {entry.sha256} if name in placed.in_place else memory.of(name).written
        known[name] = Known(stage.batch_of[name], entry, frozenset(written))
    return known


def outcome_of(earlier: Done, done: Done, unchanged: Sequence[str]) -> Outcome:
    placed, removed = done.placed, names_that_fell(Fate.REMOVED, earlier, done)
    current = {*placed.in_place, *(name for name, _ in (*placed.edited, *placed.open)), *removed}
    return Outcome(
        written=placed.in_place,
        unchanged=tuple(name for name in unchanged if name in placed.in_place),
        edited=(*placed.edited, *(one for one in earlier.placed.edited if one[0] not in current)),
        open=(*placed.open, *(one for one in earlier.placed.open if one[0] not in current)),
        removed=removed,
        kept=names_that_fell(Fate.KEPT, earlier, done),
        withheld=done.removal.names(Fate.WITHHELD),
        not_removed=tuple(
            name for name in names_that_fell(Fate.HELD, earlier, done) if name not in removed
        ),
        finished_earlier=earlier.placed.moved,
    )


def names_that_fell(fate: Fate, earlier: Done, done: Done) -> tuple[str, ...]:
    """A name that went for the earlier run and is built again has nothing to be told."""
    names = {*earlier.removal.names(fate), *done.removal.names(fate)}
    return tuple(sorted(names - set(done.placed.in_place)))
