"""The lists on the disk: which document has which checksum. JSON, sorted, without times."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from akmplan.output.names import is_safe

VERSION = 1
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a list."""

    sha256: str
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Further:
    """A file of ours beyond the list: the checksums that it may have, any of which is ours."""

    sha256: frozenset[str]
    instead_of: str | None = None  # the document beside which it was saved


def list_as_json(documents: Mapping[str, Entry]) -> dict[str, object]:
    return {
        name: {"sha256": entry.sha256, "sources": dict(entry.sources)}
        for name, entry in documents.items()
    }


def further_as_json(further: Mapping[str, Further]) -> dict[str, object]:
    return {
        name: {"sha256": sorted(one.sha256)}
        | ({"instead_of": one.instead_of} if one.instead_of else {})
        for name, one in further.items()
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


def documents_in(content: Mapping[str, object] | None) -> Mapping[str, Entry]:
    """Entries that are not to be trusted (somebody's own editing) are passed over."""
    return {
        name: Entry(checksum, strings_in(raw.get("sources")))
        for name, raw in mappings_in(content)
        for checksum in checksums_in([raw.get("sha256")])
    }


def further_in(content: Mapping[str, object] | None) -> Mapping[str, Further]:
    return {
        name: Further(checksums_in(raw.get("sha256")), string_or_none(raw.get("instead_of")))
        for name, raw in mappings_in(content)
    }


def mappings_in(content: Mapping[str, object] | None) -> list[tuple[str, Mapping[str, object]]]:
    documents = (content or {}).get("documents")
    if not isinstance(documents, dict):
        return []
    return [
        (name, raw) for name, raw in documents.items() if is_safe(name) and isinstance(raw, dict)
    ]


def checksums_in(values: object) -> frozenset[str]:
    strings = values if isinstance(values, list) else []
    return frozenset(one for one in strings if isinstance(one, str) and SHA256.fullmatch(one))


def strings_in(values: object) -> Mapping[str, str]:
    pairs = values.items() if isinstance(values, dict) else []
    return {key: value for key, value in pairs if isinstance(value, str)}


def string_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
