"""A finished Word document is opened again and held against what it had to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from akmplan.office.comments import comments_of
from akmplan.office.namespaces import WORD
from akmplan.office.word import WordDocument
from akmplan.reports.proof import hold
from akmplan.reports.texts import MARK, Text

_SHOWN: Final = {
    f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-", f"{WORD}tab": "\t",
}  # fmt: skip
_RUN: Final = f"{WORD}r"
_END_OF_PARAGRAPH: Final = "\u2029"


def meant_text(marked: etree._Element, texts: Sequence[Text]) -> str:
    """What a reader has to see, out of a part that still holds its marks."""
    return MARK.sub(lambda mark: texts[int(mark[1])].printed, shown_text(marked))


def shown_text(root: etree._Element) -> str:
    """What a reader sees, paragraph by paragraph."""
    return "".join(_shown(root))


def prove(content: bytes, meant: Mapping[str, str], margin: Sequence[str]) -> None:
    """Raises NotAsMeant where the finished document says anything else."""
    document = WordDocument.read(content)
    for name, text in meant.items():
        hold(name, text, shown_text(document.package.root(name)))
    if margin:
        hold("comments", "\n".join(margin), "\n".join(comments_of(document.package, document.main)))


def _shown(root: etree._Element) -> Iterator[str]:
    for one in root.iter(f"{WORD}t", f"{WORD}p", *_SHOWN):
        if one.tag == f"{WORD}t":
            yield one.text or ""
        elif one.tag == f"{WORD}p":
            yield _END_OF_PARAGRAPH
        elif (parent := one.getparent()) is not None and parent.tag == _RUN:
            yield _SHOWN[str(one.tag)]
