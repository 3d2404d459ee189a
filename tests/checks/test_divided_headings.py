"""Headings over several columns: the whole is read whichever its place, or none is and it is said.

The plans' tables begin in row 2, the months' in row 3; their second heading row stands below.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.loading import load_year
from akmplan.model import MonthRow
from tests.small import READERS, Value, plan_table, saved, seen

BEFORE = ["№", "Nomi", "O‘lchov birligi"]
BEHIND = ["Mexanizmi", "Muddati", "Mas’ullar"]
FAKT, REJA = "2025-yil (fakt)", "2026-yil (reja)"
QUARTERS = ["I chorak", "II chorak", "III chorak", "IV chorak"]
YES_OR_NO = pytest.mark.parametrize("upright", [True, False])


def divided_plan(
    above: Sequence[Value], below: Sequence[Value], figures: Sequence[Value], upright: bool
) -> Workbook:
    """One item; `upright`: headings without another below reach down to the second row."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["2026-yil uchun ish reja"])
    sheet.append([*BEFORE, *above, *BEHIND])
    sheet.append([None, None, None, *below])
    sheet.append(["I. XIZMAT"])
    sheet.append(["1.", "Kitob berish", "Nusxa", *figures, "Hisob", "2026-yil davomida", READERS])
    _merge(sheet, 2, upright)
    return workbook


def _merge(sheet: Worksheet, top: int, upright: bool) -> None:
    """Merges each heading with the blank ones beside it, or with the blank one below."""
    width = sheet.max_column
    filled = [at for at in range(1, width + 1) if sheet.cell(top, at).value is not None]
    for start, following in zip(filled, [*filled[1:], width + 1], strict=True):
        if sheet.cell(top + 1, start).value is None and following == start + 1:
            if upright:
                sheet.merge_cells(
                    start_row=top, end_row=top + 1, start_column=start, end_column=start
                )
        elif following > start + 1:
            sheet.merge_cells(
                start_row=top, end_row=top, start_column=start, end_column=following - 1
            )


def read_plan(folder: Path) -> tuple[str, str]:
    plan = load_year(folder, None, 2026).plan
    assert plan
    (item,) = plan.items
    return item.cells.baseline.text, item.cells.target.text


@YES_OR_NO
@pytest.mark.parametrize(
    ("parts", "figures"),
    [
        ([*QUARTERS, "Jami"], [3, 3, 3, 3, 12]),
        (["Jami", *QUARTERS], [12, 3, 3, 3, 3]),
        ([*QUARTERS, "Yillik"], [3, 3, 3, 3, 12]),
        (["I yarim yillik", "Yil"], [6, 12]),
        (["I yarim yillik", "Bir yilda hammasi"], [6, 12]),
        (["I квартал", "всего за год"], [3, 12]),
        (["shundan yoshlar", "2026-yil"], [3, 12]),
    ],
)
def test_the_years_column_is_the_reja(
    tmp_path: Path, parts: list[str], figures: list[int], upright: bool
) -> None:
    above = [FAKT, REJA, *[None] * (len(parts) - 1)]
    saved(tmp_path, divided_plan(above, [None, *parts], [9, *figures], upright))
    assert not seen(tmp_path)
    assert read_plan(tmp_path) == ("9", "12")


@YES_OR_NO
@pytest.mark.parametrize("parts", [QUARTERS, ["yoshlar", "bolalar"], ["I yarim yillik", "9 oylik"]])
def test_l104_names_a_reja_of_parts_without_their_whole(
    tmp_path: Path, parts: list[str], upright: bool
) -> None:
    above = [FAKT, REJA, *[None] * (len(parts) - 1)]
    saved(tmp_path, divided_plan(above, [None, *parts], [9, *[3] * len(parts)], upright))
    assert [(one.code, one.cell, one.found) for one in seen(tmp_path)] == [("L104", "E2", REJA)]
    assert read_plan(tmp_path) == ("9", "")


def test_l104_names_a_second_whole(tmp_path: Path) -> None:
    above, below = [FAKT, REJA, None, None], [None, "I chorak", "Jami", "Hammasi"]
    saved(tmp_path, divided_plan(above, below, [9, 3, 12, 13], True))
    assert [(one.code, one.cell) for one in seen(tmp_path)] == [("L104", "G3")]
    assert read_plan(tmp_path) == ("9", "12")


@YES_OR_NO
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Fakt", None, REJA], ["2024-yil", "2025-yil", None]),
        (["Fakt", None, "Reja"], ["2024-yil", "2025-yil", "2026-yil"]),
        (["2025-yil", None, "2026-yil"], ["reja", "fakt", "reja"]),
        (["Miqdori", None, "Reja"], ["2024-yil fakt", "2025-yil fakt", "2026-yil"]),
    ],
)
def test_fakt_is_of_the_year_before_the_reja(
    tmp_path: Path, above: list[Value], below: list[Value], upright: bool
) -> None:
    saved(tmp_path, divided_plan(above, below, [8, 9, 10], upright))
    assert not seen(tmp_path)
    assert read_plan(tmp_path) == ("9", "10")


def test_a_blank_fakt_of_the_plans_own_year_is_not_read(tmp_path: Path) -> None:
    above, below = ["2025-yil", None, "2026-yil", None], ["reja", "fakt", "reja", "fakt"]
    saved(tmp_path, divided_plan(above, below, [8, 9, 10, None], True))
    assert not seen(tmp_path)
    assert read_plan(tmp_path) == ("9", "10")


def test_a_section_under_a_divided_heading_of_one_row_is_no_heading(tmp_path: Path) -> None:
    workbook = divided_plan([FAKT, REJA, None], [None, None, None], [9, 12, None], False)
    workbook.worksheets[0].delete_rows(3)
    assert not seen(saved(tmp_path, workbook))
    assert read_plan(tmp_path) == ("9", "12")


@pytest.mark.parametrize(("year", "found"), [(2026, []), (2027, [("L109", "E2")])])
def test_l109_stands_at_the_heading_that_names_the_year(
    tmp_path: Path, year: int, found: list[tuple[str, str]]
) -> None:
    above, below = ["Fakt", f"{year}-yil (reja)", None], [None, "I chorak", "Jami"]
    saved(tmp_path, divided_plan(above, below, [9, 3, 12], True))
    assert [(one.code, one.cell) for one in seen(tmp_path)] == found


LOANS = plan_table(["I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 90, 90, "Hisob", "2026-yil mart")])


def divided_month(
    above: Sequence[Value], below: Sequence[Value], figures: Sequence[Value], upright: bool
) -> Workbook:
    """March with these headings behind `Yillik reja`."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["Xizmat:", READERS])
    sheet.append(["Oy:", "2026-yil mart"])
    sheet.append(["№", "Ko‘rsatkich", "O‘lchov birligi", "Yillik reja", *above, "Izoh"])
    sheet.append([None, None, None, None, *below])
    sheet.append(["I.1", "Kitob berish", "Nusxa", 90, *figures])
    _merge(sheet, 3, upright)
    return workbook


def read_month(folder: Path) -> tuple[str, str]:
    (sheet,) = load_year(folder, None, 2026).months
    rows: tuple[MonthRow, ...] = sheet.rows
    (row,) = rows
    return row.actual.text, row.to_date.text


@YES_OR_NO
@pytest.mark.parametrize(
    ("below", "figures", "read"),
    [
        (["1-hafta", "2-hafta", "3-hafta", "4-hafta", "Jami"], [1, 2, 3, 4, 10], ("10", "")),
        (["Yil boshidan", "Oyda"], [10, 10], ("10", "10")),
        (["Oyda", "Yil boshidan"], [10, 10], ("10", "10")),
        (["Bir oyda", "Yil boshidan"], [10, 10], ("10", "10")),
        (["yoshlar", "jami"], [4, 10], ("10", "")),
        (["yoshlar", "oy davomida"], [4, 10], ("10", "")),
    ],
)
def test_the_months_column_is_bajarildi(
    tmp_path: Path, below: list[str], figures: list[int], read: tuple[str, str], upright: bool
) -> None:
    above = ["Bajarildi", *[None] * (len(below) - 1)]
    saved(tmp_path, LOANS, oy=divided_month(above, below, figures, upright))
    assert not seen(tmp_path)
    assert read_month(tmp_path) == read


@YES_OR_NO
def test_what_is_done_in_a_month_and_since_the_year_began(tmp_path: Path, upright: bool) -> None:
    above, below = ["Yil boshidan", None, "Oyda", None], ["reja", "bajarildi", "shart", "bajarildi"]
    saved(tmp_path, LOANS, oy=divided_month(above, below, [20, 10, 5, 10], upright))
    assert ("L105", "A4") not in [(one.code, one.cell) for one in seen(tmp_path)]
    assert read_month(tmp_path)[0] == "10"


@YES_OR_NO
@pytest.mark.parametrize("below", [["yoshlar", "bolalar"], ["1-hafta", "Yil boshidan"]])
def test_l104_names_a_bajarildi_of_parts_without_their_whole(
    tmp_path: Path, below: list[str], upright: bool
) -> None:
    month = divided_month(["Bajarildi", None], below, [4, 6], upright)
    found = seen(saved(tmp_path, LOANS, oy=month), "L104", "L105")
    assert [(one.code, one.cell, one.found) for one in found] == [("L104", "E3", "Bajarildi")]
    assert not load_year(tmp_path, None, 2026).months


def test_a_report_by_quarters_is_no_months_sheet(tmp_path: Path) -> None:
    report = Workbook()
    sheet = report.worksheets[0]
    sheet.title = "Mart"
    sheet.append(["№", "Ko‘rsatkich", "I chorak", None, "II chorak", None])
    sheet.append([None, None, "reja", "bajarildi", "reja", "bajarildi"])
    sheet.append(["I.1", "Kitob berish", 20, 10, 20, 10])
    assert [one.code for one in seen(saved(tmp_path, LOANS, hisobot=report))] == ["L108"]
    assert not load_year(tmp_path, None, 2026).months
