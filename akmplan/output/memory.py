"""Which bytes in the output folder are ours, so that nothing else is ever removed.

`.akmplan.json` is the list of the last full build and depends on nothing else. What it does not
name is in `.akmplan-boshqa.json`, which is there only while there is something to say: documents
that a build of single periods or recipients wrote since, `(yangi)` files, the former bytes of a
document that stood open, stale papers that stood open. Both together must at every moment name
all bytes of ours, at worst some that are no longer there: what is to be known is written down
before the deed (in the stage's list, or here), and forgotten after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from akmplan.output.disk import remove_if_there, sync_folders, write_whole
from akmplan.output.lists import (
    Entry,
    Further,
    as_bytes,
    content_of,
    documents_in,
    further_as_json,
    further_in,
    list_as_json,
)

LIST_NAME = ".akmplan.json"
FURTHER_NAME = ".akmplan-boshqa.json"
STAGE_NAME = ".yangi"
PASSING_NAME = "royxat.tmp"


class Memory:
    """What is known of the folder. It writes only while the stage's folder is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listed = documents_in(content_of(folder / LIST_NAME))
        self.further = further_in(content_of(folder / FURTHER_NAME))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.listed) | frozenset(self.further)

    def checksums(self, name: str) -> frozenset[str]:
        """All bytes under this name that are ours."""
        listed = {self.listed[name].sha256} if name in self.listed else set()
        further = self.further[name].sha256 if name in self.further else frozenset()
        return further | listed

    def instead_of(self, name: str) -> str | None:
        return self.further[name].instead_of if name in self.further else None

    def beside(self, document: str) -> list[str]:
        """The files that were saved beside a document that stood open."""
        return sorted(name for name in self.further if self.instead_of(name) == document)

    def learn(self, checksums: Mapping[str, str], *, instead_of: str | None = None) -> None:
        """Written down before the deed; nothing that was known is forgotten."""
        learnt = {
            name: Further(self.checksums(name) | {checksum}, instead_of or self.instead_of(name))
            for name, checksum in checksums.items()
        }
        self.write_further({**self.further, **learnt})

    def become(self, listed: Mapping[str, Entry] | None, further: Mapping[str, Further]) -> None:
        """What a new list no longer names has to stand beyond it first. None: no new list."""
        self.write_further(further)
        if listed is not None:
            self.write(LIST_NAME, as_bytes({"documents": list_as_json(listed)}))
            self.listed = listed

    def write_further(self, further: Mapping[str, Further]) -> None:
        if further:
            self.write(FURTHER_NAME, as_bytes({"documents": further_as_json(further)}))
        else:
            remove_if_there(self.folder / FURTHER_NAME)
            sync_folders([self.folder])
        self.further = further

    def write(self, name: str, content: bytes) -> None:
        passing = self.folder / STAGE_NAME / PASSING_NAME
        write_whole(self.folder / name, content, by_way_of=passing)
