"""Plans as staff also keep them: read alike, with no finding but the true one.

Each plan here holds one fault, a reja below fakt in its last row, by which it is seen to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.loading import load_year
from akmplan.model import Plan
from tests.small import READERS, STOCK, Value, plan_table, saved, seen

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
ENDINGS = [
    "T.r.", "Tadbirlar nomi", "O‘lchov birliklari", "2025-yil fakti", "2026-yil rejasi",
    "Amalga oshirish mexanizmlari", "Bajarish muddatlari", "Mas’ullari",
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


@pytest.mark.parametrize("heading", [CYRILLIC, RUSSIAN, OTHER_WORDS, CAPITALS, ENDINGS, TYPOGRAPHY])
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


@pytest.mark.parametrize("above", [None, "Ko‘rsatkichlar", "Reja", "Reja ko‘rsatkichlari", "Jami"])
def test_fakt_and_reja_stand_under_any_heading(tmp_path: Path, above: str | None) -> None:
    heading = [*TWO_ROWS[:3], above, *TWO_ROWS[4:]]
    below = [None, None, None, "2025-yil (fakt)", "2026-yil (reja)"]
    saved(tmp_path, table(heading, below, ["I. XIZMAT"], FIRST, LAST))
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
    third: list[Value] = [*middle, None]
    workbook = table(CYRILLIC, ["I. XIZMAT"], FIRST, second, third)
    workbook.worksheets[0].merge_cells("H4:H6")
    assert codes(saved(tmp_path, workbook)) == [("P110", "I.2")]
    plan = plan_of(tmp_path)
    assert {one.key for item in plan.items for one in plan.answering(item)} == {"abonement"}
    assert all(plan.answering(item) for item in plan.items)


def test_a_deadline_merged_over_several_rows_holds_for_each(tmp_path: Path) -> None:
    spring: list[Value] = [*FIRST[:6], "2026-yil II chorak", READERS]
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


@pytest.mark.parametrize(
    ("title", "centre"),
    [
        ("KOSON TUMANI MARKAZINING\n2026-YIL ISH REJASI", "KOSON TUMANI MARKAZI"),
        ("Koson tumani AKMning 2026-yil uchun ish rejasi", "Koson tumani AKM"),
        ("Косон тумани марказининг 2026 йил иш режаси", "Косон тумани маркази"),
        ("2026-yilning ish rejasi", ""),
        ("Prezidentning 2026-yil rejasi", ""),
    ],
)
def test_without_a_stamp_the_title_names_the_centre(
    tmp_path: Path, title: str, centre: str
) -> None:
    plain = ["№", "Nomi", "Birligi", "fakt", "reja", "Mexanizmi", "Muddati", "Mas’ullar"]
    saved(tmp_path, table(plain, ["I. XIZMAT"], FIRST, LAST, title=title))
    plan = load_year(tmp_path, None, 2026).plan
    assert plan is not None
    assert plan.centre == centre


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


@pytest.mark.parametrize(
    "title",
    [
        "Urgut tumani AKMning 2026-yil uchun mo‘ljallangan ISH REJASI",
        "2026-yil uchun ish rejasi",
        "Urgut tumani AKMning\n2026-yil uchun mo‘ljallangan\nISH REJA",
    ],
)
@pytest.mark.parametrize("signed", [True, False])
def test_a_title_below_a_stamp_is_no_line_of_it(tmp_path: Path, title: str, signed: bool) -> None:
    workbook = plan_table(["I. XIZMAT", FIRST, LAST])
    sheet = workbook.worksheets[0]
    sheet.delete_rows(1, 2)
    sheet.insert_rows(1, 6)
    stamp = ["“KELISHILDI”", "Buxoro viloyati AKM direktori", "_____ H. Qosimov"]
    for row, line in enumerate(stamp if signed else stamp[:2], 1):
        sheet.cell(row, 1).value = line
    sheet["A5"] = title
    plan = plan_of(saved(tmp_path, workbook))
    assert plan.title == tuple(title.splitlines())
    assert plan.agreement.date == ""
    assert plan.agreement.institution == ("Buxoro viloyati AKM direktori",)


@pytest.mark.parametrize("mark", ["-", "–", "•", "‑", "−"])
def test_names_stand_behind_any_dash_or_bullet(tmp_path: Path, mark: str) -> None:
    title = f"Kitobxonlar:\n{mark} yangi;\n{mark}qayta."
    rows = [("1.", title, "Nafar", "1\n2", "3\n4")]
    plan = plan_of(saved(tmp_path, plan_table(["I. XIZMAT", *rows])))
    assert [one.name for one in plan.items[0].indicators] == ["yangi", "qayta"]


@pytest.mark.parametrize(
    "heading",
    [
        "“Kitob: bilim manbai” shiori ostida", "Soat 10:00 dan o‘tkaziladigan", "A: - b, ya’ni",
        "Ishlar (jumladan: bolalar)",
    ],
)  # fmt: skip
def test_the_colon_that_counts_is_the_one_above_the_list(tmp_path: Path, heading: str) -> None:
    rows = [("1.", f"{heading}:\n- tadbirlar;\n- ko‘rgazmalar", "Ta", None, "12\n24")]
    plan = plan_of(saved(tmp_path, plan_table(["I. XIZMAT", *rows])))
    named = [(one.name, one.target.reported) for one in plan.items[0].indicators]
    assert named == [("tadbirlar", 12), ("ko‘rgazmalar", 24)]
    assert plan.items[0].title == heading
    assert codes(tmp_path) == []


def test_a_colon_without_a_list_names_nothing(tmp_path: Path) -> None:
    rows = [("1.", "Soat 10:00 – 18:00 orasida:\nxizmat - ish", "Ta", None, "12\n24")]
    saved(tmp_path, plan_table(["I. XIZMAT", *rows]))
    assert codes(tmp_path) == [("P108", "I.1")]


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


def test_a_number_may_name_its_section(tmp_path: Path) -> None:
    rows = [("IV.1.", *FIRST[1:]), ("IV.2", *LAST[1:])]
    saved(tmp_path, table(CYRILLIC, ["IV. FOND"], *rows))
    assert codes(tmp_path) == [("P110", "IV.2")]


def test_a_number_of_another_section_is_not_understood(tmp_path: Path) -> None:
    saved(tmp_path, table(CYRILLIC, ["IV. FOND"], ("V.1.", *FIRST[1:]), LAST))
    assert codes(tmp_path) == [("L105", None), ("P110", "IV.2")]
