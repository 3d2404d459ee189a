"""What stands in a filled form: the figures of the papers, as numbers, and the words for states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from akmplan.documents import open_forms
from akmplan.figures import Ledger
from akmplan.workbooks.workbook import workbook_from
from tests.documents.papers import (
    TODAY,
    brief_from,
    brief_of,
    excel,
    paragraphs_of,
    part,
    part_names,
    written,
)
from tests.documents.region_forms.blank import (
    ALL_YEAR,
    ENTRIES,
    NAME,
    OUT,
    OWED,
    ROWS,
    blank,
    filled,
    made,
    rich_blank,
    row_of,
    templates_with,
    year_of,
)
from tests.small import READERS, Row, Value

SHEET: Final = "xl/worksheets/sheet1.xml"


def cells_of(content: bytes, *spots: str) -> list[Any]:
    sheet = excel(content).worksheets[0]
    return [sheet[spot].value for spot in spots]


def test_a_cell_that_is_one_mark_gets_a_number_in_its_own_format(tmp_path: Path) -> None:
    kinds = ("fakt", "reja", "davr", "yil_boshidan", "foiz")
    marks = {
        f"{column}2": f"{{{{ IV.1.yangi.{kind} }}}}"
        for column, kind in zip("ABCDE", kinds, strict=True)
    }
    content = filled(tmp_path, blank(marks, {"C2": "# ##0", "E2": "0.0"}))
    assert cells_of(content, *marks) == [20, 1500, 1233, 1233, 82.2]
    sheet = excel(content).worksheets[0]
    assert [sheet[spot].number_format for spot in ("A2", "C2", "E2")] == ["General", "# ##0", "0.0"]


def test_a_mark_within_text_gets_the_printed_form(tmp_path: Path) -> None:
    text = "Reja {{ IV.1.yangi.reja }}, bajarildi {{IV.1.yangi.davr}} ({{ IV.1.yangi.foiz }} %)"
    content = filled(tmp_path, blank({"A1": text, "A2": " {{ IV.2.davr }} ta"}))
    assert cells_of(content, "A1", "A2") == [
        "Reja 1\u00a0500, bajarildi 1\u00a0233 (82,2 %)",
        " 3 ta",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "0%",
        "0.0%",
        "0.00%",
        "#,##0.0%",
        "0.0%;[Red]-0.0%",
        '[=0]"-";0.0%',
        '[=0]"";0%',
        '[<0]"xato";0%',
        '[>0]0.0%;"-"',
    ],
)
def test_a_cell_in_per_cent_shows_the_papers_per_cent(tmp_path: Path, code: str) -> None:
    content = filled(tmp_path, blank({"A1": "{{ IV.1.yangi.foiz }}"}, {"A1": code}))
    assert cells_of(content, "A1") == [0.822]


@pytest.mark.parametrize(("code", "value"), [('0.0"%"', 82.2), ("General", 82.2), ("@", 82.2)])
def test_a_per_cent_sign_that_is_only_written_changes_nothing(
    tmp_path: Path, code: str, value: float
) -> None:
    content = filled(tmp_path, blank({"A1": "{{ IV.1.yangi.foiz }}"}, {"A1": code}))
    assert cells_of(content, "A1") == [value]


def test_only_what_is_itself_in_per_cent_is_divided(tmp_path: Path) -> None:
    rows: list[Row] = [*ROWS, ("3.", "Ulush", "%", 50, 60, OWED, ALL_YEAR, READERS)]
    entries = [*ENTRIES, ("IV.3", "Ulush", None, None, 20)]
    form = blank({"A1": "{{ IV.3.reja }}", "A2": "{{ IV.2.reja }}"}, {"A1": "0%", "A2": '0"%"'})
    content = made(tmp_path, form, year=year_of(tmp_path / "input", rows, entries))[OUT]
    assert cells_of(content, "A1", "A2") == [0.6, 8]


@pytest.mark.parametrize(
    ("entry", "target", "printed"),
    [
        (3, 12, [9, 9, 12, 75]),
        (0, 12, [0, 0, 12, 0]),
        (None, 12, ["ma’lumot yo‘q", "ma’lumot yo‘q", 12, "–"]),
        ("-", 12, ["–", "–", 12, "–"]),
        ("ko‘p", 12, ["o‘qib bo‘lmadi", "o‘qib bo‘lmadi", 12, "–"]),
        (3, "- (Unicat rejasidan oling)", [9, 9, "aniqlanmoqda", "–"]),
        (3, "231 (Unicat rejasidan oling)", [9, 9, "aniqlanmoqda", "–"]),
        (3, "-", [9, 9, "–", "–"]),
        (3, None, [9, 9, "ma’lumot yo‘q", "–"]),
        (3, "33\n38", [9, 9, "o‘qib bo‘lmadi", "–"]),
    ],
)
def test_the_states_are_printed_as_in_papers(
    tmp_path: Path, entry: Value, target: Value, printed: list[Any]
) -> None:
    rows: list[Row] = [*ROWS[:2], ("2.", "Tadbir", "Tadbir", 4, target, OWED, ALL_YEAR, READERS)]
    entries = [*ENTRIES[:2], ("IV.2", "Tadbir", None, None, entry)]
    marks = {
        f"A{row}": f"{{{{ IV.2.{kind} }}}}"
        for row, kind in enumerate(("davr", "yil_boshidan", "reja", "foiz"), 1)
    }
    documents = made(tmp_path, blank(marks), year=year_of(tmp_path / "input", rows, entries))
    assert cells_of(documents[OUT], *marks) == printed
    row = row_of(documents, "2026-1-chorak/viloyat-akm", "IV.2")
    assert [row[5], row[6], row[4], row[7]] == printed


def test_form_and_paper_say_the_same(tmp_path: Path) -> None:
    year = year_of(tmp_path / "input", months=(1, 2, 3, 4, 5, 6))
    marks = {
        "A1": "{{ IV.1.yangi.davr }}",
        "B1": "{{ IV.1.yangi.yil_boshidan }}",
        "C1": "{{ IV.1.yangi.foiz }}",
    }
    documents = made(tmp_path, blank(marks), year=year)
    for quarter in (1, 2):
        row = row_of(documents, f"2026-{quarter}-chorak/viloyat-akm", "IV.1")
        form = documents[f"2026-{quarter}-chorak/viloyat-akm_choraklik-shakl.xlsx"]
        assert cells_of(form, *marks) == [row[5], row[6], row[7]]


def test_the_papers_own_words_are_those_of_the_letter(tmp_path: Path) -> None:
    names = (
        "markaz",
        "markaz_bosh_harflarda",
        "yil",
        "davr",
        "davrda",
        "kimga",
        "mavzu",
        "lavozim",
        "loyiha",
    )
    marks = {f"A{row}": f"{{{{ {name} }}}}" for row, name in enumerate(names, 1)}
    heading = {"B1": "{{ jadval_sarlavhasi }}", "B2": "{{ markaz }}: {{ davr }}"}
    documents = made(tmp_path, blank({**marks, **heading, "C1": "{{ IV.2.davr }}"}))
    assert cells_of(documents[OUT], *marks) == [
        "Vobkent tumani axborot-kutubxona markazi",
        "VOBKENT TUMANI AXBOROT-KUTUBXONA MARKAZI",
        "2026", "I chorak", "I chorakda", None, "2026-yil I chorak hisoboti to‘g‘risida",
        "Direktor", None,
    ]  # fmt: skip
    letter = paragraphs_of(documents["2026-1-chorak/viloyat-akm.docx"])
    several, both = cells_of(documents[OUT], "B1", "B2")
    assert set(several.split("\n")) <= set(letter)
    assert both == "Vobkent tumani axborot-kutubxona markazi: I chorak"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "{{ 7*7 }}", "<f>1</f>", "_x0041_", "😀 & <b>"]
)
def test_what_was_typed_in_a_plan_is_neither_formula_nor_mark(tmp_path: Path, text: str) -> None:
    brief = brief_of(year_of(tmp_path / "input"), ())
    form = blank({"A1": "{{ markaz }}", "A2": "Markaz: {{ markaz }}", "A3": "{{ IV.2.davr }}"})
    templates = templates_with(tmp_path / "templates", form=form)
    looked = open_forms(templates).fitted_to(brief.plan)
    renamed = Ledger(brief.year, replace(brief.plan, centre=text))
    filled_in = replace(brief_from(renamed, (), TODAY), forms=looked.forms)
    content = written(filled_in, templates)[OUT]
    grid = workbook_from(content, OUT).grids[0]
    assert [grid.at(row, 1).text for row in (1, 2)] == [text, f"Markaz: {text}"]
    assert etree.fromstring(part(content, SHEET)).findall(".//{*}f") == []


def test_the_shared_text_of_a_mark_is_gone_from_the_file(tmp_path: Path) -> None:
    content = filled(tmp_path, rich_blank())
    assert b"{{" in part(rich_blank(), "xl/sharedStrings.xml")
    assert [name for name in part_names(content) if b"{{" in part(content, name)] == []


def test_a_form_of_words_alone_is_filled_where_shakli_names_it(tmp_path: Path) -> None:
    row: list[Value] = ["Hisobot", "Viloyat AKM", "har chorakda", None, "IV.2", NAME]
    year = year_of(tmp_path / "input", reports=[row])
    content = made(tmp_path, blank({"A1": "{{ davrda }} {{ imzo }}"}), year=year)[OUT]
    assert cells_of(content, "A1") == ["I chorakda "]


def test_the_same_year_gives_the_same_bytes(tmp_path: Path) -> None:
    form = blank({"A1": "{{ IV.2.davr }}", "A2": "{{ markaz }}"})
    assert made(tmp_path, form)[OUT] == made(tmp_path, form)[OUT]


def test_what_the_form_tells_programs(tmp_path: Path) -> None:
    book = excel(filled(tmp_path, blank({"A1": "{{ IV.2.davr }}"})))
    hidden = book["_akmplan"]
    assert (book.sheetnames, hidden.sheet_state) == (["Shakl", "_akmplan"], "veryHidden")
    assert [hidden.cell(row, 2).value for row in range(1, 8)] == [
        "akmplan-shakl", 1, "yakuniy", "Vobkent tumani axborot-kutubxona markazi", 2026, "2026-Q1",
        "viloyat-akm",
    ]  # fmt: skip
    assert [hidden.cell(10, column).value for column in (1, 4, 6)] == ["IV.2", 8, 3]
