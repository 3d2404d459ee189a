"""Sheets added to a workbook that is there, at the level of its package.

A library that loads a workbook and saves it again loses what it does not know: pictures, charts,
macros, rich text, formats of its makers. Here every part is copied byte for byte, and only the
four that list sheets and formats get entries appended.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from io import BytesIO
from itertools import count
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from akmplan.forms.added_styles import add_styles
from akmplan.forms.helper_tables import HelperTable
from akmplan.forms.sheet_part import MAIN, Styles, sheet_part

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SUFFIXES: Final = (
    ("template.macroenabled", ".xltm"), ("macroenabled", ".xlsm"), ("template", ".xltx"),
)  # fmt: skip
_LONGEST_SHEET_NAME: Final = 31


class NotExtendable(Exception):  # noqa: N818 - it says what the workbook is
    """The package lacks a part that lists its sheets, or one that cannot be parsed."""


def with_helper_sheets(content: bytes, tables: Iterable[HelperTable]) -> bytes:
    """The workbook with the sheets behind its own. Raises NotExtendable."""
    try:
        package = _Package(content)
        styles = package.add_styles()
        for table in tables:
            package.add_sheet(table, styles)
        return package.written()
    except (etree.XMLSyntaxError, KeyError, ValueError, StopIteration) as fault:
        raise NotExtendable(str(fault)) from fault


def suffix_for(content: bytes) -> str:
    """The ending that Excel wants: one with macros does not open as `.xlsx`."""
    try:
        kind = _Package(content).kind.lower()
    except (etree.XMLSyntaxError, KeyError, ValueError, StopIteration) as fault:
        raise NotExtendable(str(fault)) from fault
    return next((suffix for mark, suffix in _SUFFIXES if mark in kind), ".xlsx")


class _Package:
    """The parts of a workbook, with those parsed that are to be changed."""

    def __init__(self, content: bytes) -> None:
        archive = ZipFile(BytesIO(content))
        self._entries = [one for one in archive.infolist() if not one.is_dir()]
        self._contents = {one.filename: archive.read(one) for one in self._entries}
        self._names = {name.replace("\\", "/").lower(): name for name in self._contents}
        self._parsed: dict[str, etree._Element] = {}
        self._changed: dict[str, etree._Element] = {}
        self._added: dict[str, bytes] = {}
        self._main = self._target(self._root("_rels/.rels"), "", "/officeDocument") or ""
        folder, name = posixpath.split(self._main)
        self._folder = folder
        self._relations = posixpath.join(folder, "_rels", f"{name}.rels")

    @property
    def kind(self) -> str:
        """The content type of the workbook's own part."""
        wanted = f"/{self._main}".lower()
        types = self._root("[Content_Types].xml")
        return next(
            (
                one.get("ContentType", "")
                for one in types
                if one.get("PartName", "").lower() == wanted
            ),
            "",
        )

    def add_styles(self) -> Styles:
        part = self._target(self._root(self._relations), self._folder, "/styles")
        return add_styles(self._to_change(part)) if part else Styles()

    def add_sheet(self, table: HelperTable, styles: Styles) -> None:
        workbook = self._to_change(self._main)
        part = self._new_part()
        views = workbook.find(f"{{{MAIN}}}bookViews")
        self._added[part] = sheet_part(table, styles, has_views=views is not None)
        key = self._point_to(part)
        types = self._to_change("[Content_Types].xml")
        override = {"PartName": f"/{part}", "ContentType": _SHEET_TYPE}
        etree.SubElement(types, f"{{{_TYPES}}}Override", override)
        _list_sheet(workbook, table.layout.name, key)

    def written(self) -> bytes:
        """The package, its entries in their order and the new ones behind them."""
        bytes_out = BytesIO()
        with ZipFile(bytes_out, "w", ZIP_DEFLATED) as archive:
            for entry in self._entries:
                archive.writestr(_same_entry(entry), self._content(entry.filename))
            for part, content in self._added.items():
                archive.writestr(_new_entry(part), content)
        return bytes_out.getvalue()

    def _content(self, name: str) -> bytes:
        root = self._changed.get(name)
        if root is None:
            return self._contents[name]
        tree = root.getroottree()
        return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _root(self, part: str) -> etree._Element:
        """The part, parsed once; what stands in it has passed the reader's gate already."""
        name = self._names[part.lower()]
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._parsed[name] = etree.fromstring(self._contents[name], parser)
        return self._parsed[name]

    def _to_change(self, part: str) -> etree._Element:
        root = self._root(part)
        self._changed[self._names[part.lower()]] = root
        return root

    def _target(self, relations: etree._Element, folder: str, kind: str) -> str | None:
        for one in relations:
            if one.get("Type", "").endswith(kind) and one.get("TargetMode") != "External":
                target = one.get("Target", "").replace("\\", "/")
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None

    def _new_part(self) -> str:
        names = (f"{self._folder}/worksheets/akmplan{number}.xml" for number in count(1))
        free = (one for one in names if one not in self._added and one.lower() not in self._names)
        return next(free).lstrip("/")

    def _point_to(self, part: str) -> str:
        relations = self._to_change(self._relations)
        taken = {one.get("Id") for one in relations}
        key = next(key for number in count(1) if (key := f"akmplan{number}") not in taken)
        relation = {
            "Id": key,
            "Type": f"{_OFFICE}/worksheet",
            "Target": posixpath.relpath(part, self._folder or "."),
        }
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", relation)
        return key


def _list_sheet(workbook: etree._Element, wanted: str, key: str) -> None:
    """Adds a sheet to the end of the list, where no print title or name counts it."""
    sheets = workbook.find(f"{{{MAIN}}}sheets")
    if sheets is None:
        raise ValueError("a workbook without a list of sheets")
    listed = sheets.findall(f"{{{MAIN}}}sheet")
    number = max((int(one.get("sheetId", "0")) for one in listed), default=0) + 1
    sheet = etree.SubElement(sheets, f"{{{MAIN}}}sheet", nsmap={"r": _OFFICE})
    sheet.set("name", _free_name(wanted, {one.get("name", "").casefold() for one in listed}))
    sheet.set("sheetId", str(number))
    sheet.set(f"{{{_OFFICE}}}id", key)


def _free_name(wanted: str, taken: set[str]) -> str:
    """`Qoidalar`, or `Qoidalar (2)` where a sheet that is none has that name."""
    numbered = (f"{wanted[: _LONGEST_SHEET_NAME - 5]} ({number})" for number in count(2))
    return (
        wanted
        if wanted.casefold() not in taken
        else next(name for name in numbered if name.casefold() not in taken)
    )


def _same_entry(entry: ZipInfo) -> ZipInfo:
    """A part's entry without the fields that are of its old place in the file."""
    same = ZipInfo(entry.filename, entry.date_time)
    same.compress_type, same.external_attr = entry.compress_type, entry.external_attr
    same.create_system, same.comment = entry.create_system, entry.comment
    return same


def _new_entry(part: str) -> ZipInfo:
    entry = ZipInfo(part, (1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
    return entry
