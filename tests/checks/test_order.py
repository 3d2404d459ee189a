"""Findings come in the order of their places, one a code, cell and indicator."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from akmplan.findings import Finding
from tests.small import READERS, Seen, found_in, month_tabs, plan_table, saved, seen

INPUT = Path(__file__).resolve().parents[2] / "input"
ROW = ("1.", "Kitob berish", "Nusxa", 100, 120)


def spot(cell: str | None) -> tuple[int, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+)", cell or "A0")
    assert match
    return int(match[2]), column_index_from_string(match[1])


def test_findings_stand_in_the_order_of_row_column_and_code(tmp_path: Path) -> None:
    found = seen(
        saved(
            tmp_path,
            plan_table(
                [
                    "I. XIZMAT",
                    ("1.", "Ish – 2025", None, 10, 9, "Ish – 2025", "2025-yil bayramda", "Kimdir"),
                    *((f"{number}.", "Ish", "Nusxa", 1, 1) for number in range(2, 8)),
                    ("8.", "Ish", None, 1, 1),
                ]
            ),
        )
    )
    assert [(one.cell, one.code) for one in found] == [
        ("B5", "P111"),
        ("C5", "P102"),
        ("E5", "P110"),
        ("F5", "P111"),
        ("G5", "P113"),
        ("G5", "P114"),
        ("H5", "P116"),
        ("C12", "P102"),
    ]


def test_sheets_stand_in_the_order_of_their_workbook_and_files_by_name(tmp_path: Path) -> None:
    wrong = [("I.1", "Kitob berish", "Nafar", 120, 1)]
    months = month_tabs(READERS, {3: wrong, 1: wrong, 2: wrong})
    saved(tmp_path, plan_table(["I. XIZMAT", ROW]), b=months)
    (tmp_path / "a").mkdir()
    saved(tmp_path / "a", oy=month_tabs(READERS, {4: wrong}))
    found = seen(tmp_path)
    assert [(one.code, one.file, one.sheet) for one in found] == [
        ("M109", "a/oy.xlsx", "Aprel"),
        ("M109", "b.xlsx", "Mart"),
        ("M109", "b.xlsx", "Yanvar"),
        ("M109", "b.xlsx", "Fevral"),
    ]


def key(finding: Finding, sheets: dict[str, list[str]]) -> tuple[object, ...]:
    place = finding.place
    assert place
    index = sheets[place.file].index(place.sheet) if place.sheet else -1
    return (place.file.casefold(), index, spot(place.cell), finding.code)


def test_the_findings_of_the_sample_stand_in_order() -> None:
    sheets = {
        path.relative_to(INPUT).as_posix(): load_workbook(path).sheetnames
        for path in INPUT.rglob("*.xlsx")
    }
    placed = [one for one in found_in(INPUT) if one.place]
    assert placed == sorted(placed, key=lambda one: key(one, sheets))
    assert len({one.place.file for one in placed if one.place}) > 1


def test_there_is_one_finding_a_code_cell_and_indicator() -> None:
    found = [one for one in found_in(INPUT, date(2026, 10, 5)) if one.place and one.place.cell]
    counted = Counter((one.code, one.place, one.hit.indicator) for one in found)
    assert found
    assert set(counted.values()) == {1}


def test_two_other_years_in_one_cell_are_one_finding(tmp_path: Path) -> None:
    row = ("1.", "“INFOLIB – 2025” va “Kitob – 2024”", "Tadbir", 1, 1)
    found = seen(saved(tmp_path, plan_table(["I. XIZMAT", row])))
    assert [(one.code, one.cell) for one in found] == [("P111", "B5")]


def test_two_strange_names_in_one_cell_are_one_finding(tmp_path: Path) -> None:
    row = (*ROW, "Hisob", "2026-yil davomida", "Kimdir\nYana kimdir")
    found = seen(saved(tmp_path, plan_table(["I. XIZMAT", row])))
    assert [(one.code, one.cell) for one in found] == [("P116", "H5")]


def test_what_is_found_stands_in_its_cell() -> None:
    """`found` is what stands in the place: an explanation is bound to it."""
    for one in found_in(INPUT):
        if one.place and one.place.cell and one.place.sheet:
            book = load_workbook(INPUT / one.place.file)
            typed = book[one.place.sheet][one.place.cell].value
            found = one.hit.found
            assert found is None or str(found) in str(typed), (one.code, one.place)


def test_a_finding_of_a_missing_month_has_no_place(tmp_path: Path) -> None:
    rows = [("I.1", "Kitob berish", "Nusxa", 120, 1)]
    months = month_tabs(READERS, {1: rows, 3: rows, 5: rows})
    saved(tmp_path, plan_table(["I. XIZMAT", ROW]), oy=months)
    assert seen(tmp_path) == [
        Seen("M101", "error", None, period=period, file=None, sheet=None)
        for period in ("2026-02", "2026-04")
    ]
