"""Tags as staff type them into a Word document, made ready for jinja.

Word cuts a tag wherever spelling or look change within it, and a tag that repeats or leaves out a
row must stand outside the row. What is understood besides jinja's own tags:

- `{%tr …%}`, `{%tc …%}`, `{%p …%}`, `{%r …%}`, and so with `{{` or `{#`: the tag stands for the
  whole row, cell, paragraph or run that it is typed into
- `{%- …%}`, `{%…-%}`: the words before or behind, in another run or paragraph, are drawn to it
- `{% vm %}`, `{% hm %}`: in a loop, the cells become a single one, downwards or sideways
- `{% colspan 3 %}`, `{% cellbg 'FFFF00' %}`: how many columns a cell takes, and its colour
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

# A tag without an end reaches to the document's; jinja then says that it has none.
_TAG: Final = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
_CUT_TAG: Final = re.compile(  # a brace before a whole tag is a letter, not half of its beginning
    r"\{(?:(?:<[^>]*>)+(?!\{[{%#]))?(?:\{.*?(?:\}~\}|\Z)|%.*?(?:%~\}|\Z)|#.*?(?:#~\}|\Z))"
    .replace("~", "(?:<[^>]*>)*"),
    re.DOTALL,
)  # fmt: skip
_PRINTED: Final = re.compile(r"\{[{%]")
_WORDS: Final = "<w:t(?: [^>]*)?>"
_WORDS_KEPT: Final = '<w:t xml:space="preserve">'
_TO_NEXT_WORDS: Final = rf"</w:t>(?:(?!</?w:t[ >]|\{{[{{%]).)*{_WORDS}"
_CUT: Final = re.compile(rf"</w:t>.*?{_WORDS}", re.DOTALL)
_BACK: Final = re.compile(rf"{_TO_NEXT_WORDS}([^<]*?)\{{%-", re.DOTALL)
_ON: Final = re.compile(rf"-%\}}((?:(?!\{{[{{%])[^<])*){_TO_NEXT_WORDS}", re.DOTALL)
_EMPTIED_RUN: Final = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t></w:t></w:r>", re.DOTALL
)
_DOWN: Final = re.compile(rf"({_WORDS})(.*?)\{{%\s*vm\s*%\}}(.*?)</w:t>", re.DOTALL)
_SIDEWAYS: Final = re.compile(r"\{%\s*hm\s*%\}")
_BREADTH: Final = re.compile(r'(<w:gridSpan w:val=")(\d+)(")')
_FIRST: Final = "{% if loop.first %}"
_FIRST_OR_NOT: Final = f"{_FIRST}restart{{% else %}}continue{{% endif %}}"
_TYPED: Final = {"&lt;": "<", "&gt;": ">", "“": '"', "”": '"', "‘": "'", "’": "'"}
_AS_TYPED: Final = re.compile("|".join(_TYPED))


def with_plain_tags(xml: str) -> str:
    """A part of a Word document in which jinja understands every tag."""
    xml = _CUT_TAG.sub(lambda tag: _CUT.sub("", tag[0]), xml)
    xml = _with_look(xml, "colspan", "gridSpan", '<w:gridSpan w:val="{{%s}}"/>')
    xml = _with_look(xml, "cellbg", "shd", '<w:shd w:val="clear" w:color="auto" w:fill="{{%s}}"/>')
    xml = _TAG.sub(_apart_for_run, _with_spaces(xml))
    xml = _ON.sub(r"%}\1", _BACK.sub(r"\1{%", xml))
    for name in ("tr", "tc", "p", "r"):
        xml = _given_way(xml, name)
    xml = _in_elements(xml, "tc", r"\{%\s*vm\s*%\}", _merged_down)
    xml = _in_elements(xml, "tc", r"\{%\s*hm\s*%\}", _merged_sideways)
    return _TAG.sub(_typed, xml)


def _in_elements(xml: str, name: str, tag: str, change: Callable[[str], str]) -> str:
    """Every innermost element of that name around such a tag, changed."""
    begin, end = rf"<w:{name}(?: [^>]*)?(?<!/)>", f"</w:{name}>"
    open_elements = [[""]]
    holding = [False]
    for piece in re.split(rf"({begin}|{end}|{_TAG.pattern})", xml, flags=re.DOTALL):
        if re.match(begin, piece):
            open_elements.append([])
            holding.append(False)
        open_elements[-1].append(piece)
        holding[-1] = holding[-1] or re.match(tag, piece) is not None
        if piece == end and len(holding) > 1:
            element = "".join(open_elements.pop())
            open_elements[-1].append(change(element) if holding.pop() else element)
    return "".join("".join(pieces) for pieces in open_elements)


def _given_way(xml: str, name: str) -> str:
    """Elements of that name give way to the tags in them that ask for it."""
    asking = re.compile(rf"(\{{[{{%{'' if name == 'r' else '#'}]){name} ")

    def tags(element: str) -> str:
        found = (tag for tag in _TAG.findall(element) if asking.match(tag))
        return "".join(asking.sub(r"\1 ", tag, count=1) for tag in found)

    return _in_elements(xml, name, asking.pattern, tags)


def _with_look(xml: str, tag: str, look: str, new: str) -> str:
    """Cells in which such a tag stands get the look that it works out instead of their own."""
    asking = re.compile(rf"\{{%\s*{tag}\s+([^%]*)%\}}")

    def changed(cell: str) -> str:
        *_, value = asking.findall(cell)
        cell = _EMPTIED_RUN.sub("", asking.sub("", cell))
        cell = re.sub(rf"<w:{look}(?: [^>]*)?/>", "", cell, count=1)
        return cell.replace("<w:tcPr>", f"<w:tcPr>{new % value}")

    return _in_elements(xml, "tc", asking.pattern, changed)


def _with_spaces(xml: str) -> str:
    """Spaces around tags count: what is printed has to stand apart from its neighbours."""
    first, *others = xml.split("<w:t>")
    begun = ((_WORDS_KEPT if _PRINTED.search(words) else "<w:t>") + words for words in others)
    return first + "".join(begun)


def _apart_for_run(tag: re.Match[str]) -> str:
    """A tag that stands for a run gets one of its own."""
    if not re.match(r"\{[{%]r\s", tag[0]):
        return tag[0]
    return f"</w:t></w:r><w:r>{_WORDS_KEPT}{tag[0]}</w:t></w:r><w:r>{_WORDS_KEPT}"


def _merged_down(cell: str) -> str:
    look, end, rest = cell.partition("</w:tcPr>")
    words = rf"\1{_FIRST}\2\3{{% endif %}}</w:t>"
    return f'{look}<w:vMerge w:val="{_FIRST_OR_NOT}"/>{end}{_DOWN.sub(words, rest, count=1)}'


def _merged_sideways(cell: str) -> str:
    cell = _SIDEWAYS.sub("", cell)
    if _BREADTH.search(cell):
        cell = _BREADTH.sub(r"\1{{ \2 * loop.length }}\3", cell)
    else:
        cell = cell.replace("</w:tcPr>", '<w:gridSpan w:val="{{ loop.length }}"/></w:tcPr>')
    return f"{_FIRST}{cell}{{% endif %}}"


def _typed(tag: re.Match[str]) -> str:
    """Quotes and signs as a program writes them, whatever Word has made of them."""
    if tag[0].startswith("{#"):
        return tag[0]
    return _AS_TYPED.sub(lambda found: _TYPED[found[0]], tag[0])
