"""Sheets added to a workbook: its own parts stay as they are, and no text becomes a formula."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from akmplan.forms import NotExtendable, suffix_for, with_helper_sheets
from akmplan.forms.helper_tables import HelperTable
from akmplan.layout.helpers import REFERENCES, REQUISITES, RULES
from akmplan.model import Grid
from akmplan.workbooks import read_workbook

from .rich_plan import MACROS, rich_plan, with_macros

LISTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
TABLE = HelperTable(REQUISITES, (("Manzil", "Vobkent"),), ("Maslahat",))


def parts(content: bytes) -> dict[str, bytes]:
    archive = ZipFile(BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


def grids(folder: Path, content: bytes) -> dict[str, Grid]:
    path = folder / "copy.xlsx"
    path.write_bytes(content)
    return {grid.name: grid for grid in read_workbook(path, "copy.xlsx").grids}


def test_every_part_but_the_lists_is_copied_byte_for_byte() -> None:
    plan = with_macros(rich_plan())
    before, after = parts(plan), parts(with_helper_sheets(plan, [TABLE]))
    assert {name for name, part in before.items() if after[name] != part} == LISTS
    assert set(after) - set(before) == {"xl/worksheets/akmplan1.xml"}
    assert after["xl/vbaProject.bin"] == MACROS
    kept = ("media/image1.png", "charts/chart1.xml", "comments1.xml", "drawings/vmlDrawing1.vml")
    assert {f"xl/{name}" for name in kept} <= set(after)


def test_the_lists_keep_all_that_they_had() -> None:
    plan = rich_plan()
    before, after = parts(plan), parts(with_helper_sheets(plan, [TABLE]))
    names = after["xl/workbook.xml"]
    assert names.count(b"<definedName ") == before["xl/workbook.xml"].count(b"<definedName ")
    own = load_workbook(BytesIO(with_helper_sheets(rich_plan(), [TABLE])))
    assert own.sheetnames == ["Ish reja", "Rekvizitlar"]
    assert own["Ish reja"]["B3"].font.bold
    assert own["Ish reja"].print_area == "'Ish reja'!$A$1:$H$9"
    assert own["Rekvizitlar"]["A1"].font.bold
    assert own["Rekvizitlar"]["B2"].number_format == "@"


def test_the_sheets_of_the_workbook_read_as_before(tmp_path: Path) -> None:
    before = grids(tmp_path, rich_plan())
    after = grids(tmp_path, with_helper_sheets(rich_plan(), [TABLE]))
    assert after["Ish reja"] == before["Ish reja"]


HOSTILE = (
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "<f>1</f>", "]]>&amp;", "_x0041_",
    "\x01\x0b", " bosh va oxir ", "ikki\nqator", "😀", '"', "{=A1}",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stands_as_it_is_and_is_no_formula(tmp_path: Path, text: str) -> None:
    table = HelperTable(REFERENCES, (("I.1", text, text, text, text),), ())
    content = with_helper_sheets(rich_plan(), [table])
    cell = grids(tmp_path, content)["Havolalar"].at(2, 2)
    assert (cell.kind.value, cell.text) == ("text", text)
    assert b"<f" not in parts(content)["xl/worksheets/akmplan1.xml"].replace(b"<font", b"")


def test_a_name_that_is_taken_gets_a_number() -> None:
    once = with_helper_sheets(rich_plan(), [TABLE])
    names = load_workbook(BytesIO(with_helper_sheets(once, [TABLE]))).sheetnames
    assert names == ["Ish reja", "Rekvizitlar", "Rekvizitlar (2)"]


def test_a_column_offers_its_words() -> None:
    table = HelperTable(RULES, (), (), {"Darajasi": ("xato", "eslatma")})
    sheet = load_workbook(BytesIO(with_helper_sheets(rich_plan(), [table])))["Qoidalar"]
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("C2:C1000", '"xato,eslatma"')


@pytest.mark.parametrize(
    ("content", "suffix"), [(rich_plan(), ".xlsx"), (with_macros(rich_plan()), ".xlsm")]
)
def test_a_workbook_with_macros_keeps_its_ending(content: bytes, suffix: str) -> None:
    assert suffix_for(with_helper_sheets(content, [TABLE])) == suffix


def test_a_package_without_a_list_of_sheets_is_refused() -> None:
    broken = BytesIO()
    with ZipFile(broken, "w") as archive:
        archive.writestr("_rels/.rels", "<Relationships/>")
    with pytest.raises(NotExtendable):
        with_helper_sheets(broken.getvalue(), [TABLE])


def test_the_same_workbook_gives_the_same_bytes() -> None:
    content = rich_plan()
    assert with_helper_sheets(content, [TABLE]) == with_helper_sheets(content, [TABLE])
