"""The sheet `Diagramma`: how far each indicator has come, and what each month brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook

from akmplan.figures import due_spans
from akmplan.layout.calendar import MONTHS, period_name
from akmplan.model import Number, State, percentage
from akmplan.reports.brief import Brief
from akmplan.reports.paper_table import Line
from akmplan.reports.prepared import Prepared
from akmplan.reports.workbook_look import Look, set_up_for_print
from akmplan.reports.workbook_page import Page, number_format

NAME: Final = "Diagramma"
_HEADINGS: Final = ("Ko‘rsatkich", "Yillik rejaga nisbatan, %", "Kutilgan ulush, %")
_HEADING_ROW: Final = 2
_LABEL, _PERCENT, _EXPECTED, _FIRST_MONTH = range(4)
_WIDTHS: Final = (34, 15, 15, *[9.5] * 12)
_BLUE, _ORANGE, _GREEN, _GREY = "#4472C4", "#C55A11", "#548235", "#D9D9D9"
_FONT: Final = {"name": "Times New Roman", "size": 10}
_TITLE: Final = {**_FONT, "size": 12, "bold": True}
_ROW_HEIGHT: Final = 20  # pixels, as Excel draws an untouched row
_WIDE, _HIGH = 950, 300
_SMALL_WIDE, _SMALL_HIGH, _SMALL_IN_A_ROW = 310, 210, 3
_MOST_SMALL: Final = 24


@dataclass(frozen=True, slots=True)
class _Table:
    """The numbers that the charts are drawn from, on the sheet itself."""

    page: Page
    first: int
    lines: tuple[Line, ...]
    months: tuple[int, ...]

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1

    def column(self, column: int) -> list[str | int]:
        return [NAME, self.first, column, self.last, column]

    def across(self, row: int) -> list[str | int]:
        return [NAME, row, _FIRST_MONTH, row, _FIRST_MONTH + len(self.months) - 1]


def write_charts_sheet(page: Page, workbook: Workbook, look: Look, ready: Prepared) -> None:
    """The numbers, and the charts below them."""
    months = tuple(range(1, ready.period.last_month + 1))
    drawn = _Table(page, _HEADING_ROW + 1, ready.table.lines, months)
    page.set_widths(_WIDTHS)
    title = f"{ready.period.year}-yil {period_name(ready.period)}: ko‘rsatkichlar diagrammada"
    page.write(0, 0, title, look.signature)
    page.write_row(_HEADING_ROW, [*_HEADINGS, *(MONTHS[one - 1] for one in months)], look.heading)
    page.fit_height(_HEADING_ROW)
    for row, line in enumerate(drawn.lines, drawn.first):
        _write_numbers(page, look, ready.brief, row, line, months)
    _draw(workbook, drawn)
    set_up_for_print(page.sheet, pages=1)


def _write_numbers(
    page: Page, look: Look, brief: Brief, row: int, line: Line, months: tuple[int, ...]
) -> None:
    page.write(row, _LABEL, line.label, look.text)
    page.write(row, _PERCENT, line.percent.number, look.percent)
    page.write(row, _EXPECTED, _expected(line), look.percent)
    for column, month in enumerate(months, _FIRST_MONTH):
        number = _of_month(brief, line, month)
        page.write(row, column, number, look.figure(number_format(number or 0)))


def _expected(line: Line) -> Number | None:
    """The share of the year's due months that are over by the end of the period."""
    spans = due_spans(line.item, line.figure.indicator)
    last = line.figure.period.last_month
    return percentage(sum(span.due <= last for span in spans), len(spans))


def _of_month(brief: Brief, line: Line, month: int) -> Number | None:
    said = brief.ledger.observed(line.item, line.figure.indicator, [month])
    numbers = [one.value.number for one in said if one.value.state is State.REPORTED]
    reported = [number for number in numbers if number is not None]
    return sum(reported) if reported else None


def _draw(workbook: Workbook, drawn: _Table) -> None:
    sheet, row = drawn.page.sheet, drawn.last + 2
    if any(line.percent.number is not None for line in drawn.lines):
        sheet.insert_chart(row, 0, _progress(workbook, drawn))
        row += _HIGH // _ROW_HEIGHT + 1
    for place, line in enumerate(drawn.lines[:_MOST_SMALL]):
        down, across = divmod(place, _SMALL_IN_A_ROW)
        offset = {
            "x_offset": across * (_SMALL_WIDE + 5),
            "y_offset": down * (_SMALL_HIGH + 5),
            "object_position": 2,
        }
        sheet.insert_chart(row, 0, _by_month(workbook, drawn, place, line), offset)


def _progress(workbook: Workbook, drawn: _Table) -> Any:
    """Columns for what was done, a dash for what was to be expected."""
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": _HEADINGS[_PERCENT],
            "categories": drawn.column(_LABEL),
            "values": drawn.column(_PERCENT),
            "fill": {"color": _BLUE},
            "gap": 80,
        }
    )
    expected = workbook.add_chart({"type": "line"})
    expected.add_series(
        {
            "name": _HEADINGS[_EXPECTED],
            "categories": drawn.column(_LABEL),
            "values": drawn.column(_EXPECTED),
            "line": {"none": True},
            "marker": {
                "type": "long_dash",
                "size": 14,
                "fill": {"color": _ORANGE},
                "border": {"color": _ORANGE},
            },
        }
    )
    chart.combine(expected)
    _dress(chart, "Yillik rejaga nisbatan bajarilishi, %", _WIDE, _HIGH)
    chart.set_legend({"position": "bottom", "font": _FONT})
    return chart


def _by_month(workbook: Workbook, drawn: _Table, place: int, line: Line) -> Any:
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": [NAME, drawn.first + place, _LABEL],
            "categories": drawn.across(_HEADING_ROW),
            "values": drawn.across(drawn.first + place),
            "fill": {"color": _GREEN},
            "gap": 60,
        }
    )
    unit = f", {line.unit}" if line.unit else ""
    _dress(chart, f"{line.label}{unit}", _SMALL_WIDE, _SMALL_HIGH)
    chart.set_legend({"none": True})
    return chart


def _dress(chart: Any, title: str, wide: int, high: int) -> None:
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False})
    chart.set_x_axis({"num_font": _FONT})
    chart.set_y_axis(
        {
            "min": 0,
            "num_font": _FONT,
            "num_format": "# ##0",
            "major_gridlines": {"visible": True, "line": {"color": _GREY, "width": 0.5}},
        }
    )
    chart.set_size({"width": wide, "height": high})
    chart.show_blanks_as("gap")
