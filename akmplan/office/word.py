"""A Word document let through the gate: where its text lies, and what no paper may carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from akmplan.messages import Message, say
from akmplan.office.dangers import Peril, dangers_in, dangers_in_fields
from akmplan.office.gate import open_package, unpacked_size
from akmplan.office.names import PACKAGE, folded, relations_part
from akmplan.office.namespaces import WORD
from akmplan.office.package import Package
from akmplan.office.package_limits import MIB
from akmplan.office.refusals import Hazard, UnreadableFile
from akmplan.office.revision import Revision

_LARGEST: Final = 48 * MIB
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = f"{_TYPE}document.main+xml"
_BESIDE_THE_TEXT: Final = ("header", "footer", "footnotes", "endnotes")
# A letterhead has the address of a web page; Word notes where a template itself came from.
_REFUSED: Final = frozenset((Peril.MACROS, Peril.OBJECTS, Peril.PAGE, Peril.OUTSIDE, Peril.FIELD))
_ATTACHED: Final = "attachedTemplate"


class NotAWordDocument(ValueError):  # noqa: N818 — it reads as a sentence where it is raised
    """The file is no zip, or holds no document that this package can fill."""


class Unfit(ValueError):  # noqa: N818 - it reads as a sentence where it is raised
    """A Word document that must not be used as a template; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document's package. `main` is its text, `beside` its headers, footers and notes."""

    package: Package
    main: str
    beside: tuple[str, ...]

    @classmethod
    def read(cls, content: bytes) -> WordDocument:
        """Raises NotAWordDocument, Unfit."""
        try:
            return cls._read(content)
        except UnreadableFile as fault:
            if fault.is_of(Hazard.INFLATION):
                raise Unfit(_too_large(unpacked_size(content))) from fault
            raise NotAWordDocument(str(fault)) from fault

    @classmethod
    def _read(cls, content: bytes) -> WordDocument:
        package = open_package(content, keep=True, largest=_LARGEST)
        types = package.types()
        main = folded(package.target(PACKAGE, "officeDocument") or "")
        if types.get(main) != _MAIN:
            raise NotAWordDocument("no text")
        if package.root(main).tag != f"{WORD}document":
            raise NotAWordDocument("another kind of markup")
        _refuse_dangers(package)
        kinds = {f"{_TYPE}{kind}+xml" for kind in _BESIDE_THE_TEXT}
        beside = (part for part, type_ in types.items() if type_ in kinds and part in package)
        return cls(package, main, tuple(sorted(beside)))

    @property
    def parts(self) -> Mapping[str, bytes]:
        """The contents of its parts."""
        return self.package.kept

    def revised(self) -> Revision:
        """What is to become of it, without the way to the template's own template, which names a
        private folder."""
        revision = Revision(self.package)
        settings = self.package.target(self.main, "settings")
        if settings is not None and settings in self.package:
            _detach(revision, settings)
        return revision


def _too_large(size: int) -> Message:
    return say(
        "unpacked it holds {found} MiB, more than {most}; make its pictures smaller",
        found=size // MIB,
        most=_LARGEST // MIB,
    )


def _refuse_dangers(package: Package) -> None:
    """What would run, or fetch something, where the paper is opened."""
    dangers = (*dangers_in(package), *dangers_in_fields(package))
    refused = [danger for danger in dangers if danger.peril in _REFUSED]
    if refused:
        first = min(refused, key=lambda danger: danger.part)
        raise Unfit(
            say(
                "it holds something that no paper may carry ({what}, in {part}); delete it",
                what=first.what,
                part=first.part,
            )
        )


def _detach(revision: Revision, settings: str) -> None:
    package = revision.package
    if package.root(settings).find(f"{WORD}{_ATTACHED}") is not None:
        etree.strip_elements(revision.to_change(settings), f"{WORD}{_ATTACHED}", with_tail=False)
    if any(pointer.kind == _ATTACHED for pointer in package.relations(settings).values()):
        listed = revision.to_change(relations_part(settings))
        listed[:] = [one for one in listed if not one.get("Type", "").endswith(f"/{_ATTACHED}")]
