"""Files of office programs, with all that people put into them: none is refused, nothing lost."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from akmplan.model.cells import CellKind, Workbook
from tests.workbooks.handmade import read

SOFFICE = shutil.which("soffice")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63"
    "606060f80f0001040100bd8b8e2a0000000049454e44ae426082"
)
ROWS = (
    ("№", "Nomi", "O‘lchov birligi", "2025-yil (fakt)", "2026-yil (reja)"),
    (7.1, "Kitob o‘qish ‘klubi’ <b> & {{ x }}", "dona", 1850, 1900),
    ("7.2.", "=1+1 emas", "nusxa", "18/3982", date(2026, 3, 4)),
    ("IV.3", "kirill: ўқиш", "soat", time(9, 30), 12.5),
    (True, "satr\nuzilishi", None, "1 850", -3),
)


def openpyxl_workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Ish reja"
    for row in ROWS:
        sheet.append(row)
    sheet["A2"].number_format = "0.00"
    sheet["B3"].data_type = "s"
    sheet["A8"], sheet["A9"], sheet["B8"] = "yashirin", "oxirgi", 5
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def told(workbook: Workbook) -> dict[tuple[str, str | None], tuple[CellKind, object]]:
    """Every cell with what it means, for a comparison between formats."""
    return {
        (grid.name, cell.place.cell): (
            cell.kind,
            cell.text if cell.number is None else cell.number,
        )
        for grid in workbook.grids
        for cell in grid.cells.values()
    }


def test_a_plain_workbook_says_what_was_written() -> None:
    found = told(read(saved(openpyxl_workbook())))
    assert found["Ish reja", "B3"] == (CellKind.TEXT, "=1+1 emas")
    assert found["Ish reja", "B5"] == (CellKind.TEXT, "satr\nuzilishi")
    assert found["Ish reja", "D3"] == (CellKind.TEXT, "18/3982")
    assert found["Ish reja", "E3"] == (CellKind.MOMENT, "04.03.2026")
    assert found["Ish reja", "D4"] == (CellKind.MOMENT, "09:30")
    assert found["Ish reja", "A5"] == (CellKind.BOOLEAN, "TRUE")
    assert len(found) == 27


def test_what_people_add_to_a_workbook_changes_no_cell() -> None:
    plain = told(read(saved(openpyxl_workbook())))
    book = openpyxl_workbook()
    sheet = book.worksheets[0]
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = "A1:E5"
    sheet["B2"].comment = Comment("izoh <b>", "Direktor")
    sheet["C2"].hyperlink = "https://lex.uz"
    sheet["D2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["D2"].font = Font(strike=True, b=True)
    sheet.row_dimensions.group(4, 5, outline_level=1)
    sheet.column_dimensions.group("D", "E", outline_level=1)
    sheet.conditional_formatting.add("D2:E5", Rule("expression", formula=["$D2<0"]))
    choices = DataValidation("list", formula1='"dona,nusxa"')
    choices.add("C2:C5")
    sheet.add_data_validation(choices)
    sheet.protection.sheet = True
    book.defined_names["reja"] = DefinedName("reja", attr_text="'Ish reja'!$E$2:$E$5")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=5), titles_from_data=True)
    sheet.add_chart(chart, "G2")
    book.create_chartsheet("Diagramma").add_chart(BarChart())
    workbook = read(saved(book))
    assert told(workbook) == plain
    assert workbook.grids[0].hidden_rows == set()
    assert workbook.grids[0].hidden_columns == set()


def test_a_sheet_of_notes_beside_it_and_grouped_rows_that_are_shut() -> None:
    book = openpyxl_workbook()
    book.create_sheet("Eslatma")["C3"] = "esda tuting"
    book.create_sheet("Qoralama").sheet_state = "veryHidden"
    book.worksheets[0].row_dimensions.group(4, 5, outline_level=1, hidden=True)
    book.worksheets[0].column_dimensions.group("D", "E", hidden=True)
    grids = read(saved(book)).grids
    assert [(grid.name, grid.hidden) for grid in grids] == [
        ("Ish reja", False),
        ("Eslatma", False),
        ("Qoralama", True),
    ]
    assert grids[0].hidden_rows == {4, 5}
    assert grids[0].hidden_columns == {4, 5}


def test_a_workbook_with_macros() -> None:
    target = BytesIO()
    content = saved(openpyxl_workbook())
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(kind, macro))
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(2000))
    assert told(read(target.getvalue())) == told(read(content))


def test_underlining_as_openpyxl_writes_it() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    line = InlineFont(u="single")
    sheet["A1"] = CellRichText("jami ", TextBlock(line, "1850"), " ta")
    sheet["A2"] = "hammasi"
    sheet["A2"].font = Font(u="single")
    grid = read(saved(book)).grids[0]
    assert grid.at(1, 1).underlined == ((5, 9),)
    assert grid.at(2, 1).underlined == ((0, 7),)


def test_a_workbook_of_xlsxwriter() -> None:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "use_zip64": True})
    sheet = book.add_worksheet("Reja")
    sheet.write_formula("A1", "=1+1", None, 2)
    sheet.write_formula("A2", '="a"', None, "a")
    sheet.write_formula("A3", "=A4", None, "")
    sheet.write_datetime("A4", datetime(2026, 3, 4), book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write_string("A5", "_x000D_ matn")
    sheet.merge_range("B1:C2", "birlashgan")
    sheet.write_number("C2", 77)
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.insert_image("E5", "a.png", {"image_data": BytesIO(PIXEL)})
    sheet.add_sparkline("F1", {"range": "A1:A4"})
    sheet.add_table("H1:I3", {"columns": [{"header": "bir"}, {"header": "ikki"}]})
    book.close()
    grid = read(target.getvalue()).grids[0]
    assert [grid.at(row, 1).text for row in range(1, 6)] == [
        "2",
        "a",
        "=A4",
        "04.03.2026",
        "_x000D_ matn",
    ]
    assert grid.at(2, 3).number == 77
    assert grid.hidden_rows == {5}


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain workbook as LibreOffice saves it in three formats."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed here: its files cannot be made")
    folder = tmp_path_factory.mktemp("libreoffice")
    book = openpyxl_workbook()
    sheet = book.worksheets[0]
    sheet["A10"], sheet["B10"], sheet["C10"] = "=1/0", "=1+1", '="a"&"b"'
    sheet.row_dimensions[8].hidden = True
    sheet.merge_cells("D8:E9")
    book.create_sheet("Yashirin")["C3"] = 7
    book.worksheets[1].sheet_state = "hidden"
    source = folder / "reja.xlsx"
    source.write_bytes(saved(book))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for form in ("xlsx:Calc MS Excel 2007 XML", "ods", "xls"):
        command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", folder / "out"]
        subprocess.run([*command, source], check=True, capture_output=True, timeout=120)
    return folder / "out"


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saves(suffix: str, by_libreoffice: Path) -> None:
    workbook = read((by_libreoffice / f"reja.{suffix}").read_bytes())
    expected = told(read(saved(openpyxl_workbook()))) | {
        ("Ish reja", "A10"): (CellKind.ERROR, "#DIV/0!"),
        ("Ish reja", "B10"): (CellKind.NUMBER, 2),
        ("Ish reja", "C10"): (CellKind.TEXT, "ab"),
        ("Yashirin", "C3"): (CellKind.NUMBER, 7),
    }
    if suffix == "ods":  # which has no truth values of its own: 1, shown as TRUE
        expected["Ish reja", "A5"] = (CellKind.DISGUISED, "1")
    assert told(workbook) == expected
    assert workbook.converted == (suffix != "xlsx")
    assert workbook.grids[0].hidden_rows == {8}
    assert [grid.hidden for grid in workbook.grids] == [False, True]


@pytest.mark.slow
def test_openpyxl_finds_the_same_cells(by_libreoffice: Path) -> None:
    content = (by_libreoffice / "reja.xlsx").read_bytes()
    theirs = openpyxl.load_workbook(BytesIO(content))
    counted = {
        (sheet.title, cell.coordinate)
        for sheet in theirs.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert set(told(read(content))) == counted


@pytest.mark.parametrize(
    "source", sorted(Path("input").glob("**/*.xlsx")), ids=lambda path: path.name
)
def test_every_value_in_the_sample_is_a_cell(source: Path) -> None:
    """Counted in the XML itself, by other means than the reader's."""
    content = source.read_bytes()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        counted = sum(
            len(re.findall(r"<(?:v|is)>", archive.read(name).decode())) for name in sheets
        )
    assert sum(len(grid.cells) for grid in read(content).grids) == counted
