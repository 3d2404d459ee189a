"""The cell formats of an .xlsx file, as far as they change what a cell says."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.namespaces import local_name
from akmplan.workbooks.numberformats import GENERAL, NumberFormat, format_of
from akmplan.workbooks.packages import Package
from akmplan.workbooks.reasons import damaged
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part

SECTIONS = frozenset(("fonts", "numFmts", "cellXfs"))
ITEM_SIZE = 200


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is shown."""

    format: NumberFormat = GENERAL
    underlined: bool = False


PLAIN = Style()


@dataclass(slots=True)
class _Gathered:
    """Fonts and formats also stand in other sections of the part, where they mean no cell."""

    allowance: Allowance
    section: str = ""
    codes: dict[int, str] = field(default_factory=dict)
    underlined: list[bool] = field(default_factory=list)
    formats: list[tuple[int, int]] = field(default_factory=list)

    def start(self, element: str, attributes: Attributes) -> None:
        name = local_name(element)
        if name in SECTIONS:
            self.section = name
        elif self.section:
            self._item(name, attributes)

    def end(self, element: str) -> None:
        if local_name(element) == self.section:
            self.section = ""

    def _item(self, name: str, attributes: Attributes) -> None:
        self.allowance.hold(ITEM_SIZE)
        if name == "font":
            self.underlined.append(False)
        elif name == "u" and self.underlined:
            self.underlined[-1] = attributes.get("val") != "none"
        elif name == "numFmt":
            self._note_code(int(attributes["numFmtId"]), attributes.get("formatCode", ""))
        elif name == "xf":
            number, font = attributes.get("numFmtId", "0"), attributes.get("fontId", "0")
            self.formats.append((int(number), int(font)))

    def _note_code(self, number: int, code: str) -> None:
        self.allowance.hold(len(code))
        self.codes[number] = code

    def styles(self) -> tuple[Style, ...]:
        numbers = {number for number, _ in self.formats}
        formats = {number: format_of(number, self.codes.get(number)) for number in numbers}
        return tuple(
            Style(formats[number], self._is_underlined(font)) for number, font in self.formats
        )

    def _is_underlined(self, font: int) -> bool:
        return 0 <= font < len(self.underlined) and self.underlined[font]


def styles_of(package: Package, part: str | None, allowance: Allowance) -> tuple[Style, ...]:
    """The styles in the order in which cells number them; a single plain one without the part."""
    if part is None:
        return (PLAIN,)
    gathered = _Gathered(allowance)
    try:
        read_part(package, part, Listener(gathered.start, gathered.end), allowance)
        return gathered.styles() or (PLAIN,)
    except (ValueError, KeyError) as fault:
        raise damaged(part) from fault
