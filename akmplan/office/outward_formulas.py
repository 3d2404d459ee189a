"""Formulas and names of a workbook that reach outside of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from akmplan.office.namespaces import MAIN

_STRING: Final = re.compile(r'"[^"]*"')
_QUOTED_NAME: Final = re.compile(r"'(?:[^']|'')*'")
_CALLS_OUT: Final = re.compile(
    r"\b(?:WEBSERVICE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST|IMAGE)\s*\(|\|", re.IGNORECASE
)
# `[Kitob.xlsx]Varaq!A1`, or both in quotes. An operator behind the bracket says that it closes a
# column of the form's own table: `T1[Jami]-Varaq2!B1`.
_OTHER_BOOK: Final = re.compile(
    r"\[[^\[\]]*\][^\[\](),;+*/&<>=^%{}\s'\"-]*!"
    r"|'(?:[^'\[\]]|'')*\[(?:[^'\[\]]|'')*\](?:[^'\[\]]|'')*'!"
)
_RUNS_BY_ITSELF: Final = re.compile(r"(?:_xlnm\.)?auto_(?:open|close|activate)", re.IGNORECASE)
_FORMULAS: Final = tuple(
    f"{{{MAIN}}}{name}" for name in ("f", "formula", "formula1", "formula2", "definedName")
)


def reaching_outside(roots: Iterable[etree._Element]) -> Iterator[str]:
    """The formulas, and the names, that call a program or take a value from elsewhere."""
    for root in roots:
        for element in root.iter(*_FORMULAS):
            text = _STRING.sub('""', element.text or "")
            runs = _RUNS_BY_ITSELF.fullmatch(element.get("name", ""))
            calls = _CALLS_OUT.search(_QUOTED_NAME.sub("", text))
            if runs or calls or _OTHER_BOOK.search(text):
                yield element.text or element.get("name") or ""
