"""The helper workbook: known by its hidden sheet, every cell of its tables a text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.input_forms import helper_workbook, helper_workbook_name
from akmplan.input_forms.helper_tables import HelperTable
from akmplan.layout.helpers import REFERENCES, REQUISITES, RULES
from akmplan.workbooks import read_workbook

from .small_plan import indicator, item, plan

PLAN = plan(item("I.1", "Ish", indicator()))
TABLE = HelperTable(REQUISITES, (("Manzil", "Vobkent"),), ("Sarlavha", "Maslahat"))


def made(*tables: HelperTable) -> Workbook:
    return load_workbook(io.BytesIO(helper_workbook(PLAN, tables)))


def test_a_hidden_sheet_says_what_it_is() -> None:
    sheet = made(TABLE)["_akmplan"]
    assert sheet.sheet_state == "hidden"
    assert list(sheet.iter_rows(values_only=True)) == [
        ("form", "akmplan-yordamchi"), ("version", 1), ("year", 2026),
    ]  # fmt: skip


def test_a_sheet_for_each_table_with_its_hints_beside_it() -> None:
    workbook = made(TABLE, HelperTable(RULES, (), ()))
    assert workbook.sheetnames == ["Rekvizitlar", "Qoidalar", "_akmplan"]
    sheet = workbook["Rekvizitlar"]
    assert [[cell.value for cell in row[:4]] for row in sheet.iter_rows(max_row=2)] == [
        ["Nomi", "Qiymati", None, "Sarlavha"], ["Manzil", "Vobkent", None, "Maslahat"],
    ]  # fmt: skip


def test_it_is_ready_to_be_filled_in_and_printed() -> None:
    sheet = made(TABLE)["Rekvizitlar"]
    assert sheet.freeze_panes == "A2"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert {sheet.cell(row, 2).number_format for row in range(1, 40)} == {"@"}
    assert sheet["B2"].alignment.wrap_text


def test_a_column_offers_its_words_and_takes_others() -> None:
    table = HelperTable(RULES, (), (), {"Darajasi": ("xato", "eslatma")})
    (rule,) = made(table)["Qoidalar"].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("C2:C1000", '"xato,eslatma"')
    assert not rule.showErrorMessage


HOSTILE = (
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "<f>1</f>", "]]>&amp;", "_x0041_",
    " bosh va oxir ", "ikki\nqator", "😀", '"', "{=A1}", "http://adliya.uz",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stands_as_it_is_and_is_no_formula(tmp_path: Path, text: str) -> None:
    table = HelperTable(REFERENCES, (("I.1", text, text, text, text),), ())
    path = tmp_path / "kitob.xlsx"
    path.write_bytes(helper_workbook(PLAN, [table]))
    cell = read_workbook(path, path.name).grids[0].at(2, 2)
    assert (cell.kind.value, cell.text) == ("text", text)


def test_the_same_plan_gives_the_same_bytes_under_a_name_of_its_year() -> None:
    assert helper_workbook(PLAN, [TABLE]) == helper_workbook(PLAN, [TABLE])
    assert helper_workbook_name(2026) == "yordamchi-varaqlar-2026.xlsx"
