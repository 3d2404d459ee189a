"""Where many findings are, told in one line."""

from __future__ import annotations

from pathlib import Path

from akmplan.cli.finding_places import first_spots
from tests.small import READERS, STOCK, found_in, month_tabs, plan_table, saved

ROWS = ("I. XIZMAT", ("1.", "Ish", "Nusxa", "10", "10"), ("2.", "Ish", "Nusxa", 10, "10"))


def spots(folder: Path, code: str) -> str:
    return first_spots([one for one in found_in(folder) if one.code == code])


def test_cells_of_one_sheet_stand_behind_the_file(tmp_path: Path) -> None:
    assert spots(saved(tmp_path, plan_table(ROWS)), "P119") == "reja.xlsx: D5, E5, E6"


def test_cells_of_several_sheets_name_theirs_and_the_rest_is_left_away(tmp_path: Path) -> None:
    months = month_tabs(READERS, {n: [("I.1", "", "Nusxa", 10, "1")] for n in range(1, 6)})
    folder = saved(tmp_path, plan_table(ROWS), oy=months)
    assert spots(folder, "P119") == (
        "oy.xlsx: Yanvar E4, Fevral E4, Mart E4, Aprel E4, May E4; reja.xlsx: D5, …"
    )


def test_papers_that_stand_nowhere_go_by_their_periods(tmp_path: Path) -> None:
    sent = "Viloyat AKMga har oyda taqdim etish"
    both = f"{READERS}\n{STOCK}"
    row = ("1.", "Ish", "Hujjat", 12, 12, sent, "2026-yil davomida", both)
    months = month_tabs(READERS, {n: [("I.1", "", "Hujjat", 12, 1)] for n in (1, 2)})
    folder = saved(tmp_path, plan_table((ROWS[0], row)), oy=months)
    assert spots(folder, "S102") == "2026-01, 2026-02"
