"""What no template may bring into a paper: macros, links that are followed, floods of bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from akmplan.language import Message, say

MIB: Final = 1024 * 1024
_LARGEST: Final = 48 * MIB
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_KIND: Final = re.compile(rb"""\bType\s*=\s*["'][^"']*/(\w+)["']""")
_OUTSIDE: Final = re.compile(rb"""\bTargetMode\s*=\s*["']External["']""", re.IGNORECASE)
_FIELD: Final = re.compile(
    rb"<w:instrText[^>]*>[^<]*?\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b"
    rb"|<w:fldSimple[^>]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b"
)
_LIVE_PART: Final = re.compile(r"vbaProject|activeX/|attachedToolbars", re.IGNORECASE)
_LIVE: Final = frozenset(("vbaProject", "oleObject", "control", "aFChunk", "attachedToolbars"))
# A letterhead has the address of a web page; Word notes where a template itself came from.
_HARMLESS: Final = frozenset(("hyperlink", "attachedTemplate"))
_ATTACHED: Final = re.compile(rb"<w:attachedTemplate\b[^>]*/>")


class Unfit(ValueError):  # noqa: N818 - it reads as a sentence where it is raised
    """A Word document that must not be used as a template; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def refuse_too_large(size: int) -> None:
    """The declared sizes bind: no more is ever unpacked of an entry. Raises Unfit."""
    if size > _LARGEST:
        raise Unfit(
            say(
                "unpacked it holds {found} MiB, more than {most}; make its pictures smaller",
                found=size // MIB,
                most=_LARGEST // MIB,
            )
        )


def refuse_live_parts(parts: Mapping[str, bytes]) -> None:
    """What would run, or fetch something, where the paper is opened. Raises Unfit."""
    for name, content in sorted(parts.items()):
        found = next(_live_in(name, content), None)
        if found:
            raise Unfit(
                say(
                    "it holds something that no paper may carry ({what}, in {part}); delete it",
                    what=found,
                    part=name,
                )
            )


def _live_in(name: str, content: bytes) -> Iterator[str]:
    if _LIVE_PART.search(name):
        yield name.rpartition("/")[2]
    elif name.endswith(".rels"):
        for relation in _RELATION.findall(content):
            kind = _kind_of(relation)
            is_outside = _OUTSIDE.search(relation) and kind not in _HARMLESS
            if kind in _LIVE or is_outside:
                yield kind
    elif name.endswith(".xml"):
        yield from ((met[1] or met[2]).decode() for met in _FIELD.finditer(content))


def _kind_of(relation: bytes) -> str:
    kind = _KIND.search(relation)
    return kind[1].decode() if kind else "?"


def without_attached_template(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without the way to the template's own template, which names a private folder."""
    return {name: _detached(name, content) for name, content in parts.items()}


def _detached(name: str, content: bytes) -> bytes:
    if name == "word/settings.xml":
        return _ATTACHED.sub(b"", content)
    if name == "word/_rels/settings.xml.rels":
        return _RELATION.sub(
            lambda met: b"" if _kind_of(met[0]) == "attachedTemplate" else met[0], content
        )
    return content
