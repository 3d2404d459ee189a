"""A helper sheet as the XML part of a workbook: every cell a text, none ever a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from akmplan.forms.helper_tables import HelperTable
from akmplan.model import coordinate
from akmplan.workbooks.openxml.namespaces import MAIN
from akmplan.workbooks.rewriting import escaped

ROWS_TO_FILL: Final = 40  # blank rows that are drawn for the next entries
_WIDTHS: Final = {
    "Nomi": 34, "Qiymati": 60, "Rasmiy nomi": 60, "Qisqa nomi": 16, "Boshqa yozilishlari": 60,
    "Mas’ul shaxs": 26, "Band": 10, "Ko‘rsatkich": 44, "O‘lchov birligi": 20, "Jamlash usuli": 18,
    "Fayl": 34, "Varaq": 20, "Katak": 10, "Kimga taqdim etiladi": 48, "Davriyligi": 20,
    "Muddati": 24, "Bandlar": 48, "Shakli": 20, "Kodi": 10, "Qoida": 60, "Darajasi": 16,
    "Izoh": 44, "Davr": 14, "Qiymat": 20, "Kim": 20, "Sana": 14,
}  # fmt: skip
_HINT_WIDTH: Final = 90


@dataclass(frozen=True, slots=True)
class Styles:
    """The numbers of the cell formats in the workbook's own list."""

    heading: int = 0
    text: int = 0
    hint_title: int = 0
    hint: int = 0


def sheet_part(table: HelperTable, styles: Styles, *, has_views: bool) -> bytes:
    """The worksheet. `has_views`: the workbook has a window that a view can belong to."""
    sheet = etree.fromstring(f'<worksheet xmlns="{MAIN}"/>')
    _add(_add(sheet, "sheetPr"), "pageSetUpPr", fitToPage="1")
    if has_views:
        _freeze_heading(sheet)
    _add(sheet, "sheetFormatPr", defaultRowHeight="15")
    _set_widths(sheet, table, styles)
    _fill(_add(sheet, "sheetData"), table, styles)
    _offer_choices(sheet, table)
    _add(sheet, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    return etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{MAIN}}}{name}", attributes)


def _freeze_heading(sheet: etree._Element) -> None:
    view = _add(_add(sheet, "sheetViews"), "sheetView", workbookViewId="0")
    _add(view, "pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")


def _set_widths(sheet: etree._Element, table: HelperTable, styles: Styles) -> None:
    columns = _add(sheet, "cols")
    widths = [_WIDTHS[name] for name in table.layout.columns]
    for at, width in enumerate(widths, 1):
        _set_width(columns, at, width, styles.text)
    _set_width(columns, _hint_column(table), _HINT_WIDTH, 0)


def _set_width(columns: etree._Element, at: int, width: int, style: int) -> None:
    place = {"min": str(at), "max": str(at)}
    _add(columns, "col", **place, width=str(width), style=str(style), customWidth="1")


def _hint_column(table: HelperTable) -> int:
    return len(table.layout.columns) + 2


def _fill(data: etree._Element, table: HelperTable, styles: Styles) -> None:
    blank = ("",) * len(table.layout.columns)
    drawn = max(len(table.rows), len(table.hints)) + ROWS_TO_FILL
    rows = (table.layout.columns, *table.rows, *(blank,) * (drawn - len(table.rows)))
    for at, (row, hint) in enumerate(zip(rows, _hints(table, len(rows)), strict=True), 1):
        line = _add(data, "row", r=str(at))
        for column, text in enumerate(row, 1):
            _write(line, at, column, text, styles.heading if at == 1 else styles.text)
        style = styles.hint_title if at == 1 else styles.hint
        if hint:
            _write(line, at, _hint_column(table), hint, style)


def _hints(table: HelperTable, count: int) -> Iterator[str]:
    yield from table.hints
    yield from ("",) * (count - len(table.hints))


def _write(line: etree._Element, row: int, column: int, text: str, style: int) -> None:
    cell = _add(line, "c", r=coordinate(row, column), s=str(style))
    if text:
        cell.set("t", "inlineStr")
        _add(_add(cell, "is"), "t").text = escaped(text)
        cell[0][0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _offer_choices(sheet: etree._Element, table: HelperTable) -> None:
    """A list to choose from; another word may be typed, and is named by `check` if it must be."""
    if not table.choices:
        return
    rules = _add(sheet, "dataValidations", count=str(len(table.choices)))
    for name, words in table.choices.items():
        column = table.layout.columns.index(name) + 1
        _offer(rules, f"{coordinate(2, column)}:{coordinate(1000, column)}", words)


def _offer(rules: etree._Element, cells: str, words: Sequence[str]) -> None:
    rule = _add(rules, "dataValidation", type="list", allowBlank="1", sqref=cells)
    _add(rule, "formula1").text = f'"{",".join(words)}"'
