"""A period's words: every spelling is one period, and what is none is said to be none."""

from __future__ import annotations

import pytest

from akmplan.words.periods import read_period

SPELLINGS = {
    "2026-03": ("2026-03", "mart", "mart oyi", "2026-yil mart", "03.2026", "Март 2026 г.", "3-oy"),
    "2026-12": ("12-oy", "dekabr", "12"),
    "2026-Q1": ("I chorak", "1-chorak", "Q1", "1Q", "q1", "2026 Q1", "I квартал", "yanvar–mart"),
    "2026-Q3": ("III чорак", "Ш чорак", "uchinchi chorak", "2026-yilning III choragi"),
    "2026-H1": (
        "H1", "I yarim yillik", "yarim yillik", "yarim yil", "6 oy", "6 oylik", "6-oylik",
        "olti oylik", "yilning birinchi yarmi", "yanvar-iyun", "2026-yil yanvar–iyun",
        "6 ойлик", "I полугодие", "6 месяцев",
    ),
    "2026-H2": (
        "H2", "II yarim yillik", "2-yarim yil", "П ярим йиллик", "второе полугодие", "iyul-dekabr",
    ),
    "2026-M9": (
        "M9", "9 oy", "9 oylik", "9-oylik", "to‘qqiz oylik", "2026-yil 9 oyi", "yanvar–sentabr",
        "uch chorak", "9 ойлик", "9 месяцев",
    ),
    "2026": (
        "2026", "2026-yil", "yil", "yillik", "12 oylik", "12-oylik", "yanvar-dekabr",
        "yil yakunlari bo‘yicha", "yil davomida", "йиллик", "за год", "год",
    ),
    "2025": ("2025", "2025-yil", "2025-yil 12 oylik", "2025-yil yakuni"),
    "2025-03": ("2025-yil mart", "03.2025", "Март 2025 г."),
    "2025-Q1": ("2025-Q1", "2025-yil I chorak", "Q1 2025", "2025 1Q"),
    "2025-H1": ("2025-yil I yarim yillik", "2025-yil yanvar-iyun"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code"), [(typed, code) for code, all_ in SPELLINGS.items() for typed in all_]
)
def test_a_period_is_read_in_each_of_its_spellings(typed: str, code: str) -> None:
    period = read_period(typed, 2026)
    assert period is not None
    assert period.code == code


@pytest.mark.parametrize(
    "typed",
    [
        "", "bahorda", "yil bahorida", "2026-13", "2026-Q5", "Q5", "har yarim yil", "I–II chorak",
        "yanvar-fevral", "2025-2026-yil", "uchinchi yarim yillik", "har chorak",
    ],
)  # fmt: skip
def test_what_names_no_period_is_none(typed: str) -> None:
    assert read_period(typed, 2026) is None
