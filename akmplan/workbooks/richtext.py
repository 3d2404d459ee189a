"""Text as it was typed: escapes undone, line breaks made one, underlining kept by run."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from itertools import accumulate

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
        spans: list[tuple[int, int]] = []
        for (length, mark), end in zip(self.runs, ends, strict=True):
            start = end - length
            if length and (cell if mark is None else mark):
                joined = spans.pop()[0] if spans and spans[-1][1] == start else start
                spans.append((joined, end))
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
