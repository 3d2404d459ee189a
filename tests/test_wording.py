"""What must read alike does, and what must not does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akmplan.words.wording import fold, numeral, roman, same, slug, strangers, with_latin_looks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O‘lchov birligi", "Oʻlchov  birligi"),
        ("O'lchov birligi", "Ўлчов бирлиги"),
        ("Mas’ullar", "Masʼullar"),
        ("Mas’ullar", "MASULLAR"),
        ("Axborot–bibliografiya", "Axborot-bibliografiya"),
        ("Хizmat", "Xizmat"),  # a Cyrillic Х
        ("Milliy kutubxonasi", "Миллий кутубхонаси"),
        ("Фонд", "Fond"),
    ],
)
def test_these_read_alike(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("mart", "may"), ("iyun", "iyul"), ("fond", "fon")])
def test_these_do_not(one: str, other: str) -> None:
    assert not same(one, other)


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("IV", 4), ("ХVIII", 18), ("Ш", 3), ("П", 2), ("ll", 2), ("IIII", None), ("abc", None)],
)
def test_roman_numerals_as_typed(text: str, number: int | None) -> None:
    assert roman(text) == number


@given(st.integers(min_value=1, max_value=39))
def test_a_numeral_reads_back(number: int) -> None:
    assert roman(numeral(number)) == number


def test_words_of_two_alphabets_are_seen_and_turned() -> None:
    assert strangers("xizmаt fond") == ["xizmаt"]  # a Cyrillic а
    assert with_latin_looks("xizmаt") == "xizmat"
    assert with_latin_looks("xizmжt") is None


@pytest.mark.parametrize("text", ["../../etc", "CON", "a/b\\c", "Ўзбекистон", "…"])
def test_a_slug_is_no_path(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
