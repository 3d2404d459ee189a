"""Which part of a package another part points to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from akmplan.workbooks.limits import MOST_PARTS, Allowance
from akmplan.workbooks.openxml.namespaces import RELATIONSHIP
from akmplan.workbooks.packages import Package
from akmplan.workbooks.reasons import Hazard, damaged, unsafe
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer: `kind` is the last word of its type, `part` a name, none for what is outside."""

    kind: str
    part: str


def relations_of(package: Package, part: str, allowance: Allowance) -> Mapping[str, Relation]:
    """The pointers of a part by id; of the package itself for part `""`."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}

    def note(attributes: Attributes) -> None:
        key = attributes.get("Id", "")
        if key in found:
            raise damaged(rels)
        if len(found) >= MOST_PARTS:
            raise unsafe(Hazard.TOO_MANY_PARTS, rels)
        found[key] = _relation(folder, attributes)

    if part == "" or rels in package:
        read_part(package, rels, Listener({RELATIONSHIP: note}), allowance)
    return found


def _relation(folder: str, attributes: Attributes) -> Relation:
    if attributes.get("TargetMode") == "External":
        return Relation("external", "")
    target = attributes.get("Target", "").replace("\\", "/")
    whole = posixpath.normpath(posixpath.join("/", folder, target))
    return Relation(attributes.get("Type", "").rpartition("/")[2], whole.lstrip("/"))
