"""The workbook in which a service reports its months: twelve tabs, a row for each indicator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from akmplan.input_forms.month_entries import account_at, write_entries
from akmplan.input_forms.month_lines import Line, lines_of
from akmplan.input_forms.month_look import (
    COLUMN_WIDTHS,
    FONT,
    HEAD_LINE_HEIGHT,
    HEADING_HEIGHT,
    NOTE_BOX,
    MonthLook,
    month_look,
    row_height,
)
from akmplan.input_forms.month_takeover import CarriedTab
from akmplan.input_forms.month_texts import (
    FIRST_ROW,
    HEAD_ROW,
    HEADING_ROW,
    HINT,
    HINT_OUTSIDE_SCHEDULE,
    HINT_ROW,
    MONTH_ROW,
    TITLE,
    TITLE_ROW,
)
from akmplan.layout.calendar import MONTHS, month_heading
from akmplan.layout.sheets import MONTH_COLUMNS, MONTH_FOLDER, MONTH_TAB_LABELS
from akmplan.model import Plan, Service
from akmplan.office.new_workbook import new_workbook
from akmplan.office.page import refuse_cut, set_up_page, write_whole
from akmplan.office.properties import About

WARNING_TITLE: Final = "Butun son kutilgan edi"
WARNING: Final = (
    "0 yoki undan katta butun son yozing; bu oyga tegishli bo‘lmasa, “-” qo‘ying; "
    "ma’lumot hali yo‘q bo‘lsa, katakni bo‘sh qoldiring. Yozganingiz shunday qolsinmi?"
)
_FRESH: Final = CarriedTab()
_LONGEST_TITLE: Final = 255
_NUMBER, _NAME, _UNIT, _TARGET, _ACTUAL, _TO_DATE, _NOTE = range(len(MONTH_COLUMNS))
_ACTUAL_LETTER: Final = "ABCDEFG"[_ACTUAL]


def month_workbook_name(service: Service, year: int) -> str:
    """`oylik/abonement-2026.xlsx`."""
    return f"{MONTH_FOLDER}/{service.key}-{year}.xlsx"


def month_workbook(
    plan: Plan, service: Service, carried: Mapping[int, CarriedTab] | None = None
) -> bytes:
    """The workbook for one service or post, with nothing reported yet but what is `carried` over
    from an older one, by month.

    It holds no formulas but those that people typed: programs that fill it in may drop their
    stored results.
    """

    def write(workbook: Workbook) -> None:
        look = month_look(workbook)
        lines = lines_of(plan, service)
        for month, name in enumerate(MONTHS, 1):
            sheet = workbook.add_worksheet(name.capitalize())
            _write_head(sheet, look, plan.year, service, month)
            _write_table(sheet, look, lines, month, (carried or {}).get(month, _FRESH))
            _set_up(sheet)

    title = f"{TITLE.format(year=plan.year)}, {service.name}"[:_LONGEST_TITLE]
    content, _ = new_workbook(About(title, plan.centre, date(plan.year, 1, 1)), FONT, write)
    return content


def _write_head(sheet: Worksheet, look: MonthLook, year: int, service: Service, month: int) -> None:
    values = (service.name, month_heading(year, month))
    write_whole(sheet, TITLE_ROW - 1, _NUMBER, TITLE.format(year=year), look.title)
    rows = (HEAD_ROW - 1, MONTH_ROW - 1)
    for row, label, value in zip(rows, MONTH_TAB_LABELS, values, strict=True):
        write_whole(sheet, row, _NUMBER, label, look.label)
        write_whole(sheet, row, _NAME, value, look.value)
    for row in range(HEADING_ROW - 1):
        sheet.set_row(row, HEAD_LINE_HEIGHT)


def _write_table(
    sheet: Worksheet, look: MonthLook, lines: tuple[Line, ...], month: int, tab: CarriedTab
) -> None:
    outside = any(month not in line.item.schedule.months for line in lines)
    hint = HINT + (HINT_OUTSIDE_SCHEDULE if outside else "")
    write_whole(sheet, HINT_ROW - 1, _NUMBER, hint, look.hint)
    for column, heading in enumerate(MONTH_COLUMNS):
        is_to_fill_in = column == _ACTUAL
        style = look.heading_to_fill_in if is_to_fill_in else look.heading
        write_whole(sheet, HEADING_ROW - 1, column, heading, style)
    sheet.set_row(HEADING_ROW - 1, HEADING_HEIGHT)
    actuals = [_look_of_actual(look, line, month) for line in lines]
    for row, (line, actual) in enumerate(zip(lines, actuals, strict=True), FIRST_ROW - 1):
        _write_line(sheet, look, row, line, actual)
        _make_room(sheet, row, line, account_at(tab, row + 1))
    write_entries(sheet, look, tab, actuals)
    _warn_of_other_than_counts(sheet, lines)


def _look_of_actual(look: MonthLook, line: Line, month: int) -> Format:
    in_schedule = month in line.item.schedule.months
    return look.to_fill_in if in_schedule else look.outside_schedule


def _write_line(sheet: Worksheet, look: MonthLook, row: int, line: Line, actual: Format) -> None:
    write_whole(sheet, row, _NUMBER, line.item.code, look.centred)
    write_whole(sheet, row, _NAME, line.name, look.words)
    write_whole(sheet, row, _UNIT, line.unit, look.centred)
    _write_target(sheet, look, row, line)
    sheet.write_blank(row, _ACTUAL, None, actual)
    sheet.write_blank(row, _TO_DATE, None, look.centred)
    sheet.write_blank(row, _NOTE, None, look.words)
    if line.note:
        refuse_cut(sheet.write_comment(row, _NAME, line.note, NOTE_BOX), line.note)


def _make_room(sheet: Worksheet, row: int, line: Line, account: str) -> None:
    texts = (line.item.code, line.name, line.unit, line.indicator.target.text, "", "", account)
    sheet.set_row(row, row_height(texts))


def _write_target(sheet: Worksheet, look: MonthLook, row: int, line: Line) -> None:
    target = line.target
    if isinstance(target, str):
        write_whole(sheet, row, _TARGET, target, look.centred)
    else:
        style = look.number if isinstance(target, int) else look.centred
        sheet.write_number(row, _TARGET, target, style)


def _warn_of_other_than_counts(sheet: Worksheet, lines: tuple[Line, ...]) -> None:
    """A warning, never a refusal: what is typed is for the service to decide."""
    row = FIRST_ROW - 1
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
    sheet.freeze_panes(HEADING_ROW, 0)
    set_up_page(sheet)
    sheet.repeat_rows(HEADING_ROW - 1)
    sheet.center_horizontally()
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&F, &A&R&P / &N")
