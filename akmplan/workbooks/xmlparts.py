"""One XML part of a package, read as a stream of elements, within the workbook's allowance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from akmplan.workbooks.limits import LONGEST_TAG, Allowance
from akmplan.workbooks.packages import Package
from akmplan.workbooks.reasons import Hazard, damaged, unsafe

ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1251", "windows-1252"))
Attributes = Mapping[str, str]
OnStart = Callable[[str, Attributes], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]
OnChunk = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told of elements, by names like `namespace local`, of the text between, of chunks."""

    start: OnStart
    end: OnEnd | None = None
    text: OnText | None = None
    chunk: OnChunk | None = None


def read_part(package: Package, part: str, listener: Listener, allowance: Allowance) -> None:
    """Tells the listener of every element in the part."""
    parser = _parser(part, listener)
    fed = 0
    try:
        for chunk in package.chunks(part):
            allowance.spend_xml(chunk)
            parser.Parse(chunk, False)
            fed += len(chunk)
            _refuse_long_tag(parser, fed, part)
            if listener.chunk:
                listener.chunk()
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise damaged(part) from fault


def _parser(part: str, listener: Listener) -> expat.XMLParserType:
    def refuse_doctype(*_: object) -> None:
        raise unsafe(Hazard.DOCTYPE, part)

    def refuse_rare_encoding(_: object, encoding: str | None, __: object) -> None:
        if encoding is not None and encoding.lower() not in ENCODINGS:
            raise damaged(part)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = refuse_rare_encoding
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    return parser


def _refuse_long_tag(parser: expat.XMLParserType, fed: int, part: str) -> None:
    """Expat before 2.6 reads an unfinished tag anew with every chunk."""
    if fed - parser.CurrentByteIndex > LONGEST_TAG:
        raise unsafe(Hazard.LONG_TAG, part)
