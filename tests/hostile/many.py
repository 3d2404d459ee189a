"""Files of very many faults, and honest ones of very many cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from tests.hostile.case import DRAFTS, FINE, At, Case, Make, as_plan, beside
from tests.hostile.good import (
    MONTH_ROWS,
    PLAN_FILE,
    PLAN_ROWS,
    PLAN_SHEET,
    SPOILT_FILE,
    SPOILT_SHEET,
    good_month,
    plan_table_of_the_year,
)
from tests.hostile.surgery import MAIN, SHEET, with_part, with_parts
from tests.hostile.parts import with_second_sheet

MANY: Final = 10_000
Row = Sequence[str | int | None]


def rows_added(content: bytes, first: int, rows: Sequence[Row]) -> bytes:
    """The workbook with rows added below those of its first sheet."""
    xml = "".join(_row(first + at, row) for at, row in enumerate(rows)).encode()
    return with_part(content, SHEET, lambda it: it.replace(b"</sheetData>", xml + b"</sheetData>"))


def _row(at: int, row: Row) -> str:
    cells = (_cell(f"{chr(65 + column)}{at}", value) for column, value in enumerate(row))
    return f'<row r="{at}">{"".join(cells)}</row>'


def _cell(place: str, value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


@lru_cache(maxsize=1)
def month_of_faults() -> bytes:
    """Ten thousand figures that are none."""
    rows = [(f"I.{at % 3 + 1}", "Ish", "Nusxa", 12, f"{at}x") for at in range(MANY)]
    return rows_added(good_month(), 4 + len(MONTH_ROWS), rows)


@lru_cache(maxsize=1)
def month_of_strangers() -> bytes:
    """Ten thousand items that the plan does not have."""
    rows = [(f"IX.{at}", "Ish", "Nusxa", 12, 5) for at in range(MANY)]
    return rows_added(good_month(), 4 + len(MONTH_ROWS), rows)


@lru_cache(maxsize=1)
def plan_of_faults() -> bytes:
    """A thousand items of three sections, each with a figure that is none."""
    ...
