"""What a run is about to leave, keep and remove, before it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from akmplan.output.document import Beside
from akmplan.output.lists import Listed
from akmplan.output.memory import Memory
from akmplan.output.originals import Originals
from akmplan.output.placement import (
    Target,
    is_news,
    standing_beside,
    target_of,
    usable_beside,
)
from akmplan.output.removal import Fate, fate_of, keeping, stale_names


@dataclass(frozen=True, slots=True)
class Outlook:
    """Documents that were changed by hand, with the file beside them that has the new bytes, and
    what stands there of the batches that is not built. `outdated`: those changed by hand whose
    new bytes are other than what they were written from, and lie beside them no more."""

    edited: tuple[Beside, ...] = ()
    outdated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


def outlook(folder: Path, batches: Mapping[str, Listed], originals: Originals) -> Outlook:
    """Nothing is touched. Whether a file can be replaced at all shows only when it is done."""
    memory = Memory(folder)
    edited = tuple(_edited(folder, batches, memory, originals))
    stale = {name for name in stale_names(batches, memory) if not memory.of(name).instead_of}
    fates = {
        name: fate_of(folder, name, memory, originals, keeping(batches, memory, name))
        for name in sorted(stale)
    }
    by_fate = {fate: tuple(name for name, own in fates.items() if own is fate) for fate in Fate}
    entries = {name: entry for batch in batches.values() for name, entry in batch.documents.items()}
    outdated = tuple(
        name
        for name, beside in edited
        if beside is None and entries[name].sha256 not in memory.of(name).written
    )
    gone, kept, withheld = (by_fate[fate] for fate in (Fate.REMOVED, Fate.KEPT, Fate.WITHHELD))
    return Outlook(edited, outdated, gone, kept, withheld)


def _edited(
    folder: Path, batches: Mapping[str, Listed], memory: Memory, originals: Originals
) -> list[Beside]:
    documents = (
        (name, entry) for batch in batches.values() for name, entry in batch.documents.items()
    )
    return [
        (name, _beside(folder, name, entry.sha256, memory))
        for name, entry in documents
        if target_of(folder / name, entry.sha256, memory.of(name), originals) is Target.EDITED
    ]


def _beside(folder: Path, name: str, new: str, memory: Memory) -> str | None:
    standing = standing_beside(folder, name, new, memory)
    if standing or not is_news(new, memory.of(name)):
        return standing
    return next(usable_beside(folder, name, memory), None)
