"""One sheet of findings: whose they are, how many, and the table with its filters and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.format import Format

from akmplan.documents.findings.cell_links import link_to
from akmplan.documents.findings.findings_list import Entry, counts
from akmplan.documents.findings.findings_look import FindingsLook
from akmplan.documents.workbook_look import set_up_for_print
from akmplan.findings import Finding, Found
from akmplan.layout import record
from akmplan.model import Number, Place, grouped
from akmplan.office.characters import printable
from akmplan.office.page import CellRefused, Page

COLUMNS: Final = (
    "№", "Kodi", "Darajasi", "Fayl", "Varaq", "Katak", "Band", "Ko‘rsatkich", "Davr",
    "Nima topildi", "Nima bo‘lishi kerak", "Xabar", record.FINDINGS_NOTE,
)  # fmt: skip
MAY_BE_EXPLAINED: Final = (
    "“Izoh” ustunini to‘ldirib, shu kitobni kirish papkasiga (input) solishingiz mumkin: "
    "izohlangan xato hujjatni loyiha qilmaydi."
)
NOTHING_FOUND: Final = "Kamchilik topilmadi: hammasi joyida."
_WIDTHS: Final = (5, 7, 15, 19, 11, 8, 9, 15, 11, 15, 15, 56, 36)
_LAST: Final = len(COLUMNS) - 1
_LAST_HIDDEN: Final = _LAST + len(record.FINDINGS_COLUMNS)
_GRADE, _FILE, _FOUND, _EXPECTED, _NOTE = (
    COLUMNS.index(name)
    for name in ("Darajasi", "Fayl", "Nima topildi", "Nima bo‘lishi kerak", record.FINDINGS_NOTE)
)
_LEFT: Final = tuple(COLUMNS.index(name) for name in ("Fayl", "Ko‘rsatkich", "Xabar"))
_TITLE_HEIGHT: Final = 22
_EMPTY_HEIGHT: Final = 30
_DIGITS_KEPT: Final = 15  # a spreadsheet rounds what is longer
_MOST_ROWS: Final = 1_000  # more would be read by nobody, and take memory without end
MORE: Final = "Yana {n} ta kamchilik bor. Avval shularni tuzating, so‘ng qaytadan ishga tushiring."


@dataclass(frozen=True, slots=True)
class FindingsSheet:
    """What a sheet is to hold. `input_folder`: seen from the output folder."""

    title: str
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    input_folder: str | None


def write_findings_sheet(page: Page, look: FindingsLook, sheet: FindingsSheet) -> None:
    """The lines above the table, the heading, and a row a finding."""
    page.set_widths(_WIDTHS)
    heading = _write_top(page, look, sheet)
    page.write_row(heading, [*COLUMNS, *record.FINDINGS_COLUMNS], look.usual.heading)
    page.fit_height(heading)
    shown = sheet.entries[:_MOST_ROWS]
    for row, entry in enumerate(shown, heading + 1):
        _write_entry(page, look, row, entry)
        _write_link(page, look, row, entry.finding.place, sheet.input_folder)
    ending = _ending(sheet, len(shown))
    if ending:
        page.write_across(heading + len(shown) + 1, 0, _LAST, ending, look.usual.middle)
        page.sheet.set_row(heading + len(shown) + 1, _EMPTY_HEIGHT)
    page.sheet.autofilter(heading, 0, heading + len(shown), _LAST_HIDDEN)
    page.sheet.set_column(_LAST + 1, _LAST_HIDDEN, None, None, {"hidden": True})
    set_up_for_print(page.sheet, heading)


def _write_top(page: Page, look: FindingsLook, sheet: FindingsSheet) -> int:
    """The title and the lines below it; the row where the table begins."""
    page.write_across(0, 0, _LAST, sheet.title, look.usual.title)
    page.sheet.set_row(0, _TITLE_HEIGHT)
    lines = (*sheet.lines, counts(sheet.entries), MAY_BE_EXPLAINED)
    for row, line in enumerate(lines, 1):
        page.write_across(row, 0, _LAST, line, look.line)
    return len(lines) + 1


def _ending(sheet: FindingsSheet, shown: int) -> str:
    """The line below the table: that it is empty, or how many more there are."""
    left_out = len(sheet.entries) - shown
    if left_out:
        return MORE.format(n=grouped(left_out))
    return "" if shown else NOTHING_FOUND


def _write_entry(page: Page, look: FindingsLook, row: int, entry: Entry) -> None:
    for column, value in enumerate(_values(entry)):
        page.write(row, column, value, _look_at(look, column, value, entry))
    for column, value in enumerate(_keys(entry.finding), _LAST + 1):
        page.write(row, column, value, look.usual.plain)
    page.fit_height(row)


def _values(entry: Entry) -> list[str | Number | None]:
    finding, hit = entry.finding, entry.finding.hit
    return [
        entry.number,
        finding.code,
        entry.said_grade,
        *_parts(finding.place),
        hit.item,
        hit.indicator,
        entry.period,
        _exactly(hit.found),
        _exactly(hit.expected),
        entry.message,
        entry.explanation,
    ]


def _keys(finding: Finding) -> list[str | Number | None]:
    """What binds an explanation to the finding, in the order of `FINDINGS_COLUMNS`."""
    hit = finding.hit
    exact = _exactly(hit.found)
    found = str(exact) if isinstance(exact, Decimal) else exact
    return [finding.code, hit.item, hit.indicator, hit.period, found, *_parts(finding.place)]


def _look_at(look: FindingsLook, column: int, value: str | Number | None, entry: Entry) -> Format:
    if column == _GRADE:
        return look.grades[entry.grade]
    if column == _NOTE:
        return look.to_fill_in
    if column in _LEFT:
        return look.usual.text
    if column in (_FOUND, _EXPECTED) and isinstance(value, int):
        return look.usual.figure("0")
    return look.usual.middle


def _write_link(
    page: Page, look: FindingsLook, row: int, place: Place | None, input_folder: str | None
) -> None:
    """The last word of the place leads there: the cell, else the sheet, else the file."""
    link = link_to(place, input_folder)
    named = [column for column, part in enumerate(_parts(place), _FILE) if part]
    if link is None:
        return
    text = printable(str(_parts(place)[named[-1] - _FILE]))
    if page.sheet.write_url(row, named[-1], f"external:{link}", look.link, text) != 0:
        raise CellRefused(f"{page.sheet.get_name()}: row {row + 1}: {link}")


def _parts(place: Place | None) -> Sequence[str | None]:
    return (place.file, place.sheet, place.cell) if place else (None, None, None)


def _exactly(found: Found) -> str | Number | None:
    """A number stays a number where a spreadsheet can hold it to the digit."""
    if found is None or isinstance(found, str):
        return found
    digits = len(Decimal(found).as_tuple().digits)
    return found if digits <= _DIGITS_KEPT else str(found)
