"""When an item is due: asked of twelve sheets in which it stands blank."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import READERS, Row, Value, month_tabs, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
EVERY_MONTH = tuple(range(1, 13))
QUARTERS, HALVES, DECEMBER = (3, 6, 9, 12), (6, 12), (12,)
TO_REGION = "Ma’lumotni viloyat AKMga {} taqdim etish"

# unit, reja, mechanism, deadline: the months in which a blank is asked for
DUE = [
    ("Nusxa", 120, "", ALL_YEAR, EVERY_MONTH),
    ("Nusxa", None, "", ALL_YEAR, EVERY_MONTH),
    ("Nusxa", 4, "", ALL_YEAR, EVERY_MONTH),
    ("Nusxa", 120, "", "2026-yil har chorakda", QUARTERS),
    ("Hujjat", 4, "", ALL_YEAR, QUARTERS),
    ("Hujjat", 2, "", ALL_YEAR, HALVES),
    ("Hujjat", 12, "", ALL_YEAR, EVERY_MONTH),
    ("Hujjat", 7, "", ALL_YEAR, EVERY_MONTH),
    ("Hujjat", 4, "", "2026-yilda ikki marotaba", HALVES),
    ("Hujjat", 4, "", "2026-yilning har oyida", EVERY_MONTH),
    ("Ro‘yxat", 1, "", ALL_YEAR, DECEMBER),
    ("Ro‘yxat", 1, "", "2026-yil I–II chorak", (6,)),
    ("Hujjat", 1, "", "2026-yil yanvar, fevral", (2,)),
    ("Tadbir", 1, TO_REGION.format(""), "2026-yil II chorak", (6,)),
    ("Tadbir", 6, "", "2026-yil II chorak", (4, 5, 6)),
    ("Tadbir", 1, TO_REGION.format("har oyda"), ALL_YEAR, EVERY_MONTH),
    ("Tadbir", 1, TO_REGION.format("har chorakda"), ALL_YEAR, QUARTERS),
    ("Nusxa", 120, TO_REGION.format("har chorakda"), ALL_YEAR, EVERY_MONTH),
    ("Tadbir", 4, "", "2026-yil I–III chorak", tuple(range(1, 10))),
]


def asked_for(folder: Path, row: Row, done: dict[int, Value]) -> list[int]:
    """The months in which I.1 is named as blank; I.2 has figures in every month."""
    other = ("2.", "Qatnov", "Nafar", 100, 120)
    sheets = {
        month: [("I.1", "Ish", "", None, done.get(month)), ("I.2", "Qatnov", "", None, 5)]
        for month in EVERY_MONTH
    }
    plan = plan_table(["I. XIZMAT", row, other])
    found = seen(saved(folder, plan, oy=month_tabs(READERS, sheets)), "M102")
    assert {(one.item, one.file) for one in found} <= {("I.1", "oy.xlsx")}
    return [int(str(one.period)[-2:]) for one in found]


@pytest.mark.parametrize(("unit", "reja", "mechanism", "schedule", "months"), DUE)
def test_a_blank_is_asked_for_in_the_months_in_which_it_is_due(
    tmp_path: Path,
    unit: str,
    reja: Value,
    mechanism: str,
    schedule: str,
    months: tuple[int, ...],
) -> None:
    row = ("1.", "Ish", unit, None, reja, mechanism or None, schedule)
    assert asked_for(tmp_path, row, {}) == list(months)


@pytest.mark.parametrize("answer", [1, 0, "-"])
def test_an_entry_in_any_month_of_the_span_answers(tmp_path: Path, answer: Value) -> None:
    row = ("1.", "Ish", "Hujjat", None, 4, None, ALL_YEAR)
    assert asked_for(tmp_path, row, {2: answer, 6: answer, 7: answer}) == [12]


def test_an_entry_of_another_span_does_not_answer(tmp_path: Path) -> None:
    row = ("1.", "Ish", "Hujjat", None, 4, None, ALL_YEAR)
    assert asked_for(tmp_path, row, {4: 1}) == [3, 9, 12]


def test_of_several_posts_one_answer_is_enough(tmp_path: Path) -> None:
    posts = "Direktor, Kadrlar bo‘yicha inspektor"
    plan = plan_table(
        [
            "I. KADRLAR",
            ("1.", "Jadval", "Dona", 10, 12, "Tuzish", ALL_YEAR, posts),
            ("2.", "Buyruq", "Dona", 10, 12, "Tuzish", ALL_YEAR, posts),
        ]
    )
    director = month_tabs("AKM rahbari", {1: [("I.1", "", "", 12, 1), ("I.2", "", "", 12, None)]})
    inspector = month_tabs(
        "Kadrlar bo‘yicha inspektor", {1: [("I.1", "", "", 12, None), ("I.2", "", "", 12, 0)]}
    )
    assert not seen(saved(tmp_path, plan, direktor=director, kadrlar=inspector))


def test_a_post_is_expected_only_once_it_has_handed_in_a_sheet(tmp_path: Path) -> None:
    plan = plan_table(
        [
            "I. KADRLAR",
            ("1.", "Jadval", "Dona", 10, 12, TO_REGION.format("har oyda"), ALL_YEAR,
             f"AKM rahbari\n{READERS}"),
        ]
    )  # fmt: skip
    months = month_tabs(READERS, {month: [("I.1", "", "", 12, 1)] for month in range(1, 10)})
    assert not seen(saved(tmp_path, plan, oy=months))
