"""The rules on single rows of the monthly sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from akmplan.findings import Found
from tests.small import READERS, STOCK, Seen, Value, month_table, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
PLAN = (
    "I. XIZMAT",
    ("1.", "Kitob berish", "Nusxa", 100, 120),
    ("2.", "Fond", "Nusxa", 100, 120, "Hisob", ALL_YEAR, STOCK),
    ("3.", "Hamma ish", "Nusxa", 100, 120, "Hisob", "2026-yil II chorak", "Barcha xizmatlar"),
    ("4.", "Kitobxonlar:\n- yangi;\n- qayta", "Nafar", "5\n6", "8\n9", "", "2026-yil IV chorak"),
)
# What January asks of the readers' service; a test changes or adds one row.
KNOWN = (
    ("I.1", "Kitob berish", "Nusxa", 120, 10, 10),
    ("I.3", "Hamma ish", "Nusxa", 120, None),
    ("I.4", "yangi", "Nafar", 8, None),
    ("I.4", "qayta", "Nafar", 9, None),
)


def in_month(folder: Path, *rows: Sequence[Value], month: int = 1) -> list[Seen]:
    """All that is found in one sheet of the readers' service; the first row is row 4."""
    return seen(saved(folder, plan_table(PLAN), oy=month_table(READERS, month, rows)))


def january(
    code: str,
    severity: str,
    cell: str,
    item: str | None = None,
    found: Found = None,
    expected: Found = None,
    indicator: str | None = None,
) -> Seen:
    return Seen(
        code, severity, cell, item, found, expected, indicator,
        "2026-01", file="oy.xlsx", sheet="Yanvar",
    )  # fmt: skip


def test_a_sheet_with_nothing_wrong_gives_no_finding(tmp_path: Path) -> None:
    assert not in_month(tmp_path, *KNOWN)


@pytest.mark.parametrize("number", ["I.9", "II.1", 9])
def test_m103_names_a_number_that_the_plan_does_not_have(tmp_path: Path, number: str | int) -> None:
    (found,) = in_month(tmp_path, *KNOWN, (number, "Boshqa ish", "Nusxa", None, 3))
    assert found == january("M103", "error", "A8", found.item, found=number)


@pytest.mark.parametrize("number", ["I.1", "1", 1, "I.1.", "I. 1"])
def test_m103_is_silent_on_every_way_to_write_a_number_of_the_plan(
    tmp_path: Path, number: Value
) -> None:
    assert not in_month(tmp_path, (number, *KNOWN[0][1:]), *KNOWN[1:])


def test_m104_names_an_item_of_another_service(tmp_path: Path) -> None:
    (found,) = in_month(tmp_path, *KNOWN, ("I.2", "Fond", "Nusxa", 120, 3))
    assert found == january("M104", "warning", "A8", "I.2", found=found.found)


def test_m104_is_silent_on_an_item_of_all_services(tmp_path: Path) -> None:
    rows = (KNOWN[0], ("I.3", "Hamma ish", "Nusxa", 120, 7), *KNOWN[2:])
    assert not [one for one in in_month(tmp_path, *rows, month=4) if one.code == "M104"]


@pytest.mark.parametrize(
    ("done", "found"),
    [("10 ta", "10 ta"), ("o‘nta", "o‘nta"), (-1, -1), (2.5, "2.5"), ("2,5", "2,5")],
)
def test_m106_names_what_is_not_a_whole_number_from_0_up(
    tmp_path: Path, done: Value, found: Found
) -> None:
    rows = (("I.1", "Kitob berish", "Nusxa", 120, done), *KNOWN[1:])
    assert in_month(tmp_path, *rows) == [january("M106", "error", "E4", "I.1", found=found)]


@pytest.mark.parametrize("done", [0, 10, 10.0, "-", "–"])
def test_m106_is_silent_on_counts_and_dashes(tmp_path: Path, done: Value) -> None:
    assert not in_month(tmp_path, ("I.1", "Kitob berish", "Nusxa", 120, done), *KNOWN[1:])


def test_a_count_typed_as_text_is_read_and_named_by_p119(tmp_path: Path) -> None:
    rows = (("I.1", "Kitob berish", "Nusxa", 120, "1 850"), *KNOWN[1:])
    assert in_month(tmp_path, *rows) == [
        january("P119", "warning", "E4", "I.1", found="1 850", expected=1850)
    ]


def test_an_error_value_is_named_by_l107(tmp_path: Path) -> None:
    rows = (("I.1", "Kitob berish", "Nusxa", 120, "#REF!"), *KNOWN[1:])
    found = in_month(tmp_path, *rows)
    assert [(one.code, one.cell, one.found) for one in found] == [("L107", "E4", "#REF!")]


def test_m107_names_work_outside_the_schedule(tmp_path: Path) -> None:
    rows = (KNOWN[0], ("I.3", "Hamma ish", "Nusxa", 120, 7), *KNOWN[2:])
    assert in_month(tmp_path, *rows) == [january("M107", "warning", "E5", "I.3", found=7)]


@pytest.mark.parametrize("done", [0, "-", None])
def test_m107_is_silent_where_nothing_was_done_outside_the_schedule(
    tmp_path: Path, done: Value
) -> None:
    assert not in_month(tmp_path, KNOWN[0], ("I.3", "", "", 120, done), *KNOWN[2:])


def test_m107_is_silent_within_the_schedule(tmp_path: Path) -> None:
    rows = (KNOWN[0], ("I.3", "Hamma ish", "Nusxa", 120, 7), *KNOWN[2:])
    assert not [one for one in in_month(tmp_path, *rows, month=6) if one.code == "M107"]


def test_m109_names_a_unit_that_differs_from_the_plans(tmp_path: Path) -> None:
    rows = (("I.1", "Kitob berish", "Nafar", 120, 10), *KNOWN[1:])
    assert in_month(tmp_path, *rows) == [
        january("M109", "warning", "C4", "I.1", found="Nafar", expected="Nusxa")
    ]


@pytest.mark.parametrize("unit", ["nusxa", "Нусха", "экз.", "nusxalar", "Nusxa jami", None])
def test_m109_is_silent_on_every_spelling_of_the_unit(tmp_path: Path, unit: Value) -> None:
    assert not in_month(tmp_path, ("I.1", "Kitob berish", unit, 120, 10), *KNOWN[1:])


def test_m109_is_silent_where_the_plan_has_a_number_for_a_unit(tmp_path: Path) -> None:
    plan = plan_table(["I. XIZMAT", ("1.", "Kitob berish", 13252, 100, 120)])
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nafar", 120, 10)])
    assert not seen(saved(tmp_path, plan, oy=month), "M109")


def test_m113_names_the_second_row_of_an_item(tmp_path: Path) -> None:
    again = ("I.1", "Kitob berish", "Nusxa", 120, 5)
    (found,) = in_month(tmp_path, *KNOWN, again)
    assert (found.code, found.severity, found.cell) == ("M113", "error", "A8")
    assert (found.item, found.indicator, found.period) == ("I.1", None, "2026-01")
    assert {also[1] for also in found.also} == {"Yanvar"}


def test_m113_is_silent_on_the_rows_of_several_indicators(tmp_path: Path) -> None:
    rows = (*KNOWN[:2], ("I.4", "yangi", "Nafar", 8, 1), (None, "qayta", "Nafar", 9, 2))
    assert not [one for one in in_month(tmp_path, *rows, month=10) if one.code == "M113"]


def test_m114_names_a_yearly_plan_that_differs(tmp_path: Path) -> None:
    rows = (("I.1", "Kitob berish", "Nusxa", 100, 10), *KNOWN[1:])
    assert in_month(tmp_path, *rows) == [
        january("M114", "warning", "D4", "I.1", found=100, expected=120)
    ]


def test_m114_names_the_indicator(tmp_path: Path) -> None:
    rows = (*KNOWN[:3], ("I.4", "qayta", "Nafar", 8, None))
    assert in_month(tmp_path, *rows) == [
        january("M114", "warning", "D7", "I.4", found=8, expected=9, indicator="qayta")
    ]


OTHER_PLANS = (
    "I. XIZMAT",
    ("1.", "Kitob berish", "Nusxa", 100, "–"),
    ("2.", "Yozuv", "Nusxa", 100, "Unicat rejasidan oling"),
    ("3.", "Yozuv", "Nusxa", 1, "231 (Unicat rejasidan oling)"),
)


@pytest.mark.parametrize(("number", "target", "expected"), [("I.1", 5, "–"), ("I.3", 230, 231)])
def test_m114_expects_what_the_plan_says(
    tmp_path: Path, number: str, target: Value, expected: Found
) -> None:
    sheet = month_table(READERS, 1, [(number, "", "Nusxa", target, 1)])
    (found,) = seen(saved(tmp_path, plan_table(OTHER_PLANS), oy=sheet), "M114")
    assert (found.cell, found.found, found.expected) == ("D4", target, expected)


@pytest.mark.parametrize(
    ("number", "target"), [("I.1", "-"), ("I.2", 5), ("I.2", "-"), ("I.3", 231)]
)
def test_m114_is_silent_where_the_plan_says_so_or_is_open(
    tmp_path: Path, number: str, target: Value
) -> None:
    sheet = month_table(READERS, 1, [(number, "", "Nusxa", target, 1)])
    assert not seen(saved(tmp_path, plan_table(OTHER_PLANS), oy=sheet), "M114")


@pytest.mark.parametrize("target", [120, 120.0, None])
def test_m114_is_silent_on_the_plans_number_and_on_a_blank(tmp_path: Path, target: Value) -> None:
    assert not in_month(tmp_path, ("I.1", "Kitob berish", "Nusxa", target, 10), *KNOWN[1:])
