"""A filled form looks as it did: only marked cells and the results of formulas have changed."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import xlsxwriter
from lxml import etree
from openpyxl.cell.rich_text import CellRichText
from openpyxl.reader.excel import load_workbook
from python_calamine import CalamineWorkbook

from tests.documents.papers import excel, finding, part
from tests.documents.region_forms.blank import blank, filled, made, rich_blank
from tests.hostile.surgery import parts_of, with_part

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHANGED = {
    "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
    "docProps/app.xml", "docProps/core.xml", "xl/sharedStrings.xml", SHEET,
    "xl/charts/chart1.xml",  # but only what it remembers of the cells
}  # fmt: skip
MARKED = ("A1", "A2", "C5", "C6", "D5", "D6", "E5", "E6")
COMPUTED = ("D7", "F5", "F6")


def bare(sheet: bytes) -> bytes:
    """The sheet's markup without what stands in the cells that may change."""
    root = etree.fromstring(sheet)
    for cell in root.iter(f"{MAIN}c"):
        if cell.get("r") in MARKED:
            cell[:] = []
        elif cell.get("r") in COMPUTED:
            cell[:] = cell.findall(f"{MAIN}f")
        if cell.get("r") in (*MARKED, *COMPUTED):
            cell.attrib.pop("t", "")
    return etree.tostring(root, method="c14n")


def data_of(content: bytes) -> bytes:
    """All cells of the sheet."""
    data = etree.fromstring(part(content, SHEET)).find(f"{MAIN}sheetData")
    assert data is not None
    return etree.tostring(data, method="c14n")


def headers_of(content: bytes) -> dict[str, str | None]:
    """The sheet's headers by their kind."""
    listed = etree.fromstring(part(content, SHEET)).iterfind(f"{MAIN}headerFooter/*")
    named = {etree.QName(one).localname: one.text for one in listed}
    return {name: text for name, text in named.items() if name.endswith("Header")}


def test_every_other_part_keeps_its_bytes(tmp_path: Path) -> None:
    before, after = parts_of(rich_blank()), parts_of(filled(tmp_path, rich_blank()))
    assert {name for name, content in before.items() if after[name] != content} <= CHANGED
    assert set(after) - set(before) == {"xl/worksheets/akmplan1.xml"}
    kept = ("media/image1.png", "comments1.xml", "drawings/vmlDrawing1.vml")
    assert all(before[f"xl/{name}"] == after[f"xl/{name}"] for name in kept)
    assert before["xl/styles.xml"] == after["xl/styles.xml"]


def test_the_sheets_markup_changes_only_within_its_cells(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    assert bare(part(content, SHEET)) == bare(part(rich_blank(), SHEET))


def test_openpyxl_and_calamine_read_the_same_figures(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    page = excel(content)["1-shakl"]
    spots = ("C5", "C6", "D5", "D6", "E5", "E6")
    values = [1500, 40, 1233, 0, 0.822, 0]
    assert [page[spot].value for spot in spots] == values
    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("1-shakl")
    rows = read.to_python()[4:6]
    assert [row[column] for column in (2, 3, 4) for row in rows] == values
    assert {str(one) for one in page.merged_cells.ranges} == {"A1:E1", "A2:E2"}
    assert (page.print_title_rows, page.freeze_panes) == ("$4:$4", "C5")
    assert page.row_dimensions[1].height == 30


def test_a_piece_of_rich_text_keeps_its_own_look(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    rich = load_workbook(io.BytesIO(content), rich_text=True)["1-shakl"]["A2"].value
    assert isinstance(rich, CellRichText)
    pieces: list[Any] = [*rich]
    assert str(rich) == "Jadval: 2026-yil I chorak uchun"
    assert (pieces[1].text, pieces[1].font.color.rgb) == ("2026-yil ", "FFFF0000")
    assert (pieces[2].text, pieces[2].font.i) == ("I chorak", True)


def test_a_mark_that_excel_parted_is_one_mark(tmp_path: Path) -> None:
    """A letter made bold in the midst of a mark parts it into runs."""

    def part_it(book: xlsxwriter.Workbook) -> None:
        bold = book.add_format({"bold": True})
        pieces = ["Jami {{ IV", bold, ".2.da", "vr }} ta, ", bold, "{{ markaz", " }}"]
        book.worksheets()[0].write_rich_string("B8", *pieces)

    page = excel(filled(tmp_path, rich_blank(part_it)))["1-shakl"]
    assert page["B8"].value == "Jami 3 ta, Vobkent tumani axborot-kutubxona markazi"


def test_formulas_stay_and_their_stale_results_go(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    page = etree.fromstring(part(content, SHEET))
    cells = {cell.get("r"): cell for cell in page.iter(f"{MAIN}c")}
    assert cells["D7"].findtext(f"{MAIN}f") == "SUM(D5:D6)"
    assert [cells[spot].find(f"{MAIN}v") for spot in COMPUTED] == [None, None, None]
    calculation = etree.fromstring(part(content, "xl/workbook.xml")).find(f"{MAIN}calcPr")
    assert calculation is not None
    assert calculation.get("fullCalcOnLoad") == "1"


def test_a_form_without_formulas_is_not_calculated_anew(tmp_path: Path) -> None:
    form = with_part(
        blank({"A1": "{{ IV.2.davr }}"}),
        "xl/workbook.xml",
        lambda xml: xml.replace(b'<calcPr calcId="124519" fullCalcOnLoad="1"/>', b""),
    )
    assert b"calcPr" not in part(form, "xl/workbook.xml")
    assert b"calcPr" not in part(filled(tmp_path, form), "xl/workbook.xml")


def test_a_charts_memory_of_the_blank_form_goes(tmp_path: Path) -> None:
    def remember(xml: bytes) -> bytes:
        cache = b'<c:numCache><c:pt idx="0"><c:v>777</c:v></c:pt></c:numCache></c:numRef>'
        return xml.replace(b"</c:numRef>", cache)

    form = with_part(rich_blank(), "xl/charts/chart1.xml", remember)
    assert b"777" in part(form, "xl/charts/chart1.xml")
    chart = part(filled(tmp_path, form), "xl/charts/chart1.xml")
    assert b"777" not in chart
    assert b"'1-shakl'!$D$5:$D$6" in chart


def test_the_properties_are_the_papers(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    properties = excel(content).properties
    assert properties.title == "2026-yil I chorak hisoboti to‘g‘risida"
    assert properties.creator == "Vobkent tumani axborot-kutubxona markazi"
    assert [name for name, it in parts_of(content).items() if b"MAXFIY" in it] == []


def test_a_draft_says_so_in_the_heading_and_nowhere_in_the_cells(tmp_path: Path) -> None:
    draft = filled(tmp_path, rich_blank(), [finding("E6", "IV.1")])
    final = filled(tmp_path, rich_blank())
    # the right section is the form's own
    assert headers_of(draft) == {"oddHeader": '&L&"-,Bold"&14LOYIHA&CViloyat shakli&RA-shakl'}
    assert b'<tabColor rgb="FFC00000"/>' in part(draft, SHEET)
    assert str(excel(draft).properties.title).startswith("LOYIHA")
    assert excel(draft)["_akmplan"]["B3"].value == "loyiha"
    assert data_of(draft) == data_of(final)
    assert b"LOYIHA" not in part(final, SHEET)


def test_every_kind_of_page_bears_the_mark_of_a_draft(tmp_path: Path) -> None:
    def with_headers(xml: bytes) -> bytes:
        begin, _, rest = xml.partition(b"<headerFooter>")
        headers = b'<headerFooter differentOddEven="1" differentFirst="1">'
        return begin + headers + rest

    form = with_part(rich_blank(), SHEET, with_headers)
    assert headers_of(filled(tmp_path, form, [finding("E6", "IV.1")])) == {
        "oddHeader": '&L&"-,Bold"&14LOYIHA&CViloyat shakli&RA-shakl',
        "evenHeader": '&R&"-,Bold"&14LOYIHA',
        "firstHeader": '&R&"-,Bold"&14LOYIHA',
    }


def test_a_sheet_that_is_a_chart_bears_the_mark_too(tmp_path: Path) -> None:
    def with_chart_sheet(book: xlsxwriter.Workbook) -> None:
        chart = book.add_chart({"type": "pie"})
        chart.add_series({"values": "='1-shakl'!$D$5:$D$6"})
        sheet = book.add_chartsheet("Rasm")
        sheet.set_chart(chart)
        sheet.set_header("&RB-shakl")

    form, name = rich_blank(with_chart_sheet), "xl/chartsheets/sheet1.xml"
    draft = etree.fromstring(part(filled(tmp_path, form, [finding("E6", "IV.1")]), name))
    kinds = [etree.QName(one).localname for one in draft]
    assert kinds == ["sheetPr", "sheetViews", "pageMargins", "headerFooter", "drawing"]
    assert draft.findtext(f"{MAIN}headerFooter/{MAIN}oddHeader") == (
        '&L&"-,Bold"&14LOYIHA&RB-shakl'
    )
    assert draft.find(f"{MAIN}sheetPr/{MAIN}tabColor[@rgb='FFC00000']") is not None
    assert part(filled(tmp_path, form), name) == part(form, name)


def test_the_form_prints_the_mark_itself_where_it_has_the_word(tmp_path: Path) -> None:
    form = blank({"A1": "{{ loyiha }}", "A2": "{{ IV.2.davr }}"})
    found = finding("E7", "IV.2")
    assert excel(filled(tmp_path, form, [found])).worksheets[0]["A1"].value == "LOYIHA"
    assert excel(filled(tmp_path, form)).worksheets[0]["A1"].value is None


def test_a_form_is_a_draft_by_what_it_prints_itself(tmp_path: Path) -> None:
    """The pair prints both items, each form one of them."""
    found = [finding("E7", "IV.2")]
    clean = made(tmp_path / "a", blank({"A1": "{{ IV.1.yangi.davr }}"}), found)
    spoilt = made(tmp_path / "b", blank({"A1": "{{ IV.2.davr }}"}), found)
    name = "2026-1-chorak/viloyat-akm_choraklik-shakl.xlsx"
    statuses = [excel(one[name])["_akmplan"]["B3"].value for one in (clean, spoilt)]
    pair = excel(clean["2026-1-chorak/viloyat-akm.xlsx"])["_akmplan"]["B3"].value
    assert (statuses, pair) == (["yakuniy", "loyiha"], "loyiha")


def test_cells_that_do_not_say_where_they_stand(tmp_path: Path) -> None:
    """Some exporters leave the places out."""
    form = with_part(
        blank({"A1": "Jami", "B1": "{{ IV.2.davr }}", "A2": "{{ markaz }}"}),
        SHEET,
        lambda xml: re.sub(rb'(<(?:c|row)\b[^>]*?) r="[^"]*"', rb"\1", xml),
    )
    page = excel(filled(tmp_path, form)).worksheets[0]
    assert (page["A1"].value, page["B1"].value) == ("Jami", 3)
    assert page["A2"].value == "Vobkent tumani axborot-kutubxona markazi"
