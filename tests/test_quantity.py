"""Every quantity cell of the real plan's table, and what must never be guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akmplan.model import Cell, CellKind, Number, Place, State
from akmplan.words.quantity import read_count, read_quantity, read_text

Said = list[tuple[State, Number | None]]


def said(text: str) -> Said:
    return [(value.state, value.number) for value in read_text(text).values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1850", [(State.REPORTED, 1850)]),
        ("1 850", [(State.REPORTED, 1850)]),
        ("1\u00a0850", [(State.REPORTED, 1850)]),
        ("-", [(State.NA, None)]),
        ("–", [(State.NA, None)]),
        ("2021\n4897", [(State.REPORTED, 2021), (State.REPORTED, 4897)]),
        ("2021 4897", [(State.REPORTED, 2021), (State.REPORTED, 4897)]),
        ("33 38", [(State.REPORTED, 33), (State.REPORTED, 38)]),
        ("48\n4\n2", [(State.REPORTED, 48), (State.REPORTED, 4), (State.REPORTED, 2)]),
        ("18/3982", [(State.REPORTED, 18), (State.REPORTED, 3982)]),
        ("2113 kartochokada", [(State.REPORTED, 2113)]),
        ("- (Unicat rejasidan oling)\n- (Unicat rejasidan oling)", [(State.LINKED, None)] * 2),
        ("231 (Unicat rejasidan oling)", [(State.LINKED, 231)]),
        ("Asosiy (ishlab chiqarish)\nXodimlari soni", [(State.LINKED, None)]),
        ("Reja asosida", [(State.LINKED, None)]),
        ("Режа асосида", [(State.LINKED, None)]),
        ("12,5", [(State.REPORTED, Decimal("12.5"))]),
        ("6\u00a0279,7", [(State.REPORTED, Decimal("6279.7"))]),
        ("1 850,0", [(State.REPORTED, Decimal("1850"))]),
    ],
)
def test_a_cell_of_the_plan_is_read_to_its_meaning(text: str, expected: Said) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text", ["1.850", "1,850", "185O", "１２", "-5", "1e5", "3-4", "5%", "12.13.14", "abc", "1_850"]
)
def test_what_is_no_number_is_unreadable(text: str) -> None:
    assert [state for state, _ in said(text)] == [State.UNREADABLE]


@pytest.mark.parametrize(
    "text",
    [
        "12 ming",
        "12 минг",
        "12 тыс.",
        "1,5 mln",
        "2 yuz",
        "3 ta har oyda",
        "2 barobar",
        "12 mingga yaqin",
        "12 mingtadan",
        "12 minglab",
        "12 mlnga",
        "2 yuzta",
        "2 yuzlab",
        "5 т.",
        "12 k",
        "12k",
        "2 сотни",
        "2 yarimta",
        "3 ta chorakda",
        "3 ta oyda",
        "2 marta oyda",
        "3 еженедельно",
        "3 раза в квартал",
        "3 в день",
        "1 раз в два месяца",
        "5 поквартально",
        "2 marta haftasiga",
        "3 ta oyma-oy",
        "4 kunda",
        "12 dona/oy",
        "12 шт/мес",
        "10 nafardan",
        "10 ta nusxadan",
        "12 dan ortiq",
        "12 tadan kam emas",
        "12 taga yaqin",
        "12 tagacha",
        "12 ta atrofida",
        "12 и более",
        "12 (o‘n uch)",
        "12 ta (o‘n uch ta)",
        "1850 (ming)",
        "jami 12 ming",
        "jami 12k",
    ],
)
def test_words_that_make_another_number_leave_none(text: str) -> None:
    assert [state for state, _ in said(text)] == [State.UNREADABLE]


def test_a_reference_behind_such_words_gives_no_provisional_number() -> None:
    assert said("12 ming (Unicat rejasidan oling)") == [(State.LINKED, None)]


@pytest.mark.parametrize(
    "text",
    [
        "2 yarim yillik hisobot",
        "12 marta",
        "7 mingtepalik kitobxon",
        "12 ta yuzma-yuz uchrashuv",
        "12 har xil tadbir",
        "12 (o‘n ikki)",
        "12 ta (o‘n ikki ta)",
        "12 (o‘n ikkita)",
        "1850 (bir ming sakkiz yuz ellik)",
        "12ta",
        "12 та",
        "5экз.",
        "12(yangi)",
        "12 (yangi)",
        "jami 12 ta",
        "Jami: 12 nusxa",
        "жами 12 та (ўн икки)",
        "3 ta II chorakda",
        "3 ta birinchi chorakda",
        "12 yanvar oyida",
        "4 choraklik hisobot",
        "12 oylik ma’lumot",
        "12 ежемесячных отчётов",
        "2 раза в год",
        "12 ta turli mavzuda",
        "12 tadbirdan iborat",
        "12 ta qaror yuzasidan",
        "12 ta kam ta’minlangan oila",
        "5 ta kitob",
        "12 nafarga",
        "12 ta oyoq kiyim",
        "3 ta maktabda",
        "85 foiz",
        "250 nafar foydalanuvchi",
    ],
)
def test_other_words_leave_the_number_as_it_stands(text: str) -> None:
    assert [state for state, _ in said(text)] == [State.REPORTED]


def test_a_total_that_stands_alone_is_the_value() -> None:
    assert said("Jami: 12") == [(State.REPORTED, 12)]
    assert read_text("Jami: 12").stated_total is None


@pytest.mark.parametrize(
    "text", ["jami 30 ta\n10 ta\n20 ta", "10\n20\njami 30 ta", "Jami: 30\n10\n20"]
)
def test_a_total_with_its_unit_is_a_stated_total(text: str) -> None:
    quantity = read_text(text)
    assert [value.number for value in quantity.values] == [10, 20]
    assert quantity.stated_total is not None
    assert quantity.stated_total.number == 30


@pytest.mark.parametrize(
    ("text", "numbers"), [("85%", [85]), ("85 %", [85]), ("85 %\n90%", [85, 90])]
)
def test_a_per_cent_sign_says_nothing_new_where_the_unit_is_per_cent(
    text: str, numbers: list[int]
) -> None:
    read = {unit: read_quantity(cell(text), unit) for unit in ("Foiz", "%", "Nafar", None)}
    assert [value.number for value in read["Foiz"].values] == numbers
    assert read["%"] == read["Foiz"]
    assert read["Nafar"].is_unreadable
    assert read[None].is_unreadable
    assert read_quantity(cell("85 % ming"), "Foiz").is_unreadable


def test_of_two_totals_one_cannot_be_read() -> None:
    assert read_text("jami 5\njami 7").is_unreadable


def test_a_line_that_says_the_total_is_no_value() -> None:
    quantity = read_text("jami 12\n5\n7")
    assert [value.number for value in quantity.values] == [5, 7]
    assert quantity.stated_total is not None
    assert quantity.stated_total.number == 12


def test_only_a_lone_number_counts_as_stored_as_text() -> None:
    assert read_text("1 850").stored_as_text
    assert not read_text("18/3982").stored_as_text
    assert not read_text("2021\n4897").stored_as_text


def cell(text: str, kind: CellKind = CellKind.TEXT, number: Number | None = None) -> Cell:
    return Cell(Place("f.xlsx", "s", "A1"), 1, 1, kind, text, number)


def test_a_blank_cell_says_nothing() -> None:
    assert read_quantity(cell("", CellKind.BLANK)).values == ()
    assert read_quantity(cell("  \n ")).values == ()


@pytest.mark.parametrize("kind", [CellKind.ERROR, CellKind.MOMENT, CellKind.BOOLEAN])
def test_what_is_no_number_in_excel_is_none_here(kind: CellKind) -> None:
    assert read_quantity(cell("x", kind)).is_unreadable


@pytest.mark.parametrize(("text", "count"), [("12", 1), ("2/350", 2), ("-", 1), ("1 250", 1)])
def test_a_month_reports_whole_numbers(text: str, count: int) -> None:
    quantity = read_count(cell(text))
    assert len(quantity.values) == count
    assert not quantity.is_unreadable


@pytest.mark.parametrize("text", ["12 ta", "1,5", "-3", "o‘n ikki", "5\n6 bo‘ldi", "jami 5"])
def test_a_month_takes_no_words(text: str) -> None:
    assert read_count(cell(text)).is_unreadable


def test_a_month_takes_no_fraction_and_nothing_below_zero() -> None:
    assert read_count(cell("1.5", CellKind.NUMBER, Decimal("1.5"))).is_unreadable
    assert read_count(cell("-1", CellKind.NUMBER, -1)).is_unreadable
    assert not read_count(cell("0", CellKind.NUMBER, 0)).is_unreadable


@given(st.integers(min_value=0, max_value=10**12))
def test_any_whole_number_reads_back_however_it_is_grouped(number: int) -> None:
    for space in (" ", "\u00a0", "\u202f"):
        grouped = f"{number:,}".replace(",", space)
        assert said(grouped) == [(State.REPORTED, number)]


@given(st.lists(st.integers(min_value=0, max_value=99999), min_size=2, max_size=6))
def test_numbers_on_lines_stay_apart(numbers: list[int]) -> None:
    assert said("\n".join(map(str, numbers))) == [(State.REPORTED, one) for one in numbers]


@given(st.text(max_size=40))
def test_no_text_makes_it_fall(text: str) -> None:
    for value in read_text(text).values:
        assert value.number is None or value.number >= 0


@pytest.mark.parametrize(
    "text",
    ["1000000000000000", "9" * 5000, "1," + "3" * 5000, "0,0000000001", "12 ta\x07", "1 " * 20_000],
)
def test_beyond_all_counting_or_printing_is_unreadable(text: str) -> None:
    cell = Cell(Place("f"), 1, 1, CellKind.TEXT, text)
    assert read_quantity(cell).is_unreadable
    assert read_count(cell).is_unreadable


def test_the_greatest_count_is_read() -> None:
    assert said("999999999999999") == [(State.REPORTED, 999_999_999_999_999)]
    assert said("999 999 999 999 999") == [(State.REPORTED, 999_999_999_999_999)]


def test_a_figure_with_a_line_through_it_is_unreadable() -> None:
    number = Cell(Place("f"), 1, 1, CellKind.NUMBER, "12", 12, struck=((0, 2),))
    text = Cell(Place("f"), 1, 1, CellKind.TEXT, "12 14", struck=((0, 2),))
    blank = Cell(Place("f"), 1, 1, CellKind.TEXT, "12 ", struck=((2, 3),))
    read = (read_quantity, read_count)
    assert [it(cell).is_unreadable for cell in (number, text, blank) for it in read] == [
        True, True, True, True, False, False,
    ]  # fmt: skip
