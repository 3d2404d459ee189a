"""The stage: a set of documents whole on the disk before the first target is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from akmplan.output.disk import (
    checksum_at,
    make_folders,
    remove_if_there,
    sha256_of,
    sync_folders,
    write_and_sync,
    write_whole,
)
from akmplan.output.document import Batch, Document
from akmplan.output.lists import (
    Entry,
    Listed,
    as_bytes,
    batches_in,
    content_of,
    entry_as_json,
    strings_in,
)
from akmplan.output.memory import PASSING_NAME, STAGE_NAME

STAGE_LIST_NAME = "royxat.json"
STAGED_NAME = re.compile(r"\d{4,}")


@dataclass(frozen=True)
class Stage:
    """All documents of a run by batch, and under which name in the stage the new ones lie."""

    folder: Path  # the output folder
    batches: Mapping[str, Listed]
    staged: Mapping[str, str]

    @cached_property
    def documents(self) -> Mapping[str, Entry]:
        """All of them by name."""
        listed = (batch.documents for batch in self.batches.values())
        return {name: entry for documents in listed for name, entry in documents.items()}

    @cached_property
    def batch_of(self) -> Mapping[str, str]:
        """The batch of each document."""
        return {name: key for key, batch in self.batches.items() for name in batch.documents}

    def path_of(self, name: str) -> Path | None:
        """Where the document still lies, to be put in place."""
        if name not in self.staged:
            return None
        path = self.folder / STAGE_NAME / self.staged[name]
        return path if os.path.lexists(path) else None

    @property
    def waiting(self) -> list[str]:
        return [name for name in self.documents if self.path_of(name)]

    @property
    def is_sound(self) -> bool:
        """Whether all that still lies here is what the list says."""
        return all(
            checksum_at(self.folder / STAGE_NAME / self.staged[name]) == self.documents[name].sha256
            for name in self.waiting
        )


def write_stage(folder: Path, batches: Sequence[Batch], unchanged: Collection[str]) -> Stage:
    documents = [document for batch in batches for document in batch.documents]
    new = [document for document in documents if document.name not in unchanged]
    stage = Stage(
        folder,
        {batch.name: listed(batch) for batch in batches},
        {document.name: f"{number:04}" for number, document in enumerate(new)},
    )
    try:
        write_files(stage, new)
    except BaseException:
        # A half stage holds nothing that is missed, and may be what fills the disk.
        clear_stage_if_possible(folder)
        raise
    return stage


def listed(batch: Batch) -> Listed:
    entries = {
        document.name: Entry(sha256_of(document.content), dict(document.sources))
        for document in batch.documents
    }
    return Listed(entries, batch.full, batch.removes)


def write_files(stage: Stage, new: Sequence[Document]) -> None:
    place = stage.folder / STAGE_NAME
    make_folders(place)
    for document in new:
        write_and_sync(place / stage.staged[document.name], document.content)
    sync_folders([place])
    passing = place / PASSING_NAME
    write_whole(place / STAGE_LIST_NAME, as_bytes(stage_as_json(stage)), by_way_of=passing)
    sync_folders([stage.folder])


def stage_as_json(stage: Stage) -> dict[str, object]:
    lists = {
        name: {
            "documents": {key: entry_as_json(entry) for key, entry in batch.documents.items()},
            "full": batch.full,
            "removes": batch.removes,
        }
        for name, batch in stage.batches.items()
    }
    return {"lists": lists, "staged": dict(stage.staged)}


def read_stage(folder: Path) -> Stage | None:
    """None where there is none, or where it has no list: then no target was touched."""
    content = content_of(folder / STAGE_NAME / STAGE_LIST_NAME)
    if content is None:
        return None
    stage = Stage(folder, batches_in(content), {})
    staged = {
        name: place
        for name, place in strings_in(content.get("staged")).items()
        if name in stage.documents and STAGED_NAME.fullmatch(place)
    }
    return Stage(folder, stage.batches, staged)


def clear_stage(folder: Path) -> None:
    """The list first: without it the rest is nothing. What is not ours stays."""
    place = folder / STAGE_NAME
    if not os.path.lexists(place):
        return
    remove_if_there(place / STAGE_LIST_NAME)
    sync_folders([place])
    for name in os.listdir(place):
        if STAGED_NAME.fullmatch(name) or name == PASSING_NAME:
            remove_if_there(place / name)
    with suppress(OSError):
        os.rmdir(place)


def clear_stage_if_possible(folder: Path) -> None:
    """What is left lying is cleared by the next run."""
    with suppress(OSError):
        clear_stage(folder)
