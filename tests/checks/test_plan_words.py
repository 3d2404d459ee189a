"""The rules on the words of the plan's table."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import ANY

import pytest

from tests.small import READERS, STOCK, Row, Seen, plan_table, saved, seen

WEEK = "Milliy axborot-kutubxona haftaligi"
FULL = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"
ALL_YEAR = "2026-yil davomida"


def in_plan(folder: Path, *rows: Row) -> list[Seen]:
    """All that is found in a plan of these rows; the first one stands in row 4."""
    return seen(saved(folder, plan_table(rows)))


def item(
    title: str = "Ish",
    *,
    unit: str = "Tadbir",
    reja: int = 4,
    mechanism: str = "Bajarish",
    schedule: str = ALL_YEAR,
    responsible: str = READERS,
) -> Row:
    return ("1.", title, unit, reja, reja, mechanism, schedule, responsible)


@pytest.mark.parametrize(
    "text", ["“INFOLIB – 2025” haftaligi", "INFOLIB 2025 haftaligi", "INFOLIB-2025 haftaligi"]
)
def test_p111_names_each_text_cell_with_a_bare_other_year(tmp_path: Path, text: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", item(text, mechanism=text)) == [
        Seen("P111", "warning", "B5", "I.1", found=2025, expected=2026),
        Seen("P111", "warning", "F5", "I.1", found=2025, expected=2026),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“INFOLIB – 2026” haftaligi",
        "2025-yil 7-noyabrdagi qaror",
        "2025 yil qarori",
        "“2022-2025 yillarga mo‘ljallangan strategiya”",
        "2022–2025 dastur",
        "2022 – 2025 dastur",
        "PQ-2025-son qaror",
        "Tel.: 224-2025",
    ],
)
def test_p111_is_silent_on_dates_spans_and_the_plans_own_year(tmp_path: Path, text: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(text))


@pytest.mark.parametrize("joint", [" ", "-"])
def test_p112_names_an_ordinal_that_differs_at_the_mechanism(tmp_path: Path, joint: str) -> None:
    row = item(f"XIII{joint}{WEEK}", mechanism=f"XIV{joint}{WEEK}ni o‘tkazish")
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P112", "warning", "F5", "I.1", found="XIV", expected="XIII", also=ANY)
    ]


@pytest.mark.parametrize(
    ("title", "mechanism"),
    [
        ("I-chorak hisoboti", "II-chorak hisoboti"),
        ("I-VII sinflar tanlovi", "I-IX sinflar tanlovi"),
    ],
)
def test_p112_is_silent_on_quarters_and_spans(tmp_path: Path, title: str, mechanism: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(title, mechanism=mechanism))


def test_p112_is_silent_where_the_ordinals_agree(tmp_path: Path) -> None:
    row = item(f"XIV {WEEK}", mechanism=f"XIV {WEEK}ni o‘tkazish")
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


def test_p113_names_a_deadline_that_is_not_understood(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", item(schedule="2026-yil bayramda")) == [
        Seen("P113", "warning", "G5", "I.1", found="2026-yil bayramda")
    ]


@pytest.mark.parametrize(
    "schedule",
    [
        "2026-yil davomida.",
        "2026-yil yanvar, fevral",
        "2026-yil II chorak",
        "2026-yil I–III chorak",
        "2026-yil har chorakda",
        "2026-yilning har oyida",
        "2026-yilda ikki marotaba",
    ],
)
def test_p113_is_silent_on_the_deadlines_that_plans_have(tmp_path: Path, schedule: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(schedule=schedule))


def test_p114_names_a_deadline_of_another_year(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", item(schedule="2025-yil II chorak")) == [
        Seen("P114", "error", "G5", "I.1", found=2025, expected=2026)
    ]


def test_p114_names_a_span_of_other_years(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", item(schedule="2022–2025-yillar davomida")) == [
        Seen("P114", "error", "G5", "I.1", found=2022, expected=2026)
    ]


@pytest.mark.parametrize(
    "schedule",
    ["2026-yil II chorak", "2025–2027-yillar davomida", "2026-2027 yillar", "2025–2026-yillar"],
)
def test_p114_is_silent_on_the_plans_own_year(tmp_path: Path, schedule: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(schedule=schedule))


@pytest.mark.parametrize("unit", ["Hujjat", "Hisobot"])
def test_p115_names_a_frequency_that_the_plan_contradicts(tmp_path: Path, unit: str) -> None:
    row = item(unit=unit, reja=4, schedule="2026-yilda ikki marotaba")
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P115", "warning", "E5", "I.1", found=4, expected=2)
    ]


def test_p115_takes_a_unit_in_the_plural_and_a_week_as_it_is(tmp_path: Path) -> None:
    row = item(unit="hujjatlar", reja=4, schedule="har haftada")
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P115", "warning", "E5", "I.1", found=4, expected=52)
    ]


@pytest.mark.parametrize(("schedule", "reja"), [("har haftada", 52), ("har kuni", 250)])
def test_p115_is_silent_on_weeks_that_agree_and_on_days(
    tmp_path: Path, schedule: str, reja: int
) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(unit="Hujjat", reja=reja, schedule=schedule))


WITHIN_ITS_MONTHS = [
    ("2026-yil I–III chorak, har chorakda", 3),
    ("yanvar–iyun, har oyda", 6),
    ("har chorakda 2 marta", 8),
    ("oyiga 2 marta", 24),
]


@pytest.mark.parametrize(("schedule", "reja"), WITHIN_ITS_MONTHS)
def test_p115_counts_within_the_months_of_the_deadline(
    tmp_path: Path, schedule: str, reja: int
) -> None:
    row = item(unit="Hujjat", reja=reja, schedule=schedule)
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


@pytest.mark.parametrize(("schedule", "times"), WITHIN_ITS_MONTHS)
def test_p115_names_one_paper_too_many(tmp_path: Path, schedule: str, times: int) -> None:
    row = item(unit="Hujjat", reja=times + 1, schedule=schedule)
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P115", "warning", "E5", "I.1", found=times + 1, expected=times)
    ]


def test_p115_does_not_speak_of_a_deadline_that_is_not_understood(tmp_path: Path) -> None:
    row = item(unit="Hujjat", reja=24, schedule="bayramda, yilda 2 marta")
    assert [one.code for one in in_plan(tmp_path, "I. FAOLIYAT", row)] == ["P113"]


@pytest.mark.parametrize(("unit", "reja"), [("Hujjat", 2), ("Tadbir", 4)])
def test_p115_is_silent_where_they_agree_or_no_papers_are_counted(
    tmp_path: Path, unit: str, reja: int
) -> None:
    row = item(unit=unit, reja=reja, schedule="2026-yilda ikki marotaba")
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


def test_p116_names_a_responsible_that_is_not_recognised(tmp_path: Path) -> None:
    row = item(responsible=f"{READERS}\nQo‘shni tashkilot")
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P116", "warning", "H5", "I.1", found="Qo‘shni tashkilot")
    ]


@pytest.mark.parametrize(
    "responsible",
    [
        FULL,
        f"{FULL},",
        "Barcha xizmatlar",
        "Barcha xizmat rahbar va xodimlari",
        "AKM rahbari",
        "Direktor, Kadrlar bo‘yicha inspektor",
        "Fondlarni to‘ldirish saqlash va ularga ishlov berish",
        "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati, Axborot-bibliografiya"
        " xizmati",
    ],
)
def test_p116_is_silent_on_services_and_posts(tmp_path: Path, responsible: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(responsible=responsible))


def test_p117_asks_once_at_the_first_cell_of_the_rarer_name(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, FULL),
        ("2.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, READERS),
        ("3.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, FULL),
        ("4.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, READERS),
        ("5.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, FULL),
    )
    also = (("reja.xlsx", "Ish reja", "H8", READERS),)
    assert found == [Seen("P117", "warning", "H6", "I.2", found=READERS, expected=FULL, also=also)]


@pytest.mark.parametrize("names", [(FULL, READERS), (READERS, FULL)])
def test_p117_takes_the_services_own_name_of_two_as_frequent(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    rows = [
        (f"{number}.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, name)
        for number, name in enumerate(names, 1)
    ]
    (found,) = in_plan(tmp_path, "I. FAOLIYAT", *rows)
    assert (found.code, found.found, found.expected) == ("P117", READERS, FULL)


@pytest.mark.parametrize("other", [FULL, FULL.upper(), FULL.replace("‘", "'"), STOCK])
def test_p117_is_silent_on_one_name_and_on_two_services(tmp_path: Path, other: str) -> None:
    found = in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, FULL),
        ("2.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, FULL),
        ("3.", "Ish", "Nusxa", 1, 1, "Bajarish", ALL_YEAR, other),
    )
    assert "P117" not in {one.code for one in found}


def test_p118_notes_mixed_apostrophes_once_at_the_first_wrong_cell(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "O‘quv ishlari, ta’lim va ma’rifat", "Tadbir", 1, 1, "Ma’lumot berish"),
        ("2.", "Ta‘minot", "Tadbir", 1, 1, "O‘quv zali, o‘lka"),
        ("3.", "San’at", "Tadbir", 1, 1, "O'quv zali"),
    )
    also = (("reja.xlsx", "Ish reja", "F7", "O'quv"),)
    assert found == [
        Seen("P118", "note", "B6", "I.2", found="Ta‘minot", expected="Ta’minot", also=also)
    ]


@pytest.mark.parametrize("titles", [("Ta‘lim", "Ma’rifat"), ("Ma’rifat", "Ta‘lim")])
def test_p118_takes_the_right_sign_of_two_as_frequent(
    tmp_path: Path, titles: tuple[str, str]
) -> None:
    rows = [(f"{number}.", title, "Tadbir", 1, 1) for number, title in enumerate(titles, 1)]
    (found,) = in_plan(tmp_path, "I. FAOLIYAT", *rows)
    assert (found.code, found.found, found.expected) == ("P118", "Ta‘lim", "Ta’lim")


def test_p118_notes_a_word_of_two_alphabets(tmp_path: Path) -> None:
    typed = "Kit\N{CYRILLIC SMALL LETTER O}b berish"
    assert in_plan(tmp_path, "I. FAOLIYAT", item(typed)) == [
        Seen("P118", "note", "B5", "I.1", found=typed.split()[0], expected="Kitob")
    ]


@pytest.mark.parametrize(
    "title", ["O‘quv ishlari va ta’lim", "O'quv ishlari va ta'lim", "Китоб бериш"]
)
def test_p118_is_silent_where_each_sign_is_always_the_same(tmp_path: Path, title: str) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(title))


def test_p120_notes_an_instruction_of_the_form(tmp_path: Path) -> None:
    instruction = "Har bir AKM muddatini o‘zi belgilaydi"
    (found,) = in_plan(tmp_path, "I. FAOLIYAT", item(schedule=f"{ALL_YEAR}. {instruction}"))
    assert found == Seen("P120", "note", "G5", "I.1", found=found.found)
    assert str(found.found) in f"{ALL_YEAR}. {instruction}"


def test_p120_is_silent_on_a_second_sentence_that_is_a_deadline(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", item(schedule=f"{ALL_YEAR}. Har chorakda"))
