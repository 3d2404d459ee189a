"""The cell formats of an .xlsx file, as far as they change what a cell says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from akmplan.office.package import Package
from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.office.xmlparts import Attributes, Listener, OnStart, read_part
from akmplan.workbooks.limits import MOST_FORMATS, Allowance
from akmplan.workbooks.numberformats import format_of
from akmplan.workbooks.openxml.elements import in_main
from akmplan.workbooks.openxml.texts import is_drawn
from akmplan.workbooks.styles import NO_LINE, PLAIN, Line, Style

ITEM_SIZE = 200


@dataclass(slots=True)
class _Gathered:
    """Fonts and formats also stand in other sections of the part, where they mean no cell."""

    allowance: Allowance
    section: str = ""
    codes: dict[int, str] = field(default_factory=dict)
    fonts: list[Line] = field(default_factory=list)
    formats: list[tuple[int, int]] = field(default_factory=list)

    def listener(self) -> Listener:
        sections = ("numFmts", "fonts", "cellXfs")
        starts = {name: partial(self._open_section, name) for name in sections}
        items = {
            "numFmt": self._within("numFmts", self._note_code),
            "font": self._within("fonts", self._note_font),
            "u": self._within("fonts", partial(self._note_line, Line.UNDER)),
            "strike": self._within("fonts", partial(self._note_line, Line.THROUGH)),
            "xf": self._within("cellXfs", self._note_format),
        }
        ends = dict.fromkeys(sections, self._close_section)
        return Listener(in_main(starts | items), in_main(ends))

    def _open_section(self, name: str, _: Attributes) -> None:
        self.section = name

    def _close_section(self) -> None:
        self.section = ""

    def _within(self, section: str, note: OnStart) -> OnStart:
        def note_there(attributes: Attributes) -> None:
            if self.section == section:
                self.allowance.hold(ITEM_SIZE)
                note(attributes)

        return note_there

    def _note_font(self, _: Attributes) -> None:
        self.fonts.append(NO_LINE)

    def _note_line(self, line: Line, attributes: Attributes) -> None:
        if self.fonts and is_drawn(attributes):
            self.fonts[-1] |= line

    def _note_format(self, attributes: Attributes) -> None:
        number, font = attributes.get("numFmtId", "0"), attributes.get("fontId", "0")
        self.formats.append((int(number), int(font)))

    def _note_code(self, attributes: Attributes) -> None:
        code = attributes.get("formatCode", "")
        self.allowance.hold(len(code))
        if len(self.codes) > MOST_FORMATS:
            raise UnreadableFile(Reason.TOO_LARGE, "numFmts")
        self.codes[int(attributes["numFmtId"])] = code

    def styles(self) -> tuple[Style, ...]:
        numbers = {number for number, _ in self.formats}
        formats = {number: format_of(number, self.codes.get(number)) for number in numbers}
        return tuple(Style(formats[number], self._lines_of(font)) for number, font in self.formats)

    def _lines_of(self, font: int) -> Line:
        return self.fonts[font] if 0 <= font < len(self.fonts) else NO_LINE


def styles_of(package: Package, part: str | None, allowance: Allowance) -> tuple[Style, ...]:
    """The styles in the order in which cells number them; a single plain one without the part."""
    if part is None:
        return (PLAIN,)
    gathered = _Gathered(allowance)
    try:
        read_part(package, part, gathered.listener(), allowance)
        return gathered.styles() or (PLAIN,)
    except (ValueError, KeyError) as fault:
        raise damaged(part) from fault
