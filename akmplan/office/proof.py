"""A finished document is opened again, and what it says is held against what it had to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from lxml import etree

from akmplan.model import Number, coordinate
from akmplan.office.comments import comments_of
from akmplan.office.escapes import unescaped
from akmplan.office.gate import listed_package
from akmplan.office.namespaces import MAIN, WORD
from akmplan.office.page import Written
from akmplan.office.word import WordDocument

_LONGEST_QUOTE: Final = 60
_SHOWN: Final = {
    f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-", f"{WORD}tab": "\t",
}  # fmt: skip
_RUN: Final = f"{WORD}r"
_END_OF_PARAGRAPH: Final = "\u2029"


class NotAsMeant(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """A finished document lost or changed something. It must not leave the house."""


def hold(where: str, meant: str, stands: str) -> None:
    """Raises NotAsMeant where the two texts differ, naming the first difference."""
    if meant == stands:
        return
    pairs = enumerate(zip(meant, stands, strict=False))
    place = next((index for index, (one, other) in pairs if one != other), None)
    at = min(len(meant), len(stands)) if place is None else place
    seen = (text[max(at - 20, 0) : at + _LONGEST_QUOTE] for text in (meant, stands))
    raise NotAsMeant(f"{where}: meant {next(seen)!r}, stands {next(seen)!r}")


def prove_document(content: bytes, meant: Mapping[str, str], margin: Sequence[str]) -> None:
    """Raises NotAsMeant where a Word document says anything else. `meant`: what a reader has to
    see in its parts; `margin`: its comments, in their order."""
    document = WordDocument.read(content)
    for name, text in meant.items():
        hold(name, text, shown_text(document.package.root(name)))
    if margin:
        said = comments_of(document.package, document.main)
        hold("comments", "\n".join(margin), "\n".join(said))


def shown_text(root: etree._Element) -> str:
    """What a reader sees in a part of a Word document, paragraph by paragraph."""
    return "".join(_shown(root))


def _shown(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{WORD}t", f"{WORD}p", *_SHOWN):
        if element.tag == f"{WORD}t":
            yield element.text or ""
        elif element.tag == f"{WORD}p":
            yield _END_OF_PARAGRAPH
        elif (parent := element.getparent()) is not None and parent.tag == _RUN:
            yield _SHOWN[str(element.tag)]


def prove_workbook(content: bytes, written: Mapping[str, Written]) -> None:
    """Raises NotAsMeant where a sheet says anything but what was written on it, in its order."""
    package = listed_package(content)
    texts = [
        unescaped("".join(letters.text or "" for letters in text.iter(f"{{{MAIN}}}t")))
        for text in package.root("xl/sharedStrings.xml")
    ]
    for number, (name, cells) in enumerate(written.items(), 1):
        sheet = package.root(f"xl/worksheets/sheet{number}.xml")
        meant = {coordinate(row + 1, column + 1): it for (row, column), it in cells.items()}
        hold(name, listed(meant), listed(dict(_stored(sheet, texts))))


def listed(cells: Mapping[str, str | Number]) -> str:
    """What cells say, in one order, so that the first difference can be named."""
    return "\n".join(f"{cell} {_plainly(cells[cell])!r}" for cell in sorted(cells))


def _plainly(value: str | Number) -> str | Decimal:
    return value if isinstance(value, str) else Decimal(value).normalize()


def _stored(sheet: etree._Element, texts: Sequence[str]) -> Iterator[tuple[str, str | Number]]:
    for cell in sheet.iter(f"{{{MAIN}}}c"):
        value = cell.findtext(f"{{{MAIN}}}v")
        if value is not None:
            is_text = cell.get("t") == "s"
            yield cell.get("r") or "", texts[int(value)] if is_text else Decimal(value)
