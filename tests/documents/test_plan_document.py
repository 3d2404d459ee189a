"""The plan as a Word document: the staff's text to the letter, drafts with remarks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from akmplan.findings import Finding, Severity
from tests.documents.papers import (
    WORD,
    brief_of,
    comments_by_cell,
    finding,
    paragraphs_of,
    part,
    part_names,
    rows_of,
    word,
    written,
)
from tests.small import Row, plan_table, saved

NAME = "ish-reja-2026.docx"
HOSTILE = (
    "A & B <b>qalin</b> &amp; “qo‘sh” 'tirnoq' \"x\"",
    "{{ markaz }} {% for x in y %} {%tr endfor %} {# izoh #} {{",
    "=1+1\n+998\n-5\n@SUM(A1)",
    "😀 \u202eteskari\u202c \u200f ب",
    "Мажбурий нусха — Ўқувчи",
    "  boshida va oxirida bo‘sh joy  \n\n\tikki qator  ",
    "x" * 4000,
    "]]></w:t><w:t> <!-- --> %{ ${PATH} \\n",
)


def plan_of(folder: Path, *rows: Row, findings: tuple[Finding, ...] = ()) -> bytes:
    brief = brief_of(saved(folder, plan_table(rows)), findings)
    return written(brief)[NAME]


def table_of(content: bytes) -> list[list[str]]:
    return rows_of(word(content).tables[-1])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_stands_as_typed(tmp_path: Path, text: str) -> None:
    row = ("1.", text, text, text, text, text, text, text)
    assert table_of(plan_of(tmp_path, "I. ISHLAR", row))[-1] == list(row)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_section_and_a_title_stand_as_typed(tmp_path: Path, text: str) -> None:
    workbook = plan_table([f"I. {text}", ("1.", "Ish")])
    workbook.worksheets[0]["A2"] = f"2026-yil {text}"
    content = written(brief_of(saved(tmp_path, workbook)))[NAME]
    assert table_of(content)[2] == [f"I. {text}"]
    lines = [line for line in f"2026-yil {text}".splitlines() if line.strip()]
    shown = "\n".join(paragraph for paragraph in paragraphs_of(content))
    assert all(line in shown for line in lines)


def test_a_character_that_no_page_can_show_is_shown_as_such(tmp_path: Path) -> None:
    workbook = plan_table(["I. ISHLAR", ("1.", "bir\ufdd00\ufdd1ikki")])
    content = written(brief_of(saved(tmp_path, workbook)))[NAME]
    assert table_of(content)[-1][1] == "bir\ufffd0\ufffdikki"


def test_numbers_blanks_dashes_and_references_stand_as_typed(tmp_path: Path) -> None:
    content = plan_of(
        tmp_path,
        "I. ISHLAR",
        ("1.", "Ish", None, None, "-"),
        ("2.", "Ish", 13252, 1850, "231 (Unicat rejasidan oling)\n2000 (Unicat rejasidan oling)"),
        ("3.", "Ish", "Sahifa", "18/3982", "33\n38"),
    )
    assert [row[2:5] for row in table_of(content)[3:]] == [
        ["", "", "-"],
        ["13252", "1850", "231 (Unicat rejasidan oling)\n2000 (Unicat rejasidan oling)"],
        ["Sahifa", "18/3982", "33\n38"],
    ]


def test_struck_out_words_are_printed_struck_out(tmp_path: Path) -> None:
    workbook = plan_table(["I. ISHLAR", ("1.", "Ish")])
    struck = InlineFont(strike=True)
    workbook.worksheets[0]["F5"] = CellRichText("oldin ", TextBlock(struck, "eski"), " keyin")
    content = written(brief_of(saved(tmp_path, workbook)))[NAME]
    cell = word(content).tables[-1].rows[-1].cells[5]
    runs = [(run.text, bool(run.font.strike)) for run in cell.paragraphs[0].runs]
    assert runs == [("oldin ", False), ("eski", True), (" keyin", False)]


def test_underlines_are_kept(tmp_path: Path) -> None:
    workbook = plan_table(["I. ISHLAR", ("1.", "Ish")])
    under = InlineFont(u="single")
    workbook.worksheets[0]["F5"] = CellRichText(
        "oldin ", TextBlock(under, "Asosiy\nbaza:"), " keyin ", TextBlock(under, "oxiri")
    )
    content = written(brief_of(saved(tmp_path, workbook)))[NAME]
    cell = word(content).tables[-1].rows[-1].cells[5]
    runs = [(run.text, bool(run.underline)) for run in cell.paragraphs[0].runs]
    assert runs == [
        ("oldin ", False), ("Asosiy\nbaza:", True), (" keyin ", False), ("oxiri", True),
    ]  # fmt: skip


def test_the_page_and_the_table_are_set_for_print(tmp_path: Path) -> None:
    content = plan_of(tmp_path, "I. ISHLAR", ("7.", "Fond"), "Shundan,", ("7.1.", "Xarid"))
    document = word(content)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert round(section.page_width.mm) == 297
    table = document.tables[-1]
    repeated = [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in table._tbl.tr_lst]
    assert repeated == [True, True, False, False, False, False]
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in table._tbl.tr_lst)
    assert rows_of(table)[2:5] == [["I. ISHLAR"], rows_of(table)[3], ["Shundan,"]]
    assert "PAGE" in section.footer._element.xml
    assert [len(row.cells) for row in table.rows] == [8] * 6


def test_the_headings_stand_as_typed_over_two_rows(tmp_path: Path) -> None:
    heading = table_of(plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish")))[:2]
    assert heading[0][:4] == ["№", "Nomi", "O‘lchov birligi", "Miqdori"]
    assert heading[1][3:5] == ["2025-yil (fakt)", "2026-yil (reja)"]


def test_a_final_plan_bears_no_draft_mark_and_no_remarks(tmp_path: Path) -> None:
    warned = finding("E5", "I.1", severity=Severity.WARNING)
    explained = finding("E5", "I.1", explained="Shunday kelishilgan.")
    content = plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish"), findings=(warned, explained))
    assert b"LOYIHA" not in part(content, "word/document.xml")
    assert b"LOYIHA" not in part(content, "word/header1.xml")
    assert "word/comments.xml" not in part_names(content)


def test_a_draft_is_marked_on_its_first_page_and_on_the_others(tmp_path: Path) -> None:
    content = plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish"), findings=(finding("E5", "I.1"),))
    assert paragraphs_of(content)[0] == "LOYIHA"
    section = word(content).sections[0]
    assert [one.text for one in section.header.paragraphs] == ["LOYIHA"]
    assert [one.text for one in section.first_page_header.paragraphs] == [""]
    assert section.different_first_page_header_footer


def test_remarks_stand_at_the_cells_of_the_findings(tmp_path: Path) -> None:
    content = plan_of(
        tmp_path,
        "I. ISHLAR",
        ("1.", "Birinchi ish", "Nusxa", 1, 2),
        ("2.", "Ikkinchi ish", "Nusxa", 3, None),
        findings=(
            finding("B5", "I.1", says="Nomini tuzating & <tekshiring>."),
            finding("E6", "I.2", code="P104", severity=Severity.WARNING, says="Yozing."),
            finding("E6", "I.2", code="T101", says="Qo‘shing.", explained="Kelishilgan."),
            finding("A4", code="P101", says="Bo‘lim."),
        ),
    )
    assert comments_by_cell(content) == [
        ("I. ISHLAR", "P101. Bo‘lim."),
        ("Birinchi ish", "T101. Nomini tuzating & <tekshiring>."),
        ("", "P104. Yozing."),
        ("", "T101. Qo‘shing.\nIzoh: Kelishilgan."),
    ]
    document = word(content)
    assert {comment.author for comment in document.comments} == {"akmplan"}
    said_on = [one.timestamp.date() for one in document.comments if one.timestamp]
    assert said_on == [date(2026, 1, 1)] * 4


def test_a_remark_without_a_printed_cell_stands_at_the_beginning(tmp_path: Path) -> None:
    found = (finding("K99", code="L107", says="Formula hisoblanmagan."),)
    content = plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish"), findings=found)
    assert comments_by_cell(content) == [("LOYIHA", "L107. Formula hisoblanmagan.")]


def test_findings_of_other_sheets_do_not_make_a_draft_of_the_plan(tmp_path: Path) -> None:
    found = (finding("E5", "I.1", file="fond.xlsx", sheet="Yanvar", period="2026-01"),)
    content = plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish"), findings=found)
    assert b"LOYIHA" not in part(content, "word/document.xml")


def test_properties_say_the_title_the_centre_and_the_day(tmp_path: Path) -> None:
    core = word(plan_of(tmp_path, "I. ISHLAR", ("1.", "Ish"))).core_properties
    assert core.title == "2026-yil uchun ish reja"
    assert core.author == core.last_modified_by == "Vobkent tumani axborot-kutubxona markazi"
    assert core.created is not None
    assert core.modified is not None
    assert core.created.date() == core.modified.date() == date(2026, 1, 1)


def test_columns_may_stand_in_any_order_or_be_missing(tmp_path: Path) -> None:
    workbook = plan_table(["I. ISHLAR", ("1.", "Ish", "Nusxa", 1, 2, "Usul", "2026-yil davomida")])
    workbook.worksheets[0].delete_cols(6)
    content = written(brief_of(saved(tmp_path, workbook)))[NAME]
    heading, row = table_of(content)[0], table_of(content)[-1]
    assert heading[4] == "Amalga oshirish mexanizmi"
    assert row[5:7] == ["", "2026-yil davomida"]
