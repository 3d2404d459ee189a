"""The rules on reading: what could not be read, or was not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from unittest.mock import ANY

import pytest
import xlsxwriter
from openpyxl import Workbook

from akmplan.messages import render
from tests.small import (
    PLAN_HEADING,
    READERS,
    Row,
    Seen,
    Value,
    found_in,
    month_table,
    plan_table,
    saved,
    seen,
)

LOANS: tuple[Row, ...] = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 10, 12))
WHOLE = ("1.", "Kitob berish", "Nusxa", 10, 12, "Hisob", "2026-yil davomida", READERS)


def note(workbook: Workbook, name: str = "Eslatma", value: Value = "Direktorga ko‘rsatish") -> None:
    workbook.create_sheet(name).append([value])


def test_l101_says_that_there_is_no_plan(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["Telefonlar"])
    saved(tmp_path, telefonlar=workbook)
    assert seen(tmp_path, "L101") == [Seen("L101", "error", None, sheet=None, file=None)]


@pytest.mark.parametrize("folder", ["", "yo‘q"])
def test_l101_says_it_of_an_empty_and_of_a_missing_folder(tmp_path: Path, folder: str) -> None:
    assert seen(tmp_path / folder) == [Seen("L101", "error", None, sheet=None, file=None)]


def test_l101_is_silent_where_a_plan_stands_in_any_folder_below(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    saved(tmp_path / "2026", plan_table(LOANS))
    assert not seen(tmp_path)


def test_l102_names_two_plans_for_one_year_and_none_is_chosen(tmp_path: Path) -> None:
    saved(tmp_path, a=plan_table(LOANS), b=plan_table([*LOANS, ("2.", "Qatnov", None, 1, 1)]))
    (found,) = seen(tmp_path)
    places = {found.file, *(other[0] for other in found.also)}
    assert (found.code, found.severity, places) == ("L102", "error", {"a.xlsx", "b.xlsx"})


def test_l102_names_two_plans_in_one_workbook(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    workbook.copy_worksheet(workbook.worksheets[0])
    (found,) = seen(saved(tmp_path, workbook))
    assert (found.code, found.file) == ("L102", "reja.xlsx")
    assert {found.sheet, *(other[1] for other in found.also)} == set(workbook.sheetnames)


def test_l102_is_silent_on_plans_of_two_years(tmp_path: Path) -> None:
    """The plan of the year before is used, for that year: nothing is said of it."""
    assert not seen(saved(tmp_path, plan_table(LOANS), eski=plan_table(LOANS, year=2025)))


def test_l108_names_a_plan_of_years_ago(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(LOANS), eski=plan_table(LOANS, year=2024))
    assert seen(tmp_path) == [Seen("L108", "note", None, file="eski.xlsx", sheet="Ish reja")]
    assert "2024" in render(found_in(tmp_path)[0].hit.message, "uz")


def test_l102_is_silent_where_one_of_the_two_is_hidden(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    workbook.copy_worksheet(workbook.worksheets[0]).sheet_state = "hidden"
    assert "L102" not in {one.code for one in seen(saved(tmp_path, workbook))}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a workbook", b"a;b;c\n1;2;3\n"])
def test_l103_names_a_file_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (saved(tmp_path, plan_table(LOANS)) / "oy.xlsx").write_bytes(content)
    assert seen(tmp_path) == [Seen("L103", "error", None, sheet=None, file="oy.xlsx")]


def test_l103_is_silent_on_a_workbook(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=month))


@pytest.mark.parametrize("column", ["C", "D", "F", "G", "H"])
def test_l104_names_a_column_that_the_table_does_not_have(tmp_path: Path, column: str) -> None:
    workbook = plan_table(LOANS)
    at = "ABCDEFGH".index(column) + 1
    for row in (3, 5):
        workbook.worksheets[0].cell(row, at).value = None
    (found,) = seen(saved(tmp_path, workbook))
    assert (found.code, found.severity, found.sheet) == ("L104", "error", "Ish reja")
    assert found.found is None


def test_l104_names_a_missing_title(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    workbook.worksheets[0]["B3"] = "Izohlar"
    (found,) = seen(saved(tmp_path, workbook), "L104")
    assert (found.severity, found.sheet, found.cell) == ("error", "Ish reja", "A3")


def test_l104_names_a_months_table_without_bajarildi(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0]["E3"] = "Qilingan ish"
    (found,) = seen(saved(tmp_path, plan_table(LOANS), oy=month))
    assert (found.code, found.file, found.sheet, found.cell) == (
        "L104", "oy.xlsx", "Yanvar", "A3",
    )  # fmt: skip
    assert found.expected == "Bajarildi"


def test_l104_is_silent_on_a_table_of_another_kind(tmp_path: Path) -> None:
    other = Workbook()
    other.worksheets[0].append(["№", "Nomi", "Birligi", "Reja", "Izoh"])
    other.worksheets[0].append([1, "Kitob", "dona", 5, "-"])
    assert not seen(saved(tmp_path, plan_table(LOANS), boshqa=other), "L104")


def test_l104_is_silent_on_the_whole_heading(tmp_path: Path) -> None:
    assert not seen(saved(tmp_path, plan_table(LOANS)))


def test_l105_names_a_row_that_is_neither_item_nor_section(tmp_path: Path) -> None:
    stray = (None, "Qo‘shimcha ish", "Nusxa", 5, 6)
    last = ("2.", "Qatnov", "Nafar", 10, 12)
    assert seen(saved(tmp_path, plan_table([*LOANS, stray, last]))) == [
        Seen("L105", "error", "A6", found=None)
    ]


def test_l105_names_a_monthly_figure_whose_indicator_is_not_named(tmp_path: Path) -> None:
    plan = ("I. XIZMAT", ("1.", "Kitobxonlar:\n- yangi;\n- qayta", "Nafar", "1\n2", "3\n4"))
    rows = [("I.1", "yangi", "", 3, 1), (None, "qayta", "", 4, 2), (None, "mehmon", "", None, 5)]
    (found,) = seen(saved(tmp_path, plan_table(plan), oy=month_table(READERS, 1, rows)))
    assert (found.code, found.sheet, found.item) == ("L105", "Yanvar", "I.1")
    assert (found.cell, found.found) == ("B6", "mehmon")


def test_l105_is_silent_on_words_below_the_table(tmp_path: Path) -> None:
    assert not seen(saved(tmp_path, plan_table([*LOANS, "Direktor: Sh. Sharipov"])))


def hide(workbook: Workbook, what: str) -> None:
    sheet = workbook.worksheets[0]
    if what == "row":
        sheet.row_dimensions[5].hidden = True
    elif what == "column":
        sheet.column_dimensions["D"].hidden = True
    else:
        sheet.sheet_state = "hidden"
        note(workbook)


@pytest.mark.parametrize(("what", "cell"), [("row", "D5"), ("column", "D5"), ("sheet", "D5")])
def test_l106_names_hidden_figures(tmp_path: Path, what: str, cell: str) -> None:
    workbook = plan_table([*LOANS, ("2.", "Qatnov", "Nafar", 1, 1)])
    hide(workbook, what)
    found = seen(saved(tmp_path, workbook), "L106")
    assert found == [Seen("L106", "warning", cell, ANY, found=ANY)]


def test_l106_names_hidden_figures_of_a_month(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0].row_dimensions[4].hidden = True
    (found,) = seen(saved(tmp_path, plan_table(LOANS), oy=month))
    assert (found.code, found.file, found.sheet) == ("L106", "oy.xlsx", "Yanvar")
    assert str(found.cell).endswith("4")


def test_l106_is_silent_on_a_hidden_row_without_figures(tmp_path: Path) -> None:
    workbook = plan_table([*LOANS, ("2.", "Qatnov", "Nafar", "-", "-")])
    workbook.worksheets[0].row_dimensions[4].hidden = True
    workbook.worksheets[0].row_dimensions[6].hidden = True
    assert not seen(saved(tmp_path, workbook))


@pytest.mark.parametrize("typed", ["#REF!", "#N/A", "=10+2"])
def test_l107_names_an_error_value_and_a_formula_without_a_result(
    tmp_path: Path, typed: str
) -> None:
    row = ("1.", "Kitob berish", "Nusxa", 10, typed)
    assert seen(saved(tmp_path, plan_table(["I. XIZMAT", row]))) == [
        Seen("L107", "error", "E5", ANY, found=typed)
    ]


def test_l107_is_silent_on_a_formula_with_its_result(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "reja.xlsx")) as workbook:
        sheet = workbook.add_worksheet("Ish reja")
        sheet.write(0, 0, "2026-yil uchun ish reja")
        for column, heading in enumerate(PLAN_HEADING):
            sheet.write(1, column, heading.format(before=2025, year=2026))
            sheet.write(2, column, WHOLE[column])
        sheet.write_formula("E3", "=10+2", None, 12)
    assert not seen(tmp_path)


def test_l108_notes_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    (saved(tmp_path, plan_table(LOANS)) / "reja.docx").write_bytes(b"PK")
    assert seen(tmp_path) == [Seen("L108", "note", None, file="reja.docx", sheet=None)]


def test_l108_notes_a_sheet_that_is_of_no_kind(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    note(workbook)
    assert seen(saved(tmp_path, workbook)) == [Seen("L108", "note", None, sheet="Eslatma")]


def test_l108_notes_a_file_with_monthly_sheets_of_another_year(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)], year=2025)
    assert seen(saved(tmp_path, plan_table(LOANS), oy=month)) == [
        Seen("L108", "note", None, file="oy.xlsx", sheet=None)
    ]
    assert "2025" in render(found_in(tmp_path)[0].hit.message, "uz")


def test_l108_is_silent_on_an_empty_sheet_and_on_a_lock_file(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    workbook.create_sheet("Varaq2")
    (saved(tmp_path, workbook) / "~$reja.xlsx").write_bytes(b"\x05Karimova")
    assert not seen(tmp_path)


def test_l109_names_a_heading_of_another_year_than_the_title(tmp_path: Path) -> None:
    workbook = plan_table(LOANS)
    workbook.worksheets[0]["E3"] = "2025-yil (reja)"
    assert seen(saved(tmp_path, workbook)) == [
        Seen("L109", "error", "E3", found=2025, expected=2026)
    ]


def test_l109_names_a_month_that_its_tab_contradicts(tmp_path: Path) -> None:
    month = month_table(READERS, 2, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0].title = "Mart"
    (found,) = seen(saved(tmp_path, plan_table(LOANS), oy=month), "L109")
    assert (found.severity, found.file, found.sheet) == ("error", "oy.xlsx", "Mart")
    assert found.cell == "B2"
    assert found.found == "2026-yil fevral"


def test_l109_names_a_year_that_its_tab_contradicts(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0].title = "Yanvar 2025"
    assert [one.code for one in seen(saved(tmp_path, plan_table(LOANS), oy=month))] == ["L109"]


@pytest.mark.parametrize("title", ["Yanvar", "01", "Sheet1", "январь 2026", "Abonement"])
def test_l109_is_silent_where_the_tab_agrees_or_names_no_month(tmp_path: Path, title: str) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0].title = title
    assert not seen(saved(tmp_path, plan_table(LOANS), oy=month))


def test_a_month_given_as_a_date_is_held_against_its_tab_too(tmp_path: Path) -> None:
    month = month_table(READERS, 1, [("I.1", "Kitob berish", "Nusxa", 12, 1)])
    month.worksheets[0]["B2"] = datetime(2026, 3, 1)
    found = seen(saved(tmp_path, plan_table(LOANS), oy=month), "L109")
    assert [one.cell for one in found] == ["B2"]
