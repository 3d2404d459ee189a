"""Lays the sample plan out as a workbook, as the staff of a centre would keep it in Excel."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from .plan_rows import AGREED, APPROVED, PLAN, TITLE, UNDERLINED, Item, PlanRow, Section, Stamp

Column = Literal[
    "number", "title", "unit", "baseline", "target", "mechanism", "schedule", "responsible"
]
NumberStyle = Literal["dotted", "plain", "number"]
CellValue = str | int | float | CellRichText | None

DEFAULT_COLUMNS: Final[tuple[Column, ...]] = (
    "number",
    "title",
    "unit",
    "baseline",
    "target",
    "mechanism",
    "schedule",
    "responsible",
)
HEADINGS: Final[dict[Column, str]] = {
    "number": "№",
    "title": "Nomi",
    "unit": "O‘lchov birligi",
    "mechanism": "Amalga oshirish mexanizmi",
    "schedule": "Bajarilish muddati",
    "responsible": "Mas’ullar",
}
QUANTITIES: Final[tuple[Column, ...]] = ("baseline", "target")
WIDTHS: Final[dict[Column, float]] = {
    "number": 6,
    "title": 42,
    "unit": 14,
    "baseline": 13.5,
    "target": 13.5,
    "mechanism": 46,
    "schedule": 13.5,
    "responsible": 27,
}
CENTRED: Final[frozenset[Column]] = frozenset(
    {"number", "unit", "baseline", "target", "schedule", "responsible"}
)

FONT: Final = "Times New Roman"
LINE_HEIGHT: Final = 15.75
TITLE_LINE_HEIGHT: Final = 18.75
LEAST_STAMP_WIDTH: Final = 40.0
LETTERS_IN_A_WIDTH: Final = 1.1
BOLD_CAPITALS_IN_A_WIDTH: Final = 0.72
NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
A4: Final = 9
WRITTEN_ON: Final = datetime(2026, 1, 5, 9, 0)
FIRST_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)

_THIN: Final = Side(style="thin")
_GRID: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MIDDLE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
_PLAIN: Final = Font(name=FONT, size=12)
_BOLD: Final = Font(name=FONT, size=12, bold=True)
_TITLE: Final = Font(name=FONT, size=14, bold=True)


def plan_workbook(
    rows: Iterable[PlanRow] = PLAN,
    *,
    year: int = 2026,
    columns: Sequence[Column] = DEFAULT_COLUMNS,
    first_row: int = 1,
    first_column: int = 1,
    heading_rows: Literal[1, 2] = 2,
    numbers_as_text: bool = False,
    number_style: NumberStyle = "dotted",
    stamps: bool = True,
) -> Workbook:
    """The plan as a workbook; `year` is that of stamps, title and heading, never of the rows."""
    workbook = Workbook()
    workbook.properties.creator = "Vobkent tumani axborot-kutubxona markazi"
    workbook.properties.title = f"{year}-yil uchun ish reja"
    sheet = workbook.worksheets[0]
    sheet.title = "Ish reja"
    form = _Form(sheet, tuple(columns), first_column, year, numbers_as_text, number_style)
    form.set_column_widths()
    row = form.write_stamps(first_row) if stamps else first_row
    row = form.write_title(row)
    heading_row = row
    row = form.write_heading(row, heading_rows)
    for plan_row in rows:
        form.write_plan_row(row, plan_row)
        row += 1
    _set_up_for_print(sheet, heading_row, heading_rows)
    return workbook


@dataclass(frozen=True)
class _Form:
    """Where the table stands on the sheet, and how its cells are to be written."""

    sheet: Worksheet
    columns: tuple[Column, ...]
    first_column: int
    year: int
    numbers_as_text: bool
    number_style: NumberStyle

    @property
    def last_column(self) -> int:
        return self.first_column + len(self.columns) - 1

    @property
    def table_width(self) -> float:
        return sum(WIDTHS[column] for column in self.columns)

    def set_column_widths(self) -> None:
        for place, column in enumerate(self.columns, self.first_column):
            self.sheet.column_dimensions[get_column_letter(place)].width = WIDTHS[column]

    def write_stamps(self, row: int) -> int:
        """Writes both stamps side by side and gives the row after them and a blank one."""
        left = self._columns_wide_enough(self.columns)
        right = self._columns_wide_enough(self.columns[::-1])
        self._write_stamp(row, AGREED, self.first_column, self.first_column + left - 1)
        self._write_stamp(row, APPROVED, self.last_column - right + 1, self.last_column)
        return row + max(len(_lines_of(stamp)) for stamp in (AGREED, APPROVED)) + 1

    def _write_stamp(self, row: int, stamp: Stamp, first: int, last: int) -> None:
        for at, line in enumerate(_lines_of(stamp), row):
            font = _BOLD if line == stamp.word else _PLAIN
            self._merge(at, first, last, line.format(year=self.year), font, _MIDDLE)
            self.sheet.row_dimensions[at].height = LINE_HEIGHT * (
                1.6 if line in (stamp.signature, stamp.date) else 1.1
            )

    def write_title(self, row: int) -> int:
        for line in TITLE:
            text = line.format(year=self.year)
            self._merge(row, self.first_column, self.last_column, text, _TITLE, _MIDDLE)
            self.sheet.row_dimensions[row].height = TITLE_LINE_HEIGHT
            row += 1
        return row + 1

    def write_heading(self, row: int, heading_rows: int) -> int:
        last_row = row + heading_rows - 1
        for place, column in enumerate(self.columns, self.first_column):
            if heading_rows == 2 and self._stands_under_quantities(column):
                self._write(last_row, place, self._heading(column, "- "), _BOLD, _MIDDLE)
            else:
                self._write(row, place, self._heading(column, "-"), _BOLD, _MIDDLE)
                self._merge_cells(row, place, last_row, place)
        if heading_rows == 2 and self._quantities_are_adjacent():
            first = self.first_column + min(self.columns.index(key) for key in QUANTITIES)
            self._merge(row, first, first + 1, "Miqdori", _BOLD, _MIDDLE, grid=True)
        for at in range(row, last_row + 1):
            self.sheet.row_dimensions[at].height = LINE_HEIGHT * 2.2
        return last_row + 1

    def _heading(self, column: Column, dash: str) -> str:
        if column == "baseline":
            return f"{self.year - 1}-yil (fakt)"
        if column == "target":
            return f"{self.year}{dash}yil (reja)"
        return HEADINGS[column]

    def _quantities_are_adjacent(self) -> bool:
        if not set(QUANTITIES) <= set(self.columns):
            return False
        return abs(self.columns.index("baseline") - self.columns.index("target")) == 1

    def _stands_under_quantities(self, column: Column) -> bool:
        return column in QUANTITIES and self._quantities_are_adjacent()

    def write_plan_row(self, row: int, plan_row: PlanRow) -> None:
        if isinstance(plan_row, Item):
            self._write_item(row, plan_row)
        elif isinstance(plan_row, Section):
            text = f"{plan_row.numeral}. {plan_row.title}"
            self._write_across(row, text, _BOLD, _MIDDLE, BOLD_CAPITALS_IN_A_WIDTH)
        else:
            self._write_across(row, plan_row.text, _PLAIN, _LEFT, LETTERS_IN_A_WIDTH)

    def _write_across(
        self, row: int, text: str, font: Font, alignment: Alignment, letters: float
    ) -> None:
        self._merge(row, self.first_column, self.last_column, text, font, alignment, grid=True)
        lines = _count_lines(text, self.table_width * letters)
        self.sheet.row_dimensions[row].height = lines * LINE_HEIGHT + 6

    def _write_item(self, row: int, item: Item) -> None:
        most_lines = 1
        for place, column in enumerate(self.columns, self.first_column):
            value = self._value_of(item, column)
            self._write(row, place, value, _PLAIN, _MIDDLE if column in CENTRED else _LEFT)
            text = "" if value is None else str(value)
            lines = _count_lines(text, WIDTHS[column] * LETTERS_IN_A_WIDTH)
            most_lines = max(most_lines, lines)
        self.sheet.row_dimensions[row].height = most_lines * LINE_HEIGHT + 4

    def _value_of(self, item: Item, column: Column) -> CellValue:
        value: str | int | None = getattr(item, column)
        if column == "number":
            return _number_in_style(item.number, self.number_style)
        if column == "mechanism":
            return _with_headings_underlined(item.mechanism)
        if column in QUANTITIES and isinstance(value, int) and self.numbers_as_text:
            return f"{value:,}".replace(",", NO_BREAK_SPACE)
        return value

    def _columns_wide_enough(self, columns: Sequence[Column]) -> int:
        width = 0.0
        for count, column in enumerate(columns, 1):
            width += WIDTHS[column]
            if width >= LEAST_STAMP_WIDTH:
                return count
        return len(columns)

    def _write(
        self, row: int, place: int, value: CellValue, font: Font, alignment: Alignment
    ) -> None:
        cell = self.sheet.cell(row, place)
        cell.value = value
        cell.font = font
        cell.alignment = alignment
        cell.border = _GRID

    def _merge(
        self,
        row: int,
        first: int,
        last: int,
        text: str,
        font: Font,
        alignment: Alignment,
        *,
        grid: bool = False,
    ) -> None:
        self._write(row, first, text, font, alignment)
        if not grid:
            self.sheet.cell(row, first).border = Border()
        self._merge_cells(row, first, row, last)

    def _merge_cells(self, row: int, first: int, last_row: int, last: int) -> None:
        if (row, first) != (last_row, last):
            self.sheet.merge_cells(
                start_row=row, start_column=first, end_row=last_row, end_column=last
            )


def _lines_of(stamp: Stamp) -> tuple[str, ...]:
    return (stamp.word, *stamp.institution, stamp.signature, stamp.date)


def _number_in_style(number: str, style: NumberStyle) -> str | int | float:
    if style == "dotted":
        return number
    plain = number.rstrip(".")
    if style == "plain":
        return plain
    if plain.isdecimal():
        return int(plain)
    return float(plain) if re.fullmatch(r"\d+\.\d+", plain) else plain


def _with_headings_underlined(mechanism: str) -> str | CellRichText:
    """The mechanism that works in both bases has their names underlined."""
    if not all(heading in mechanism for heading in UNDERLINED):
        return mechanism
    plain = InlineFont(rFont=FONT, sz=12)
    underlined = InlineFont(rFont=FONT, sz=12, u="single")
    parts = re.split("(" + "|".join(map(re.escape, UNDERLINED)) + ")", mechanism)
    return CellRichText(
        [TextBlock(underlined if part in UNDERLINED else plain, part) for part in parts if part]
    )


def _count_lines(text: str, letters: float) -> int:
    """How many lines a text takes, roughly, where a line holds so many letters."""
    room = max(1, int(letters) - 1)
    return sum(max(1, len(textwrap.wrap(line, room))) for line in text.split("\n"))


def _set_up_for_print(sheet: Worksheet, heading_row: int, heading_rows: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{heading_row}:{heading_row + heading_rows - 1}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = 0.6
    sheet.page_margins.bottom = 0.75
    sheet.page_margins.footer = 0.3
    footer = HeaderFooterItem()
    footer.center.text = "&P"
    sheet.HeaderFooter.oddFooter = footer


def workbook_bytes(workbook: Workbook) -> bytes:
    """The workbook as a file whose bytes do not depend on the day it is written."""
    workbook.properties.created = WRITTEN_ON
    written = io.BytesIO()
    workbook.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w") as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, date_time=FIRST_ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, _without_the_hour_of_saving(name, source.read(name)))
    return steady.getvalue()


def _without_the_hour_of_saving(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    fixed = WRITTEN_ON.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + fixed, content)


def save_deterministic(workbook: Workbook, path: Path) -> None:
    """Saves the workbook with the same bytes on every run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook_bytes(workbook))
