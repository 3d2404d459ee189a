"""Formats for added sheets, appended to a workbook's own list: none that is there changes."""

from __future__ import annotations

from typing import Final

from lxml import etree

from akmplan.forms.sheet_part import Styles
from akmplan.workbooks.openxml.namespaces import MAIN

_FONT: Final = '<sz val="11"/><name val="Times New Roman"/><family val="1"/>'
_FONTS: Final = (
    f"<font>{_FONT}</font>",
    f"<font><b/>{_FONT}</font>",
    f'<font><i/><sz val="10"/><color rgb="FF595959"/>{_FONT.partition("/>")[2]}</font>',
)
_FILL: Final = (
    '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/>'
    "</patternFill></fill>"
)
_EDGES: Final = ("left", "right", "top", "bottom")
_BORDER: Final = (
    "<border>"
    + "".join(f'<{edge} style="thin"><color rgb="FFBFBFBF"/></{edge}>' for edge in _EDGES)
    + "<diagonal/></border>"
)
_TEXT_FORMAT: Final = 49  # "@": what is typed stays as typed, also behind an equals sign
_XF: Final = (
    '<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
    '<alignment vertical="{vertical}" wrapText="{wrap}"/></xf>'
)


def add_styles(root: etree._Element) -> Styles:
    """Adds the formats to a style sheet; the usual one for all where it has no lists to add to."""
    lists = [root.find(f"{{{MAIN}}}{name}") for name in ("fonts", "fills", "borders", "cellXfs")]
    fonts, fills, borders, formats = lists
    if fonts is None or fills is None or borders is None or formats is None:
        return Styles()
    plain, bold, italic = (_append(fonts, font) for font in _FONTS)
    fill, border = _append(fills, _FILL), _append(borders, _BORDER)
    usual = {"number": 0, "fill": 0, "border": 0, "vertical": "top", "wrap": 0}
    table = {**usual, "number": _TEXT_FORMAT, "border": border, "wrap": 1}
    return Styles(
        heading=_append(formats, _XF.format(**{**table, "font": bold, "fill": fill})),
        text=_append(formats, _XF.format(**{**table, "font": plain})),
        hint_title=_append(formats, _XF.format(**usual, font=bold)),
        hint=_append(formats, _XF.format(**usual, font=italic)),
    )


def _append(parent: etree._Element, xml: str) -> int:
    """Adds an element; its number in the list, by which cells name it."""
    at = len(parent.findall(f"{{{MAIN}}}*"))
    (child,) = etree.fromstring(f'<list xmlns="{MAIN}">{xml}</list>')
    parent.append(child)
    parent.set("count", str(at + 1))
    return at
