"""The real plan: its true findings at their cells and no others, however it is laid out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final
from unittest.mock import ANY

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.findings import Found
from tests.sample.plan_rows import PLAN, STOCK, Item
from tests.sample.plan_workbook import DEFAULT_COLUMNS, plan_workbook, save_deterministic
from tests.small import Seen, seen

INPUT: Final = Path(__file__).resolve().parents[2] / "input"
NAME: Final = "ish-reja-2026.xlsx"
OPEN: Final = "- (Unicat rejasidan oling)"
DUBLET, EDIT = "Dublet yozuvlarni o‘chirish", "Bibliografik yozuvlar tahrirlash"
TEMPORARY, MAIN = "Vaqtinchalik yozuvlar bazasida", "Asosiy yozuvlar bazasida"
TECHNOLOGY: Final = "Axborot-texnologiyalari xizmati"
DIGITAL: Final = "Axborot-kommunikatsiya texnologiya va raqamlashtirish xizmati"
STAFF: Final = "Asosiy (ishlab chiqarish)\nXodimlari soni"

Also = tuple[tuple[str | None, str | None, str | None, Found], ...]

# code, severity, item, indicator, column, found, expected
TRUE_FINDINGS: Final[list[tuple[str, str, str, str | None, str, Found, Found]]] = [
    ("T101", "error", "IV.7", None, "baseline", 1850, 1794),
    ("T101", "error", "IV.7", None, "target", 1640, 1709),
    ("P102", "warning", "I.7", None, "unit", None, None),
    ("P103", "error", "IV.12", None, "unit", 13252, None),
    ("P104", "warning", "IV.19", None, "target", None, None),
    ("P105", "warning", "V.27", None, "target", None, None),
    ("P107", "error", "V.27", None, "baseline", "48\n4\n2", ANY),
    ("P108", "error", "VI.29", None, "target", "33\n38", ANY),
    ("P109", "warning", "IV.10", DUBLET, "target", OPEN, None),
    ("P109", "warning", "IV.10", EDIT, "target", OPEN, None),
    ("P109", "warning", "IV.11", TEMPORARY, "target", "231 (Unicat rejasidan oling)", None),
    ("P109", "warning", "IV.11", MAIN, "target", "2000 (Unicat rejasidan oling)", None),
    ("P109", "warning", "V.26.2", None, "target", STAFF, None),
    ("P109", "warning", "V.26.3", None, "target", "Reja asosida", None),
    ("P110", "note", "IV.7", None, "target", 1640, ANY),
    ("P110", "note", "IV.7.2", None, "target", 1604, ANY),
    ("P110", "note", "IV.11", TEMPORARY, "target", 231, ANY),
    ("P110", "note", "IV.11", MAIN, "target", 2000, ANY),
    ("P111", "warning", "III.5", None, "title", 2025, 2026),
    ("P111", "warning", "III.5", None, "mechanism", 2025, 2026),
    ("P111", "warning", "III.6", None, "title", 2025, 2026),
    ("P111", "warning", "III.6", None, "mechanism", 2025, 2026),
    ("P112", "warning", "III.5", None, "mechanism", "XVIII", "XVII"),
    ("P112", "warning", "III.6", None, "mechanism", "XIV", "XIII"),
    ("P115", "warning", "V.28", None, "target", 4, 2),
    ("P117", "warning", "I.5", None, "responsible", TECHNOLOGY, DIGITAL),
    ("P118", "note", "I.6", None, "title", "ta‘minlash", "ta’minlash"),
    ("P120", "note", "V.26", None, "schedule", "Har bir AKM muddatini o‘zi belgilaydi", None),
]


def rows_of_items(sheet: Worksheet, number_column: int) -> dict[str, int]:
    """The row of each item, read off the sheet: the section above it and its number."""
    rows: dict[str, int] = {}
    section = ""
    for row in range(1, sheet.max_row + 1):
        heads = [str(cell.value) for cell in sheet[row] if cell.value is not None]
        head = re.match(r"([IV]+)\. ", heads[0]) if len(heads) == 1 else None
        number = str(sheet.cell(row, number_column).value or "").rstrip(".")
        if head:
            section = head[1]
        elif section and re.fullmatch(r"\d+(\.\d+)*", number):
            rows[f"{section}.{number}"] = row
    return rows


def cell_of(sheet: Worksheet, item: str, column: str) -> str:
    row = rows_of_items(sheet, 1)[item]
    return str(sheet.cell(row, DEFAULT_COLUMNS.index(column) + 1).coordinate)


def key(one: Seen) -> tuple[str, str, str, str]:
    return (one.code, one.item or "", one.cell or "", str(one.indicator))


@pytest.fixture
def real(tmp_path: Path) -> Path:
    shutil.copy(INPUT / NAME, tmp_path / NAME)
    return tmp_path


def test_the_real_plan_gives_its_true_findings_and_no_others(real: Path) -> None:
    sheet = load_workbook(real / NAME).worksheets[0]
    also: dict[str, Also] = {
        "P112": ANY,
        "P117": ((NAME, sheet.title, cell_of(sheet, "IV.11", "responsible"), TECHNOLOGY),),
        "P118": ((NAME, sheet.title, cell_of(sheet, "I.7", "mechanism"), "me‘yoriy"),),
    }
    expected = [
        Seen(
            code, severity, cell_of(sheet, item, column), item, found, expected, indicator,
            also=also.get(code, ()), sheet=sheet.title, file=NAME,
        )
        for code, severity, item, indicator, column, found, expected in TRUE_FINDINGS
    ]  # fmt: skip
    assert sorted(seen(real), key=key) == sorted(expected, key=key)


def test_there_are_forty_three_items_in_six_sections(real: Path) -> None:
    rows = rows_of_items(load_workbook(real / NAME).worksheets[0], 1)
    assert len(rows) == 43
    assert {item.partition(".")[0] for item in rows} == {"I", "II", "III", "IV", "V", "VI"}


Told = tuple[str, str | None, str | None, Found]


def told(findings: list[Seen]) -> list[Told]:
    """What is the same wherever the table stands."""
    ours = [(one.code, one.item, one.indicator, one.found) for one in findings]
    return sorted(ours, key=str)


OURS: Final[list[Told]] = sorted(
    [(code, item, name, found) for code, _, item, name, _, found, _ in TRUE_FINDINGS], key=str
)
BACKWARDS = DEFAULT_COLUMNS[::-1]
APART = ("target", *DEFAULT_COLUMNS[:4], *DEFAULT_COLUMNS[5:])
VARIANTS: Final[dict[str, Callable[[], Workbook]]] = {
    "as it is": plan_workbook,
    "columns reversed": lambda: plan_workbook(columns=BACKWARDS),
    "fakt and reja apart": lambda: plan_workbook(columns=APART, heading_rows=1),
    "further down": lambda: plan_workbook(first_row=7),
    "further right": lambda: plan_workbook(first_column=4),
    "down, right and reversed": lambda: plan_workbook(
        first_row=5, first_column=3, columns=BACKWARDS
    ),
    "one heading row": lambda: plan_workbook(heading_rows=1),
    "without stamps": lambda: plan_workbook(stamps=False),
    "numbers without a dot": lambda: plan_workbook(number_style="plain"),
    "numbers as numbers": lambda: plan_workbook(number_style="number"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_findings_are_the_same_however_the_plan_is_laid_out(
    tmp_path: Path, variant: str
) -> None:
    save_deterministic(VARIANTS[variant](), tmp_path / NAME)
    assert told(seen(tmp_path)) == OURS


def test_numbers_as_text_are_read_alike_and_named_each(tmp_path: Path) -> None:
    save_deterministic(plan_workbook(numbers_as_text=True), tmp_path / NAME)
    found = seen(tmp_path)
    named = [one for one in found if one.code == "P119"]
    items = [row for row in PLAN if isinstance(row, Item)]
    numbers = [n for item in items for n in (item.baseline, item.target) if isinstance(n, int)]
    assert len(named) == len(numbers) == 59
    assert sorted(one.expected for one in named if isinstance(one.expected, int)) == sorted(numbers)
    assert told([one for one in found if one.code != "P119"]) == OURS


def test_one_service_spelt_alike_in_all_its_cells_is_not_asked_about(real: Path) -> None:
    assert all(one.found != STOCK for one in seen(real, "P117"))
