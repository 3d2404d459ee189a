"""The lists on the disk: which document has which checksum. JSON, sorted, without times.

`.akmplan.json` and the stage's list hold batches of documents, `.akmplan-boshqa.json` further
bytes of ours. Version 1 knew one year only and did not name it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from akmplan.output.names import is_safe

VERSION = 2
SHA256 = re.compile(r"[0-9a-f]{64}")
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a list."""

    sha256: str
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """A batch as it stands in a list."""

    documents: Mapping[str, Entry]
    full: bool = True
    removes: bool = True


@dataclass(frozen=True, slots=True)
class Further:
    """The bytes of ours that may stand under a name, where the list alone does not say it."""

    sha256: frozenset[str]
    batch: str
    instead_of: str | None = None  # the document beside which it was saved


def batches_as_json(batches: Mapping[str, Listed]) -> dict[str, object]:
    return {
        name: {"documents": {key: entry_as_json(one) for key, one in batch.documents.items()}}
        for name, batch in batches.items()
        if batch.documents
    }


def entry_as_json(entry: Entry) -> dict[str, object]:
    return {"sha256": entry.sha256, "sources": dict(entry.sources)}


def further_as_json(further: Mapping[str, Further]) -> dict[str, object]:
    return {
        name: {"sha256": sorted(known.sha256), "batch": known.batch}
        | ({"instead_of": known.instead_of} if known.instead_of else {})
        for name, known in further.items()
    }


def as_bytes(content: Mapping[str, object]) -> bytes:
    """Pure ASCII, so that file names of any make survive."""
    return json.dumps({"version": VERSION, **content}, indent=1, sort_keys=True).encode() + b"\n"


def content_of(path: Path) -> Mapping[str, object] | None:
    """None where there is no such list, or it is none: never where it cannot be read now."""
    try:
        with open(path, "rb") as file:
            content = json.load(file)
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def batches_in(content: Mapping[str, object] | None) -> Mapping[str, Listed]:
    """The batches of a list of any version. Entries that are not to be trusted (somebody's own
    editing) are passed over."""
    lists = (content or {}).get("lists")
    if not isinstance(lists, dict):
        return batches_of_version_1(content or {})
    return {
        name: Listed(entries_in(raw), raw.get("full") is True, raw.get("removes") is True)
        for name, raw in lists.items()
        if isinstance(raw, dict)
    }


def batches_of_version_1(content: Mapping[str, object]) -> Mapping[str, Listed]:
    """One list was of one year: that which most of its names tell."""
    documents = entries_in(content)
    full = content.get("full") is True
    return {year_told_by(documents): Listed(documents, full, full)} if documents else {}


def year_told_by(names: Iterable[str]) -> str:
    """The year that most names tell; blank where none does."""
    years = Counter(match[0] for name in names if (match := YEAR.search(name)))
    return years.most_common(1)[0][0] if years else ""


def entries_in(content: Mapping[str, object]) -> Mapping[str, Entry]:
    return {
        name: Entry(checksum, strings_in(raw.get("sources")))
        for name, raw in mappings_in(content)
        for checksum in checksums_in([raw.get("sha256")])
    }


def further_in(content: Mapping[str, object] | None) -> Mapping[str, Further]:
    return {
        name: Further(
            checksums_in(raw.get("sha256")),
            string_or_none(raw.get("batch")) or year_told_by([name]),
            string_or_none(raw.get("instead_of")),
        )
        for name, raw in mappings_in(content or {})
    }


def mappings_in(content: Mapping[str, object]) -> list[tuple[str, Mapping[str, object]]]:
    documents = content.get("documents")
    if not isinstance(documents, dict):
        return []
    return [
        (name, raw) for name, raw in documents.items() if is_safe(name) and isinstance(raw, dict)
    ]


def checksums_in(values: object) -> frozenset[str]:
    strings = values if isinstance(values, list) else []
    return frozenset(text for text in strings if isinstance(text, str) and SHA256.fullmatch(text))


def strings_in(values: object) -> Mapping[str, str]:
    pairs = values.items() if isinstance(values, dict) else []
    return {key: value for key, value in pairs if isinstance(value, str)}


def string_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
