"""The sheet `Diagramma`: how far each indicator has come, and what each month brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any, Final

from xlsxwriter import Workbook

from akmplan.documents.paper.chart_pages import ChartPages
from akmplan.documents.paper.paper_table import Line
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.workbook_look import Look, set_up_for_print
from akmplan.figures import Ledger, due_spans
from akmplan.layout.calendar import MONTHS, period_with_year
from akmplan.model import Number, State, percentage
from akmplan.office.page import ANY_NUMBER, Page, number_format
from akmplan.papers_owed import has_ended

NAME: Final = "Diagramma"
_HEADINGS: Final = ("Band", "Ko‘rsatkich", "Yillik rejaga nisbatan, %", "Kutilgan ulush, %")
_HEADING_ROW: Final = 2
_LABEL, _NAME, _PERCENT, _EXPECTED, _FIRST_MONTH = range(5)
_WIDTHS: Final = (18, 46, 15, 15, *[9.5] * 12)
_LONGEST_LABEL, _LONGEST_NAME = 26, 90
_BLUE, _ORANGE, _GREEN, _GREY = "#4472C4", "#C55A11", "#548235", "#D9D9D9"
_FONT: Final = {"name": "Times New Roman", "size": 10}
_TITLE: Final = {**_FONT, "size": 12, "bold": True}
_VALUE_AXIS: Final[dict[str, Any]] = {
    "min": 0,
    "num_font": _FONT,
    "num_format": ANY_NUMBER,
    "major_gridlines": {"visible": True, "line": {"color": _GREY, "width": 0.5}},
}
_FEW: Final = 6  # the axis counts one by one up to here
_HEADLINE: Final = "{}: ko‘rsatkichlar diagrammada"
_PROGRESS: Final = "Yillik rejaga nisbatan bajarilishi, %"
_HIGH: Final = 260
_SMALL_WIDE, _SMALL_HIGH, _LEAST_IN_A_ROW = 310, 210, 3
_MOST_COLUMNS: Final = 14  # in one chart: more would have labels that nobody can read
_MOST_SMALL: Final = 60


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

    def column(self, column: int, places: range) -> list[str | int]:
        return [NAME, self.first + places[0], column, self.first + places[-1], column]

    def across(self, row: int) -> list[str | int]:
        return [NAME, row, _FIRST_MONTH, row, _FIRST_MONTH + len(self.months) - 1]

    def by_month(self, place: int) -> list[Number]:
        """The numbers of the line's months, as far as there are any."""
        columns = range(_FIRST_MONTH, _FIRST_MONTH + len(self.months))
        cells = (self.page.written.get((self.first + place, column)) for column in columns)
        return [cell for cell in cells if cell is not None and not isinstance(cell, str)]


def write_charts_sheet(page: Page, workbook: Workbook, look: Look, ready: ReadyPaper) -> None:
    """The numbers, and the charts below them."""
    months = tuple(range(1, ready.period.last_month + 1))
    drawn = _Table(page, _HEADING_ROW + 1, ready.table.lines, months)
    page.set_widths(_WIDTHS[: _FIRST_MONTH + len(months)])
    page.write(0, 0, _HEADLINE.format(period_with_year(ready.period)), look.signature)
    page.write_row(
        _HEADING_ROW, [*_HEADINGS, *(MONTHS[month - 1] for month in months)], look.heading
    )
    page.fit_height(_HEADING_ROW)
    for row, line in enumerate(drawn.lines, drawn.first):
        _write_numbers(page, look, ready, row, line, months)
    set_up_for_print(page.sheet)
    _draw(workbook, drawn)


def _write_numbers(
    page: Page, look: Look, ready: ReadyPaper, row: int, line: Line, months: tuple[int, ...]
) -> None:
    page.write(row, _LABEL, _label(line), look.text)
    page.write(row, _NAME, shorten(line.name, _LONGEST_NAME, placeholder=" …"), look.text)
    page.write(row, _PERCENT, line.percent.number, look.percent)
    page.write(row, _EXPECTED, _expected(line, ready.today), look.percent)
    for column, month in enumerate(months, _FIRST_MONTH):
        number = _of_month(ready.ledger, line, month)
        page.write(row, column, number, look.figure(number_format(number or 0)))
    page.fit_height(row)


def _label(line: Line) -> str:
    """Short enough to stand below a column of a chart."""
    return shorten(line.label, _LONGEST_LABEL, placeholder=" …")


def _expected(line: Line, today: date) -> Number | None:
    """The share of the year's due months that are over by the end of the period, or by today;
    nothing where there is no plan to hold it against."""
    if line.percent.number is None:
        return None
    spans, period = due_spans(line.item, line.figure.indicator), line.figure.period
    due = [span.due for span in spans if span.due <= period.last_month]
    over = sum(has_ended(period.year, month, today) for month in due)
    return percentage(over, len(spans))


def _of_month(ledger: Ledger, line: Line, month: int) -> Number | None:
    said = ledger.observed(line.item, line.figure.indicator, [month])
    numbers = [one.value.number for one in said if one.value.state is State.REPORTED]
    reported = [number for number in numbers if number is not None]
    return sum(reported) if reported else None


def _draw(workbook: Workbook, drawn: _Table) -> None:
    """The plan's pace first, then the months of each line that has any; the table above has all."""
    pages = ChartPages.below(drawn.page, drawn.last)
    in_a_row = max(pages.fitting(_SMALL_WIDE), _LEAST_IN_A_ROW)
    for title, places in _progress_charts(drawn):
        wide = in_a_row * _SMALL_WIDE
        pages.place([_progress(workbook, drawn, title, places, wide)], _HIGH, wide)
    small = [
        _by_month(workbook, drawn, place, line)
        for place, line in enumerate(drawn.lines)
        if len(drawn.months) > 1 and drawn.by_month(place)
    ][:_MOST_SMALL]
    for first in range(0, len(small), in_a_row):
        pages.place(small[first : first + in_a_row], _SMALL_HIGH, _SMALL_WIDE)
    pages.finish()


def _progress_charts(drawn: _Table) -> Iterator[tuple[str, range]]:
    """The lines shared out evenly among as many charts as they need, and each chart's title."""
    lines = len(drawn.lines)
    charts = -(-lines // _MOST_COLUMNS)
    for chart in range(charts):
        places = range(chart * lines // charts, (chart + 1) * lines // charts)
        if any(drawn.lines[place].percent.number is not None for place in places):
            yield _PROGRESS + (f" ({chart + 1}/{charts})" if charts > 1 else ""), places


def _progress(workbook: Workbook, drawn: _Table, title: str, places: range, wide: int) -> Any:
    """Columns for what was done, a dash for what was to be expected."""
    chart = workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": _HEADINGS[_PERCENT],
            "categories": drawn.column(_LABEL, places),
            "values": drawn.column(_PERCENT, places),
            "fill": {"color": _BLUE},
            "gap": 80,
        }
    )
    expected = workbook.add_chart({"type": "line"})
    expected.add_series(
        {
            "name": _HEADINGS[_EXPECTED],
            "categories": drawn.column(_LABEL, places),
            "values": drawn.column(_EXPECTED, places),
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
    _dress(chart, title, wide, _HIGH)
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
    _dress(chart, f"{_label(line)}{unit}", _SMALL_WIDE, _SMALL_HIGH)
    if max(drawn.by_month(place)) <= _FEW:
        chart.set_y_axis({**_VALUE_AXIS, "major_unit": 1})  # half a document is none
    chart.set_legend({"none": True})
    return chart


def _dress(chart: Any, title: str, wide: int, high: int) -> None:
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False})
    chart.set_x_axis({"num_font": _FONT})
    chart.set_y_axis(_VALUE_AXIS)
    chart.set_size({"width": wide, "height": high})
    chart.show_blanks_as("gap")
