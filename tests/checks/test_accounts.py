"""Every non-empty cell is used or set aside with a reason: counted again by another reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.loading import load_year
from akmplan.messages import REASONS
from akmplan.model import SheetUse
from tests.small import READERS, month_table, plan_table, saved

INPUT = Path(__file__).resolve().parents[2] / "input"


def counted(folder: Path) -> dict[tuple[str, str], set[str]]:
    """The cells with something in them, of each sheet, as openpyxl sees them."""
    return {
        (path.relative_to(folder).as_posix(), sheet.title): {
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None and str(cell.value).strip()
        }
        for path in sorted(folder.rglob("*.xlsx"))
        for sheet in load_workbook(path).worksheets
    }


def uses(folder: Path) -> dict[tuple[str, str], SheetUse]:
    year = load_year(folder, None, date(2026, 10, 5).year)
    return {(file.file, sheet.name): sheet for file in year.inputs for sheet in file.sheets}


def hold(folder: Path) -> dict[tuple[str, str], SheetUse]:
    """The accounts of a folder, each held against the count."""
    said, cells = uses(folder), counted(folder)
    assert set(said) == set(cells)
    for sheet, use in said.items():
        aside = [one.cell for one in use.set_aside]
        assert use.cells == len(cells[sheet])
        assert use.cells == use.used + len(aside)
        assert len(set(aside)) == len(aside)
        assert set(aside) <= cells[sheet]
        assert {one.reason for one in use.set_aside} <= set(REASONS)
    return said


def test_the_sample_is_accounted_for_to_the_last_cell() -> None:
    assert len(hold(INPUT)) > 70


def test_every_cell_of_the_real_plan_is_used() -> None:
    (use,) = [use for (file, _), use in uses(INPUT).items() if file == "ish-reja-2026.xlsx"]
    assert use.set_aside == ()


def strange_plan() -> Workbook:
    workbook = plan_table(
        [
            (1, 2, 3, 4, 5, 6, 7, 8),
            "I. XIZMAT",
            ("1.", "Kitob berish", "Nusxa", 10, 12),
            (None, "Raqamsiz qator", "Nusxa", 3, 4),
            ("2.", "Qatnov", "Nafar", 10, 12),
            "Direktor: Sh. Sharipov",
        ]
    )
    sheet = workbook.worksheets[0]
    sheet["J3"], sheet["J6"], sheet["L20"], sheet["K2"] = "Izoh", "tekshirildi", 5, "  "
    workbook.create_sheet("Eslatma")["C3"] = "Direktorga"
    workbook.create_sheet("Varaq3")
    return workbook


def strange_month() -> Workbook:
    rows = [
        ("I.1", "Kitob berish", "Nusxa", 12, 1, 1, "ok"),
        ("I.9", "Yo‘q band", "Nusxa", None, 4),
        (None, "Oy davomida jami", None, None, 5),
        (None, "Tuzuvchi: Karimova"),
    ]
    workbook = month_table(READERS, 1, rows)
    workbook.worksheets[0]["J4"] = "qo‘shimcha"
    return workbook


def test_strange_cells_are_accounted_for_too(tmp_path: Path) -> None:
    year_before = plan_table(["I. XIZMAT", ("1.", "Ish", "Nusxa", 1, 1)], year=2025)
    said = hold(saved(tmp_path, strange_plan(), oy=strange_month(), eski=year_before))
    aside = {sheet: {one.cell for one in use.set_aside} for sheet, use in said.items()}
    assert {"J6", "L20"} <= aside["reja.xlsx", "Ish reja"]
    assert {"B7", "C7", "D7", "E7"} <= aside["reja.xlsx", "Ish reja"]
    assert {"J4", "B6", "E6"} <= aside["oy.xlsx", "Yanvar"]
    assert said["eski.xlsx", "Ish reja"].used == 0


@pytest.mark.parametrize("cell", ["D5", "E5", "H5", "A5"])
def test_no_cell_of_an_item_is_set_aside(tmp_path: Path, cell: str) -> None:
    plan = plan_table(["I. XIZMAT", ("1.", "Kitob berish", "Nusxa", "10\n12", "ko‘p")])
    (use,) = hold(saved(tmp_path, plan)).values()
    assert cell not in {one.cell for one in use.set_aside}
