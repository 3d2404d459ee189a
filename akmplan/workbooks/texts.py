"""The texts of an .xlsx file, put together out of their runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.workbooks.limits import MOST_PIECES, Allowance
from akmplan.workbooks.namespaces import local_name
from akmplan.workbooks.packages import Package
from akmplan.workbooks.reasons import Reason, UnreadableFile
from akmplan.workbooks.richtext import RichText, Text, as_typed, size_of
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part


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
        elif len(self.heard) > MOST_PIECES:
            raise UnreadableFile(Reason.TOO_LARGE, "text")


@dataclass(slots=True)
class TextBuilder:
    """Puts the text of one `si` or `is` element together."""

    pieces: Pieces
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
            self.pieces.begin()
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
            self.runs.append((as_typed(self.pieces.taken()), self.mark))
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


@dataclass(slots=True)
class _SharedTexts:
    allowance: Allowance
    builder: TextBuilder
    texts: list[Text] = field(default_factory=list)

    def start(self, element: str, attributes: Attributes) -> None:
        local = local_name(element)
        if local == "si":
            self.builder.begin()
        else:
            self.builder.start(local, attributes)

    def end(self, element: str) -> None:
        local = local_name(element)
        if local == "si":
            self._add(self.builder.built())
        else:
            self.builder.end(local)

    def _add(self, text: Text) -> None:
        self.allowance.hold(8 + size_of(text))
        self.texts.append(text)


def shared_texts(package: Package, part: str | None, allowance: Allowance) -> list[Text]:
    """The texts that cells point to by number."""
    pieces = Pieces()
    gathered = _SharedTexts(allowance, TextBuilder(pieces))
    if part is not None:
        listener = Listener(gathered.start, gathered.end, pieces.heard.append, pieces.settle)
        read_part(package, part, listener, allowance)
    return gathered.texts
