"""Which bytes in the output folder are ours, so that nothing else is ever replaced or removed.

`.akmplan.json` lists, by batch, what was last built under which name. What it does not say is in
`.akmplan-boshqa.json`, which is there only while there is something to say: `(yangi)` files, the
bytes last written under a name where a document could not be put in place, stale papers that
stand open or were changed by hand. Both together must at every moment name all bytes of ours, at
worst some that are no longer there: what is to be known is written down before the deed (in the
stage's list, or here), and forgotten after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from akmplan.output.disk import remove_if_there, sync_folders, write_whole
from akmplan.output.lists import (
    VERSION,
    Entry,
    Further,
    Listed,
    as_bytes,
    batches_as_json,
    batches_in,
    content_of,
    further_as_json,
    further_in,
    year_told_by,
)

LIST_NAME = ".akmplan.json"
FURTHER_NAME = ".akmplan-boshqa.json"
STAGE_NAME = ".yangi"
PASSING_NAME = "royxat.tmp"


@dataclass(frozen=True, slots=True)
class Known:
    """A name of ours: what was last built for it, and which bytes of ours may stand there."""

    batch: str
    offered: Entry | None
    written: frozenset[str]
    instead_of: str | None = None

    @property
    def goes_without_saying(self) -> bool:
        """Whether the list alone says it."""
        return self.offered is not None and self.written == {self.offered.sha256}


NOTHING_KNOWN = Known("", None, frozenset())


class Memory:
    """What is known of the folder. It writes only while the stage's folder is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known = remembered(content_of(folder / LIST_NAME), content_of(folder / FURTHER_NAME))

    def of(self, name: str) -> Known:
        return self.known.get(name, NOTHING_KNOWN)

    def beside(self, document: str) -> list[str]:
        """The files that were saved beside a document that could not be replaced."""
        return sorted(name for name, known in self.known.items() if known.instead_of == document)

    def learn(self, name: str, checksum: str, batch: str, instead_of: str | None = None) -> None:
        """Written down before the deed; nothing that was known is forgotten."""
        before = self.of(name)
        learnt = replace(
            before,
            batch=before.batch or batch,
            written=before.written | {checksum},
            instead_of=instead_of or before.instead_of,
        )
        self._write_further({**self.known, name: learnt})

    def become(self, known: Mapping[str, Known]) -> None:
        """What a new list no longer names has to stand beyond it first."""
        self._write_further(known)
        self._write(LIST_NAME, as_bytes({"lists": batches_as_json(listed(known))}))

    def _write_further(self, known: Mapping[str, Known]) -> None:
        further = {
            name: Further(one.written, one.batch, one.instead_of)
            for name, one in known.items()
            if not one.goes_without_saying
        }
        if further:
            self._write(FURTHER_NAME, as_bytes({"documents": further_as_json(further)}))
        else:
            remove_if_there(self.folder / FURTHER_NAME)
            sync_folders([self.folder])
        self.known = dict(known)

    def _write(self, name: str, content: bytes) -> None:
        passing = self.folder / STAGE_NAME / PASSING_NAME
        write_whole(self.folder / name, content, by_way_of=passing)


def listed(known: Mapping[str, Known]) -> Mapping[str, Listed]:
    batches: dict[str, dict[str, Entry]] = {}
    for name, one in known.items():
        if one.offered:
            batches.setdefault(one.batch, {})[name] = one.offered
    return {batch: Listed(documents) for batch, documents in batches.items()}


def remembered(
    lists: Mapping[str, object] | None, beyond: Mapping[str, object] | None
) -> dict[str, Known]:
    """What both files say together. In version 1 further bytes stood beside the listed ones."""
    known = {
        name: Known(batch, entry, frozenset({entry.sha256}))
        for batch, one in batches_in(lists).items()
        for name, entry in one.documents.items()
    }
    adds = (beyond or {}).get("version") != VERSION
    usual = year_told_by(known)
    for name, further in further_in(beyond).items():
        before = known.get(name, Known(further.batch or usual, None, frozenset()))
        written = further.sha256 | before.written if adds else further.sha256
        known[name] = replace(before, written=written, instead_of=further.instead_of)
    return {name: one for name, one in known.items() if one.offered or one.written}
