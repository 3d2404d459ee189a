"""What stands in an .xlsx file beside the values of its cells: comments, formulas, drawings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from akmplan.office.gate import open_package
from akmplan.office.namespaces import MAIN
from akmplan.office.package import Package
from akmplan.office.relations import Relation
from akmplan.office.xmlparts import Attributes, Listener, read_part
from akmplan.workbooks.limits import Allowance
from akmplan.workbooks.openxml.contents import SheetEntry, contents_of, workbook_part
from akmplan.workbooks.openxml.elements import in_main
from akmplan.workbooks.openxml.texts import Pieces
from akmplan.workbooks.richtext import as_typed

_THREADS: Final = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_ANCHORS: Final = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_OBJECTS: Final = frozenset(("oleObject", "control", "ctrlProp", "pivotTable"))


@dataclass(frozen=True, slots=True)
class SheetExtras:
    """Of one sheet. Comments and formulas by cell, `B4`; a formula without its `=`, blank where
    the file only points to another cell's."""

    comments: Mapping[str, str] = field(default_factory=dict)
    formulas: Mapping[str, str] = field(default_factory=dict)
    has_drawings: bool = False


@dataclass(frozen=True, slots=True)
class Extras:
    """Of a workbook, its sheets by name."""

    sheets: Mapping[str, SheetExtras] = field(default_factory=dict)
    has_macros: bool = False


def extras_of_openxml(content: bytes) -> Extras:
    """What a reader of values passes over. Raises UnreadableFile."""
    package, allowance = open_package(content), Allowance()
    contents = contents_of(package, allowance)
    main = workbook_part(package, allowance)
    kinds = {one.kind for one in package.relations(main, allowance).values()}
    sheets = {sheet.name: _of_sheet(package, sheet, allowance) for sheet in contents.sheets}
    return Extras(sheets, "vbaProject" in kinds)


def _of_sheet(package: Package, sheet: SheetEntry, allowance: Allowance) -> SheetExtras:
    pointed = package.relations(sheet.part, allowance).values()
    relations = tuple(one for one in pointed if not one.is_outside)
    comments: dict[str, str] = {}
    for kind in ("comments", "threadedComment"):  # the later says more of the same
        for part in _parts(relations, kind):
            comments.update(_comments(package, part, allowance))
    drawn = any(_is_drawn_on(package, part, allowance) for part in _parts(relations, "drawing"))
    objects = any(relation.kind in _OBJECTS for relation in relations)
    return SheetExtras(comments, _formulas(package, sheet.part, allowance), drawn or objects)


def _parts(relations: Iterable[Relation], kind: str) -> list[str]:
    return [relation.part for relation in relations if relation.kind == kind]


@dataclass(slots=True)
class _Texts:
    """The texts of elements, put together by the cell that each belongs to."""

    pieces: Pieces = field(default_factory=Pieces)
    found: dict[str, list[str]] = field(default_factory=dict)
    cell: str = ""

    def at_cell(self, key: str, attributes: Attributes) -> None:
        self.cell = attributes.get(key, "")

    def begin(self, _: Attributes) -> None:
        self.pieces.begin()

    def end(self) -> None:
        self.found.setdefault(self.cell, []).append(as_typed(self.pieces.taken()))

    def listener(self, places: Mapping[str, str], text: str) -> Listener:
        """For the texts in elements `text`; `places`: the elements that name a cell, and how."""
        starts = {name: partial(self.at_cell, key) for name, key in places.items()}
        heard, settle = self.pieces.heard.append, self.pieces.settle
        return Listener({**starts, text: self.begin}, {text: self.end}, heard, settle)


def _comments(package: Package, part: str, allowance: Allowance) -> Mapping[str, str]:
    """A comment's runs together; a thread's answers below it, each on lines of its own."""
    plain, threads = _Texts(), _Texts()
    read_part(package, part, plain.listener(in_main({"comment": "ref"}), f"{MAIN} t"), allowance)
    own = threads.listener({f"{_THREADS} threadedComment": "ref"}, f"{_THREADS} text")
    read_part(package, part, own, allowance)
    return {
        **{cell: "".join(texts) for cell, texts in plain.found.items()},
        **{cell: "\n".join(texts) for cell, texts in threads.found.items()},
    }


def _formulas(package: Package, part: str, allowance: Allowance) -> Mapping[str, str]:
    texts = _Texts()
    read_part(package, part, texts.listener(in_main({"c": "r"}), f"{MAIN} f"), allowance)
    return {cell: "".join(parts).strip() for cell, parts in texts.found.items()}


def _is_drawn_on(package: Package, part: str, allowance: Allowance) -> bool:
    """Some programs keep an empty drawing beside comments."""
    seen: list[Attributes] = []
    starts = {f"{_DRAWING} {name}": seen.append for name in _ANCHORS}
    read_part(package, part, Listener(starts), allowance)
    return bool(seen)
