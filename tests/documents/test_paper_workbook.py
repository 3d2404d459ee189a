"""The papers as workbooks: the hidden sheet to the letter, numbers as numbers, no live content."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from akmplan.findings import Finding, Severity
from akmplan.model import Number
from akmplan.office.characters import LONGEST_TEXT
from akmplan.office.page import number_format
from tests.documents.papers import brief_of, excel, finding, part, part_names, written
from tests.small import READERS, STOCK, Row, Value, month_tabs, plan_table, saved

NAME = "2026-1-chorak/viloyat-akm.xlsx"
OWED = "Har chorakda viloyat AKM ga taqdim etish"
ALL_YEAR = "2026-yil davomida"


def item(number: str, unit: Value, target: Value, title: str = "Ish") -> Row:
    return (number, title, unit, 100, target, OWED, ALL_YEAR, READERS)


def workbook(
    folder: Path, rows: list[Row], entries: list[tuple[Value, ...]], *found: Finding
) -> bytes:
    """Q1's workbook where January to March hold the same entries."""
    months = dict.fromkeys((1, 2, 3), entries)
    filled = saved(folder, plan_table(rows), oy=month_tabs(READERS, months))
    return written(brief_of(filled, found))[NAME]


def values_of(book: Workbook, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


def test_the_hidden_sheet_to_the_letter(tmp_path: Path) -> None:
    title = "Foydalanuvchilar:\n- yangi;\n- qayta"
    rows: list[Row] = [
        "IV. ISHLAR",
        item("1.", "Nusxa", 120),
        item("2.", 13252, "20\n40", title),
        item("3.", "Dona", "231 (Unicat rejasidan oling)"),
        item("4.", "Dona", None),
        item("5.", "Dona", "-"),
        item("6.", "Dona", "1\n2"),
    ]
    entries: list[tuple[Value, ...]] = [
        ("IV.1", "Ish", None, None, 5), ("IV.2", "yangi", None, None, 0), ("IV.2", "qayta"),
        ("IV.3", "Ish", None, None, "-"), ("IV.4", "Ish", None, None, "ko‘p"),
        ("IV.6", "Ish", None, None, 1),
    ]  # fmt: skip
    book = excel(workbook(tmp_path, rows, entries))
    assert book.sheetnames == ["Hisobot", "Diagramma", "Manbalar", "_akmplan"]
    assert book["_akmplan"].sheet_state == "hidden"
    sheets = ("Yanvar", "Fevral", "Mart")

    def sources(row: int, value: int) -> str:
        return json.dumps([["oy.xlsx", sheet, f"E{row}", value] for sheet in sheets])

    blank = [None] * 8
    assert values_of(book, "_akmplan") == [
        ["form", "akmplan-hisobot", *blank],
        ["version", 1, *blank],
        ["status", "yakuniy", *blank],
        ["centre", "Vobkent tumani axborot-kutubxona markazi", *blank],
        ["year", 2026, *blank],
        ["period", "2026-Q1", *blank],
        ["recipient", "viloyat-akm", *blank],
        [None] * 10,
        ["item", "indicator", "unit", "target", "target_state", "value", "state", "months",
         "year_to_date", "sources"],
        ["IV.1", None, "Nusxa", 120, "reported", 15, "reported", "3/3", 15, sources(4, 5)],
        ["IV.2", "yangi", None, 20, "reported", 0, "reported", "3/3", 0, sources(5, 0)],
        ["IV.2", "qayta", None, 40, "reported", None, "missing", "0/3", None, "[]"],
        ["IV.3", None, "Dona", None, "linked", None, "na", "3/3", None, "[]"],
        ["IV.4", None, "Dona", None, "missing", None, "unreadable", "0/3", None, "[]"],
        ["IV.5", None, "Dona", None, "na", None, "missing", "0/3", None, "[]"],
        ["IV.6", None, "Dona", None, "unreadable", 3, "reported", "3/3", 3, sources(9, 1)],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "format_"),
    [
        (0, "0"),
        (999, "0"),
        (-1000, '#"\u00a0"##0'),
        (86348, '#"\u00a0"##0'),
        (12345678, '#"\u00a0"###"\u00a0"##0'),
        (Decimal("2.50"), "0.00"),
    ],
)
def test_spaces_stand_between_thousands_and_before_no_number(number: Number, format_: str) -> None:
    assert number_format(number) == format_


def test_the_report_holds_numbers_and_the_words_for_states(tmp_path: Path) -> None:
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", 12000), item("2.", "Dona", None)]
    content = workbook(tmp_path, rows, [("IV.1", "Ish", None, None, 500), ("IV.2", "Ish")])
    book = excel(content)
    sheet = book["Hisobot"]
    assert values_of(book, "Hisobot")[5:8] == [
        ["T/r", "Band", "Ko‘rsatkichlar nomi", "O‘lchov birligi", "2026-yil rejasi",
         "I chorakda bajarildi", "Yil boshidan", "Yillik rejaga nisbatan, %", "Izoh"],
        [1, "IV.1", "Ish", "Nusxa", 12000, 1500, 1500, 12.5, None],
        [2, "IV.2", "Ish", "Dona", "ma’lumot yo‘q", "ma’lumot yo‘q", "ma’lumot yo‘q", "–", None],
    ]  # fmt: skip
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_draft_says_so_on_the_page_and_in_the_hidden_sheet(tmp_path: Path) -> None:
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", 120)]
    entries: list[tuple[Value, ...]] = [("IV.1", "Ish", None, None, 5)]
    book = excel(workbook(tmp_path, rows, entries, finding("E5", "IV.1")))
    assert book["Hisobot"]["I1"].value == "LOYIHA"
    assert book["_akmplan"]["B3"].value == "loyiha"
    warned = finding("E5", "IV.1", severity=Severity.WARNING)
    book = excel(workbook(tmp_path, rows, entries, warned))
    assert book["Hisobot"]["I1"].value is None
    assert book["_akmplan"]["B3"].value == "yakuniy"


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "https://example.org/", "A & <b> {{ x }} 😀 \u202e", "_x0041_ ]]>"]
)
def test_text_is_neither_formula_nor_link(tmp_path: Path, text: str) -> None:
    plan = plan_table(["IV. ISHLAR", item("1.", "", 120, "")])
    for name in ("B5", "C5"):
        cell = plan.worksheets[0][name]
        cell.value, cell.data_type = text.replace("_x", "_x005F_x"), "s"
    months = month_tabs(READERS, {1: [("IV.1", "Ish", None, None, 5)]})
    content = written(brief_of(saved(tmp_path, plan, oy=months)))[NAME]
    sheets = [part(content, name) for name in part_names(content) if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
    book = excel(content)
    assert [book["Hisobot"]["C7"].value, book["Hisobot"]["D7"].value] == [text.strip(":;., ")] * 2
    assert book["_akmplan"]["C10"].value == text


def test_every_figure_has_its_cells_in_the_sources(tmp_path: Path) -> None:
    rows: list[Row] = [
        "IV. ISHLAR",
        ("1.", "Ish", "Nusxa", 1, 120, "Har oy viloyat AKM ga taqdim etish", ALL_YEAR,
         f"{READERS}\n{STOCK}"),
    ]  # fmt: skip
    folder = saved(
        tmp_path,
        plan_table(rows),
        bir=month_tabs(READERS, {1: [("IV.1", "Ish", None, None, 7)], 2: [("IV.1",)]}),
        ikki=month_tabs(STOCK, {1: [("IV.1", "Ish", None, None, "-")],
                                2: [("IV.1", "Ish", None, None, 3)]}),
    )  # fmt: skip
    book = excel(written(brief_of(folder))["2026-02/viloyat-akm.xlsx"])
    readers = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"
    stock = "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati"
    assert values_of(book, "Manbalar")[1:] == [
        ["IV.1", "Ish", "2026-yil rejasi", None, None, 120, "reja.xlsx", "Ish reja", "E5"],
        ["IV.1", "Ish", "Yil boshidan", readers, "yanvar", 7, "bir.xlsx", "Yanvar", "E4"],
        ["IV.1", "Ish", "Yil boshidan", stock, "yanvar", "-", "ikki.xlsx", "Yanvar", "E4"],
        ["IV.1", "Ish", "Fevral oyida bajarildi", stock, "fevral", 3, "ikki.xlsx", "Fevral", "E4"],
    ]


def test_charts_draw_on_numbers_of_their_own_sheet(tmp_path: Path) -> None:
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", 120), item("2.", "Dona", None)]
    content = workbook(
        tmp_path, rows, [("IV.1", "Ish", None, None, 5), ("IV.2", "Ish", None, None, 0)]
    )
    book = excel(content)
    months = ["yanvar", "fevral", "mart"]
    assert values_of(book, "Diagramma")[2:5] == [
        ["Band", "Ko‘rsatkich", "Yillik rejaga nisbatan, %", "Kutilgan ulush, %", *months],
        ["IV.1", "Ish", 12.5, 25, 5, 5, 5],
        ["IV.2", "Ish", None, None, 0, 0, 0],
    ]
    charts = [name for name in part_names(content) if name.startswith("xl/charts/chart")]
    assert len(charts) == 3
    drawn = part(content, charts[0]).decode()
    assert "Diagramma!$C$4:$C$5" in drawn
    assert "Diagramma!$D$4:$D$5" in drawn


def charts_of(content: bytes) -> list[str]:
    names = [name for name in part_names(content) if name.startswith("xl/charts/chart")]
    return [part(content, name).decode() for name in names]


def test_no_chart_where_there_is_nothing_to_show(tmp_path: Path) -> None:
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", None), item("2.", "Dona", None)]
    content = workbook(tmp_path, rows, [("IV.1", "Ish", None, None, 5), ("IV.2", "Ish")])
    (only,) = charts_of(content)  # the months of IV.1: no plan to hold either against
    assert "IV.1, Nusxa" in only


@pytest.mark.parametrize(("most", "by_ones"), [(6, True), (7, False)])
def test_a_few_documents_are_counted_one_by_one(tmp_path: Path, most: int, by_ones: bool) -> None:
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Hujjat", None)]
    (only,) = charts_of(workbook(tmp_path, rows, [("IV.1", "Ish", None, None, most)]))
    assert ('<c:majorUnit val="1"/>' in only) is by_ones


def test_what_is_expected_of_a_period_under_way_is_expected_by_today(tmp_path: Path) -> None:
    entries = [("IV.1", "Ish", None, None, 5)]
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", 120)]
    filled = saved(tmp_path, plan_table(rows), oy=month_tabs(READERS, {1: entries, 2: entries}))
    book = excel(written(brief_of(filled, today=date(2026, 2, 28)))[NAME])
    assert book["Diagramma"]["D4"].value == 16.7


def test_many_indicators_share_several_charts_on_pages_of_their_own(tmp_path: Path) -> None:
    rows: list[Row] = [
        "IV. ISHLAR", *(item(f"{number}.", "Nusxa", 12) for number in range(1, 31))
    ]  # fmt: skip
    entries: list[tuple[Value, ...]] = [
        (f"IV.{number}", "Ish", None, None, 1) for number in range(1, 31)
    ]
    content = workbook(tmp_path, rows, entries)
    drawn = charts_of(content)
    progress = [chart for chart in drawn if "Yillik rejaga nisbatan bajarilishi" in chart]
    assert [rows in chart for chart, rows in zip(
        progress, ("$C$4:$C$13", "$C$14:$C$23", "$C$24:$C$33"), strict=True
    )] == [True] * 3  # fmt: skip
    assert len(drawn) == 3 + 30
    breaks = [one.id for one in excel(content)["Diagramma"].row_breaks.brk]
    assert breaks == sorted(set(breaks))
    assert len(breaks) > 2
    assert breaks[0] == 34  # none of the charts on the table's own page


def test_a_long_name_is_cut_where_a_chart_must_show_it(tmp_path: Path) -> None:
    names = "Ishlar:\n- maktablar uchun kitob ko‘rgazmalari;\n- qolganlari"
    row: Row = ("1.", names, "Marta", "1\n1", "12\n12", OWED, ALL_YEAR, READERS)
    entries: list[tuple[Value, ...]] = [
        ("IV.1", "maktablar uchun kitob ko‘rgazmalari", None, None, 1),
        ("IV.1", "qolganlari", None, None, 1),
    ]
    book = excel(workbook(tmp_path, ["IV. ISHLAR", row], entries))
    labels = [line[:2] for line in values_of(book, "Diagramma")[3:5]]
    assert labels == [
        ["IV.1 maktablar uchun …", "Ishlar: maktablar uchun kitob ko‘rgazmalari"],
        ["IV.1 qolganlari", "Ishlar: qolganlari"],
    ]


def test_the_table_is_signed_by_whom_the_requisites_name(tmp_path: Path) -> None:
    plan = plan_table(["IV. ISHLAR", item("1.", "Nusxa", 12)])
    sheet = plan.create_sheet("Rekvizitlar")
    for line in (("Nomi", "Qiymati"), ("Rahbar lavozimi", "Direktor v.b."), ("Direktor", "A. A")):
        sheet.append(line)
    saved(tmp_path, plan, bir=month_tabs(READERS, {1: [("IV.1", "Ish", None, None, 1)]}))
    rows = values_of(excel(written(brief_of(tmp_path))[NAME]), "Hisobot")
    assert [value for value in rows[-1] if value] == ["Direktor v.b.", "A. A"]


def test_sources_too_long_for_a_cell_go_on_to_the_right(tmp_path: Path) -> None:
    folder, name = tmp_path, "f" * 200
    for level in range(12):
        folder /= f"{level}{name}"
    folder.mkdir(parents=True)
    services = [f"{number}-sektor xizmati" for number in range(6)]
    months = {month: [("IV.1", "Ish", None, None, 1)] for month in (1, 2, 3)}
    for number, service in enumerate(services):
        month_tabs(service, months).save(folder / f"{number}.xlsx")
    row = ("1.", "Ish", "Nusxa", 1, 120, OWED, ALL_YEAR, "\n".join(services))
    saved(tmp_path, plan_table(["IV. ISHLAR", row]))
    book = excel(written(brief_of(tmp_path))[NAME])
    cells = [value for value in values_of(book, "_akmplan")[9][9:] if value]
    assert len(cells) > 1
    assert all(len(cell) <= LONGEST_TEXT for cell in cells)
    assert sum(source[3] for cell in cells for source in json.loads(cell)) == 18


def test_a_text_too_long_for_a_cell_ends_in_dots(tmp_path: Path) -> None:
    title = "uzun " * 6553 + "oxiri"
    long_name = f"{title[:200]}:\n- {title[:32000]};\n- ikki"
    rows: list[Row] = ["IV. ISHLAR", item("1.", "Nusxa", "1\n2", long_name)]
    content = workbook(tmp_path, rows, [("IV.1", "ikki", None, None, 5)])
    assert len(excel(content)["Hisobot"]["C7"].value) <= LONGEST_TEXT
