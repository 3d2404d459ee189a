"""A package in the making: another one with some of its parts changed and new ones added.

A part that is not to change keeps its bytes: a library that loads a document and saves it again
loses what it does not know, as pictures, charts, rich text, formats of its makers.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Final

from lxml import etree

from akmplan.office.archive import archive
from akmplan.office.names import CONTENT_TYPES, PACKAGE, folded, relations_part, relative
from akmplan.office.namespaces import RELATIONS, TYPES
from akmplan.office.package import Package, parsed, types_in

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST: Final = (folded(CONTENT_TYPES), folded(relations_part(PACKAGE)))


class Revision:
    """What a package will hold, until it is `written`."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._trees: dict[str, etree._Element] = {}
        self._contents: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        name = self.package.spelled(part)
        return name in self._trees or name in self._contents or part in self.package

    def root(self, part: str) -> etree._Element:
        """The part as a tree, with what was changed in it."""
        changed = self._trees.get(self.package.spelled(part))
        return self.package.root(part) if changed is None else changed

    def to_change(self, part: str) -> etree._Element:
        """The part as a tree; what is changed in it will be written."""
        name = self.package.spelled(part)
        if name not in self._trees:
            self._trees[name] = deepcopy(self.package.root(part))
        return self._trees[name]

    def write(self, part: str, content: bytes) -> None:
        """The part with another content, or a new part that others point to already."""
        self._contents[self.package.spelled(part)] = content

    def put(self, part: str, content: bytes, type_: str, source: str, relation: str) -> None:
        """The content stands in the part that the source points to by a relation of this type;
        where it points to none, in `part`, which it then points to."""
        there = self.package.target(source, relation.rpartition("/")[2])
        if there is None:
            self.add(part, content, type_, source, relation)
        else:
            self._declare(there, type_)
            self.write(there, content)

    def add(self, part: str, content: bytes, type_: str, source: str, relation: str) -> str:
        """A new part with its content type and a pointer of the source to it; the pointer's id."""
        self._declare(part, type_)
        self.write(part, content)
        return self._point_to(part, source, relation)

    def written(self) -> bytes:
        """The package, its parts in a fixed order."""
        names = {*self.package.names, *self._contents, *self._trees}
        rest = sorted(name for name in names if folded(name) not in _FIRST)
        first = (self.package.spelled(name) for name in _FIRST)
        return archive((name, self._content(name)) for name in (*first, *rest))

    def _content(self, name: str) -> bytes:
        if name in self._contents:
            return self._contents[name]
        changed = self._trees.get(name)
        return self.package.read(name) if changed is None else serialised(changed)

    def _point_to(self, part: str, source: str, relation: str) -> str:
        listed = self._relations_of(source)
        taken = {pointer.get("Id") for pointer in listed}
        key = next(key for number in count(1) if (key := f"rId{number}") not in taken)
        pointer = {"Id": key, "Type": relation, "Target": relative(source, part)}
        etree.SubElement(listed, f"{{{RELATIONS}}}Relationship", pointer)
        return key

    def _declare(self, part: str, type_: str) -> None:
        if types_in(self.root(CONTENT_TYPES)).get(folded(part)) != type_:
            override = {"PartName": f"/{part}", "ContentType": type_}
            etree.SubElement(self.to_change(CONTENT_TYPES), f"{{{TYPES}}}Override", override)

    def _relations_of(self, source: str) -> etree._Element:
        listed = relations_part(source)
        if listed not in self:
            self._trees[listed] = parsed(f'<Relationships xmlns="{RELATIONS}"/>')
        return self.to_change(listed)


def serialised(root: etree._Element) -> bytes:
    """A tree as a part."""
    return DECLARATION.encode() + etree.tostring(root, encoding="unicode").encode()
