"""The documents of the sample as they are, compared by meaning."""

from __future__ import annotations

from functools import lru_cache

from tests.documents.conftest import AssertSameAsGolden
from tests.documents.papers import ROOT, brief_of, finding, written
from tests.documents.rendition import excel_rendition, word_rendition


@lru_cache(maxsize=1)
def of_the_sample() -> dict[str, bytes]:
    return documents_anew()


def documents_anew() -> dict[str, bytes]:
    wrong_unit = finding("C40", "IV.12", code="P103", file="ish-reja-2026.xlsx", says="Tuzating.")
    return written(brief_of(ROOT / "input", (wrong_unit,)))


def test_the_plan(assert_same_as_golden: AssertSameAsGolden) -> None:
    document = of_the_sample()["ish-reja-2026.docx"]
    assert_same_as_golden("ish-reja-2026.txt", word_rendition(document))


def test_the_letter_of_a_quarter(assert_same_as_golden: AssertSameAsGolden) -> None:
    document = of_the_sample()["2026-1-chorak/viloyat-akm.docx"]
    assert_same_as_golden("letter-of-a-quarter.txt", word_rendition(document))


def test_the_letter_of_a_month(assert_same_as_golden: AssertSameAsGolden) -> None:
    document = of_the_sample()["2026-03/milliy-kutubxona.docx"]
    assert_same_as_golden("letter-of-a-month.txt", word_rendition(document))


def test_the_workbook_of_a_quarter(assert_same_as_golden: AssertSameAsGolden) -> None:
    document = of_the_sample()["2026-1-chorak/viloyat-akm.xlsx"]
    assert_same_as_golden("workbook-of-a-quarter.txt", excel_rendition(document))


def test_same_input_same_bytes() -> None:
    assert documents_anew() == of_the_sample()
