"""How much a package may unpack to, and how much markup may be read of it, in absolute numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akmplan.office.refusals import Reason, UnreadableFile

MIB: Final = 1024 * 1024

MOST_PARTS: Final = 10_000
LARGEST_INFLATED: Final = 384 * MIB
CHUNK: Final = 64 * 1024

LARGEST_XML: Final = 160 * MIB
MOST_TAGS: Final = 8_000_000  # a million cells with formulas or texts of their own have six million
LONGEST_TAG: Final = MIB
DEEPEST: Final = 256
MOST_NAMES: Final = 20_000
MOST_NAMESPACES: Final = 100_000


@dataclass(slots=True)
class XmlAllowance:
    """What is left to one package while its markup is being read."""

    xml: int = LARGEST_XML
    tags: int = MOST_TAGS

    def spend_xml(self, chunk: bytes) -> None:
        """Every tag costs time, so tags count beside bytes."""
        self.xml -= len(chunk)
        self.tags -= chunk.count(b"<")
        if self.xml < 0 or self.tags < 0:
            raise UnreadableFile(Reason.TOO_LARGE, "xml")
