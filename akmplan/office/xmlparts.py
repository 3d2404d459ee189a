"""One XML part of a package, read as a stream of elements, within the package's allowance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from akmplan.office.package_limits import (
    DEEPEST,
    LONGEST_TAG,
    MOST_NAMES,
    MOST_NAMESPACES,
    XmlAllowance,
)
from akmplan.office.refusals import Hazard, damaged, unsafe

ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1251", "windows-1252"))
Attributes = Mapping[str, str]
OnStart = Callable[[Attributes], None]
OnEnd = Callable[[], None]


class Parts(Protocol):
    """Where parts are unpacked from."""

    def __contains__(self, part: str) -> bool: ...

    def chunks(self, part: str) -> Iterator[bytes]:
        """The part's bytes, piece by piece. Raises UnreadableFile."""


@dataclass(frozen=True, slots=True)
class Listener:
    """What to call for which element, named like `namespace local`.

    `text` is told of what stands between tags, `chunk` of each piece of the part that is done;
    the other two are told of elements that have no entry.
    """

    starts: Mapping[str, OnStart] = field(default_factory=dict)
    ends: Mapping[str, OnEnd] = field(default_factory=dict)
    text: Callable[[str], None] | None = None
    chunk: Callable[[], None] | None = None
    other_start: Callable[[str, Attributes], None] | None = None
    other_end: Callable[[str], None] | None = None


def read_part(parts: Parts, part: str, listener: Listener, allowance: XmlAllowance) -> None:
    """Tells the listener of every element in the part."""
    names: dict[str, str] = {}
    parser = expat.ParserCreate(namespace_separator=" ", intern=names)
    parser.buffer_text = True
    parser.CharacterDataHandler = listener.text
    _guard(parser, part)
    _dispatch(parser, part, listener)
    fed = 0
    try:
        for chunk in parts.chunks(part):
            allowance.spend_xml(chunk)
            parser.Parse(chunk, False)
            fed += len(chunk)
            _refuse_excess(parser, fed, names, part)
            if listener.chunk:
                listener.chunk()
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise damaged(part) from fault


def _dispatch(parser: expat.XMLParserType, part: str, listener: Listener) -> None:
    """One closure for all elements: a call less for each of a million cells."""
    starts, other_start = listener.starts, listener.other_start
    ends, other_end = listener.ends, listener.other_end
    depth = 0

    def start(element: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise unsafe(Hazard.DEPTH, part)
        if element in starts:
            starts[element](attributes)
        elif other_start:
            other_start(element, attributes)

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        if element in ends:
            ends[element]()
        elif other_end:
            other_end(element)

    parser.StartElementHandler = start
    parser.EndElementHandler = end


def _guard(parser: expat.XMLParserType, part: str) -> None:
    spaces = 0

    def refuse_doctype(*_: object) -> None:
        raise unsafe(Hazard.DOCTYPE, part)

    def refuse_rare_encoding(_: object, encoding: str | None, __: object) -> None:
        if encoding is not None and encoding.lower() not in ENCODINGS:
            raise damaged(part)

    def count_namespace(*_: object) -> None:
        nonlocal spaces
        spaces += 1
        if spaces > MOST_NAMESPACES:
            raise unsafe(Hazard.NAMES, part)

    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.XmlDeclHandler = refuse_rare_encoding
    parser.StartNamespaceDeclHandler = count_namespace


def _refuse_excess(
    parser: expat.XMLParserType, fed: int, names: Mapping[str, str], part: str
) -> None:
    """Expat before 2.6 reads an unfinished tag anew with every chunk, and keeps every name."""
    if fed - parser.CurrentByteIndex > LONGEST_TAG:
        raise unsafe(Hazard.LONG_TAG, part)
    if len(names) > MOST_NAMES:
        raise unsafe(Hazard.NAMES, part)
