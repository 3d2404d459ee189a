"""Texts on their way to a page: printed as they are, with underlines and remarks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

OPENING, CLOSING = "\ufdd0", "\ufdd1"  # noncharacters: no typed text holds them
MARK = re.compile(f"{OPENING}([0-9]+){CLOSING}")
UNKNOWN_CHARACTER = "\ufffd"

_UNPRINTABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")

View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands in the margin beside a text. `number` tells it from another of the same words."""

    number: int
    text: str


class Text(str):
    """A text with spans to underline and remarks to stand beside it.

    A template prints its mark, and the text takes the mark's place in the finished page: what was
    typed in a cell is never a part of a template or of its markup.
    """

    underlined: tuple[tuple[int, int], ...]
    remarks: tuple[Remark, ...]
    mark: int | None

    def __new__(
        cls,
        text: str = "",
        underlined: Iterable[tuple[int, int]] = (),
        remarks: Iterable[Remark] = (),
        mark: int | None = None,
    ) -> Text:
        made = super().__new__(cls, text)
        made.underlined = tuple(underlined)
        made.remarks = tuple(remarks)
        made.mark = mark
        return made

    def __html__(self) -> str:
        return f"{OPENING}{self.mark}{CLOSING}"

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in order, each piece with whether it is underlined."""
        end = 0
        for start, stop in self.underlined:
            yield printable(self[end:start]), False
            yield printable(self[start:stop]), True
            end = stop
        yield printable(self[end:]), False

    @property
    def printed(self) -> str:
        """What stands on the page."""
        return "".join(piece for piece, _ in self.pieces())


@dataclass(slots=True)
class Marks:
    """The texts that a document may print, by their marks."""

    texts: list[Text] = field(default_factory=list)

    def marked(self, view: View) -> View:
        """The same view, every text in it with a mark."""
        marked: View = self._marked(view)
        return marked

    def _marked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, tuple):
            return tuple(self._marked(one) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            named = {one.name: self._marked(getattr(value, one.name)) for one in fields(value)}
            return replace(value, **named)
        return value

    def _text(self, value: str) -> Text:
        spans = getattr(value, "underlined", ())
        text = Text(value, spans, getattr(value, "remarks", ()), len(self.texts))
        self.texts.append(text)
        return text


def printable(text: str) -> str:
    """What XML cannot hold shows as U+FFFD; line ends are line feeds."""
    return _UNPRINTABLE.sub(UNKNOWN_CHARACTER, _LINE_END.sub("\n", text))
