"""Which part of a package another part points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from akmplan.office.names import PACKAGE, relations_part, resolved
from akmplan.office.namespaces import RELATIONS
from akmplan.office.package_limits import MOST_PARTS, XmlAllowance
from akmplan.office.refusals import Hazard, damaged, unsafe
from akmplan.office.xmlparts import Attributes, Listener, Parts, read_part


@dataclass(frozen=True, slots=True)
class Relation:
    """One pointer. `kind` is the last word of its type, `target` as it is spelled, `part` the name
    of what it leads to, blank where that is outside of the package."""

    kind: str
    target: str
    part: str
    is_outside: bool


def relations_of(parts: Parts, source: str, allowance: XmlAllowance) -> Mapping[str, Relation]:
    """The pointers of a part by id; a part without any may lack the part that lists them."""
    listed = relations_part(source)
    if source != PACKAGE and listed not in parts:
        return {}
    found: dict[str, Relation] = {}

    def note(attributes: Attributes) -> None:
        key = attributes.get("Id", "")
        if key in found:
            raise damaged(listed)
        if len(found) >= MOST_PARTS:
            raise unsafe(Hazard.TOO_MANY_PARTS, listed)
        found[key] = relation_from(attributes, source)

    read_part(parts, listed, Listener({f"{RELATIONS} Relationship": note}), allowance)
    return found


def relation_from(attributes: Attributes, source: str) -> Relation:
    """The pointer that an element with these attributes is."""
    kind = attributes.get("Type", "").rpartition("/")[2]
    target = attributes.get("Target", "")
    is_outside = attributes.get("TargetMode", "").lower() == "external"
    return Relation(kind, target, "" if is_outside else resolved(source, target), is_outside)
