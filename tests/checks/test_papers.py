"""S102: a paper that would be written still waits for a month that is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.small import READERS, STOCK, Seen, Value, month_tabs, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
QUARTERLY = "Hisobotni har chorakda viloyat AKMga taqdim etish"
OWED = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120, QUARTERLY, ALL_YEAR))
OF_TWO = (
    "I. XIZMAT",
    ("1.", "Kitob berish", "Nusxa", 100, 120, QUARTERLY, ALL_YEAR, f"{READERS}\n{STOCK}"),
)


def loans(*months: int, done: Value = 10) -> dict[int, list[tuple[Value, ...]]]:
    return {month: [("I.1", "Kitob berish", "Nusxa", 120, done)] for month in months}


def incomplete(period: str) -> Seen:
    return Seen("S102", "warning", None, period=period, file=None, sheet=None)


def test_s102_names_a_paper_with_a_month_missing(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2)))
    assert seen(tmp_path, today=date(2026, 4, 5)) == [incomplete("2026-Q1")]


def test_s102_is_silent_once_every_month_has_answered(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2, 3)))
    assert not seen(tmp_path, today=date(2026, 4, 5))


def test_s102_is_silent_while_the_month_is_not_over(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2)))
    assert not seen(tmp_path, today=date(2026, 3, 20))


def test_s102_names_each_paper_once_whatever_it_waits_for(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 4)))
    found = seen(tmp_path, "S102", today=date(2026, 7, 5))
    assert found == [incomplete("2026-Q1"), incomplete("2026-Q2")]


def test_s102_waits_for_every_service_that_answers(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OF_TWO), oy=month_tabs(READERS, loans(1, 2, 3)))
    assert seen(tmp_path, today=date(2026, 4, 5)) == [incomplete("2026-Q1")]


def test_s102_is_silent_once_every_service_has_answered(tmp_path: Path) -> None:
    first, second = (month_tabs(service, loans(1, 2, 3)) for service in (READERS, STOCK))
    saved(tmp_path, plan_table(OF_TWO), a=first, b=second)
    assert not seen(tmp_path, today=date(2026, 4, 5))


def test_s102_is_silent_on_a_period_of_which_no_paper_would_be_written(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2, 3)))
    assert not seen(tmp_path, today=date(2026, 10, 5))


def test_s102_is_silent_where_nothing_is_owed(tmp_path: Path) -> None:
    own = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120, "Hisob yuritish", ALL_YEAR))
    saved(tmp_path, plan_table(own), oy=month_tabs(READERS, loans(1, 2)))
    assert not seen(tmp_path, today=date(2026, 4, 5))


def test_without_any_month_sheet_there_is_neither_m101_nor_s102(tmp_path: Path) -> None:
    assert not seen(saved(tmp_path, plan_table(OWED)), today=date(2026, 12, 31))


def test_a_quarter_that_answers_in_zeros_is_a_paper_too(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2, done=0)))
    assert seen(tmp_path, today=date(2026, 4, 5)) == [incomplete("2026-Q1")]


def test_a_quarter_that_answers_in_dashes_only_is_no_paper(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(OWED), oy=month_tabs(READERS, loans(1, 2, done="-")))
    assert not seen(tmp_path, today=date(2026, 4, 5))
