"""Whether an XML part announces a DOCTYPE, told without reading past its first element."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from akmplan.workbooks.limits import LONGEST_TAG


class _DoctypeBegins(Exception):  # noqa: N818 - a signal out of the parser
    pass


class _PrologEnds(Exception):  # noqa: N818 - a signal out of the parser
    pass


def _doctype_begins(*_: object) -> None:
    raise _DoctypeBegins


def _prolog_ends(*_: object) -> None:
    raise _PrologEnds


def begins_with_doctype(chunks: Iterable[bytes]) -> bool:
    """A part that is not XML at all has none: whoever reads it will say that it is damaged."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype_begins
    parser.StartElementHandler = _prolog_ends
    try:
        _feed(parser, chunks)
    except _DoctypeBegins:
        return True
    except (_PrologEnds, expat.ExpatError, ValueError, LookupError):
        return False
    return False


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    read = 0
    for chunk in chunks:
        read += len(chunk)
        if read > LONGEST_TAG:
            # Honest prologs have a line or two; what hides behind so much is not waited for.
            raise _DoctypeBegins
        parser.Parse(chunk, False)
