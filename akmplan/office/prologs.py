"""Whether an XML part announces a DOCTYPE, told without reading past its first element."""

from __future__ import annotations

from xml.parsers import expat

from akmplan.office.package_limits import LONGEST_TAG


class _DoctypeBegins(Exception):  # noqa: N818 - a signal out of the parser
    pass


class _PrologEnds(Exception):  # noqa: N818 - a signal out of the parser
    pass


class Prolog:
    """What stands before a part's first element, while the part is unpacked piece by piece."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = _doctype_begins
        self._parser.StartElementHandler = _prolog_ends
        self._is_over = False
        self._read = 0

    def announces_doctype(self, chunk: bytes) -> bool:
        """Whether one begins in this piece. A part that is not XML at all has none: whoever reads
        it will say that it is damaged."""
        if self._is_over:
            return False
        self._read += len(chunk)
        if self._read > LONGEST_TAG:
            # Honest prologs have a line or two; what hides behind so much is not waited for.
            return True
        try:
            self._parser.Parse(chunk, False)
        except _DoctypeBegins:
            return True
        except (_PrologEnds, expat.ExpatError, ValueError, LookupError):
            self._is_over = True
        return False


def _doctype_begins(*_: object) -> None:
    raise _DoctypeBegins


def _prolog_ends(*_: object) -> None:
    raise _PrologEnds
