"""The cell that is being read, from its opening tag to its closing one."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.office.xmlparts import Attributes, OnEnd, OnStart
from akmplan.workbooks.openxml.formulas import Formula, SharedFormulas
from akmplan.workbooks.openxml.texts import Pieces, TextBuilder
from akmplan.workbooks.payloads import Fault, Payload, Unstored
from akmplan.workbooks.rawvalues import Meanings, boolean_from, iso_moment_from, text_from
from akmplan.workbooks.references import Position
from akmplan.workbooks.richtext import Text


@dataclass(slots=True)
class OpenCell:
    """Collects `<v>`, `<f>` and `<is>`, and says in the end what they mean together."""

    meanings: Meanings
    pieces: Pieces = field(default_factory=Pieces)
    kind: str = "n"
    _value: str | None = None
    _text: Text | None = None
    _formula: Formula | None = None
    _group: str | None = None
    _is_doubled: bool = False
    _shared: SharedFormulas = field(default_factory=SharedFormulas)
    _builder: TextBuilder = field(init=False)

    def __post_init__(self) -> None:
        self._builder = TextBuilder(self.pieces)

    def begin(self, kind: str) -> None:
        """A new cell of this kind, nothing in it yet."""
        self.kind = kind
        self._value = self._text = self._formula = None
        self._is_doubled = False

    @property
    def is_bare(self) -> bool:
        """Only a format, nothing that could be a value."""
        return self._value is None and self._text is None and self._formula is None

    def starts(self) -> dict[str, OnStart]:
        """What to call when one of these elements opens."""
        own = {"v": self._open_value, "f": self._open_formula, "is": self._open_text}
        return {**own, **self._builder.starts()}

    def ends(self) -> dict[str, OnEnd]:
        """What to call when one of these elements closes."""
        own = {"v": self._close_value, "f": self._close_formula, "is": self._close_text}
        return {**own, **self._builder.ends()}

    def _open_value(self, _: Attributes) -> None:
        self._is_doubled = self._is_doubled or self._value is not None
        self.pieces.begin()

    def _close_value(self) -> None:
        self._value = self.pieces.taken()

    def _open_formula(self, attributes: Attributes) -> None:
        self._group = attributes.get("si") if attributes.get("t") == "shared" else None
        self.pieces.begin()

    def _close_formula(self) -> None:
        self._formula = Formula(self.pieces.taken().strip(), self._group)

    def _open_text(self, _: Attributes) -> None:
        self._builder.begin()

    def _close_text(self) -> None:
        self._text = self._builder.built()

    def payload(self, style: int, position: Position) -> Payload | None:
        """What the cell holds; ValueError or IndexError where its parts contradict each other."""
        if self._is_doubled:
            raise ValueError("two values in one cell")
        if self._text is not None:
            return self._inline_text()
        if self._formula is not None:
            return self._result_of(self._formula, style, position)
        return None if self._value is None else self._meaning_of(self._value, style)

    def _inline_text(self) -> Payload | None:
        if self._text and (self.kind != "inlineStr" or self._value):
            raise ValueError("text in a cell of another kind")
        return self._text or None

    def _result_of(self, formula: Formula, style: int, position: Position) -> Payload:
        self._shared.note(formula, position)
        if self.kind == "str" and self._value is not None:
            return text_from(self._value) or ""
        result = self._meaning_of(self._value, style) if self._value else None
        return Unstored(self._shared.written(formula, position)) if result is None else result

    def _meaning_of(self, raw: str, style: int) -> Payload | None:
        match self.kind:
            case "n":
                return self.meanings.of_number(raw, style)
            case "s":
                return self.meanings.of_shared_text(raw)
            case "str" | "inlineStr":
                return text_from(raw)
            case "b":
                return boolean_from(raw)
            case "d":
                return iso_moment_from(raw)
            case _:
                return Fault(raw) if raw else None
