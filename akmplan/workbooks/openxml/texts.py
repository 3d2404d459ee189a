"""The texts of an .xlsx file, put together out of their runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Final

from akmplan.office.package import Package
from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.office.xmlparts import Attributes, Listener, OnEnd, OnStart, read_part
from akmplan.workbooks.limits import LONGEST_TEXT, MOST_PIECES, MOST_RUNS, Allowance
from akmplan.workbooks.openxml.elements import in_main
from akmplan.workbooks.richtext import Run, Text, as_typed, size_of, text_of
from akmplan.workbooks.styles import AS_THE_CELL, WITHOUT_LINES, Font, Line

NOT_DRAWN: Final = frozenset(("none", "0", "false", "off"))


@dataclass(slots=True)
class Pieces:
    """Character data of the element that is being read, as the parser hands it out."""

    heard: list[str] = field(default_factory=list)
    is_open: bool = False

    def begin(self) -> None:
        """Character data counts from here."""
        self.heard.clear()
        self.is_open = True

    def taken(self) -> str:
        """All since the beginning."""
        self.is_open = False
        return self.heard[0] if len(self.heard) == 1 else "".join(self.heard)

    def settle(self) -> None:
        """What stands between elements is forgotten, what grows without end is refused."""
        if not self.is_open:
            self.heard.clear()
        elif len(self.heard) > MOST_PIECES or sum(map(len, self.heard)) > LONGEST_TEXT:
            raise UnreadableFile(Reason.TOO_LARGE, "text")


@dataclass(slots=True)
class TextBuilder:
    """Puts the text of one `si` or `is` element together."""

    pieces: Pieces
    runs: list[Run] = field(default_factory=list)
    font: Font = AS_THE_CELL
    is_phonetic: bool = False

    def begin(self) -> None:
        """A new text."""
        self.runs.clear()
        self.font = AS_THE_CELL

    def starts(self) -> dict[str, OnStart]:
        """What to call when one of these elements opens."""
        return {
            "t": self._open_letters,
            "r": self._open_run,
            "rPr": self._open_properties,
            "u": partial(self._note_line, Line.UNDER),
            "strike": partial(self._note_line, Line.THROUGH),
            "rPh": self._open_phonetic,
        }

    def ends(self) -> dict[str, OnEnd]:
        """What to call when one of these elements closes."""
        return {"t": self._close_letters, "rPh": self._close_phonetic}

    def _open_letters(self, _: Attributes) -> None:
        self.pieces.begin()

    def _open_run(self, _: Attributes) -> None:
        self.font = AS_THE_CELL

    def _open_properties(self, _: Attributes) -> None:
        self.font = WITHOUT_LINES

    def _note_line(self, line: Line, attributes: Attributes) -> None:
        self.font = self.font.with_line(line, is_drawn(attributes))

    def _open_phonetic(self, _: Attributes) -> None:
        self.is_phonetic = True

    def _close_phonetic(self) -> None:
        self.is_phonetic = False

    def _close_letters(self) -> None:
        letters = self.pieces.taken()
        if not self.is_phonetic:
            self.runs.append((as_typed(letters), self.font))
        if len(self.runs) > MOST_RUNS:
            raise UnreadableFile(Reason.TOO_LARGE, "text")

    def built(self) -> Text:
        """The text that has come together."""
        return text_of(self.runs)


def is_drawn(attributes: Attributes) -> bool:
    """Whether a `u` or `strike` draws its line; without a word it does."""
    return attributes.get("val") not in NOT_DRAWN


def shared_texts(package: Package, part: str | None, allowance: Allowance) -> list[Text]:
    """The texts that cells point to by number."""
    texts: list[Text] = []
    pieces = Pieces()
    builder = TextBuilder(pieces)

    def begin(_: Attributes) -> None:
        builder.begin()

    def add() -> None:
        text = builder.built()
        allowance.hold(8 + size_of(text))
        texts.append(text)

    if part is not None:
        starts = in_main({"si": begin, **builder.starts()})
        ends = in_main({"si": add, **builder.ends()})
        listener = Listener(starts, ends, pieces.heard.append, pieces.settle)
        read_part(package, part, listener, allowance)
    return texts
