"""What may live in a workbook beside its cells, and never in a paper that leaves the house.

A form that has some of it is refused by name rather than stripped: what is taken out might be what
the form works by, and in Excel its owner sees what goes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from akmplan.language import Message, say
from akmplan.workbooks.openxml.namespaces import MAIN
from akmplan.workbooks.rewriting import Parts

_MACROS = say("It holds macros. Open it in Excel and save it as an ordinary workbook (.xlsx).")
_LINKS = say(
    "It takes values from other workbooks or programs. Open it in Excel, break the links (Data, "
    "Edit Links) and save it."
)
_QUERIES = say(
    "It holds a pivot table or a query, whose stored figures would not be the paper's. Open it in "
    "Excel and put plain cells in their place."
)
_OBJECTS = say(
    "It holds an object or a control of another program, or a digital signature. Open it in Excel, "
    "take that out and save it."
)

# By the last word of a relation, or by a part's own name: a part that nothing points to counts too.
_KINDS: Final = {
    "vbaproject": _MACROS, "wordvbadata": _MACROS, "xlmacrosheet": _MACROS,
    "xlintlmacrosheet": _MACROS, "dialogsheet": _MACROS, "attachedtoolbars": _MACROS,
    "extensibility": _MACROS, "externallink": _LINKS, "externallinkpath": _LINKS,
    "connections": _QUERIES, "querytable": _QUERIES, "pivottable": _QUERIES,
    "pivotcachedefinition": _QUERIES, "revisionheaders": _QUERIES, "oleobject": _OBJECTS,
    "package": _OBJECTS, "control": _OBJECTS, "activexcontrolbinary": _OBJECTS,
    "webextension": _OBJECTS, "webextensiontaskpanes": _OBJECTS, "origin": _OBJECTS,
}  # fmt: skip
_NAMES: Final = (
    (re.compile(r"vbaproject|macrosheets/|dialogsheets/|customui/|attachedtoolbars"), _MACROS),
    (re.compile(r"externallinks/"), _LINKS),
    (re.compile(r"connections\.xml|querytables?/|pivot(?:cache|tables?)/|revisions/"), _QUERIES),
    (re.compile(r"embeddings/|activex/|webextensions?/|_xmlsignatures/"), _OBJECTS),
)
_HYPERLINK: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
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


def danger_in(parts: Parts) -> Message | None:
    """The first thing for which the form is refused."""
    return next(_dangers(parts), None)


def _dangers(parts: Parts) -> Iterator[Message]:
    if "macroenabled" in parts.kind.lower():
        yield _MACROS
    for name in parts.names:
        folded = name.replace("\\", "/").lower()
        yield from (message for pattern, message in _NAMES if pattern.search(folded))
        if folded.endswith(".rels"):
            yield from _dangers_of_relations(parts.root(folded))


def _dangers_of_relations(relations: etree._Element) -> Iterator[Message]:
    for one in relations:
        kind = posixpath.basename(one.get("Type", "")).lower()
        if kind in _KINDS:
            yield _KINDS[kind]
        elif one.get("TargetMode", "").lower() == "external":
            target = one.get("Target", "")
            if kind != "hyperlink" or not _HYPERLINK.match(target):
                yield say(
                    "It leads to “{target}”, outside of itself. Take that link or picture out.",
                    target=target,
                )


def danger_in_formulas(roots: Iterable[etree._Element]) -> Message | None:
    """The first formula or name that calls a program or takes a value from elsewhere."""
    for root in roots:
        for one in root.iter(*_FORMULAS):
            text = _STRING.sub('""', one.text or "")
            unquoted = _QUOTED_NAME.sub("", text)
            runs = _RUNS_BY_ITSELF.fullmatch(one.get("name", ""))
            if runs or _CALLS_OUT.search(unquoted) or _OTHER_BOOK.search(text):
                return say(
                    "The formula “{formula}” reaches outside of the form. Put a value or a mark in "
                    "its place.",
                    formula=one.text or one.get("name", ""),
                )
    return None
