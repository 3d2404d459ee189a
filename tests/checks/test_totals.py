"""Parts against their total, and running sums against the months."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.findings import Found
from tests.small import (
    READERS,
    STOCK,
    Row,
    Seen,
    Value,
    month_table,
    month_tabs,
    plan_table,
    saved,
    seen,
)

ALL_YEAR = "2026-yil davomida"


def in_month(sheet: str, cell: str, item: str, found: Found, expected: Found) -> Seen:
    period = {"Yanvar": "2026-01", "Fevral": "2026-02", "Mart": "2026-03"}[sheet]
    code = "T101" if cell.startswith("E") else "T103"
    return Seen(
        code, "error", cell, item, found, expected, period=period, file="oy.xlsx", sheet=sheet
    )


def in_plan(folder: Path, *rows: Row) -> list[Seen]:
    return seen(saved(folder, plan_table(rows)))


def test_t101_names_the_total_in_fakt_and_in_reja(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "IV. FOND",
        ("7.", "Fondni to‘ldirish", "Nusxa jami", 100, 100),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", 70, 80),
        ("7.2.", "Sovg‘a", "Nusxa", 20, 30),
    )
    assert found == [
        Seen("T101", "error", "D5", "IV.7", found=100, expected=90),
        Seen("T101", "error", "E5", "IV.7", found=100, expected=110),
    ]


@pytest.mark.parametrize(
    ("total", "first", "second", "found"),
    [
        ("-", 70, 20, [Seen("T101", "error", "E5", "IV.7", found="-", expected=90)]),
        ("-", 70, "-", [Seen("T101", "error", "E5", "IV.7", found="-", expected=70)]),
        ("-", 0, "-", []),
        ("-", "-", "-", []),
    ],
)
def test_t101_names_a_total_said_to_be_none_above_parts_that_are_some(
    tmp_path: Path, total: Value, first: Value, second: Value, found: list[Seen]
) -> None:
    assert found == in_plan(
        tmp_path,
        "IV. FOND",
        ("7.", "Fondni to‘ldirish", "Nusxa jami", "-", total),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", "-", first),
        ("7.2.", "Sovg‘a", "Nusxa", "-", second),
    )


LISTED = "{}:\n- yangi;\n- qayta"


def listed(total: Value, first: Value, second: Value) -> tuple[Row, ...]:
    """A total of two named indicators, and two parts that name the same; fakt and reja alike."""
    return (
        "IV. FOND",
        ("7.", LISTED.format("Kitobxonlar"), "Nafar", total, total),
        "Shundan,",
        ("7.1.", LISTED.format("Bolalar"), "Nafar", first, first),
        ("7.2.", LISTED.format("Kattalar"), "Nafar", second, second),
    )


def test_t101_names_the_indicator_whose_parts_differ(tmp_path: Path) -> None:
    assert in_plan(tmp_path, *listed("10\n20", "4\n20", "5\n0")) == [
        Seen("T101", "error", "D5", "IV.7", 10, 9, "yangi"),
        Seen("T101", "error", "E5", "IV.7", 10, 9, "yangi"),
    ]


def test_t101_is_silent_where_the_parts_of_each_indicator_add_up(tmp_path: Path) -> None:
    assert not in_plan(tmp_path, *listed("10\n20", "4\n15", "6\n5"))


def test_t101_holds_pairs_against_pairs(tmp_path: Path) -> None:
    rows: list[Row] = [
        "IV. FOND",
        ("7.", "Raqamlash", "Sahifa", "10/100", "10/100"),
        "Shundan,",
        ("7.1.", "Kitob", "Sahifa", "4/50", "4/50"),
        ("7.2.", "Gazeta", "Sahifa", "5/50", "6/50"),
    ]
    assert in_plan(tmp_path, *rows) == [Seen("T101", "error", "D5", "IV.7", 10, 9, "a")]


def test_t101_takes_a_number_in_the_unit_cell_for_no_unit(tmp_path: Path) -> None:
    rows: list[Row] = [
        "IV. FOND",
        ("7.", "Kitobxonlar", 13252, 10, 10),
        "Shundan,",
        ("7.1.", "Bolalar", "Nafar", 4, 4),
        ("7.2.", "Kattalar", "Kishi", 5, 6),
    ]
    found = [one for one in in_plan(tmp_path, *rows) if one.code == "T101"]
    assert found == [Seen("T101", "error", "D5", "IV.7", 10, 9)]


def test_t101_names_the_indicator_in_a_month(tmp_path: Path) -> None:
    names = ("yangi", "qayta")
    rows = [
        (code, name, "Nafar", None, value)
        for code, values in (("IV.7", (10, 20)), ("IV.7.1", (4, 15)), ("IV.7.2", (6, 4)))
        for name, value in zip(names, values, strict=True)
    ]
    folder = saved(
        tmp_path,
        plan_table(listed("10\n20", "4\n15", "6\n5")),
        oy=month_table(READERS, 1, rows),
    )
    (found,) = seen(folder, "T101")
    assert (found.cell, found.sheet, found.indicator) == ("E5", "Yanvar", "qayta")
    assert (found.found, found.expected, found.period) == (20, 19, "2026-01")


def test_t101_judges_the_parts_that_are_there_beside_blank_ones(tmp_path: Path) -> None:
    found = in_plan(
        tmp_path,
        "IV. FOND",
        ("7.", "Fondni to‘ldirish", "Nusxa", 100, 100),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", 70, 70),
        ("7.2.", "Sovg‘a", "Nusxa", None, 30),
    )
    assert [one for one in found if one.code == "T101"] == [
        Seen("T101", "error", "D5", "IV.7", found=100, expected=70)
    ]


@pytest.mark.parametrize(
    ("total", "bought", "given"),
    [(100, 70, 30), (100, 100, "-"), (100, 100, 0), (100, None, None), (None, None, 30)],
)
def test_t101_is_silent_where_parts_give_the_total_or_cannot_be_judged(
    tmp_path: Path, total: Value, bought: Value, given: Value
) -> None:
    found = in_plan(
        tmp_path,
        "IV. FOND",
        ("7.", "Fondni to‘ldirish", "Nusxa", total, 100),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", bought, 70),
        ("7.2.", "Sovg‘a", "Nusxa", given, 30),
    )
    assert "T101" not in {one.code for one in found}


def test_t101_is_silent_on_numbers_below_one_another_that_are_no_parts(tmp_path: Path) -> None:
    assert not in_plan(
        tmp_path,
        "V. KADRLAR",
        ("26.", "Malaka oshirish", "Tadbir", 1, 1),
        ("26.1", "Huquq kursi", "xodim", 3, 3),
        ("26.2", "Onlayn test", "xodim", 9, 9),
    )


FOND = (
    "IV. FOND",
    ("7.", "Fondni to‘ldirish", "Nusxa", 100, 100),
    "Shundan,",
    ("7.1.", "Xarid", "Nusxa", 70, 70),
    ("7.2.", "Sovg‘a", "Nusxa", 30, 30),
)


def test_t101_names_the_total_in_a_month(tmp_path: Path) -> None:
    month = month_table(
        READERS,
        1,
        [
            ("IV.7", "Fondni to‘ldirish", "Nusxa", 100, 9),
            ("IV.7.1", "Xarid", "Nusxa", 70, 6),
            ("IV.7.2", "Sovg‘a", "Nusxa", 30, 4),
        ],
    )
    assert seen(saved(tmp_path, plan_table(FOND), oy=month)) == [
        in_month("Yanvar", "E4", "IV.7", 9, 10)
    ]


def test_t101_is_silent_on_a_month_that_adds_up(tmp_path: Path) -> None:
    month = month_table(
        READERS,
        1,
        [
            ("IV.7", "Fondni to‘ldirish", "Nusxa", 100, 10),
            ("IV.7.1", "Xarid", "Nusxa", 70, 6),
            ("IV.7.2", "Sovg‘a", "Nusxa", 30, 4),
        ],
    )
    assert not seen(saved(tmp_path, plan_table(FOND), oy=month))


SHARED: tuple[Row, ...] = (
    "IV. FOND",
    ("7.", "Fondni to‘ldirish", "Nusxa", 100, 100, "Hisob", ALL_YEAR, READERS),
    "Shundan,",
    ("7.1.", "Xarid", "Nusxa", 70, 70, "Hisob", ALL_YEAR, READERS),
    ("7.2.", "Sovg‘a", "Nusxa", 30, 30, "Hisob", ALL_YEAR, STOCK),
)


def parts_of_two_services(folder: Path, total: Value, bought: Value, given: Value) -> list[Seen]:
    """The total and its first part in one service's sheet, the second in another's."""
    own = [("IV.7", "Fondni to‘ldirish", "Nusxa", 100, total), ("IV.7.1", "", "", 70, bought)]
    other = [("IV.7.2", "Sovg‘a", "Nusxa", 30, given)]
    saved(
        folder,
        plan_table(SHARED),
        oy=month_table(READERS, 1, own),
        fond=month_table(STOCK, 1, other),
    )
    return seen(folder, "T101")


def test_t101_adds_the_parts_that_other_services_report(tmp_path: Path) -> None:
    assert parts_of_two_services(tmp_path, 5, 5, 7) == [in_month("Yanvar", "E4", "IV.7", 5, 12)]


@pytest.mark.parametrize(("total", "bought", "given"), [(12, 5, 7), (5, 5, "-"), (5, 5, None)])
def test_t101_is_silent_where_the_services_together_give_the_total(
    tmp_path: Path, total: Value, bought: Value, given: Value
) -> None:
    assert not parts_of_two_services(tmp_path, total, bought, given)


LOANS = ("IV. XIZMAT", ("14.", "Kitob berish", "Nusxa", 100, 120))


def loans(*months: tuple[int, Value, Value]) -> dict[int, list[tuple[Value, ...]]]:
    """Sheets of one row each: (month, Bajarildi, Yil boshidan)."""
    return {
        month: [("IV.14", "Kitob berish", "Nusxa", 120, done, to_date)]
        for month, done, to_date in months
    }


def test_t103_names_a_running_sum_that_differs_from_the_months(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((1, 10, 10), (2, 5, 14)))
    assert seen(saved(tmp_path, plan_table(LOANS), oy=months)) == [
        in_month("Fevral", "F4", "IV.14", 14, 15)
    ]


@pytest.mark.parametrize("to_date", [15, None])
def test_t103_is_silent_on_the_right_sum_and_on_a_blank_one(tmp_path: Path, to_date: Value) -> None:
    months = month_tabs(READERS, loans((1, 10, 10), (2, 5, to_date)))
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=months))


def test_t103_is_silent_where_a_month_is_missing(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((2, 5, 14)))
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=months), "T103")


def test_t103_counts_a_dash_and_a_zero_as_months_that_have_answered(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((1, "-", None), (2, 0, 0), (3, 5, 6)))
    assert seen(saved(tmp_path, plan_table(LOANS), oy=months)) == [
        in_month("Mart", "F4", "IV.14", 6, 5)
    ]


def test_t103_takes_the_services_own_months_only(tmp_path: Path) -> None:
    plan = plan_table(
        [
            "IV. XIZMAT",
            ("14.", "Kitob berish", "Nusxa", 100, 120, "Hisob", ALL_YEAR, "Barcha xizmatlar"),
            ("15.", "Ish", "Nusxa", 1, 12),
            ("16.", "Ish", "Nusxa", 1, 12, "Hisob", ALL_YEAR, "Fond xizmati"),
        ]
    )
    others = {1: [("IV.16", "Ish", "Nusxa", 12, 1), ("IV.14", "", "", 120, 40, 40)]}
    own = {1: [("IV.15", "Ish", "Nusxa", 12, 1), ("IV.14", "", "", 120, 10, 10)]}
    saved(tmp_path, plan, a=month_tabs("Fond xizmati", others), b=month_tabs(READERS, own))
    assert not seen(tmp_path)


LEVELS = ("Band", "Ko‘rsatkich", "O‘lchov birligi", "Jamlash usuli")


def by_method(folder: Path, method: str, *months: tuple[int, Value, Value]) -> list[Seen]:
    plan = plan_table(LOANS)
    sheet = plan.create_sheet("Ko‘rsatkichlar")
    sheet.append(LEVELS)
    sheet.append(["IV.14", None, None, method])
    saved(folder, plan, oy=month_tabs(READERS, loans(*months)))
    return seen(folder, "T103")


@pytest.mark.parametrize(
    ("method", "to_date"), [("oxirgi qiymat", 13), ("o‘rtacha", 12), ("yig‘indi", 37)]
)
def test_t103_is_silent_on_what_the_method_gives(tmp_path: Path, method: str, to_date: int) -> None:
    assert not by_method(tmp_path, method, (1, 12, None), (2, 12, None), (3, 13, to_date))


@pytest.mark.parametrize(("method", "expected"), [("oxirgi qiymat", 13), ("yig‘indi", 37)])
def test_t103_names_what_the_method_does_not_give(
    tmp_path: Path, method: str, expected: int
) -> None:
    found = by_method(tmp_path, method, (1, 12, None), (2, 12, None), (3, 13, 25))
    assert found == [in_month("Mart", "F4", "IV.14", 25, expected)]


@pytest.mark.parametrize("to_date", [12.5, "12,5", 37.5 / 3, 13])
def test_t103_and_m106_are_silent_on_a_mean_with_decimals(tmp_path: Path, to_date: Value) -> None:
    assert not by_method(tmp_path, "o‘rtacha", (1, 12, 12), (2, 13, to_date))
    assert not seen(tmp_path, "M106")


def test_t103_names_a_mean_that_the_months_do_not_give(tmp_path: Path) -> None:
    found = by_method(tmp_path, "o‘rtacha", (1, 12, 12), (2, 12, 12.0), (3, 13, 12.3))
    assert found == [in_month("Mart", "F4", "IV.14", "12.3", "12.33")]


@pytest.mark.parametrize(("method", "to_date"), [("yig‘indi", 12.5), ("o‘rtacha", "12 nusxa")])
def test_m106_names_decimals_of_a_sum_and_words_beside_a_mean(
    tmp_path: Path, method: str, to_date: Value
) -> None:
    assert not by_method(tmp_path, method, (1, 12, to_date))
    assert [one.cell for one in seen(tmp_path, "M106")] == ["F4"]
