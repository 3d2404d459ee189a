"""Monthly sheets as staff also keep them: read alike, with no finding.

Most sheets here are of March, the only month in which their plan asks for anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.figures import Ledger
from akmplan.loading import load_year
from akmplan.model import Period, Span
from tests.small import READERS, Value, month_table, month_tabs, plan_table, saved, seen

IN_MARCH = ("Hisob", "2026-yil mart")
LOANS = plan_table(["I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120, *IN_MARCH)])
ROWS = [("I.1", "Kitob berish", "Nusxa", 120, 7)]


def figure(folder: Path, month: int, index: int = 0, item: int = 0) -> int | object | None:
    year = load_year(folder, None, 2026)
    assert year.plan
    one = year.plan.items[item]
    period = Period(2026, Span.MONTH, month)
    return Ledger(year, year.plan).figure(one, one.indicators[index], period).value


def month_sheet(month: Value, tab: str = "Varaq1") -> Workbook:
    workbook = month_table(READERS, 3, ROWS)
    workbook.worksheets[0].title = tab
    workbook.worksheets[0]["B2"] = month
    return workbook


@pytest.mark.parametrize(
    "month",
    [
        "2026-yil mart",
        "2026-yil mart oyi",
        "mart",
        "MART",
        "Mart 2026",
        "март",
        "Март 2026 г.",
        "2026 йил март",
        "марта",
        "03.2026",
        "3.2026",
        "03/2026",
        "2026-03",
        "3-oy",
        "03",
        3,
        "mar",
        datetime(2026, 3, 1),
        date(2026, 3, 31),
        "01.03.2026",
        "2026-yil 3-oy",
    ],
)
def test_the_month_is_read_in_every_form(tmp_path: Path, month: Value) -> None:
    assert not seen(saved(tmp_path, LOANS, oy=month_sheet(month)))
    assert figure(tmp_path, 3) == 7


@pytest.mark.parametrize("month", ["2026-yil", "I chorak", "mart–aprel"])
def test_l105_shows_what_stands_where_a_month_belongs(tmp_path: Path, month: str) -> None:
    (found,) = seen(saved(tmp_path, LOANS, oy=month_sheet(month)))
    assert (found.code, found.cell, found.found) == ("L105", "B2", month)


def test_l105_names_the_heading_where_nothing_says_the_month(tmp_path: Path) -> None:
    workbook = month_sheet(None)
    workbook.worksheets[0]["A2"] = None
    workbook.worksheets[0].insert_cols(1, 2)
    (found,) = seen(saved(tmp_path, LOANS, oy=workbook))
    assert (found.code, found.cell, found.found) == ("L105", "C3", None)


def test_l105_names_the_blank_number_of_a_row_above_all_items(tmp_path: Path) -> None:
    workbook = month_sheet("mart")
    workbook.worksheets[0].insert_rows(4)
    workbook.worksheets[0]["B4"], workbook.worksheets[0]["E4"] = "Nimadir", 5
    (found,) = seen(saved(tmp_path, LOANS, oy=workbook))
    assert (found.code, found.cell, found.found) == ("L105", "A4", None)


@pytest.mark.parametrize(
    "tab", ["Mart", "mart", "Mart 2026", "МАРТ", "03", "3", "03.2026", "3-oy", "mart oyi", "Март"]
)
def test_the_month_may_stand_in_the_tabs_name_only(tmp_path: Path, tab: str) -> None:
    workbook = month_sheet(None, tab)
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


@pytest.mark.parametrize(
    ("service", "month"),
    [
        (f"Xizmat: {READERS}", "Oy: 2026-yil mart"),
        (f"XIZMAT:{READERS}", "OY : mart"),
        ("Хизмат: Абонемент бўлими", "Ой: 2026 йил март"),
        (f"Xizmat: {READERS}", "Oy: 03.2026"),
        ("Bo‘lim: Abonement bo‘limi", "Oy: mart"),
    ],
)
def test_service_and_month_may_stand_in_the_cell_of_their_label(
    tmp_path: Path, service: str, month: str
) -> None:
    workbook = month_sheet(None)
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["A2"] = service, None, month
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


def test_labels_may_stand_anywhere_above_the_table(tmp_path: Path) -> None:
    workbook = month_sheet(None)
    sheet = workbook.worksheets[0]
    sheet.insert_rows(1, 4)
    for cell in ("A5", "B5", "A6"):
        sheet[cell] = None
    sheet["A1"], sheet["D2"], sheet["F2"] = "OYLIK JADVAL", "Xizmat:", READERS
    sheet["D3"], sheet["G3"] = "Oy:", "2026-yil mart"
    sheet.merge_cells("D2:E2")
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


@pytest.mark.parametrize(
    "heading",
    [
        ["№", "Кўрсаткич", "Ўлчов бирлиги", "Йиллик режа", "Бажарилди", "Йил бошидан", "Изоҳ"],
        ["№ п/п", "Показатель", "Ед. изм.", "План", "Выполнено", "С начала года", "Примечание"],
        ["T/r", "Nomi", "Birligi", "Reja", "Amalda", "O‘sib boruvchi", "Eslatma"],
        ["№", "KO'RSATKICH", "O'LCHOV BIRLIGI", "YILLIK REJA", "BAJARILDI", "YIL BOSHIDAN", None],
    ],
)
def test_month_headings_of_every_spelling_are_known(
    tmp_path: Path, heading: list[str | None]
) -> None:
    workbook = month_sheet("mart")
    for column, text in enumerate(heading, 1):
        workbook.worksheets[0].cell(3, column).value = text
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


def test_month_columns_in_another_order_with_further_ones(tmp_path: Path) -> None:
    workbook = month_table(READERS, 3)
    sheet = workbook.worksheets[0]
    columns: list[tuple[str, str | int | None]] = [
        ("Izoh", "ok"),
        ("Bajarildi", 7),
        ("Kun", 4),
        ("Yil boshidan", None),
        ("№", "I.1"),
        ("Yillik reja", 120),
        ("Ko‘rsatkich", "Kitob berish"),
        ("O‘lchov birligi", "Nusxa"),
    ]
    for column, (head, value) in enumerate(columns, 1):
        sheet.cell(3, column).value = head
        sheet.cell(4, column).value = value
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


def test_a_months_plan_beside_the_years_is_not_the_yearly_plan(tmp_path: Path) -> None:
    workbook = month_table(READERS, 3, ROWS)
    sheet = workbook.worksheets[0]
    sheet.insert_cols(4)
    sheet["D3"], sheet["D4"] = "Oylik reja", 10
    assert not seen(saved(tmp_path, LOANS, oy=workbook))
    assert figure(tmp_path, 3) == 7


@pytest.mark.parametrize("number", [1, "1", "1.", "I.1", "i.1", "І.1", "I.1.", "l.1", "I-1"])
def test_a_number_in_the_month_sheet_in_every_form(tmp_path: Path, number: Value) -> None:
    month = month_table(READERS, 3, [(number, "Kitob berish", "Nusxa", 120, 7)])
    assert not seen(saved(tmp_path, LOANS, oy=month))
    assert figure(tmp_path, 3) == 7


def test_a_number_without_section_serves_only_where_one_item_has_it(tmp_path: Path) -> None:
    plan = plan_table(
        ["I. A", ("1.", "Ish", "Nusxa", 1, 12), "II. B", ("1.", "Ish", "Nusxa", 1, 12)]
    )
    rows = [("1", "Ish", "Nusxa", 12, 3), ("II.1", "Ish", "Nusxa", 12, 1)]
    found = seen(saved(tmp_path, plan, oy=month_table(READERS, 1, rows)))
    assert ("M103", "A4") in [(one.code, one.cell) for one in found]


NAMED = plan_table(
    [
        "I. XIZMAT",
        ("1.", "Ro‘yxatga olish:\n- yangi;\n- qayta", "Nafar", "5\n6", "8\n9", *IN_MARCH),
    ]
)


@pytest.mark.parametrize("second", [None, "I.1"])
@pytest.mark.parametrize(
    ("first_name", "second_name"),
    [("yangi", "qayta"), ("- yangi;", "- qayta"), ("Yangi", "QAYTA"), ("янги", "қайта"),
     ("Ro‘yxatga olish: yangi", "Ro‘yxatga olish: qayta")],
)  # fmt: skip
def test_a_blank_number_repeats_the_one_above(
    tmp_path: Path, second: Value, first_name: str, second_name: str
) -> None:
    rows = [("I.1", first_name, "Nafar", 8, 3), (second, second_name, "Nafar", 9, 4)]
    assert not seen(saved(tmp_path, NAMED, oy=month_table(READERS, 3, rows)))
    assert (figure(tmp_path, 3, 0), figure(tmp_path, 3, 1)) == (3, 4)


def test_a_title_row_above_its_indicators_holds_no_entry(tmp_path: Path) -> None:
    rows = [("I.1", "Ro‘yxatga olish:"), (None, "yangi", "", 8, 3), (None, "qayta", "", 9, 4)]
    assert not seen(saved(tmp_path, NAMED, oy=month_table(READERS, 3, rows)))
    assert (figure(tmp_path, 3, 0), figure(tmp_path, 3, 1)) == (3, 4)


SCANS = ("1.", "Raqamlashtirish", "Sahifa", "18/3982", "19/3991")
PAGES = plan_table(["I. XIZMAT", (*SCANS, *IN_MARCH)])


@pytest.mark.parametrize("pair", ["2/350", "2 / 350", "2/0350"])
def test_a_pair_in_one_cell_answers_for_both_measures(tmp_path: Path, pair: str) -> None:
    rows = [("I.1", "Raqamlashtirish", "Sahifa", "19/3991", pair)]
    assert not seen(saved(tmp_path, PAGES, oy=month_table(READERS, 3, rows)))
    assert (figure(tmp_path, 3, 0), figure(tmp_path, 3, 1)) == (2, 350)


BOTH = plan_table(
    [
        "I. XIZMAT",
        (*SCANS, *IN_MARCH),
        ("2.", "Foydalanuvchilar:\n- yangi;\n- qayta", "Nafar", "9\n8", "9\n8", *IN_MARCH),
    ]
)


def of_both(
    folder: Path, rows: Iterable[Sequence[Value]]
) -> list[tuple[str, str | None, str | None]]:
    sheet = month_table(READERS, 3, rows)
    return [(one.code, one.cell, one.indicator) for one in seen(saved(folder, BOTH, oy=sheet))]


def test_a_blank_pair_is_asked_for_at_its_cell(tmp_path: Path) -> None:
    rows: list[Sequence[Value]] = [
        ("I.1", "Raqamlashtirish", "Sahifa", "19/3991", None),
        ("I.2", "yangi", "Nafar", 9, 4),
        ("I.2", "qayta", "Nafar", 8, 5),
    ]
    assert of_both(tmp_path, rows) == [("M102", "E4", "a"), ("M102", "E4", "b")]


@pytest.mark.parametrize("name", ["Foydalanuvchilar", None, "Foydalanuvchilar: yangi, qayta"])
def test_a_blank_row_for_all_indicators_is_asked_for_at_its_cell(
    tmp_path: Path, name: str | None
) -> None:
    rows: list[Sequence[Value]] = [
        ("I.1", "Raqamlashtirish", "Sahifa", "19/3991", "2/350"),
        ("I.2", name),
    ]
    assert of_both(tmp_path, rows) == [("M102", "E5", "yangi"), ("M102", "E5", "qayta")]


def test_a_blank_row_above_the_indicators_own_rows_says_nothing(tmp_path: Path) -> None:
    rows: list[Sequence[Value]] = [
        ("I.1", "Raqamlashtirish", "Sahifa", "19/3991", "2/350"),
        ("I.2", "Foydalanuvchilar"),
        (None, "yangi", "Nafar", 9, 4),
        (None, "qayta", "Nafar", 8, 5),
    ]
    assert not of_both(tmp_path, rows)


@pytest.mark.parametrize("typed", [350, "2/x", "2\n350", "10/12/3"])
def test_half_a_pair_is_named_at_its_cell(tmp_path: Path, typed: Value) -> None:
    rows: list[Sequence[Value]] = [
        ("I.1", "Raqamlashtirish", "Sahifa", "19/3991", typed),
        ("I.2", "yangi", "Nafar", 9, 4),
        ("I.2", "qayta", "Nafar", 8, 5),
    ]
    assert of_both(tmp_path, rows) == [("M106", "E4", "a"), ("M106", "E4", "b")]


def test_a_pair_in_the_row_of_one_indicator_is_no_figure_of_the_other(tmp_path: Path) -> None:
    rows: list[Sequence[Value]] = [
        ("I.1", "Raqamlashtirish", "Sahifa", "19/3991", "2/350"),
        ("I.2", "yangi", "Nafar", 9, "10/12"),
        ("I.2", "qayta", "Nafar", 8, None),
    ]
    assert of_both(tmp_path, rows) == [("M106", "E5", "yangi"), ("M102", "E6", "qayta")]


def test_a_pair_may_stand_in_two_rows(tmp_path: Path) -> None:
    rows = [("I.1", "a", None, 19, 2), (None, "b", "Sahifa", 3991, 350)]
    assert not seen(saved(tmp_path, PAGES, oy=month_table(READERS, 3, rows)))
    assert (figure(tmp_path, 3, 0), figure(tmp_path, 3, 1)) == (2, 350)


@pytest.mark.parametrize("answer", ["-", 0])
def test_one_dash_or_zero_answers_for_both_measures(tmp_path: Path, answer: Value) -> None:
    first: list[Value] = ["I.1", "Raqamlashtirish", "Sahifa", "19/3991", answer]
    second: list[Value] = ["I.1", "Raqamlashtirish", "Sahifa", "19/3991", "2/350"]
    months = {1: [first], 2: [second]}
    plan = plan_table(["I. XIZMAT", SCANS])
    assert not seen(saved(tmp_path, plan, oy=month_tabs(READERS, months)))


def test_a_row_with_a_number_alone_is_a_row_not_yet_answered(tmp_path: Path) -> None:
    plan = plan_table(["I. A", ("1.", "Ish", "Nusxa", 1, 12), ("2.", "Ish", "Nusxa", 1, 12)])
    month = month_table(READERS, 1, [("I.1",), ("I.2", "Ish", "Nusxa", 12, 3)])
    found = seen(saved(tmp_path, plan, oy=month))
    assert [(one.code, one.cell) for one in found] == [("M102", "E4")]


def test_totals_and_a_signature_under_the_months_table(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        (None, "Jami", None, None, 7),
        (None, "Yil boshidan jami", None, None, 7),
        (),
        (None, "Bo‘lim mudiri", None, None, None, "D. Karimova"),
        ("Tuzuvchi: D. Karimova",),
    ]
    assert not seen(saved(tmp_path, LOANS, oy=month_table(READERS, 3, rows)))
    assert figure(tmp_path, 3) == 7


def test_sections_repeated_in_the_months_table_hold_no_entry(tmp_path: Path) -> None:
    rows = [("I. XIZMAT",), *ROWS]
    assert not seen(saved(tmp_path, LOANS, oy=month_table(READERS, 3, rows)))
    assert figure(tmp_path, 3) == 7


def test_months_as_tabs_and_as_single_files_mix(tmp_path: Path) -> None:
    plan = plan_table(["I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120)])
    tabs = month_tabs(READERS, {1: ROWS, 2: ROWS})
    saved(tmp_path, plan, a=tabs, mart=month_table(READERS, 3, ROWS))
    assert not seen(tmp_path)
    assert [figure(tmp_path, month) for month in (1, 2, 3, 4)] == [7, 7, 7, None]


def test_month_tabs_beside_the_plan_in_its_workbook(tmp_path: Path) -> None:
    workbook = plan_table(["I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120)])
    sheet = workbook.create_sheet("Yanvar")
    for row in (["Xizmat:", READERS], ["Oy:", "yanvar"], ["№", "Ko‘rsatkich", "Bajarildi"]):
        sheet.append(row)
    sheet.append(["I.1", "Kitob berish", 7])
    assert not seen(saved(tmp_path, workbook))
    assert figure(tmp_path, 1) == 7
