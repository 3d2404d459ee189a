"""Which part of a package another part points to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.namespaces import RELATIONSHIP
from akmplan.workbooks.packages import Package
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer: `kind` is the last word of its type, `part` the name of the part."""

    kind: str
    part: str


def relations_of(package: Package, part: str, allowance: Allowance) -> Mapping[str, Relation]:
    """The pointers of a part by id; of the package itself for part `""`."""
    folder, name = posixpath.split(part)
    found: dict[str, Relation] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == RELATIONSHIP and attributes.get("TargetMode") != "External":
            found[attributes.get("Id", "")] = _relation(folder, attributes)

    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if part == "" or rels in package:
        read_part(package, rels, Listener(start), allowance)
    return found


def _relation(folder: str, attributes: Attributes) -> Relation:
    target = attributes.get("Target", "").replace("\\", "/")
    whole = posixpath.normpath(posixpath.join("/", folder, target))
    return Relation(attributes.get("Type", "").rpartition("/")[2], whole.lstrip("/"))
