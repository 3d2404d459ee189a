"""The cell formats of an .xlsx file, as far as they change what a cell says."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.workbooks.contents import MAIN
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.numberformats import GENERAL, NumberFormat, format_of
from akmplan.workbooks.packages import Package
from akmplan.workbooks.reasons import damaged
from akmplan.workbooks.xmlparts import Attributes, Listener, read_part

SECTIONS = frozenset((f"{MAIN} fonts", f"{MAIN} numFmts", f"{MAIN} cellXfs"))
ITEM_SIZE = 64


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
        if element in SECTIONS:
            self.section = element
        elif self.section:
            self._item(element.removeprefix(f"{MAIN} "), attributes)

    def end(self, element: str) -> None:
        if element == self.section:
            self.section = ""

    def _item(self, name: str, attributes: Attributes) -> None:
        self.allowance.hold(ITEM_SIZE)
        if name == "font":
            self.underlined.append(False)
        elif name == "u" and self.underlined:
            self.underlined[-1] = attributes.get("val") != "none"
        elif name == "numFmt":
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "xf":
            ids = attributes.get("numFmtId", "0"), attributes.get("fontId", "0")
            self.formats.append((int(ids[0]), int(ids[1])))


def styles_of(package: Package, part: str | None, allowance: Allowance) -> tuple[Style, ...]:
    """The styles in the order in which cells number them; a single plain one without the part."""
    if part is None:
        return (PLAIN,)
    gathered = _Gathered(allowance)
    try:
        read_part(package, part, Listener(gathered.start, gathered.end), allowance)
        formats = {number: format_of(number, gathered.codes.get(number)) for number, _ in gathered.formats}
        styles = [Style(formats[number], _is_underlined(font, gathered)) for number, font in gathered.formats]
    except (ValueError, KeyError) as fault:
        raise damaged(part) from fault
    return tuple(styles) or (PLAIN,)


def _is_underlined(font: int, gathered: _Gathered) -> bool:
    return 0 <= font < len(gathered.underlined) and gathered.underlined[font]
