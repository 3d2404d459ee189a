"""Texts on their way to a page: printed as they are, with lines and remarks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from akmplan.office.characters import printable

OPENING, CLOSING = "\ufdd0", "\ufdd1"  # noncharacters: no typed text holds them
MARK = re.compile(f"{OPENING}([0-9]+){CLOSING}")

View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands in the margin beside a text. `number` tells it from another of the same words."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that look alike."""

    text: str
    underlined: bool = False
    struck: bool = False


Spans = tuple[tuple[int, int], ...]


class Text(str):
    """A text with spans to underline or to strike out, and remarks to stand beside it.

    A template prints its mark, and the text takes the mark's place in the finished page: what was
    typed in a cell is never a part of a template or of its markup.
    """

    underlined: Spans
    struck: Spans
    remarks: tuple[Remark, ...]
    mark: int | None

    def __new__(
        cls,
        text: str = "",
        underlined: Spans = (),
        remarks: Iterable[Remark] = (),
        mark: int | None = None,
        *,
        struck: Spans = (),
    ) -> Text:
        made = super().__new__(cls, text)
        made.underlined = underlined
        made.struck = struck
        made.remarks = tuple(remarks)
        made.mark = mark
        return made

    def __html__(self) -> str:
        return f"{OPENING}{self.mark}{CLOSING}"

    def pieces(self) -> Iterator[Piece]:
        """The text in order, a new piece wherever a line begins or ends."""
        bounds = {bound for span in (*self.underlined, *self.struck) for bound in span}
        for start, stop in pairwise(sorted({0, *bounds, len(self)})):
            text = printable(self[start:stop])
            yield Piece(text, _is_within(start, self.underlined), _is_within(start, self.struck))

    @property
    def printed(self) -> str:
        """What stands on the page."""
        return "".join(piece.text for piece in self.pieces())


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
        given = value if isinstance(value, Text) else Text(value)
        text = Text(given, given.underlined, given.remarks, len(self.texts), struck=given.struck)
        self.texts.append(text)
        return text


def _is_within(place: int, spans: Spans) -> bool:
    return any(start <= place < end for start, end in spans)
