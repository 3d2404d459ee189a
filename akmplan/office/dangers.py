"""What may live in a package beside what is read of it, and never in a paper that leaves the house.

One list for documents and for workbooks; who opens a package chooses what of it he refuses. It is
refused by name rather than stripped: what is taken out might be what the document works by, and in
Word or Excel its owner sees what goes.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from akmplan.office.names import PACKAGE, folded
from akmplan.office.package import Package
from akmplan.office.relations import relation_from


class Peril(Enum):
    """What kind of thing lives there."""

    MACROS = auto()
    RIBBON = auto()  # buttons and menus of its own
    LINKS = auto()  # values out of other workbooks or programs
    QUERIES = auto()
    OBJECTS = auto()  # of another program, with its controls
    EMBEDDED = auto()  # a file in the file
    EXTENSIONS = auto()  # programs of the web
    SIGNATURE = auto()
    PAGE = auto()  # a document in another format, taken in where this one is opened
    ADDRESS = auto()  # a link to anything but a page of the web or a letter box
    TEMPLATE = auto()  # the way to the template's own template
    OUTSIDE = auto()  # anything else that is fetched from outside
    FIELD = auto()  # a field that calls a program or takes a file in


@dataclass(frozen=True, slots=True)
class Danger:
    """`what`: the word by which it was known; `target`: where it leads, if anywhere."""

    peril: Peril
    part: str
    what: str
    target: str = ""


# By the last word of a relation, or by a part's own name: a part that nothing points to counts too.
_KINDS: Final = {
    "vbaproject": Peril.MACROS, "wordvbadata": Peril.MACROS, "xlmacrosheet": Peril.MACROS,
    "xlintlmacrosheet": Peril.MACROS, "dialogsheet": Peril.MACROS,
    "attachedtoolbars": Peril.MACROS, "extensibility": Peril.RIBBON,
    "externallink": Peril.LINKS, "externallinkpath": Peril.LINKS,
    "connections": Peril.QUERIES, "querytable": Peril.QUERIES, "pivottable": Peril.QUERIES,
    "pivotcachedefinition": Peril.QUERIES, "revisionheaders": Peril.QUERIES,
    "oleobject": Peril.OBJECTS, "control": Peril.OBJECTS, "activexcontrolbinary": Peril.OBJECTS,
    "package": Peril.EMBEDDED, "webextension": Peril.EXTENSIONS,
    "webextensiontaskpanes": Peril.EXTENSIONS, "origin": Peril.SIGNATURE,
    "afchunk": Peril.PAGE,
}  # fmt: skip
_NAMES: Final = (
    (re.compile(r"vbaproject|macrosheets/|dialogsheets/|attachedtoolbars"), Peril.MACROS),
    (re.compile(r"customui/"), Peril.RIBBON),
    (re.compile(r"externallinks/"), Peril.LINKS),
    (
        re.compile(r"connections\.xml|querytables?/|pivot(?:cache|tables?)/|revisions/"),
        Peril.QUERIES,
    ),
    (re.compile(r"activex/"), Peril.OBJECTS),
    (re.compile(r"embeddings/"), Peril.EMBEDDED),
    (re.compile(r"webextensions?/"), Peril.EXTENSIONS),
    (re.compile(r"_xmlsignatures/"), Peril.SIGNATURE),
)
_LEADS_OUTSIDE: Final = {"hyperlink": Peril.ADDRESS, "attachedtemplate": Peril.TEMPLATE}
_HARMLESS_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_FIELD: Final = re.compile(r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b", re.IGNORECASE)
_WORDS_OF_FIELDS: Final = ("{*}instrText", "{*}delInstrText")
_FIELDS: Final = (*_WORDS_OF_FIELDS, "{*}fldSimple", "{*}fldChar")


def dangers_in(package: Package) -> Iterator[Danger]:
    """What lives in it, part by part, by types, names and pointers. Raises UnreadableFile."""
    for part, type_ in package.types().items():
        if "macroenabled" in type_.lower():
            yield Danger(Peril.MACROS, part, "macroEnabled")
    for part in package.names:
        name = folded(part)
        file = posixpath.basename(part.replace("\\", "/"))
        yield from (Danger(peril, part, file) for it, peril in _NAMES if it.search(name))
        if name.endswith(".rels"):
            yield from _in_pointers(package, part)


def _in_pointers(package: Package, part: str) -> Iterator[Danger]:
    for element in package.root(part):
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        pointer = relation_from(attributes, PACKAGE)
        kind = pointer.kind.lower()
        peril = _KINDS.get(kind)
        if peril is None and pointer.is_outside:
            is_harmless = kind == "hyperlink" and _HARMLESS_ADDRESS.match(pointer.target)
            peril = None if is_harmless else _LEADS_OUTSIDE.get(kind, Peril.OUTSIDE)
        if peril is not None:
            yield Danger(peril, part, pointer.kind, pointer.target)


def dangers_in_fields(package: Package) -> Iterator[Danger]:
    """What the fields of a document would call or take in. Raises UnreadableFile."""
    for part in package.names:
        if folded(part).endswith(".xml"):
            for words in _fields(package, part):
                found = _FIELD.search(words)
                if found:
                    yield Danger(Peril.FIELD, part, found[0])


def _fields(package: Package, part: str) -> Iterator[str]:
    """The words of each field, however many pieces they come in."""
    words = ""
    for element in package.root(part).iter(*_FIELDS):
        if element.tag.endswith("instrText") or element.tag.endswith("delInstrText"):
            words += element.text or ""
        else:
            yield words
            words = ""
            yield from (str(value) for value in element.attrib.values())
    yield words
