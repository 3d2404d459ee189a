"""Text as it was typed: runs of one cell joined, escapes undone, underlining kept."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from itertools import accumulate

from akmplan.workbooks.contents import MAIN
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.packages import Package
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
SURROGATES = range(0xD800, 0xE000)
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RichText:
    """Text in runs: length and underlining of each, None where the run takes the cell's own."""

    text: str
    runs: tuple[tuple[int, bool | None], ...]

    def underlined(self, cell: bool) -> Spans:
        """The underlined spans in a cell whose own font is underlined or not."""
        ends = accumulate(length for length, _ in self.runs)
        marks = (cell if mark is None else mark for _, mark in self.runs)
        spans: list[tuple[int, int]] = []
        for (length, _), end, mark in zip(self.runs, ends, marks, strict=True):
            if mark and spans and spans[-1][1] == end - length:
                spans[-1] = (spans[-1][0], end)
            elif mark and length:
                spans.append((end - length, end))
        return tuple(spans)


Text = str | RichText


def as_typed(raw: str) -> str:
    """Escapes like `_x000D_` undone, and every line break made one `\\n`."""
    if "_x" in raw:
        raw = ESCAPE.sub(_unescaped, raw)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return raw


def _unescaped(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    # Half a character is no text that could be written anywhere: it stays as it was spelled.
    return escape[0] if code in SURROGATES else chr(code)


def size_of(text: Text) -> int:
    """Roughly what the text takes in memory."""
    if isinstance(text, str):
        return sys.getsizeof(text)
    return sys.getsizeof(text.text) + 120 * (1 + len(text.runs))


@dataclass(slots=True)
class TextBuilder:
    """Puts the text of one `si` or `is` element together out of what the parser tells."""

    pieces: list[str] = field(default_factory=list)
    runs: list[tuple[str, bool | None]] = field(default_factory=list)
    mark: bool | None = None
    is_phonetic: bool = False

    def begin(self) -> None:
        """A new text."""
        self.runs.clear()
        self.mark = None

    def start(self, local: str, attributes: Attributes) -> None:
        """An element within the text opens."""
        if local == "t":
            self.pieces.clear()
        elif local == "r":
            self.mark = None
        elif local == "rPr":
            self.mark = False
        elif local == "u":
            self.mark = attributes.get("val") != "none"
        elif local == "rPh":
            self.is_phonetic = True

    def end(self, local: str) -> None:
        """An element within the text closes."""
        if local == "t" and not self.is_phonetic:
            self.runs.append((as_typed("".join(self.pieces)), self.mark))
        elif local == "rPh":
            self.is_phonetic = False

    def built(self) -> Text:
        """The text that has come together."""
        if len(self.runs) == 1 and self.runs[0][1] is None:
            return self.runs[0][0]
        text = "".join(run for run, _ in self.runs)
        if all(mark is None for _, mark in self.runs):
            return text
        return RichText(text, tuple((len(run), mark) for run, mark in self.runs))


def shared_texts(package: Package, part: str | None, allowance: Allowance) -> list[Text]:
    """The texts that cells point to by number."""
    texts: list[Text] = []
    builder = TextBuilder()

    def start(element: str, attributes: Attributes) -> None:
        local = element.removeprefix(f"{MAIN} ")
        if local == "si":
            builder.begin()
        else:
            builder.start(local, attributes)

    def end(element: str) -> None:
        local = element.removeprefix(f"{MAIN} ")
        builder.end(local)
        if local == "si":
            texts.append(builder.built())
            allowance.hold(8 + size_of(texts[-1]))

    if part is not None:
        read_part(package, part, Listener(start, end, builder.pieces.append), allowance)
    return texts
