"""A workbook changed at the level of its package: a part that is not to change keeps its bytes.

A library that loads a workbook and saves it again loses what it does not know: pictures, charts,
macros, rich text, formats of its makers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Final
from zipfile import ZipFile

from lxml import etree

from akmplan.office.archive import archive
from akmplan.workbooks.openxml.namespaces import MAIN

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_TYPES_PART: Final = "[Content_Types].xml"
_PACKAGE: Final = "_rels/.rels"
_LONGEST_SHEET_NAME: Final = 31
# What XML cannot hold, a carriage return that it would change, and what reads like our escape.
_ESCAPED: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class Parts:
    """The parts of a workbook, with those parsed that are to be changed.

    What is given has passed the reader's gate already.
    """

    def __init__(self, content: bytes) -> None:
        package = ZipFile(BytesIO(content))
        entries = [one for one in package.infolist() if not one.is_dir()]
        self._contents = {one.filename: package.read(one) for one in entries}
        self._names = {name.replace("\\", "/").lower(): name for name in self._contents}
        self._parsed: dict[str, etree._Element] = {}
        self._changed: dict[str, etree._Element] = {}
        self._written: dict[str, bytes] = {}
        self.main = self.target("", "/officeDocument") or ""

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that are there, in their order, spelled as they are."""
        return tuple(self._contents)

    @property
    def kind(self) -> str:
        """The content type of the workbook's own part."""
        return self._types().get(f"/{self.main}".lower(), "")

    def of_type(self, ending: str) -> tuple[str, ...]:
        """The parts whose content type ends so."""
        typed = (name.lstrip("/") for name, kind in self._types().items() if kind.endswith(ending))
        return tuple(name for name in typed if name in self._names)

    def bytes_of(self, part: str) -> bytes:
        """The part as it came."""
        return self._contents[self._names[part.lower()]]

    def root(self, part: str) -> etree._Element:
        """The part, parsed once."""
        name = self._names[part.lower()]
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._parsed[name] = etree.fromstring(self._contents[name], parser)
        return self._parsed[name]

    def to_change(self, part: str) -> etree._Element:
        """The part, parsed; what is changed in it will be written."""
        root = self.root(part)
        self._changed[self._names[part.lower()]] = root
        return root

    def relations(self, part: str) -> tuple[etree._Element, ...]:
        """What the part points to, of the package itself for part `""`; none where it has none."""
        name = _relations_of(part)
        return tuple(self.root(name)) if name.lower() in self._names else ()

    def targets(self, part: str, kind: str) -> Iterator[str]:
        """The parts that it points to by relations of a kind."""
        folder = posixpath.dirname(part)
        for one in self.relations(part):
            if one.get("Type", "").endswith(kind) and one.get("TargetMode") != "External":
                target = one.get("Target", "").replace("\\", "/")
                yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def target(self, part: str, kind: str) -> str | None:
        """The first of these."""
        return next(self.targets(part, kind), None)

    def write(self, part: str, content: bytes) -> None:
        """The part with another content, or a new part that others point to already."""
        self._written[self._names.get(part.lower(), part)] = content

    def add(self, part: str, content: bytes, kind: str, source: str, relation: str) -> str:
        """A new part with its content type and the source's relation to it; the relation's id."""
        types = self.to_change(_TYPES_PART)
        override = {"PartName": f"/{part}", "ContentType": kind}
        etree.SubElement(types, f"{{{_TYPES}}}Override", override)
        self._written[part] = content
        return self._point_to(part, source, relation)

    def add_sheet(self, name: str, content: bytes, **state: str) -> None:
        """A sheet at the end of the list, where no print title or name counts it."""
        workbook = self.to_change(self.main)
        relation = f"{_OFFICE}/worksheet"
        key = self.add(self._new_sheet_part(), content, _SHEET_TYPE, self.main, relation)
        _list_sheet(workbook, name, key, state)

    def written(self) -> bytes:
        """The package, its parts in their order and the new ones behind them."""
        kept = [(name, self._content(name)) for name in self._contents]
        new = [entry for entry in self._written.items() if entry[0] not in self._contents]
        return archive((*kept, *new))

    def _content(self, name: str) -> bytes:
        root = self._changed.get(name)
        if root is None:
            return self._written.get(name, self._contents[name])
        tree = root.getroottree()
        return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _types(self) -> dict[str, str]:
        listed = self.root(_TYPES_PART)
        return {one.get("PartName", "").lower(): one.get("ContentType", "") for one in listed}

    def _new_sheet_part(self) -> str:
        folder = posixpath.dirname(self.main)
        names = (f"{folder}/worksheets/akmplan{number}.xml" for number in count(1))
        taken = self._written.keys() | self._names.keys()
        return next(one for one in names if one not in taken and one.lower() not in taken).lstrip(
            "/"
        )

    def _point_to(self, part: str, source: str, relation: str) -> str:
        relations = self.to_change(_relations_of(source))
        taken = {one.get("Id") for one in relations}
        key = next(key for number in count(1) if (key := f"akmplan{number}") not in taken)
        target = posixpath.relpath(part, posixpath.dirname(source) or ".")
        pointer = {"Id": key, "Type": relation, "Target": target}
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", pointer)
        return key


def escaped(text: str) -> str:
    """The text as a workbook writes it: characters that XML lacks by their number."""
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels") if part else _PACKAGE


def _list_sheet(workbook: etree._Element, wanted: str, key: str, state: dict[str, str]) -> None:
    sheets = workbook.find(f"{{{MAIN}}}sheets")
    if sheets is None:
        raise ValueError("a workbook without a list of sheets")
    listed = sheets.findall(f"{{{MAIN}}}sheet")
    number = max((int(one.get("sheetId", "0")) for one in listed), default=0) + 1
    sheet = etree.SubElement(sheets, f"{{{MAIN}}}sheet", nsmap={"r": _OFFICE})
    sheet.set("name", _free_name(wanted, {one.get("name", "").casefold() for one in listed}))
    sheet.set("sheetId", str(number))
    for name, value in state.items():
        sheet.set(name, value)
    sheet.set(f"{{{_OFFICE}}}id", key)


def _free_name(wanted: str, taken: set[str]) -> str:
    """`Qoidalar`, or `Qoidalar (2)` where a sheet that is none has that name."""
    numbered = (f"{wanted[: _LONGEST_SHEET_NAME - 5]} ({number})" for number in count(2))
    return (
        wanted
        if wanted.casefold() not in taken
        else next(name for name in numbered if name.casefold() not in taken)
    )
