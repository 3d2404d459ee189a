"""Files of very many faults: a screenful and a count; what is no table of ours is too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import Final

from akmplan.layout import helpers
from akmplan.layout.helpers import HelperLayout
from akmplan.workbooks import Reason
from tests.hostile.case import (
    FINE,
    At,
    Case,
    as_plan,
    beside,
    in_month,
    in_plan,
    refused,
    refused_plan,
)
from tests.hostile.good import (
    MONTH_ROWS,
    PLAN_FILE,
    PLAN_ROWS,
    good_month,
    good_plan,
    plan_table_of_the_year,
)
from tests.hostile.surgery import MAIN, SHEET, with_part, with_parts
from tests.sample.plan_workbook import workbook_bytes
from tests.small import READERS

Row = Sequence[str | int | None]
BELOW_PLAN: Final = 4 + len(PLAN_ROWS)
BELOW_MONTH: Final = 4 + len(MONTH_ROWS)


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


def month_of(count: int, code: str, figure: str) -> bytes:
    """So many rows more; `{}` in the code and the figure is the number of the row."""
    rows = [(code.format(at), "Ish", "Nusxa", None, figure.format(at)) for at in range(count)]
    return rows_added(good_month(), BELOW_MONTH, rows)


def plan_of(count: int, figure: str | int) -> bytes:
    """So many items more, in sections of their own."""
    rows = [_item(at, figure) for at in range(count)]
    return rows_added(good_plan(), BELOW_PLAN, rows)


def _item(at: int, figure: str | int) -> Row:
    return (f"{at % 999 + 1}.{at // 999 + 1}", f"Ish {at}", "Nusxa", 5, figure,
            "Bajarish", "2026-yil davomida", READERS)  # fmt: skip


def with_helper(layout: HelperLayout, count: int, *values: str) -> bytes:
    """The plan with a helper sheet of so many rows; `{}` is the number of the row."""
    workbook = plan_table_of_the_year()
    sheet = workbook.create_sheet(layout.name)
    sheet.append(layout.columns)
    for at in range(count):
        sheet.append([value.format(at) for value in values])
    return workbook_bytes(workbook)


@lru_cache(maxsize=1)
def catalogue() -> bytes:
    """An honest list of fifty thousand books, which is no table of ours."""
    rows = "".join(_row(at, ("Kitob nomi", "Muallif", 2020, at)) for at in range(1, 50_001))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return with_parts(good_month(), {SHEET: sheet.encode()})


def _found_in_helper(name: str, cell: str) -> At:
    return At("L110", PLAN_FILE, name, cell)


def _cases() -> Iterator[Case]:
    counted: tuple[tuple[Case, tuple[tuple[str, int], ...]], ...] = (
        (beside("many: 7,000 figures that are none", partial(month_of, 7000, "I.1", "{}x"),
                in_month("M106", "E7")), (("M106", 7000), ("M113", 7000))),
        (beside("many: 7,000 items that are not in the plan", partial(month_of, 7000, "IX.{}", "5"),
                in_month("M103", "A7")), (("M103", 7000),)),
        (as_plan("many: 1,400 items with no figure", partial(plan_of, 1400, "x"),
                 in_plan("P106", "E8")), (("P106", 1400),)),
        (as_plan("many: 1,900 rows of Izohlar", partial(
            with_helper, helpers.EXPLANATIONS, 1900, "I.{}", "P1", "", "", "izoh"),
            _found_in_helper("Izohlar", "A2")), (("L110", 1900),)),
        (as_plan("many: 1,900 rules that are none", partial(
            with_helper, helpers.RULES, 1900, "Q{}", "I.1 + ", "xato", ""),
            _found_in_helper("Qoidalar", "B2")), (("L110", 1900),)),
    )  # fmt: skip
    for case, counts in counted:
        yield case.counting(*counts)
    yield refused("many: a month of 11,000 rows", partial(month_of, 11_000, "I.1", "5"),
                  Reason.TOO_LARGE)  # fmt: skip
    yield refused_plan("many: 1,600 items", partial(plan_of, 1600, 5), Reason.TOO_LARGE)
    rules = partial(with_helper, helpers.RULES, 2100, "Q{}", "I.1 > 0", "xato", "")
    yield refused_plan("many: 2,100 rules", rules, Reason.TOO_LARGE)
    yield beside("many: 50,000 books", catalogue, At("L108", "fevral.xlsx"), code=FINE)


CASES: Final = tuple(_cases())
