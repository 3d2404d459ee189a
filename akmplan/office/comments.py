"""The part of a Word document that holds what stands in its margin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from lxml import etree

from akmplan.office.names import resolved
from akmplan.office.namespaces import OFFICE, SPACE, WORD
from akmplan.office.package import Package
from akmplan.office.revision import Revision, serialised

AUTHOR: Final = "akmplan"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = f"{OFFICE}/comments"


def put_comments(revision: Revision, main: str, texts: Sequence[str], day: date) -> None:
    """The texts become the comments of the document whose text is `main`, numbered in their order;
    a template's own go."""
    usual = resolved(main, "comments.xml")
    if not texts and usual not in revision:
        return
    root = etree.Element(f"{WORD}comments", nsmap={"w": WORD.strip("{}")})
    for number, text in enumerate(texts):
        root.append(_comment(number, text, day))
    revision.put(usual, serialised(root), _TYPE, main, _RELATION)


def comments_of(package: Package, main: str) -> list[str]:
    """The texts of a document's comments, in their order."""
    part = package.target(main, "comments")
    if part is None or part not in package:
        return []
    return [
        "\n".join(
            "".join(letters.text or "" for letters in line.iter(f"{WORD}t"))
            for line in comment.iter(f"{WORD}p")
        )
        for comment in package.root(part)
    ]


def _comment(number: int, text: str, day: date) -> etree._Element:
    made = etree.Element(f"{WORD}comment")
    made.set(f"{WORD}id", str(number))
    made.set(f"{WORD}author", AUTHOR)
    made.set(f"{WORD}date", f"{day.isoformat()}T00:00:00Z")
    made.set(f"{WORD}initials", AUTHOR[:3])
    for line in text.split("\n"):
        paragraph = etree.SubElement(made, f"{WORD}p")
        run = etree.SubElement(paragraph, f"{WORD}r")
        words = etree.SubElement(run, f"{WORD}t")
        words.text = line
        words.set(SPACE, "preserve")
    return made
