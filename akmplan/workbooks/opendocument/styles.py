"""What the styles of an .ods file change in what a cell says: lines and hidden sheets."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.office.xmlparts import Attributes
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.styles import AS_THE_CELL, Font, Line

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
STYLE_SIZE = 200
LINES = (
    (f"{STYLE} text-underline-style", Line.UNDER),
    (f"{STYLE} text-line-through-style", Line.THROUGH),
)


@dataclass(slots=True)
class OdsStyles:
    """The fonts of the styles that draw or end a line, and the names of those that hide a sheet."""

    allowance: Allowance
    fonts: dict[str, Font] = field(default_factory=dict)
    hiding: set[str] = field(default_factory=set)
    _name: str = ""

    def font_of(self, name: str | None) -> Font:
        """The font of the style with this name."""
        return self.fonts.get(name or "", AS_THE_CELL)

    def note(self, element: str, attributes: Attributes) -> None:
        """An element of the styles opens."""
        if element == f"{STYLE} style":
            self._name = attributes.get(f"{STYLE} name", "")
            self._set(self.font_of(attributes.get(f"{STYLE} parent-style-name")))
        elif element == f"{STYLE} text-properties":
            self._note_lines(attributes)
        elif attributes.get(f"{TABLE} display") == "false":
            self._hold()
            self.hiding.add(self._name)

    def _note_lines(self, attributes: Attributes) -> None:
        font = self.font_of(self._name)
        for name, line in LINES:
            if name in attributes:
                font = font.with_line(line, attributes[name] != "none")
        self._set(font)

    def _set(self, font: Font) -> None:
        if font != self.font_of(self._name):
            self._hold()
            self.fonts[self._name] = font

    def _hold(self) -> None:
        self.allowance.hold(STYLE_SIZE + len(self._name))
