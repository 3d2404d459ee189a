"""What can be typed, and the one spelling that it is understood as."""

from __future__ import annotations

import pytest

from akmplan.rule_language import Column, written
from tests.rule_language.figures import rule


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("IV.7 = IV.7.1 + IV.7.2 + IV.7.3", "IV.7 = IV.7.1 + IV.7.2 + IV.7.3"),
        ("IV.12.yangi + IV.12.qayta <= IV.13", "IV.12.yangi + IV.12.qayta ≤ IV.13"),
        ("IV.7. = IV.7.1. + IV.7.2.", "IV.7 = IV.7.1 + IV.7.2"),
        ("IV.7=IV.7.1+IV.7.2-1;", "IV.7 = IV.7.1 + IV.7.2 - 1"),
        ("IV.7 – IV.8 — IV.9 − 1 > 0", "IV.7 - IV.8 - IV.9 - 1 > 0"),
        ("IV.7 * 2 × 3 / 4 ÷ 5 = 1", "IV.7 × 2 × 3 / 4 / 5 = 1"),
        ("(IV.7 + 1) * 2 = ((IV.8))", "(IV.7 + 1) × 2 = IV.8"),
        ("IV.7 + (IV.8 + 1) = (IV.9 * 2) - 1", "IV.7 + (IV.8 + 1) = IV.9 × 2 - 1"),
        ("-IV.7 + -5 = --IV.8", "-IV.7 + -5 = --IV.8"),
        ("IV.7 = 1 850", "IV.7 = 1850"),
        ("IV.7 = 1\u00a0850\u00a0000,5", "IV.7 = 1850000,5"),
        ("IV.7 = 0,5", "IV.7 = 0,5"),
        ("IV.7 = 0.125", "IV.7 = 0,125"),
        ("IV.7 = 1,1250", "IV.7 = 1,1250"),
    ],
)
def test_sums_are_understood(typed: str, understood: str) -> None:
    assert written(rule(typed)) == understood


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("=", "="), ("<>", "≠"), ("!=", "≠"), ("≠", "≠"), ("<=", "≤"), ("=<", "≤"), ("≤", "≤"),
        ("⩽", "≤"), (">=", "≥"), ("=>", "≥"), ("≥", "≥"), ("⩾", "≥"), ("<", "<"), (">", ">"),
    ],
)  # fmt: skip
def test_every_comparison_has_its_spellings(typed: str, sign: str) -> None:
    assert written(rule(f"IV.7{typed}5")) == f"IV.7 {sign} 5"


@pytest.mark.parametrize(
    "typed",
    [
        "agar IV.25 > 0 bo‘lsa, IV.23 > 0",
        "Agar IV.25 > 0 bo'lsa IV.23 > 0.",
        "AGAR IV.25>0 BO`LSA, unda IV.23>0",
        "агар IV.25 > 0 бўлса, IV.23 > 0",
        "IV.25 > 0 bolsa, IV.23 > 0",
    ],
)
def test_a_condition_is_read_in_every_spelling(typed: str) -> None:
    assert written(rule(typed)) == "agar IV.25 > 0 bo‘lsa, IV.23 > 0"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("IV.7 > 0 va IV.8 > 0", "IV.7 > 0 va IV.8 > 0"),
        ("IV.7 > 0 hamda IV.8 > 0", "IV.7 > 0 va IV.8 > 0"),
        ("IV.7 > 0 ёки IV.8 > 0 ва IV.9 > 0", "IV.7 > 0 yoki IV.8 > 0 va IV.9 > 0"),
        ("(IV.7 > 0 yoki IV.8 > 0) va IV.9 > 0", "(IV.7 > 0 yoki IV.8 > 0) va IV.9 > 0"),
        ("((IV.7 + 1) * 2 > (0))", "(IV.7 + 1) × 2 > 0"),
    ],
)
def test_comparisons_are_joined(typed: str, understood: str) -> None:
    assert written(rule(typed)) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("1V.7", "IV.7"), ("ІV.7", "IV.7"), ("lV.7", "IV.7"), ("iv.7", "IV.7"), ("ІІІ.7", "III.7"),
        ("Ш.7", "III.7"), ("П.7", "II.7"), ("Х.7", "X.7"), ("V1.29", "VI.29"), ("V.26.1", "V.26.1"),
        ("IV.24.a", "IV.24.a"), ("IV.10.o'chirish", "IV.10.o'chirish"),
        ("IV.10.“Nusxa qo‘shish”", "IV.10.“Nusxa qo‘shish”"),
        ('IV.10."Nusxa qo‘shish"', "IV.10.“Nusxa qo‘shish”"),
        ("IV.10.«Nusxa qo‘shish»", "IV.10.“Nusxa qo‘shish”"),
        ("IV.10.'Nusxa qo'shish'", "IV.10.“Nusxa qo'shish”"),
        ("IV.10.‘Nusxa qo‘shish’", "IV.10.“Nusxa qo‘shish”"),
        ("IV.10.„Nusxa qo‘shish“", "IV.10.“Nusxa qo‘shish”"),
        ("IV.17.«“Kitobxonlar klubi” a’zolari»", "IV.17.«“Kitobxonlar klubi” a’zolari»"),
        ("IV.12.“yangi”", "IV.12.yangi"), ("IV.12.“ yangi\u00a0 ”", "IV.12.yangi"),
    ],
)  # fmt: skip
def test_names_are_understood(typed: str, understood: str) -> None:
    assert written(rule(f"{typed} = 0")) == f"{understood} = 0"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("IV.7.fakt", "IV.7[fakt]"), ("IV.7[Fakt]", "IV.7[fakt]"), ("IV.7 [режа]", "IV.7[reja]"),
        ("IV.12.yangi.reja", "IV.12.yangi[reja]"), ("IV.7.“fakt”", "IV.7.“fakt”"),
        ("IV.7[I chorak]", "IV.7[I chorak]"), ("IV.7[ 2026-Q1 ]", "IV.7[2026-Q1]"),
        ("IV.7[yanvar, fevral]", "IV.7[yanvar, fevral]"), ("IV.7[2026]", "IV.7[2026]"),
        ("IV.7[mart, bajarildi]", "IV.7[bajarildi, mart]"),
        ("IV.7[bajarildi mart]", "IV.7[bajarildi, mart]"),
        ("IV.7.bajarildi[mart]", "IV.7[bajarildi, mart]"),
    ],
)  # fmt: skip
def test_columns_and_periods_of_a_name(typed: str, understood: str) -> None:
    assert written(rule(f"{typed} = 0")) == f"{understood} = 0"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("fakt: IV.7 = 5", "fakt: IV.7 = 5"),
        ("Режа:IV.7 = 5", "reja: IV.7 = 5"),
        ("I chorak: IV.7 = 5", "I chorak: IV.7 = 5"),
        ("2026-Q1 : IV.7 = 5", "2026-Q1: IV.7 = 5"),
        ("I chorak, bajarildi: IV.7 = 5", "bajarildi, I chorak: IV.7 = 5"),
        ("bajarildi mart: agar IV.7 = 5 bo‘lsa, IV.8 > 0",
         "bajarildi, mart: agar IV.7 = 5 bo‘lsa, IV.8 > 0"),
    ],
)  # fmt: skip
def test_columns_and_periods_of_a_whole_rule(typed: str, understood: str) -> None:
    assert written(rule(typed)) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("IV.7 = 5 ± 5", "IV.7 = 5 ± 5"), ("IV.7 = 5 ±0,5%", "IV.7 = 5 ± 0,5 %"),
        ("IV.7 = 5 +/- 5 %.", "IV.7 = 5 ± 5 %"),
    ],
)  # fmt: skip
def test_a_tolerance_stands_at_the_end(typed: str, understood: str) -> None:
    assert written(rule(typed)) == understood


def test_a_rule_keeps_the_text_as_typed() -> None:
    assert rule(" iv.7=5 ").text == " iv.7=5 "
    assert rule("fakt: IV.7 = 5").scope.column is Column.FAKT
