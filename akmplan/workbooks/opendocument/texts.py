"""The text of one cell of an .ods file, put together out of its paragraphs and spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.office.xmlparts import Attributes
from akmplan.workbooks.limits import LONGEST_TEXT
from akmplan.workbooks.opendocument.styles import OFFICE, TEXT, OdsStyles
from akmplan.workbooks.richtext import Run, Text, text_of
from akmplan.workbooks.styles import AS_THE_CELL, Font

RUN_SIZE = 64
WHITE_SPACE = re.compile(r"[ \t\r\n]+")
DRAWING = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
# A remark or a drawn box hangs on the cell; its words are not the cell's.
APART = frozenset((f"{OFFICE} annotation", f"{TEXT} ruby-text", f"{TEXT} note"))
PARAGRAPH, SPAN, SPACES = f"{TEXT} p", f"{TEXT} span", f"{TEXT} s"
BREAKS = {f"{TEXT} tab": "\t", f"{TEXT} line-break": "\n"}
SPACE_COUNT, STYLE_NAME = f"{TEXT} c", f"{TEXT} style-name"


@dataclass(slots=True)
class OdsText:
    """Collects while the cell is open."""

    styles: OdsStyles
    _runs: list[Run] = field(default_factory=list)
    _fonts: list[Font] = field(default_factory=list)
    _apart: int = 0
    _paragraphs: int = 0
    _length: int = 0
    _is_open: bool = False

    def begin(self) -> None:
        """A new cell."""
        self._runs.clear()
        self._fonts.clear()
        self._apart = self._paragraphs = self._length = 0
        self._is_open = True

    def hear(self, letters: str) -> None:
        """Character data, which counts within paragraphs only; white space there is one space."""
        if self._is_open and self._paragraphs and not self._apart:
            self._add(WHITE_SPACE.sub(" ", letters))

    def start(self, element: str, attributes: Attributes) -> None:
        """An element within the cell opens."""
        if self._apart or element in APART or element.startswith(DRAWING):
            self._apart += 1
        elif element == PARAGRAPH:
            self._open_paragraph()
        elif element == SPAN:
            self._fonts.append(self.styles.font_of(attributes.get(STYLE_NAME)).over(self._font))
        elif element == SPACES:
            self._add(" " * _count(attributes.get(SPACE_COUNT, "1")))
        elif element in BREAKS:
            self._add(BREAKS[element])

    def end(self, element: str) -> None:
        """An element within the cell closes."""
        if self._apart:
            self._apart -= 1
        elif element == SPAN and self._fonts:
            self._fonts.pop()

    def built(self) -> Text | None:
        """The text of the cell; None where it has not even an empty paragraph."""
        self._is_open = False
        return text_of(self._runs) if self._paragraphs else None

    @property
    def _font(self) -> Font:
        return self._fonts[-1] if self._fonts else AS_THE_CELL

    def _open_paragraph(self) -> None:
        if self._paragraphs:
            self._add("\n")
        self._paragraphs += 1

    def _add(self, text: str) -> None:
        self._length += len(text) + RUN_SIZE
        if self._length > LONGEST_TEXT:
            raise UnreadableFile(Reason.TOO_LARGE, "text")
        self._runs.append((text, self._font))


def _count(number: str) -> int:
    return min(int(number), LONGEST_TEXT) if number.isascii() and number.isdecimal() else 1
