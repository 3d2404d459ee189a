"""Marks in a rendered part give way to their texts, with line breaks, lines and remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from akmplan.documents.word.texts import MARK, OPENING, Remark, Text
from akmplan.office.namespaces import WORD

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# The order in which the look of a run is told, from the first line that is drawn here.
_LOOKS: Final = (
    "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid",
    "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight",
    "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip


class MisplacedText(ValueError):  # noqa: N818 — it reads as a sentence where it is raised
    """A text stands where a page cannot show it, as in a field or a picture's name."""


@dataclass(slots=True)
class Printing:
    """The texts that a document may print, and the remarks that it has come to hold."""

    texts: Sequence[Text]
    remarks: list[Remark] = field(default_factory=list)
    hung: set[int] = field(default_factory=set)

    def print_on(self, root: etree._Element, *, with_remarks: bool) -> None:
        """Every mark below the root becomes its text."""
        for shown in [one for one in root.iter(f"{WORD}t") if OPENING in (one.text or "")]:
            run = shown.getparent()
            if run is not None and run.tag == f"{WORD}r":
                self._fill(run, with_remarks)
        if any(OPENING in text for text in _all_texts(root)):
            raise MisplacedText

    def hang_on_beginning(self, root: etree._Element, remarks: Sequence[Remark]) -> None:
        """Remarks for which no text was printed stand at the first words of the document."""
        left = [remark for remark in remarks if remark.number not in self.hung]
        first = next((one for one in root.iter(f"{WORD}r") if _has_words(one)), None)
        parent = first.getparent() if first is not None else None
        if not left or first is None or parent is None:
            return
        place = parent.index(first)
        nodes = list(self._commented(left, [first]))
        for index, node in enumerate(nodes):
            parent.insert(place + index, node)

    def _fill(self, run: etree._Element, with_remarks: bool) -> None:
        """One run becomes several: those around the texts, and those of the texts."""
        parent = run.getparent()
        if parent is None:
            return
        nodes = [one for one in self._parted(run, with_remarks) if not _is_hollow(one)]
        place = parent.index(run)
        parent.remove(run)
        for index, node in enumerate(nodes):
            parent.insert(place + index, node)

    def _parted(self, run: etree._Element, with_remarks: bool) -> Iterator[etree._Element]:
        current = _empty_like(run)
        for child in list(run):
            if child.tag == f"{WORD}rPr":
                continue
            if child.tag != f"{WORD}t" or OPENING not in (child.text or ""):
                current.append(child)
                continue
            for index, part in enumerate(MARK.split(child.text or "")):
                if index % 2 == 0:
                    _write(current, part)
                    continue
                yield current
                yield from self._printed(self.texts[int(part)], run, with_remarks)
                current = _empty_like(run)
        yield current

    def _printed(
        self, text: Text, run: etree._Element, with_remarks: bool
    ) -> Iterator[etree._Element]:
        runs = list(_runs(text, run))
        new = [remark for remark in text.remarks if with_remarks and remark.number not in self.hung]
        if not new:
            yield from runs
            return
        yield from self._commented(new, runs or [_anchor(run)])

    def _commented(
        self, remarks: Sequence[Remark], runs: Sequence[etree._Element]
    ) -> Iterator[etree._Element]:
        first = len(self.remarks)
        self.remarks.extend(remarks)
        self.hung.update(remark.number for remark in remarks)
        numbers = range(first, len(self.remarks))
        yield from (_point("commentRangeStart", number) for number in numbers)
        yield from runs
        yield from (_point("commentRangeEnd", number) for number in numbers)
        yield from (_reference(number) for number in numbers)


def _runs(text: Text, like: etree._Element) -> Iterator[etree._Element]:
    for piece in text.pieces():
        if piece.text:
            run = _empty_like(like)
            if piece.underlined:
                _draw(run, "u", "single")
            if piece.struck:
                _draw(run, "strike", "true")
            _write(run, piece.text)
            yield run


def _write(run: etree._Element, text: str) -> None:
    """Words, line breaks and tabs, as a page knows them."""
    for at_line, line in enumerate(text.split("\n")):
        if at_line:
            etree.SubElement(run, f"{WORD}br")
        for at_tab, words in enumerate(line.split("\t")):
            if at_tab:
                etree.SubElement(run, f"{WORD}tab")
            if words:
                shown = etree.SubElement(run, f"{WORD}t")
                shown.text = words
                shown.set(_SPACE, "preserve")


def _draw(run: etree._Element, name: str, value: str) -> None:
    """A line along the letters of the run, told in its place among the other looks."""
    look = run.find(f"{WORD}rPr")
    if look is None:
        look = etree.Element(f"{WORD}rPr")
        run.insert(0, look)
    for old in look.findall(f"{WORD}{name}"):
        look.remove(old)
    line = etree.Element(f"{WORD}{name}")
    line.set(f"{WORD}val", value)
    after = {f"{WORD}{one}" for one in _LOOKS[_LOOKS.index(name) + 1 :]}
    later = [index for index, one in enumerate(look) if one.tag in after]
    look.insert(later[0] if later else len(look), line)


def _empty_like(run: etree._Element) -> etree._Element:
    made = etree.Element(f"{WORD}r")
    look = run.find(f"{WORD}rPr")
    if look is not None:
        made.append(deepcopy(look))
    return made


def _is_hollow(node: etree._Element) -> bool:
    """A run without anything to show, but for the anchor of a remark."""
    return node.tag == f"{WORD}r" and not any(child.tag != f"{WORD}rPr" for child in node)


def _has_words(run: etree._Element) -> bool:
    return any(one.text for one in run.iter(f"{WORD}t"))


def _anchor(run: etree._Element) -> etree._Element:
    """A run to hang a remark on where a cell is blank."""
    made = _empty_like(run)
    etree.SubElement(made, f"{WORD}t")
    return made


def _point(name: str, number: int) -> etree._Element:
    made = etree.Element(f"{WORD}{name}")
    made.set(f"{WORD}id", str(number))
    return made


def _reference(number: int) -> etree._Element:
    run = etree.Element(f"{WORD}r")
    run.append(_point("commentReference", number))
    return run


def _all_texts(root: etree._Element) -> Iterator[str]:
    for one in root.iter():
        yield from (one.text or "", one.tail or "")
        yield from (str(value) for value in one.attrib.values())
