"""The workbook in which a service reports its months: twelve tabs, a row for each indicator."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.forms.month_look import (
    COLUMN_WIDTHS,
    FONT,
    HEAD_LINE_HEIGHT,
    HEADING_HEIGHT,
    MonthLook,
    month_look,
    row_height,
)
from akmplan.layout.calendar import MONTHS, month_heading
from akmplan.layout.sheets import MONTH_COLUMNS, MONTH_FOLDER, MONTH_TAB_LABELS
from akmplan.model import Indicator, Plan, PlanItem, Service, State, Value
from akmplan.workbooks.archive import same_everywhere

TITLE: Final = "{year}-yil ish rejasi: oylik jadval"
HINT: Final = (
    "“Bajarildi” ustunini to‘ldiring: bo‘sh katak – hali ma’lumot yo‘q; 0 – ish qilinmadi; "
    "“-” – bu oyga tegishli emas."
)
HINT_OUTSIDE_SCHEDULE: Final = " Kulrang katak – band muddatidan tashqaridagi oy."
WARNING_TITLE: Final = "Butun son kutilgan edi"
WARNING: Final = (
    "0 yoki undan katta butun son yozing; bu oyga tegishli bo‘lmasa, “-” qo‘ying; "
    "ma’lumot hali yo‘q bo‘lsa, katakni bo‘sh qoldiring. Yozganingiz shunday qolsinmi?"
)
PAIR_NAMES: Final = frozenset({"a", "b"})
PAIR_NOTE: Final = "a – rejadagi birinchi son, b – ikkinchisi."

_TITLE_ROW, _SERVICE_ROW, _MONTH_ROW, _HINT_ROW = range(4)
HEADING_ROW: Final = 5  # the row above it is left free for a remark of the service's own
_NUMBER, _NAME, _UNIT, _TARGET, _ACTUAL, _TO_DATE, _NOTE = range(len(MONTH_COLUMNS))
_ACTUAL_LETTER: Final = "ABCDEFG"[_ACTUAL]
_A4: Final = 9
_NOTE_BOX: Final = {"x_scale": 3, "y_scale": 1.6, "font_name": "Times New Roman", "font_size": 10}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    item: PlanItem
    indicator: Indicator

    @property
    def name(self) -> str:
        return self.indicator.name or self.item.title

    @property
    def is_of_a_pair(self) -> bool:
        return self.indicator.name in PAIR_NAMES

    @property
    def note(self) -> str:
        """What the name alone leaves unsaid; nothing where it is the item's own title."""
        if self.indicator.name is None:
            return ""
        title = f"{self.item.code}. {self.item.title}"
        return f"{title}\n{PAIR_NOTE}" if self.is_of_a_pair else title


def month_workbook_name(service: Service, year: int) -> str:
    """`oylik/abonement-2026.xlsx`."""
    return f"{MONTH_FOLDER}/{service.key}-{year}.xlsx"


def month_workbook(plan: Plan, service: Service) -> bytes:
    """The workbook for one service or post, with nothing reported yet.

    It holds no formulas: programs that fill it in may drop their stored results.
    """
    written = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": dict(FONT),  # XlsxWriter adds to it
    }
    with Workbook(written, options) as workbook:
        workbook.set_properties(_properties(plan, service))
        look = month_look(workbook)
        lines = lines_of(plan, service)
        for month, name in enumerate(MONTHS, 1):
            sheet = workbook.add_worksheet(name.capitalize())
            _write_head(sheet, look, plan.year, service, month)
            _write_table(sheet, look, lines, month)
            _set_up(sheet)
    return same_everywhere(written.getvalue())


def lines_of(plan: Plan, service: Service) -> tuple[Line, ...]:
    """What the service answers for, in the plan's order."""
    return tuple(
        Line(item, indicator)
        for item in plan.items
        if service in plan.answering(item)
        for indicator in item.indicators
    )


def _properties(plan: Plan, service: Service) -> dict[str, object]:
    return {
        "title": f"{TITLE.format(year=plan.year)}, {service.name}"[:255],
        "author": plan.centre[:255],
        "created": datetime(plan.year, 1, 1),
    }


def _write_head(sheet: Worksheet, look: MonthLook, year: int, service: Service, month: int) -> None:
    values = (service.name, month_heading(year, month))
    _write_text(sheet, _TITLE_ROW, _NUMBER, TITLE.format(year=year), look.title)
    for row, label, value in zip((_SERVICE_ROW, _MONTH_ROW), MONTH_TAB_LABELS, values, strict=True):
        _write_text(sheet, row, _NUMBER, label, look.label)
        _write_text(sheet, row, _NAME, value, look.value)
    for row in range(HEADING_ROW):
        sheet.set_row(row, HEAD_LINE_HEIGHT)


def _write_table(sheet: Worksheet, look: MonthLook, lines: tuple[Line, ...], month: int) -> None:
    outside = any(month not in line.item.schedule.months for line in lines)
    _write_text(
        sheet, _HINT_ROW, _NUMBER, HINT + (HINT_OUTSIDE_SCHEDULE if outside else ""), look.hint
    )
    for column, heading in enumerate(MONTH_COLUMNS):
        is_to_fill_in = column == _ACTUAL
        style = look.heading_to_fill_in if is_to_fill_in else look.heading
        _write_text(sheet, HEADING_ROW, column, heading, style)
    sheet.set_row(HEADING_ROW, HEADING_HEIGHT)
    for row, line in enumerate(lines, HEADING_ROW + 1):
        _write_line(sheet, look, row, line, month)
    _warn_of_other_than_counts(sheet, lines)


def _write_line(sheet: Worksheet, look: MonthLook, row: int, line: Line, month: int) -> None:
    unit, target = line.indicator.unit or "", line.indicator.target
    sheet.set_row(row, row_height([line.item.code, line.name, unit, target.text]))
    _write_text(sheet, row, _NUMBER, line.item.code, look.centred)
    _write_text(sheet, row, _NAME, line.name, look.words)
    _write_text(sheet, row, _UNIT, unit, look.centred)
    _write_target(sheet, look, row, target)
    in_schedule = month in line.item.schedule.months
    actual = look.to_fill_in if in_schedule else look.outside_schedule
    sheet.write_blank(row, _ACTUAL, None, actual)
    sheet.write_blank(row, _TO_DATE, None, look.centred)
    sheet.write_blank(row, _NOTE, None, look.words)
    if line.note:
        _refuse_cut(sheet.write_comment(row, _NAME, line.note, _NOTE_BOX), line.note)


def _write_target(sheet: Worksheet, look: MonthLook, row: int, target: Value) -> None:
    if target.reported is None:
        text = "-" if target.state is State.NA else target.text
        _write_text(sheet, row, _TARGET, text, look.centred)
    else:
        whole = isinstance(target.reported, int)
        style = look.number if whole else look.centred
        sheet.write_number(row, _TARGET, target.reported, style)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    if text:
        _refuse_cut(sheet.write_string(row, column, text, style), text)
    else:
        sheet.write_blank(row, column, None, style)


def _refuse_cut(code: int, text: str) -> None:
    """XlsxWriter cuts or leaves out what a cell cannot hold, and says so only by its code."""
    if code:
        raise ValueError(f"a cell does not hold this text: {text[:60]!r}")


def _warn_of_other_than_counts(sheet: Worksheet, lines: tuple[Line, ...]) -> None:
    """A warning, never a refusal: what is typed is for the service to decide."""
    row = HEADING_ROW + 1
    for is_pair, run in groupby(lines, lambda line: line.is_of_a_pair):
        last = row + len(list(run)) - 1
        sheet.data_validation(row, _ACTUAL, last, _ACTUAL, _count_expected(row, is_pair))
        row = last + 1


def _count_expected(row: int, is_pair: bool) -> dict[str, object]:
    cell = f"{_ACTUAL_LETTER}{row + 1}"
    texts = [f'TRIM({cell})="{dash}"' for dash in "-–—"]
    if is_pair:
        texts.append(f'COUNTIF({cell},"?*/?*")=1')
    count = f"AND({cell}>=0,{cell}=INT({cell}))"
    return {
        "validate": "custom",
        "value": f"=IF(ISNUMBER({cell}),{count},OR({','.join(texts)}))",
        "error_type": "warning",
        "error_title": WARNING_TITLE,
        "error_message": WARNING,
    }


def _set_up(sheet: Worksheet) -> None:
    for column, width in enumerate(COLUMN_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADING_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW)
    sheet.center_horizontally()
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&F, &A&R&P / &N")
