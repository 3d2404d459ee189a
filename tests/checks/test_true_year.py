"""A year in which nothing is wrong gives no finding at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.small import READERS, STOCK, Value, month_tabs, plan_table, saved, seen

ALL_YEAR = "2026-yil davomida"
TO_REGION = "1. Hisobini yuritish;\n2. Har chorakda viloyat AKM ga taqdim etish"
BOTH = f"{READERS}\n{STOCK}"
PLAN = [
    "I. QARORLAR IJROSI",
    ("1.", "Qaror ijrosi", "Hujjat", 4, 4, "Milliy kutubxonaga taqdim etish", ALL_YEAR, READERS),
    ("2.", "Tizimga ulash", "Dona", 1, 1, "Ulash", "2026-yil yanvar, fevral", STOCK),
    "IV. ASOSIY FAOLIYAT",
    ("7.", "Fondni to‘ldirish", "Nusxa jami", 100, 120, "Hisobga olish", ALL_YEAR, STOCK),
    "Shundan,",
    ("7.1.", "Majburiy nusxa", "Nusxa", None, None, "Yig‘ish", ALL_YEAR, STOCK),
    ("7.2.", "Xarid", "Nusxa", 100, 120, "Shartnoma", ALL_YEAR, STOCK),
    ("12.", "Ro‘yxatga olish:\n- yangi;\n- qayta", "Nafar", "20\n40", "24\n48", TO_REGION, ALL_YEAR,
     READERS),
    ("13.", "Ko‘rgazma", "Tadbir", 12, 24, "Bajarish", "2026-yil I–II chorak", BOTH),
    ("14.", "Raqamlashtirish", "Sahifa", "12/240", "12/360", "Skanerlash", ALL_YEAR, STOCK),
]  # fmt: skip

Rows = list[tuple[Value, ...]]


def readers(month: int) -> Rows:
    spring = 2 if month <= 6 else None
    return [
        ("I.1", "Qaror ijrosi", "Hujjat", 4, 1 if month % 3 == 0 else None, month // 3 or None),
        ("IV.12", "yangi", "Nafar", 24, 2, 2 * month),
        (None, "qayta", "Nafar", 48, 4, 4 * month),
        ("IV.13", "Ko‘rgazma", "Tadbir", 24, spring, 2 * min(month, 6)),
    ]


def stock(month: int) -> Rows:
    return [
        ("I.2", "Tizimga ulash", "Dona", 1, 1 if month == 2 else None, 1 if month > 1 else None),
        ("IV.7", "Fondni to‘ldirish", "Nusxa", 120, 10, 10 * month),
        ("IV.7.1", "Majburiy nusxa", "Nusxa", None, "-", None),
        ("IV.7.2", "Xarid", "Nusxa", 120, 10, 10 * month),
        ("IV.13", "Ko‘rgazma", "Tadbir", 24, 0 if month <= 6 else None, 0),
        ("IV.14", "Raqamlashtirish", "Sahifa", "12/360", "1/30", f"{month}/{30 * month}"),
    ]


def test_a_true_year_gives_no_finding(tmp_path: Path) -> None:
    months = range(1, 13)
    first = month_tabs(READERS, {month: readers(month) for month in months})
    second = month_tabs(STOCK, {month: stock(month) for month in months})
    saved(tmp_path, plan_table(PLAN), abonement=first, fond=second)
    assert not seen(tmp_path, today=date(2026, 12, 31))
    assert not seen(tmp_path, today=date(2027, 1, 5))


def test_a_year_that_is_true_so_far_gives_no_finding(tmp_path: Path) -> None:
    first = month_tabs(READERS, {month: readers(month) for month in range(1, 6)})
    second = month_tabs(STOCK, {month: stock(month) for month in range(1, 6)})
    saved(tmp_path, plan_table(PLAN), abonement=first, fond=second)
    assert not seen(tmp_path, today=date(2026, 6, 2))
