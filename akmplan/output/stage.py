"""The stage: a set of documents whole on the disk before the first target is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
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
from akmplan.output.documents import Document
from akmplan.output.lists import (
    Entry,
    as_bytes,
    content_of,
    documents_in,
    list_as_json,
    strings_in,
)
from akmplan.output.memory import PASSING_NAME, STAGE_NAME

STAGE_LIST_NAME = "royxat.json"
STAGED_NAME = re.compile(r"\d{4,}")


@dataclass(frozen=True, slots=True)
class Stage:
    """All documents of a run, and under which name in the stage the new ones lie."""

    folder: Path  # the output folder
    full: bool
    documents: Mapping[str, Entry]
    staged: Mapping[str, str]

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


def write_stage(
    folder: Path, documents: Sequence[Document], unchanged: Collection[str], *, full: bool
) -> Stage:
    new = [document for document in documents if document.name not in unchanged]
    stage = Stage(
        folder,
        full,
        {one.name: Entry(sha256_of(one.content), dict(one.sources)) for one in documents},
        {document.name: f"{number:04}" for number, document in enumerate(new)},
    )
    try:
        write_files(stage, new)
    except BaseException:
        # A half stage holds nothing that is missed, and may be what fills the disk.
        clear_stage_if_possible(folder)
        raise
    return stage


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
    return {
        "documents": list_as_json(stage.documents),
        "full": stage.full,
        "staged": dict(stage.staged),
    }


def read_stage(folder: Path) -> Stage | None:
    """None where there is none, or where it has no list: then no target was touched."""
    content = content_of(folder / STAGE_NAME / STAGE_LIST_NAME)
    if content is None:
        return None
    documents = documents_in(content)
    staged = {
        name: place
        for name, place in strings_in(content.get("staged")).items()
        if name in documents and STAGED_NAME.fullmatch(place)
    }
    return Stage(folder, content.get("full") is True, documents, staged)


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
