"""Plans and monthly sheets as staff also keep them: read alike, with no finding but the true one.

Each plan here holds one fault, a reja below fakt in its last row, by which it is seen to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.figures import Ledger
from akmplan.loading import load_year
from akmplan.model import Period, Plan, Span
from tests.small import READERS, STOCK, Value, month_table, month_tabs, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
FIRST = ("1.", "Kitob berish", "Nusxa", 100, 120, "Hisob", ALL_YEAR, READERS)
LAST = ("2.", "Qatnov", "Nafar", 100, 90, "Hisob", ALL_YEAR, READERS)

CYRILLIC = [
    "№", "Номи", "Ўлчов бирлиги", "2025 йил (факт)", "2026 йил (режа)",
    "Амалга ошириш механизми", "Бажарилиш муддати", "Масъуллар",
]  # fmt: skip
RUSSIAN = [
    "№ п/п", "Наименование", "Ед. изм.", "Факт 2025 г.", "План 2026 г.", "Механизм", "Срок",
    "Ответственные",
]  # fmt: skip
OTHER_WORDS = [
    "T/r", "Chora-tadbirlar", "O'lch. birl.", "amalda 2025", "reja 2026", "Ijro mexanizmi",
    "Ijro muddati", "Mas'ul ijrochilar",
]  # fmt: skip
CAPITALS = [
    "T/R", "ISHLAR NOMI", "O‘LCHOV\nBIRLIGI", "2025-YIL\n(FAKT)", "2026-YIL\n(REJA)",
    "AMALGA OSHIRISH\nMEXANIZMI", "BAJARILISH\nMUDDATI", "MAS’UL\nIJROCHILAR",
]  # fmt: skip
TYPOGRAPHY = [
    " № ", "Nomi ", "O`lchov birligi", "2025 – yil ( fakt )", "2026 – yil ( reja )",
    "Amalga  oshirish\u00a0mexanizmi", "Bajarilish muddati:", "Masʼullar",
]  # fmt: skip


def table(*rows: Sequence[Value], title: str = "2026-yil uchun ish reja") -> Workbook:
    """A sheet of these rows, its title in row 1."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append([title])
    for row in rows:
        sheet.append(list(row))
    return workbook


def codes(folder: Path) -> list[tuple[str, str | None]]:
    return [(one.code, one.item) for one in seen(folder)]


def plan_of(folder: Path) -> Plan:
    plan = load_year(folder, None, 2026).plan
    assert plan
    return plan


@pytest.mark.parametrize("heading", [CYRILLIC, RUSSIAN, OTHER_WORDS, CAPITALS, TYPOGRAPHY])
def test_headings_of_every_spelling_are_known(tmp_path: Path, heading: list[str]) -> None:
    saved(tmp_path, table(heading, ["I. XIZMAT"], FIRST, LAST))
    assert codes(tmp_path) == [("P110", "I.2")]


TWO_ROWS = ["№", "Nomi", "O‘lchov birligi", "Miqdori", None, "Mexanizmi", "Muddati", "Mas’ullar"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("fakt", "reja"),
        ("2025-yil", "2026-yil"),
        (2025, 2026),
        ("2025-yil (fakt)", "2026- yil (reja)"),
        ("2025 y. bajarilgan", "2026 y. reja"),
        ("факт", "режа"),
    ],
)
def test_fakt_and_reja_stand_under_one_heading(tmp_path: Path, before: Value, now: Value) -> None:
    below = [None, None, None, before, now]
    saved(tmp_path, table(TWO_ROWS, below, ["I. XIZMAT"], FIRST, LAST))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_two_merged_heading_rows_and_a_row_of_column_numbers(tmp_path: Path) -> None:
    below: list[Value] = [None, None, None, "fakt", "reja"]
    workbook = table(TWO_ROWS, below, list(range(1, 9)), ["I. XIZMAT"], FIRST, LAST)
    sheet = workbook.worksheets[0]
    sheet.merge_cells("D2:E2")
    for column in "ABCFGH":
        sheet.merge_cells(f"{column}2:{column}3")
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]


def test_a_row_of_column_numbers_as_text(tmp_path: Path) -> None:
    counted = [str(number) for number in range(1, 9)]
    saved(tmp_path, table(CYRILLIC, counted, ["I. XIZMAT"], FIRST, LAST))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_further_columns_between_and_behind(tmp_path: Path) -> None:
    def wide(row: Sequence[Value]) -> list[Value]:
        return [*row[:3], "x", *row[3:], "Izoh", 5]

    heading = [*CYRILLIC[:3], "Manba", *CYRILLIC[3:], "Izoh", "Ball"]
    saved(tmp_path, table(heading, ["I. XIZMAT"], wide(FIRST), wide(LAST)))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_a_quarters_column_beside_the_years_is_not_the_plan(tmp_path: Path) -> None:
    def wide(row: Sequence[Value]) -> list[Value]:
        return [*row, 30, 30, 30, 30]

    heading = [*CYRILLIC, "I chorak reja", "II chorak reja", "III chorak reja", "IV chorak reja"]
    saved(tmp_path, table(heading, ["I. XIZMAT"], wide(FIRST), wide(LAST)))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_a_signature_and_a_note_under_the_table(tmp_path: Path) -> None:
    below: list[list[Value]] = [
        [],
        [None, "Direktor", None, None, None, None, None, "Sh. Sharipov"],
        ["Izoh: reja 2026-yil 5-yanvarda tuzildi."],
        [None, "Tuzuvchi: D. Karimova"],
    ]
    saved(tmp_path, table(CYRILLIC, ["I. XIZMAT"], FIRST, LAST, *below))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_a_responsible_merged_over_several_rows_answers_for_each(tmp_path: Path) -> None:
    middle = ("3.", "Tadbir", "Tadbir", 5, 6, "Hisob", ALL_YEAR)
    second: list[Value] = [*LAST[:7], None]
    workbook = table(CYRILLIC, ["I. XIZMAT"], FIRST, second, [*middle, None])
    workbook.worksheets[0].merge_cells("H4:H6")
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]
    plan = plan_of(tmp_path)
    assert {one.key for item in plan.items for one in plan.answering(item)} == {"abonement"}
    assert all(plan.answering(item) for item in plan.items)


def test_a_deadline_merged_over_several_rows_holds_for_each(tmp_path: Path) -> None:
    spring = [*FIRST[:6], "2026-yil II chorak", READERS]
    second: list[Value] = [*LAST[:6], None, READERS]
    workbook = table(CYRILLIC, ["I. XIZMAT"], spring, second)
    workbook.worksheets[0].merge_cells("G4:G5")
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]
    assert {item.schedule.months for item in plan_of(tmp_path).items} == {frozenset({4, 5, 6})}


@pytest.mark.parametrize(
    "section",
    [
        "I. XIZMAT",
        "I XIZMAT",
        "I.XIZMAT",
        "І. ХИЗМАТ",
        "I – XIZMAT",
        "I bo‘lim. XIZMAT",
        "I-BO‘LIM. XIZMAT",
    ],
)
def test_sections_of_every_spelling_are_known(tmp_path: Path, section: str) -> None:
    saved(tmp_path, table(CYRILLIC, [section], FIRST, LAST))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_a_numeral_and_its_title_in_two_cells_head_a_section(tmp_path: Path) -> None:
    saved(tmp_path, table(CYRILLIC, ["I.", "XIZMAT"], FIRST, LAST))
    assert codes(tmp_path) == [("P110", "I.2")]


@pytest.mark.parametrize("number", ["2.", "2", 2, 2.0, "2)", " 2. "])
def test_item_numbers_of_every_spelling_are_known(tmp_path: Path, number: Value) -> None:
    saved(tmp_path, table(CYRILLIC, ["I. XIZMAT"], FIRST, [number, *LAST[1:]]))
    assert codes(tmp_path) == [("P110", "I.2")]


@pytest.mark.parametrize("of_which", ["Shundan,", "shundan:", "Shu jumladan:", "Шундан", "из них:"])
def test_parts_of_a_total_open_with_every_word_for_it(tmp_path: Path, of_which: str) -> None:
    rows = [
        ("1.", "Fond", "Nusxa", 10, 12, "Hisob", ALL_YEAR, STOCK),
        (of_which,),
        ("1.1", "Xarid", "Nusxa", 9, 12, "Hisob", ALL_YEAR, STOCK),
    ]
    saved(tmp_path, table(CYRILLIC, ["I. XIZMAT"], *rows))
    assert codes(tmp_path) == [("T101", "I.1")]


@pytest.mark.parametrize(
    "title",
    [
        "2026-yil uchun ish reja",
        "2026 йил учун иш режа",
        "План работы на 2026 год",
        "ISH REJA 2026-yil",
    ],
)
def test_the_year_stands_in_the_title_in_every_script(tmp_path: Path, title: str) -> None:
    plain = [*CYRILLIC[:3], "факт", "режа", *CYRILLIC[5:]]
    saved(tmp_path, table(plain, ["I. XIZMAT"], FIRST, LAST, title=title))
    assert codes(tmp_path) == [("P110", "I.2")]


@pytest.mark.parametrize(
    "title",
    [
        "“O‘zbekiston – 2030” strategiyasi asosida 2026-yil ish rejasi",
        "2022–2026 yillarga mo‘ljallangan dastur asosida 2026-yil ish rejasi",
        "2025-yil 25-dekabrdagi 12-son buyruq bilan tasdiqlangan 2026-yil ish rejasi",
    ],
)
def test_other_years_in_the_title_are_not_the_plans(tmp_path: Path, title: str) -> None:
    plain = [*CYRILLIC[:3], "факт", "режа", *CYRILLIC[5:]]
    saved(tmp_path, table(plain, ["I. XIZMAT"], FIRST, LAST, title=title))
    assert codes(tmp_path) == [("P110", "I.2")]


def test_a_line_with_another_year_above_the_title_is_not_the_plans_year(tmp_path: Path) -> None:
    workbook = plan_table(["I. XIZMAT", FIRST, LAST])
    workbook.worksheets[0]["A1"] = "2025-yil 25-dekabrdagi 12-son buyruq bilan tasdiqlangan"
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]


def test_a_stamp_of_december_does_not_make_a_plan_of_last_year(tmp_path: Path) -> None:
    workbook = plan_table(["I. XIZMAT", FIRST, LAST])
    sheet = workbook.worksheets[0]
    sheet.insert_rows(1, 5)
    for row, line in enumerate(
        ["“TASDIQLAYMAN”", "Vobkent tumani AKM direktori", "_____ Sh. Sharipov",
         "2025-yil “25” dekabr"], 1
    ):  # fmt: skip
        sheet.cell(row, 6).value = line
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]


def test_parts_of_a_part_are_not_parts_of_the_whole(tmp_path: Path) -> None:
    rows = [
        ("1.", "Fond", "Nusxa", 100, 120),
        "Shundan,",
        ("1.1.", "Xarid", "Nusxa", 60, 70),
        "Shundan,",
        ("1.1.1.", "Badiiy", "Nusxa", 40, 30),
        ("1.1.2.", "Boshqa", "Nusxa", 20, 40),
        ("1.2.", "Sovg‘a", "Nusxa", 40, 50),
    ]
    saved(tmp_path, plan_table(["I. FOND", *rows]))
    assert codes(tmp_path) == [("P110", "I.1.1.1")]


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


def test_a_pair_may_stand_in_two_rows(tmp_path: Path) -> None:
    rows = [("I.1", "a", None, 19, 2), (None, "b", "Sahifa", 3991, 350)]
    assert not seen(saved(tmp_path, PAGES, oy=month_table(READERS, 3, rows)))
    assert (figure(tmp_path, 3, 0), figure(tmp_path, 3, 1)) == (2, 350)


@pytest.mark.parametrize("answer", ["-", 0])
def test_one_dash_or_zero_answers_for_both_measures(tmp_path: Path, answer: Value) -> None:
    months = {
        1: [("I.1", "Raqamlashtirish", "Sahifa", "19/3991", answer)],
        2: [("I.1", "Raqamlashtirish", "Sahifa", "19/3991", "2/350")],
    }
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
