"""Text as it was typed: escapes undone, line breaks made one, lines kept by run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from akmplan.office.escapes import unescaped
from akmplan.workbooks.styles import AS_THE_CELL, EVERY_LINE, Font, Line

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RichText:
    """Text in runs: length and font of each."""

    text: str
    runs: tuple[tuple[int, Font], ...]

    def spans(self, line: Line, cell: Line) -> Spans:
        """What has this line, in a cell whose own font has those lines."""
        ends = accumulate(length for length, _ in self.runs)
        below = Font(cell, EVERY_LINE)
        spans: list[tuple[int, int]] = []
        for (length, font), end in zip(self.runs, ends, strict=True):
            start = end - length
            if length and line in font.over(below).lines:
                joined = spans.pop()[0] if spans and spans[-1][1] == start else start
                spans.append((joined, end))
        return tuple(spans)


Text = str | RichText
Run = tuple[str, Font]


def text_of(runs: Sequence[Run]) -> Text:
    """The runs put together; a plain text where none has a font of its own."""
    text = runs[0][0] if len(runs) == 1 else "".join(run for run, _ in runs)
    if all(font == AS_THE_CELL for _, font in runs):
        return text
    return RichText(text, tuple((len(run), font) for run, font in runs))


def as_typed(raw: str) -> str:
    """Escapes like `_x000D_` undone, and every line break made one `\\n`."""
    raw = unescaped(raw)
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return raw


def size_of(text: Text) -> int:
    """Roughly what the text takes in memory."""
    if isinstance(text, str):
        return sys.getsizeof(text)
    return sys.getsizeof(text.text) + 120 * (1 + len(text.runs))
