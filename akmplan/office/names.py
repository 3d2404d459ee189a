"""The names of parts, and how one part's pointer names another."""

from __future__ import annotations

import posixpath
from typing import Final

CONTENT_TYPES: Final = "[Content_Types].xml"
PACKAGE: Final = ""  # the source of the pointers that belong to no part


def folded(name: str) -> str:
    """The name as it is looked up: some exporters misspell the case of their own parts."""
    return name.replace("\\", "/").lower()


def relations_part(source: str) -> str:
    """The part with the pointers of this one."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolved(source: str, target: str) -> str:
    """The part that a pointer of the source leads to."""
    whole = posixpath.join("/", posixpath.dirname(source), target.replace("\\", "/"))
    return posixpath.normpath(whole).lstrip("/")


def relative(source: str, part: str) -> str:
    """How a pointer of the source names the part."""
    return posixpath.relpath(part, posixpath.dirname(source) or ".")
