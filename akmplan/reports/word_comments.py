"""The part of a Word document that holds what stands in its margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from lxml import etree

from akmplan.reports.texts import Remark
from akmplan.reports.word_package import (
    WORD,
    parsed,
    serialised,
    with_part_known,
    with_relation,
)
from akmplan.wording import printable

AUTHOR: Final = "akmplan"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def with_comments(
    parts: Mapping[str, bytes], main: str, remarks: Sequence[Remark], day: date
) -> dict[str, bytes]:
    """The parts with the remarks as comments, numbered in their order; a template's own go."""
    usual = f"{main.rpartition('/')[0]}/comments.xml"
    if not remarks and usual not in parts:
        return dict(parts)
    related, name = with_relation(parts, main, _RELATION, usual)
    root = etree.Element(f"{WORD}comments", nsmap={"w": WORD.strip("{}")})
    for number, remark in enumerate(remarks):
        root.append(_comment(number, remark.text, day))
    return with_part_known({**related, name: serialised(root)}, name, _KIND)


def comments_of(parts: Mapping[str, bytes], main: str) -> list[str]:
    """The texts of a document's comments, in their order."""
    _, name = with_relation(parts, main, _RELATION, "")
    if name not in parts:
        return []
    return [
        "\n".join(
            "".join(one.text or "" for one in line.iter(f"{WORD}t"))
            for line in comment.iter(f"{WORD}p")
        )
        for comment in parsed(parts[name])
    ]


def _comment(number: int, text: str, day: date) -> etree._Element:
    made = etree.Element(f"{WORD}comment")
    made.set(f"{WORD}id", str(number))
    made.set(f"{WORD}author", AUTHOR)
    made.set(f"{WORD}date", f"{day.isoformat()}T00:00:00Z")
    made.set(f"{WORD}initials", AUTHOR[:3])
    for line in printable(text).split("\n"):
        paragraph = etree.SubElement(made, f"{WORD}p")
        run = etree.SubElement(paragraph, f"{WORD}r")
        words = etree.SubElement(run, f"{WORD}t")
        words.text = line
        words.set(_SPACE, "preserve")
    return made
