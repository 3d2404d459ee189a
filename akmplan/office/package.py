"""A package that the gate has let through: its parts, their types, and what they point to."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from akmplan.office.names import CONTENT_TYPES, folded
from akmplan.office.namespaces import TYPES
from akmplan.office.package_limits import CHUNK, XmlAllowance
from akmplan.office.refusals import damaged
from akmplan.office.relations import Relation, relations_of

ZIP_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, ValueError,
    ArithmeticError, NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """Parts by folded name. `kept`: the contents of all of them, where they were asked for."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]
    kept: Mapping[str, bytes] = field(default_factory=dict)
    _roots: dict[str, etree._Element] = field(default_factory=dict)
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)

    def __contains__(self, part: str) -> bool:
        return folded(part) in self.entries

    @property
    def names(self) -> tuple[str, ...]:
        """The parts in their order, spelled as they are."""
        return tuple(entry.filename for entry in self.entries.values())

    def spelled(self, part: str) -> str:
        """The part's name as the package spells it; a part that is not there as it is asked for."""
        entry = self.entries.get(folded(part))
        return entry.filename if entry else part

    def chunks(self, part: str) -> Iterator[bytes]:
        """The part's bytes, unpacked piece by piece. Raises UnreadableFile."""
        content = self.kept.get(folded(part))
        if content is None:
            yield from self._unpacked(part)
            return
        for at in range(0, len(content), CHUNK):
            yield content[at : at + CHUNK]

    def read(self, part: str) -> bytes:
        """All bytes of the part. Raises UnreadableFile."""
        content = self.kept.get(folded(part))
        return b"".join(self._unpacked(part)) if content is None else content

    def root(self, part: str) -> etree._Element:
        """The part as a tree, parsed once and not to be changed. Raises UnreadableFile."""
        name = folded(part)
        if name not in self._roots:
            try:
                self._roots[name] = parsed(self.read(part))
            except etree.XMLSyntaxError as fault:
                raise damaged(part) from fault
        return self._roots[name]

    def relations(
        self, source: str, allowance: XmlAllowance | None = None
    ) -> Mapping[str, Relation]:
        """The pointers of a part by id, of the package itself for `PACKAGE`; read once. Raises
        UnreadableFile."""
        name = folded(source)
        if name not in self._relations:
            self._relations[name] = relations_of(self, source, allowance or XmlAllowance())
        return self._relations[name]

    def targets(self, source: str, kind: str) -> Iterator[str]:
        """The parts that the source points to by relations of a kind."""
        for relation in self.relations(source).values():
            if relation.kind == kind and not relation.is_outside:
                yield relation.part

    def target(self, source: str, kind: str) -> str | None:
        """The first of these."""
        return next(self.targets(source, kind), None)

    def types(self) -> Mapping[str, str]:
        """The content types that parts have of their own, by folded name; read once."""
        if not self._types:
            self._types.update(types_in(self.root(CONTENT_TYPES)))
        return self._types

    def of_type(self, ending: str) -> tuple[str, ...]:
        """The parts whose content type ends so, by folded name."""
        return tuple(
            name for name, kind in self.types().items() if kind.endswith(ending) and name in self
        )

    def _unpacked(self, part: str) -> Iterator[bytes]:
        entry = self.entries.get(folded(part))
        if entry is None:
            raise damaged(part)
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except ZIP_FAULTS as fault:
            raise damaged(part) from fault


def types_in(root: etree._Element) -> Mapping[str, str]:
    """The content types that a list of them gives to single parts, by folded name."""
    listed = root.iter(f"{{{TYPES}}}Override")
    return {
        folded(one.get("PartName", "")).lstrip("/"): one.get("ContentType", "") for one in listed
    }


def parsed(content: bytes | str) -> etree._Element:
    """A part as a tree; nothing outside it is followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(content if isinstance(content, bytes) else content.encode(), parser)
