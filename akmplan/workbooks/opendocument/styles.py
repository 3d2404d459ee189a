"""What the styles of an .ods file change in what a cell says: underlining and hidden sheets."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.xmlparts import Attributes

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
STYLE_SIZE = 200


@dataclass(slots=True)
class OdsStyles:
    """Names of the styles that underline, and of those that hide a sheet."""

    allowance: Allowance
    underlining: set[str] = field(default_factory=set)
    hiding: set[str] = field(default_factory=set)
    _name: str = ""

    def note(self, element: str, attributes: Attributes) -> None:
        """An element of the styles opens."""
        if element == f"{STYLE} style":
            self._name = attributes.get(f"{STYLE} name", "")
            if attributes.get(f"{STYLE} parent-style-name") in self.underlining:
                self._add(self.underlining)
        elif element == f"{STYLE} text-properties":
            self._note_text(attributes)
        elif attributes.get(f"{TABLE} display") == "false":
            self._add(self.hiding)

    def _note_text(self, attributes: Attributes) -> None:
        line = attributes.get(f"{STYLE} text-underline-style")
        if line == "none":
            self.underlining.discard(self._name)
        elif line is not None:
            self._add(self.underlining)

    def _add(self, names: set[str]) -> None:
        self.allowance.hold(STYLE_SIZE + len(self._name))
        names.add(self._name)
