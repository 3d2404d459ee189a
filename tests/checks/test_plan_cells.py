"""The rules on numbers, units, fakt and reja of the plan's table."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from unittest.mock import ANY

import pytest

from akmplan.loading import load_year
from akmplan.model import State
from tests.small import READERS, Row, Seen, Value, month_table, plan_table, saved, seen

THREE = "Xodimlar uchun:\n- to‘garaklar;\n- soatlar;\n- o‘qishlar"
ELSEWHERE = "(Unicat rejasidan oling)"
NBSP = "\N{NO-BREAK SPACE}"


def in_plan(folder: Path, *rows: Row) -> list[Seen]:
    """All that is found in a plan of these rows; the first one stands in row 4."""
    return seen(saved(folder, plan_table(rows)))


def test_p101_names_the_second_of_two_equal_numbers(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Kitob berish", "Nusxa", 10, 12),
        ("1.", "Tadbirlar", "Tadbir", 4, 5),
    )
    also = (("reja.xlsx", "Ish reja", "A5", ANY),)
    assert found == [Seen("P101", "error", "A6", "I.1", found=ANY, also=also)]
    assert str(found[0].found).rstrip(".") == "1"


@pytest.mark.parametrize("number", [1, "1"])
def test_p101_shows_the_number_as_it_stands_there(tmp_path: Path, number: int | str) -> None:
    rows = [("1.", "Kitob", "Nusxa", 10, 12), (number, "Ish", "Nusxa", 4, 5)]
    also = (("reja.xlsx", "Ish reja", "A5", "1."),)
    assert in_plan(tmp_path, "I. FAOLIYAT", *rows) == [
        Seen("P101", "error", "A6", "I.1", found=number, also=also)
    ]


def test_p101_is_silent_where_numbering_restarts_in_a_section(tmp_path: Path) -> None:
    assert not in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Kitob berish", "Nusxa", 10, 12),
        "II. TADBIRLAR",
        ("1.", "Tadbirlar", "Tadbir", 4, 5),
    )


def test_p102_names_a_blank_unit(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", None, 10, 12)) == [
        Seen("P102", "warning", "C5", "I.1")
    ]


def test_p102_is_silent_where_the_unit_is_written(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 10, 12))


@pytest.mark.parametrize("unit", [13252, "13252"])
def test_p103_names_a_number_in_the_unit_cell(tmp_path: Path, unit: int | str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", unit, 10, 12)) == [
        Seen("P103", "error", "C5", "I.1", found=13252)
    ]


@pytest.mark.parametrize("unit", ["12,5", "18/3982", "1.850"])
def test_p103_shows_what_is_no_whole_number_as_typed(tmp_path: Path, unit: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", unit, 10, 12)) == [
        Seen("P103", "error", "C5", "I.1", found=unit)
    ]


def test_p103_is_silent_where_a_unit_has_a_number_in_it(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "100 nusxa", 10, 12))


def test_p104_names_an_item_without_fakt_and_reja_at_the_reja_cell(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", None, None)) == [
        Seen("P104", "warning", "E5", "I.1")
    ]


@pytest.mark.parametrize("said", [(None, 12), ("-", "-"), (None, 0)])
def test_p104_is_silent_where_anything_is_said(tmp_path: Path, said: tuple[Value, Value]) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", *said))


def test_p104_is_silent_on_parts_of_a_total(tmp_path: Path) -> None:
    assert not in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Fond", "Nusxa", 10, 12),
        "Shundan,",
        ("1.1.", "Majburiy nusxa", "Nusxa", None, None),
        ("1.2.", "Xarid", "Nusxa", 10, 12),
    )


def test_p105_names_a_fakt_without_reja_at_the_reja_cell(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 10, None)) == [
        Seen("P105", "warning", "E5", "I.1")
    ]


def test_p105_is_silent_where_the_reja_is_said_to_be_none(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 10, "-"))


@pytest.mark.parametrize("quantity", ["ko‘p", "12 + 3", "10-15"])
def test_p106_names_a_quantity_that_is_not_understood(tmp_path: Path, quantity: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 10, quantity)) == [
        Seen("P106", "error", "E5", "I.1", found=quantity)
    ]


@pytest.mark.parametrize("quantity", ["12 kartochkada", "-", "18/3982"])
def test_p106_is_silent_on_every_quantity_that_plans_have(tmp_path: Path, quantity: str) -> None:
    row = ("1.", "Kitob berish", "Nusxa", None, quantity)
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


@pytest.mark.parametrize("fakt", ["48\n4", "48\n4\n2\n1", "48 4"])
def test_p107_names_numbers_that_are_not_as_many_as_indicators(tmp_path: Path, fakt: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", THREE, "Tadbir", fakt, "-")) == [
        Seen("P107", "error", "D5", "I.1", found=fakt)
    ]


@pytest.mark.parametrize("fakt", ["48\n4\n2", 48, "48\n4\n2\njami 54"])
def test_p107_is_silent_on_one_number_each_and_on_a_total(tmp_path: Path, fakt: Value) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", THREE, "Tadbir", fakt, "-"))


@pytest.mark.parametrize("reja", ["33\n38", "33 38"])
def test_p108_names_two_numbers_for_one_indicator(tmp_path: Path, reja: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Maqolalar", "Dona", 50, reja)) == [
        Seen("P108", "error", "E5", "I.1", found=reja)
    ]


@pytest.mark.parametrize(
    ("title", "mechanism"),
    [
        ("Kitob:\n- kitob;\n- kitob", "…"),
        ("Kitob:\n- kitob;\n- “Kitob”;\n- gazeta", "…"),
        ("Nashrlar", "Kitob:\nolish\nKITOB:\nberish"),
        ("Nashrlar", "1) kitob\n2) kitob"),
    ],
)
def test_p108_names_the_numbers_of_indicators_that_read_alike(
    tmp_path: Path, title: str, mechanism: str
) -> None:
    reja = "5\n7\n9" if "gazeta" in title else "5\n7"
    row = ("1.", title, "Nusxa", "-", reja, mechanism)
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [Seen("P108", "error", "E5", "I.1", found=reja)]


def test_indicators_that_read_alike_get_no_figure_of_one_another(tmp_path: Path) -> None:
    plan = plan_table(["I. FAOLIYAT", ("1.", "Kitob:\n- kitob;\n- kitob", "Nusxa", "-", "5\n7")])
    rows = [("I.1", "kitob", "Nusxa", None, 3), ("I.1", "kitob", "Nusxa", None, 4)]
    folder = saved(tmp_path, plan, oy=month_table(READERS, 10, rows))
    assert [(one.code, one.cell) for one in seen(folder, "P108", "M113")] == [
        ("M113", "A5"),
        ("P108", "E5"),
    ]
    read = load_year(folder, None, 2026).plan
    assert read is not None
    assert [(one.name, one.target.state) for one in read.items[0].indicators] == [
        (None, State.UNREADABLE)
    ]


@pytest.mark.parametrize(
    ("title", "mechanism"),
    [
        ("Kitob:\n- kitob 1;\n- kitob 2", "…"),
        ("Nashrlar", "Kitob:\nolish\nGazeta:\nberish"),
        ("Kitob:\n- kitob;\n- kitob", "1) olish\n2) berish"),
    ],
)
def test_p108_is_silent_where_indicators_differ(tmp_path: Path, title: str, mechanism: str) -> None:
    row = ("1.", title, "Nusxa", "-", "5\n7", mechanism)
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


def test_p108_is_silent_where_a_space_parts_thousands(tmp_path: Path) -> None:
    found = in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Maqolalar", "Dona", 50, "33 038"))
    assert [one.code for one in found] == ["P119"]


def test_p109_names_a_number_to_be_taken_from_elsewhere(tmp_path: Path) -> None:
    reja = f"- {ELSEWHERE}"
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Yozuvlar", "Dona", None, reja)) == [
        Seen("P109", "warning", "E5", "I.1", found=reja)
    ]


def test_p109_names_each_indicator_and_provisional_numbers(tmp_path: Path) -> None:
    reja = f"12 {ELSEWHERE}\n- {ELSEWHERE}"
    row = ("1.", "Yozuvlar:\n- yangi;\n- eski", "Dona", None, reja)
    first, second = reja.splitlines()
    assert in_plan(tmp_path, "I. FAOLIYAT", row) == [
        Seen("P109", "warning", "E5", "I.1", indicator="yangi", found=first),
        Seen("P109", "warning", "E5", "I.1", indicator="eski", found=second),
    ]


def test_p109_is_silent_on_a_number_with_a_remark(tmp_path: Path) -> None:
    row = ("1.", "Yozuvlar", "Dona", None, "12 kartochkada")
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


def test_p110_notes_a_reja_below_fakt(tmp_path: Path) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 12, 11)) == [
        Seen("P110", "note", "E5", "I.1", found=11, expected=ANY)
    ]


def test_p110_notes_each_indicator_and_provisional_numbers(tmp_path: Path) -> None:
    row = ("1.", "Yozuvlar:\n- yangi;\n- eski", "Dona", "12\n7", f"11 {ELSEWHERE}\n6")
    found = in_plan(tmp_path, "I. FAOLIYAT", row)
    assert [one for one in found if one.code == "P110"] == [
        Seen("P110", "note", "E5", "I.1", indicator="yangi", found=11, expected=ANY),
        Seen("P110", "note", "E5", "I.1", indicator="eski", found=6, expected=ANY),
    ]


def test_p110_notes_parts_of_a_total(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "I. FAOLIYAT",
        ("1.", "Fond", "Nusxa", 12, 12),
        "Shundan,",
        ("1.1.", "Majburiy nusxa", "Nusxa", 5, 6),
        ("1.2.", "Xarid", "Nusxa", 7, 6),
    )
    assert found == [Seen("P110", "note", "E8", "I.1.2", found=6, expected=ANY)]


@pytest.mark.parametrize("reja", [12, 13, "-"])
def test_p110_is_silent_where_reja_is_not_below_fakt(tmp_path: Path, reja: Value) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", 12, reja))


@pytest.mark.parametrize("typed", ["1850", "1 850", f"1{NBSP}850"])
def test_p119_names_a_number_stored_as_text(tmp_path: Path, typed: str) -> None:
    assert in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", typed, 1900)) == [
        Seen("P119", "warning", "D5", "I.1", found=typed, expected=1850)
    ]


@pytest.mark.parametrize("typed", [1850, "1850 kartochkada", "18/3982"])
def test_p119_is_silent_on_numbers_and_on_what_no_number_can_say(
    tmp_path: Path, typed: Value
) -> None:
    row = ("1.", "Kitob berish", "Nusxa", typed, "-")
    assert not in_plan(tmp_path, "I. FAOLIYAT", row)


@pytest.mark.parametrize("moment", [datetime(2026, 4, 3), time(18, 39)])
def test_p121_names_a_date_or_time_in_a_quantity_cell(
    tmp_path: Path, moment: datetime | time
) -> None:
    (found,) = in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", "-", moment))
    assert found == Seen("P121", "error", "E5", "I.1", found=found.found)
    assert isinstance(found.found, str)


def test_p121_is_silent_on_the_pair_that_was_typed(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, "I. FAOLIYAT", ("1.", "Kitob berish", "Nusxa", "-", "18/39"))
