"""`Izohlar`: explanations that let a finding stand, and lapse when its value changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unittest.mock import ANY

import pytest

from akmplan.cli import run
from akmplan.findings import Finding
from tests.small import (
    READERS,
    Row,
    Seen,
    Value,
    add_explanations,
    found_in,
    month_table,
    month_tabs,
    plan_table,
    saved,
    seen,
)

FOND: tuple[Row, ...] = (
    "IV. FOND",
    ("7.", "Fondni to‘ldirish", "Nusxa", 100, 1640),
    "Shundan,",
    ("7.1.", "Xarid", "Nusxa", 100, 1709),
)
TWO: tuple[Row, ...] = ("VI. OAV", ("29.", "Maqolalar", "Dona", 50, "33\n38"))
NO_UNIT: tuple[Row, ...] = ("I. XIZMAT", ("7.", "Tizim", None, 1, 1))
LINKED: tuple[Row, ...] = (
    "IV. XIZMAT",
    ("11.", "Yozuvlar:\n- yangi;\n- eski", "Dona", None, "9 (rejadan oling)\n8 (rejadan oling)"),
)
LOANS: tuple[Row, ...] = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120))

Explained = list[tuple[str, str | None]]  # code and explanation of each finding


def with_izohlar(folder: Path, plan: tuple[Row, ...], *rows: tuple[Value, ...]) -> Explained:
    workbook = add_explanations(plan_table(plan), rows)
    return explained(found_in(saved(folder, workbook)))


def explained(findings: tuple[Finding, ...]) -> Explained:
    return [
        (one.code, one.explanation.text if one.explanation else None)
        for one in sorted(findings, key=lambda one: one.code)
    ]


def test_a_finding_with_an_explanation_stands_and_is_no_error_any_more(tmp_path: Path) -> None:
    row = ("IV.7", "T101", None, 1640, "Shartnoma bilan", "Karimova", "05.01.2026")
    saved(tmp_path, add_explanations(plan_table(FOND), [row]))
    (finding,) = found_in(tmp_path)
    assert finding.code == "T101"
    assert finding.severity.value == "error"
    assert finding.explanation
    assert finding.explanation.text == "Shartnoma bilan"
    assert not finding.unexplained_error


def test_without_an_explanation_it_is_an_error(tmp_path: Path) -> None:
    (finding,) = found_in(saved(tmp_path, plan_table(FOND)))
    assert finding.unexplained_error


def test_l111_names_an_explanation_whose_value_has_changed(tmp_path: Path) -> None:
    row = ("IV.7", "T101", None, 1650, "Shartnoma bilan", "Karimova", "05.01.2026")
    saved(tmp_path, add_explanations(plan_table(FOND), [row]))
    assert seen(tmp_path) == [
        Seen("T101", "error", "E5", "IV.7", found=1640, expected=1709),
        Seen("L111", "warning", ANY, "IV.7", found=1650, expected=ANY, sheet="Izohlar"),
    ]
    assert all(one.explanation is None for one in found_in(tmp_path))


def test_l111_names_an_explanation_whose_finding_is_gone(tmp_path: Path) -> None:
    mended = (*FOND[:3], ("7.1.", "Xarid", "Nusxa", 100, 1640))
    row = ("IV.7", "T101", None, 1640, "Shartnoma bilan")
    assert with_izohlar(tmp_path, mended, row) == [("L111", None)]


def test_l111_is_silent_on_an_explanation_that_holds(tmp_path: Path) -> None:
    row = ("IV.7", "T101", None, 1640, "Shartnoma bilan")
    assert with_izohlar(tmp_path, FOND, row) == [("T101", "Shartnoma bilan")]


def test_l111_is_silent_on_a_second_explanation_of_what_still_stands(tmp_path: Path) -> None:
    rows = [("IV.7", "T101", None, 1640, "Shartnoma"), ("IV.7", "T101", None, 1640, "Takroran")]
    assert with_izohlar(tmp_path, FOND, *rows) == [("T101", "Shartnoma")]


def test_an_error_ends_a_run_with_1_until_it_is_explained(tmp_path: Path) -> None:
    arguments = ["check", "--input", str(tmp_path), "--today", "2026-10-05"]
    saved(tmp_path, plan_table(FOND))
    assert run(arguments) == 1
    row = ("IV.7", "T101", None, 1640, "Shartnoma bilan")
    saved(tmp_path, add_explanations(plan_table(FOND), [row]))
    assert run(arguments) == 0
    row = ("IV.7", "T101", None, 1641, "Shartnoma bilan")
    saved(tmp_path, add_explanations(plan_table(FOND), [row]))
    assert run(arguments) == 1


def test_an_explanation_lets_only_the_value_stand_that_it_names(tmp_path: Path) -> None:
    both = (FOND[0], ("7.", "Fond", "Nusxa", 1850, 1850), FOND[2], ("7.1.", "", "Nusxa", 9, 8))
    findings = with_izohlar(tmp_path, both, ("IV.7", "T101", None, 1850, "Ikkalasi ham"))
    assert findings == [
        ("P110", None),
        ("T101", "Ikkalasi ham"),
        ("T101", "Ikkalasi ham"),
    ]
    other = (FOND[0], ("7.", "Fond", "Nusxa", 1850, 1851), FOND[2], ("7.1.", "", "Nusxa", 9, 9))
    assert with_izohlar(tmp_path, other, ("IV.7", "T101", None, 1850, "Faqat fakt")) == [
        ("T101", "Faqat fakt"),
        ("T101", None),
    ]


@pytest.mark.parametrize("value", ["33\n38", "33 38", "33  38", "33, 38", "33; 38"])
def test_values_are_compared_without_regard_to_spaces_and_line_breaks(
    tmp_path: Path, value: str
) -> None:
    row = ("VI.29", "P108", None, value, "Ikkinchisi to‘g‘ri")
    assert with_izohlar(tmp_path, TWO, row) == [("P108", "Ikkinchisi to‘g‘ri")]


@pytest.mark.parametrize("band", ["I.7", "I.7.", "7", 7])
def test_a_blank_value_explains_a_finding_that_found_nothing(tmp_path: Path, band: Value) -> None:
    row = (band, "P102", None, None, "Birligi yo‘q")
    assert with_izohlar(tmp_path, NO_UNIT, row) == [("P102", "Birligi yo‘q")]


def test_a_blank_value_explains_no_finding_that_found_something(tmp_path: Path) -> None:
    row = ("VI.29", "P108", None, None, "Ikkinchisi to‘g‘ri")
    assert with_izohlar(tmp_path, TWO, row) == [("L111", None), ("P108", None)]


def test_an_explanation_of_one_value_leaves_the_other_indicator_open(tmp_path: Path) -> None:
    row = ("IV.11", "P109", None, "8 (rejadan oling)", "Tasdiqlandi")
    assert with_izohlar(tmp_path, LINKED, row) == [("P109", None), ("P109", "Tasdiqlandi")]


def test_an_explanation_of_another_rule_or_item_lets_nothing_stand(tmp_path: Path) -> None:
    rows = (
        ("IV.7", "P110", None, 1640, "Boshqa qoida"),
        ("IV.7.1", "T101", None, 1640, "Boshqa band"),
    )
    assert with_izohlar(tmp_path, FOND, *rows) == [("L111", None), ("L111", None), ("T101", None)]


MONTHLY = ("2026-01", "yanvar", "2026-yil yanvar", "yanvar oyi", "1-oy", "январь")


@pytest.mark.parametrize("period", MONTHLY)
def test_a_months_finding_is_explained_by_its_code_or_its_words(
    tmp_path: Path, period: str
) -> None:
    row = ("I.1", "M106", period, "o‘nta", "Qog‘ozdan")
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 120, "o‘nta")])
    saved(tmp_path, add_explanations(plan_table(LOANS), [row]), oy=month)
    assert explained(found_in(tmp_path)) == [("M106", "Qog‘ozdan")]


@pytest.mark.parametrize("period", [None, "2026-02", "I chorak"])
def test_an_explanation_of_another_period_lets_nothing_stand(tmp_path: Path, period: Value) -> None:
    row = ("I.1", "M106", period, "o‘nta", "Qog‘ozdan")
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 120, "o‘nta")])
    saved(tmp_path, add_explanations(plan_table(LOANS), [row]), oy=month)
    assert explained(found_in(tmp_path)) == [("L111", None), ("M106", None)]


def test_a_finding_without_an_item_is_explained_by_a_blank_band(tmp_path: Path) -> None:
    row = (None, "M101", "fevral", None, "Ta’mirlash")
    rows = [("I.1", "Kitob berish", "Nusxa", 120, 10)]
    months = month_tabs(READERS, {1: rows, 3: rows})
    saved(tmp_path, add_explanations(plan_table(LOANS), [row]), oy=months)
    assert explained(found_in(tmp_path)) == [("M101", "Ta’mirlash")]


HALF, YEAR = "Yilda ikki marotaba {}", "Yil yakunida {}"


@pytest.mark.parametrize(
    ("how_often", "period"),
    [
        (HALF, "2026-H1"),
        (HALF, "I yarim yillik"),
        (HALF, "yarim yillik"),
        (HALF, "6 oylik"),
        (YEAR, "2026"),
        (YEAR, 2026),
        (YEAR, "yillik"),
        (YEAR, "2026-yil"),
    ],
)
def test_longer_periods_are_named_by_their_code_or_their_words(
    tmp_path: Path, how_often: str, period: Value
) -> None:
    mechanism = how_often.format("viloyat AKMga taqdim etish")
    plan = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120, mechanism))
    months = month_tabs(READERS, {1: [("I.1", "Kitob berish", "Nusxa", 120, 10)]})
    row = (None, "S102", period, None, "Keyin yuboriladi")
    saved(tmp_path, add_explanations(plan_table(plan), [row]), oy=months)
    found = found_in(tmp_path, date(2026, 12, 31))
    assert explained(found) == [("S102", "Keyin yuboriladi")]


@pytest.mark.parametrize("period", ["2026-Q1", "I chorak", "1-chorak", "2026-yil I chorak"])
def test_an_incomplete_quarter_is_explained_by_its_code_or_its_words(
    tmp_path: Path, period: str
) -> None:
    mechanism = "Har chorakda viloyat AKMga taqdim etish"
    plan = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 100, 120, mechanism))
    months = month_tabs(READERS, {1: [("I.1", "Kitob berish", "Nusxa", 120, 10)]})
    row = (None, "S102", period, None, "Keyin yuboriladi")
    saved(tmp_path, add_explanations(plan_table(plan), [row]), oy=months)
    assert explained(found_in(tmp_path)) == [("S102", "Keyin yuboriladi")]


TWO_RULES = (("R1", "reja: I.1 <= 9", "ogohlantirish"), ("R2", "reja: I.1 = I.2", "xato"))


def with_two_rules(folder: Path, second: int, value: Value) -> Path:
    """I.1 is 10 and breaks the first rule; the second breaks it where I.2 is another number."""
    plan = plan_table((*LOANS[:1], ("1.", "", "Nusxa", 1, 10), ("2.", "", "Nusxa", 1, second)))
    plan.create_sheet("Qoidalar").append(["Kodi", "Qoida", "Darajasi", "Izoh"])
    for rule in TWO_RULES:
        plan["Qoidalar"].append(rule)
    return saved(folder, add_explanations(plan, [("I.1", "T106", None, value, "Kelishilgan")]))


def test_an_explanation_of_one_rule_stands_as_long_as_no_other_is_broken(tmp_path: Path) -> None:
    found = found_in(with_two_rules(tmp_path, 10, 10))
    assert explained(found) == [("T106", "Kelishilgan")]
    assert found[0].hit.found == 10


def test_l111_an_explanation_of_one_rule_lapses_when_another_breaks_there(tmp_path: Path) -> None:
    found = found_in(with_two_rules(tmp_path, 4711, 10))
    assert explained(found) == [("L111", None), ("T106", None)]
    (broken,) = [one for one in found if one.code == "T106"]
    assert broken.unexplained_error
    assert (broken.hit.found, broken.hit.expected) == ("R1: 10; R2: 10", "R1: 9; R2: 4711")


def test_rules_broken_at_one_cell_are_explained_together(tmp_path: Path) -> None:
    found = found_in(with_two_rules(tmp_path, 4711, "R1: 10; R2: 10"))
    assert explained(found) == [("T106", "Kelishilgan")]


@pytest.mark.parametrize(
    ("row", "cell", "found"),
    [
        (("IV.99", "T101", None, 1640, "Izoh"), "A2", "IV.99"),
        (("IV.7", "Xato", None, 1640, "Izoh"), "B2", "Xato"),
        (("IV.7", "P999", None, 1640, "Izoh"), "B2", "P999"),
        (("IV.7", "T101", "bahorda", 1640, "Izoh"), "C2", "bahorda"),
        (("IV.7", "T101", "2025-Q1", 1640, "Izoh"), "C2", "2025-Q1"),
        (("IV.7", "T101", "2025-yil mart", 1640, "Izoh"), "C2", "2025-yil mart"),
    ],
)
def test_l110_names_the_cell_of_a_row_that_is_not_understood(
    tmp_path: Path, row: tuple[Value, ...], cell: str, found: str
) -> None:
    saved(tmp_path, add_explanations(plan_table(FOND), [row]))
    assert seen(tmp_path, "L110", "L111") == [
        Seen("L110", "error", cell, ANY, found=found, sheet="Izohlar")
    ]


def test_l110_is_silent_on_a_row_that_is_understood(tmp_path: Path) -> None:
    row = ("IV.7", "T101", None, 1640, "Izoh")
    assert not seen(saved(tmp_path, add_explanations(plan_table(FOND), [row])), "L110")
