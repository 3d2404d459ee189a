"""The table of contents of an .xlsx file: its sheets in order, and where its other parts lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from akmplan.office.names import PACKAGE
from akmplan.office.package import Package
from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.office.relations import Relation
from akmplan.office.xmlparts import Attributes, Listener, read_part
from akmplan.workbooks.limits import MOST_SHEETS, Allowance
from akmplan.workbooks.openxml.elements import RELATION_ID, STRICT, in_main

WITHOUT_CELLS = frozenset(("chartsheet", "dialogsheet"))
TRUE_WORDS = frozenset(("1", "true", "on"))


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The sheets that hold cells, the part that lists them, and those that all of them share."""

    part: str
    sheets: tuple[SheetEntry, ...]
    strings: str | None
    styles: str | None
    dates_from_1904: bool


@dataclass(slots=True)
class _Gathered:
    is_strict: bool = False
    is_workbook: bool = False
    sheets: list[Attributes] = field(default_factory=list)
    dates_from_1904: bool = False

    def listener(self) -> Listener:
        own = {
            "workbook": self._note_root,
            "sheet": self._note_sheet,
            "workbookPr": self._note_properties,
        }
        return Listener({**in_main(own), f"{STRICT} workbook": self._note_strict_root})

    def _note_root(self, _: Attributes) -> None:
        self.is_workbook = True

    def _note_strict_root(self, _: Attributes) -> None:
        self.is_strict = True

    def _note_sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) >= MOST_SHEETS:
            raise UnreadableFile(Reason.TOO_LARGE, "sheets")
        self.sheets.append(attributes)

    def _note_properties(self, attributes: Attributes) -> None:
        self.dates_from_1904 = attributes.get("date1904", "").lower() in TRUE_WORDS


def contents_of(package: Package, allowance: Allowance) -> Contents:
    """What the workbook part says, with its pointers followed."""
    part = workbook_part(package, allowance)
    gathered = _Gathered()
    read_part(package, part, gathered.listener(), allowance)
    if gathered.is_strict:
        raise UnreadableFile(Reason.STRICT_OOXML)
    if not gathered.is_workbook:
        raise damaged(part)
    relations = package.relations(part, allowance)
    return Contents(
        part=part,
        sheets=_sheets(gathered.sheets, relations),
        strings=_part_of_kind(relations, "sharedStrings"),
        styles=_part_of_kind(relations, "styles"),
        dates_from_1904=gathered.dates_from_1904,
    )


def workbook_part(package: Package, allowance: Allowance) -> str:
    """The part that lists the sheets."""
    part = _part_of_kind(package.relations(PACKAGE, allowance), "officeDocument")
    if part is None:
        raise damaged("_rels/.rels")
    return part


def _part_of_kind(relations: Mapping[str, Relation], kind: str) -> str | None:
    pointed = (entry for entry in relations.values() if not entry.is_outside)
    return next((entry.part for entry in pointed if entry.kind == kind), None)


def _sheets(listed: list[Attributes], relations: Mapping[str, Relation]) -> tuple[SheetEntry, ...]:
    pointed = [(sheet, _pointed_to(sheet, relations)) for sheet in listed]
    sheets = tuple(
        SheetEntry(sheet.get("name", ""), relation.part, sheet.get("state", "visible") != "visible")
        for sheet, relation in pointed
        if relation.kind not in WITHOUT_CELLS
    )
    _refuse_twins(sheets)
    return sheets


def _pointed_to(sheet: Attributes, relations: Mapping[str, Relation]) -> Relation:
    relation = relations.get(sheet.get(RELATION_ID, ""))
    if relation is None or relation.is_outside:
        raise damaged(sheet.get("name", ""))
    return relation


def _refuse_twins(sheets: tuple[SheetEntry, ...]) -> None:
    """A place names its sheet, so two of one name, or one part shown twice, cannot be told."""
    seen: set[str] = set()
    for sheet in sheets:
        marks = {f"name {sheet.name.casefold()}", f"part {sheet.part.casefold()}"}
        if marks & seen:
            raise damaged(sheet.name)
        seen |= marks
