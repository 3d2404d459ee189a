"""The monthly sheets as a set: which is missing, doubled, or whose it is."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import ANY

import pytest

from akmplan.figures import Ledger
from akmplan.loading import load_year
from akmplan.model import Period, Span
from tests.small import READERS, Seen, Value, month_table, month_tabs, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
LOANS = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120))
IN_SPRING = ("I. XIZMAT", ("1.", "Tadbir", "Tadbir", 4, 6, "Bajarish", "2026-yil II chorak"))
NAMED = (
    "I. XIZMAT",
    ("1.", "Kitobxonlar:\n- yangi;\n- qayta;\n- mehmon", "Nafar", "5\n6\n7", "8\n9\n10"),
)


def loans(*months: tuple[int, Value]) -> dict[int, list[tuple[Value, ...]]]:
    """Sheets of one row each: (month, Bajarildi)."""
    return {month: [("I.1", "Kitob berish", "Nusxa", 120, done)] for month, done in months}


def test_m101_names_a_month_without_a_sheet_before_a_filled_one(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((1, 10), (3, 8)))
    assert seen(saved(tmp_path, plan_table(LOANS), oy=months)) == [
        Seen("M101", "error", None, period="2026-02", file=None, sheet=None)
    ]


def test_m101_names_the_empty_tab(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((1, 10), (2, None), (3, 8)))
    assert seen(saved(tmp_path, plan_table(LOANS), oy=months)) == [
        Seen("M101", "error", None, period="2026-02", file="oy.xlsx", sheet="Fevral")
    ]


def test_m101_is_silent_on_a_last_month_that_is_not_yet_filled(tmp_path: Path) -> None:
    months = month_tabs(READERS, loans((1, 10), (2, 8), (3, None)))
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=months))


def test_m101_is_silent_where_nothing_was_due(tmp_path: Path) -> None:
    months = month_table(READERS, 4, [("I.1", "Tadbir", "Tadbir", 6, 2)])
    assert not seen(saved(tmp_path, plan_table(IN_SPRING), oy=months))


def test_m101_is_silent_where_another_month_of_the_span_has_answered(tmp_path: Path) -> None:
    plan = ("I. XIZMAT", ("1.", "Hisobot", "Hujjat", 4, 4))
    months = month_tabs(READERS, {2: [("I.1", "", "", 4, 1)], 4: [("I.1", "", "", 4, 1)]})
    assert not seen(saved(tmp_path, plan_table(plan), oy=months))


@pytest.mark.parametrize(("item", "done"), [("I.2", 5), ("I.2", 0)])
def test_m102_names_a_blank_in_a_sheet_that_has_figures(
    tmp_path: Path, item: str, done: Value
) -> None:
    plan = (*LOANS, ("2.", "Qatnov", "Nafar", 100, 120))
    rows = [("I.1", "Kitob berish", "Nusxa", 120, None), (item, "Qatnov", "Nafar", 120, done)]
    assert seen(saved(tmp_path, plan_table(plan), oy=month_table(READERS, 1, rows))) == [
        Seen("M102", "warning", "E4", "I.1", period="2026-01", file="oy.xlsx", sheet="Yanvar")
    ]


@pytest.mark.parametrize("answer", [0, "-", 3])
def test_m102_is_silent_on_every_answer(tmp_path: Path, answer: Value) -> None:
    plan = (*LOANS, ("2.", "Qatnov", "Nafar", 100, 120))
    rows = [("I.1", "Kitob berish", "Nusxa", 120, answer), ("I.2", "Qatnov", "Nafar", 120, 5)]
    assert not seen(saved(tmp_path, plan_table(plan), oy=month_table(READERS, 1, rows)))


def test_m102_is_silent_in_a_sheet_without_any_entry(tmp_path: Path) -> None:
    assert not seen(
        saved(tmp_path, plan_table(LOANS), oy=month_tabs(READERS, loans((1, 10), (2, None))))
    )


@pytest.mark.parametrize(
    "blank",
    [
        ("I.1", "qayta", "Nafar", 9, None),
        (None, "qayta", "Nafar", 9, None),
        (None, "qayta", None, 9, None),
        (None, "qayta"),
    ],
)
def test_m102_names_the_indicator(tmp_path: Path, blank: tuple[Value, ...]) -> None:
    rows = [("I.1", "yangi", "Nafar", 8, 1), blank, (None, "mehmon", "Nafar", 10, 0)]
    month = month_table(READERS, 1, rows)
    assert seen(saved(tmp_path, plan_table(NAMED), oy=month)) == [
        Seen(
            "M102", "warning", "E5", "I.1", indicator="qayta", period="2026-01",
            file="oy.xlsx", sheet="Yanvar",
        )
    ]  # fmt: skip


def test_m105_names_the_second_sheet_of_a_month_at_its_month(tmp_path: Path) -> None:
    first, second = (month_tabs(READERS, loans((1, done))) for done in (10, 20))
    assert seen(saved(tmp_path, plan_table(LOANS), a=first, b=second)) == [
        Seen(
            "M105", "error", "B2", period="2026-01", found=ANY, also=ANY,
            file="b.xlsx", sheet="Yanvar",
        )
    ]  # fmt: skip


def test_m105_names_a_byte_identical_copy_too(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(LOANS), a=month_tabs(READERS, loans((1, 10))))
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert [(one.code, one.file) for one in seen(tmp_path)] == [("M105", "b.xlsx")]


def test_m105_leaves_the_first_file_by_name_in_use(tmp_path: Path) -> None:
    first, second = (month_tabs(READERS, loans((1, done))) for done in (10, 20))
    saved(tmp_path, plan_table(LOANS), b=second, a=first)
    year = load_year(tmp_path, None, 2026)
    assert year.plan
    item = year.plan.items[0]
    figure = Ledger(year, year.plan).figure(item, item.indicators[0], Period(2026, Span.MONTH, 1))
    assert figure.value == 10


def test_m105_is_silent_where_one_of_two_sheets_is_empty(tmp_path: Path) -> None:
    first, second = (month_tabs(READERS, loans((1, done))) for done in (None, 20))
    assert not seen(saved(tmp_path, plan_table(LOANS), a=first, b=second))


def test_m105_is_silent_on_one_month_of_two_services(tmp_path: Path) -> None:
    plan = plan_table(
        [
            "I. XIZMAT",
            ("1.", "Ish", "Nusxa", 1, 120, "", ALL_YEAR, "Barcha xizmatlar"),
            ("2.", "Ish", "Nusxa", 1, 120, "", ALL_YEAR, f"{READERS}\nFond xizmati"),
        ]
    )
    rows = [("I.1", "Ish", "Nusxa", 120, 1), ("I.2", "Ish", "Nusxa", 120, 1)]
    first, second = (month_table(service, 1, rows) for service in (READERS, "Fond xizmati"))
    assert not seen(saved(tmp_path, plan, a=first, b=second))


def test_m111_names_an_item_that_has_no_row_in_its_services_sheets(tmp_path: Path) -> None:
    plan = (*LOANS, ("2.", "Qatnov", "Nafar", 100, 120))
    months = month_tabs(READERS, loans((1, 10), (2, 11)))
    assert seen(saved(tmp_path, plan_table(plan), oy=months)) == [
        Seen("M111", "warning", ANY, "I.2", file="oy.xlsx", sheet=ANY)
    ]


def test_m111_names_a_service_and_item_once_whatever_indicators_lack_a_row(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "yangi", "Nafar", 8, 1)])
    found = seen(saved(tmp_path, plan_table(NAMED), oy=month), "M111")
    assert [(one.code, one.item) for one in found] == [("M111", "I.1")]


def test_m111_is_silent_where_one_of_the_sheets_has_the_row(tmp_path: Path) -> None:
    plan = (*LOANS, ("2.", "Qatnov", "Nafar", 100, 120))
    rows = [("I.1", "", "", 120, 10), ("I.2", "", "", 120, 7)]
    months = month_tabs(READERS, {**loans((2, 11)), 1: rows})
    assert not seen(saved(tmp_path, plan_table(plan), oy=months), "M111")


def test_m111_is_silent_on_a_service_that_has_sent_nothing(tmp_path: Path) -> None:
    plan = (*LOANS, ("2.", "Ish", "Nusxa", 1, 120, "", ALL_YEAR, "Fond xizmati"))
    months = month_tabs(READERS, loans((1, 10)))
    assert not seen(saved(tmp_path, plan_table(plan), oy=months))


def test_m112_names_a_service_that_the_plan_does_not_have(tmp_path: Path) -> None:
    month = month_tabs("Qo‘riqlash xizmati", loans((1, 10)))
    assert seen(saved(tmp_path, plan_table(LOANS), oy=month)) == [
        Seen(
            "M112", "error", "B1", found="Qo‘riqlash xizmati", period=ANY,
            file="oy.xlsx", sheet="Yanvar",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati",
        "ABONEMENT BO'LIMI",
        "Абонемент ва фойдаланувчиларга хизмат кўрсатиш бўлими",
    ],
)
def test_m112_is_silent_on_every_spelling_of_a_service(tmp_path: Path, name: str) -> None:
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=month_tabs(name, loans((1, 10)))))
