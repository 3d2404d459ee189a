"""The workbook of findings: all of them in words, links to their cells, each service's own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.documents.brief import Brief
from akmplan.documents.findings.cell_links import link_to
from akmplan.documents.findings.findings_sheet import COLUMNS, MAY_BE_EXPLAINED, NOTHING_FOUND
from akmplan.documents.findings.findings_workbook import findings_documents
from akmplan.findings import Finding, Found, Hit, Severity
from akmplan.layout.record import FINDINGS_COLUMNS
from akmplan.layout.record import SHEET as RECORD
from akmplan.messages import Message, render
from akmplan.model import Place
from tests.documents.papers import ROOT, brief_of, excel, finding, part, part_names, usual_templates
from tests.small import READERS, STOCK, Row, month_tabs, plan_table, saved

ALL = "Kamchiliklar"
LEGEND = 4  # the heading's row on the first sheet; a line more on a service's
READERS_NAME = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"
HOSTILE = ("=1+1", "@SUM(A1)", "https://example.org/", "+1 <b> & 😀 \u202e\x0b", "_x0041_ ]]>")


def content_of(brief: Brief) -> bytes:
    (document,) = findings_documents(brief, usual_templates())
    assert document.name == "kamchiliklar.xlsx"
    return document.content


def book_of(brief: Brief) -> Workbook:
    return excel(content_of(brief))


def small(
    folder: Path, found: Iterable[Finding] | None = (), input_folder: str | None = "../input"
) -> Brief:
    """Readers answer for IV.1, the stock for IV.2; each has handed in January."""
    rows: list[Row] = [
        "IV. ISHLAR",
        ("1.", "Ish", "Nusxa", 10, 12, "Ishlarni bajarish", "2026-yil davomida", READERS),
        ("2.", "Ish", "Nusxa", 10, 12, "Ishlarni bajarish", "2026-yil davomida", STOCK),
    ]
    folder = saved(
        folder,
        plan_table(rows),
        abonement=month_tabs(READERS, {1: [("IV.1", "Ish", None, None, 5)]}),
        fond=month_tabs(STOCK, {1: [("IV.2", "Ish", None, None, 5)]}),
    )
    return replace(brief_of(folder, found), input_folder=input_folder)


def one(place: Place | None = None, found: Found = None, expected: Found = None) -> Finding:
    hit = Hit(place, Message("Tuzating."), found=found, expected=expected)
    return Finding("P106", Severity.ERROR, hit)


def whole_table(sheet: Worksheet, heading: int = LEGEND) -> list[dict[str, object]]:
    """The rows below the heading, by column, blank cells left out."""
    names = (*COLUMNS, *FINDINGS_COLUMNS)
    rows = sheet.iter_rows(min_row=heading + 1, values_only=True)
    return [
        {name: it for name, it in zip(names, row, strict=True) if it is not None} for row in rows
    ]


def table(sheet: Worksheet, heading: int = LEGEND) -> list[dict[str, object]]:
    """The same without the hidden columns."""
    rows = whole_table(sheet, heading)
    return [{name: it for name, it in row.items() if name in COLUMNS} for row in rows]


def links(sheet: Worksheet) -> dict[str, tuple[str | None, str | None]]:
    cells = (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))
    return {
        cell.coordinate: (cell.hyperlink.target, cell.hyperlink.location)
        for cell in cells
        if cell.hyperlink
    }


def numbers(book: Workbook, name: str) -> list[object]:
    return [row["№"] for row in table(book[name], LEGEND + 1)]


def test_a_finding_stands_in_words_and_in_numbers(tmp_path: Path) -> None:
    hit = Hit(
        Place("reja.xlsx", "Ish reja", "E5"),
        Message("Jami ko‘p."),
        "IV.1",
        "yangi",
        "2026-03",
        1640,
        1709,
        (
            (Place("reja.xlsx", "Ish reja", "E6"), 1604),
            (Place("fond.xlsx", "Yanvar", "E4"), None),
        ),
    )
    sheet = book_of(small(tmp_path, [Finding("T101", Severity.ERROR, hit)]))[ALL]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "Vobkent tumani axborot-kutubxona markazi: 2026-yil bo‘yicha aniqlangan kamchiliklar",
        "Xato: 1 ta, ogohlantirish: 0 ta, eslatma: 0 ta, izohlangan: 0 ta.",
        MAY_BE_EXPLAINED,
    ]
    assert [cell.value for cell in sheet[LEGEND]] == [*COLUMNS, *FINDINGS_COLUMNS]
    assert table(sheet) == [
        {
            "№": 1, "Kodi": "T101", "Darajasi": "Xato", "Fayl": "reja.xlsx", "Varaq": "Ish reja",
            "Katak": "E5", "Band": "IV.1", "Ko‘rsatkich": "yangi", "Davr": "mart oyi",
            "Nima topildi": 1640, "Nima bo‘lishi kerak": 1709,
            "Xabar": "Jami ko‘p.\nBoshqa joylar: E6 (1604); fond.xlsx, Yanvar, E4",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "rows", "last"), [(1000, 1000, None), (9000, 1000, "8 000 ta")])
def test_a_sheet_holds_no_more_than_can_be_read_and_says_how_many_there_are(
    tmp_path: Path, count: int, rows: int, last: str | None
) -> None:
    notes = [Finding("P110", Severity.NOTE, Hit(None, Message("Eslatma.")))] * (count - 1000)
    errors = [one(Place("reja.xlsx", "Ish reja", "E5"))] * 1000
    sheet = book_of(small(tmp_path, [*notes, *errors]))[ALL]
    listed = [row for row in table(sheet) if row.get("Kodi")]
    assert {row["Kodi"] for row in listed} == {"P106"}
    assert len(listed) == rows
    below = sheet.cell(LEGEND + rows + 1, 1).value
    assert below is None if last is None else last in str(below).replace("\u00a0", " ")
    counted = str(sheet.cell(2, 1).value)
    assert counted.startswith(f"Xato: 1000 ta, ogohlantirish: 0 ta, eslatma: {count - 1000} ta")


def test_many_other_places_leave_the_sentence_in_sight(tmp_path: Path) -> None:
    places = [Place("reja.xlsx", "Ish reja", f"E{row}") for row in range(1, 201)]
    also = tuple((place, "me‘yoriy") for place in places)

    usual = small(tmp_path)

    def said(number: int) -> str:
        hit = Hit(places[0], Message("Tuzating."), also=also[:number])
        brief = replace(usual, findings=(Finding("P118", Severity.NOTE, hit),))
        return str(table(book_of(brief)[ALL])[0]["Xabar"])

    assert said(1) == "Tuzating.\nBoshqa joylar: E1 (me‘yoriy)"
    assert said(9).endswith("Boshqa joylar: E1; E2; E3; E4; E5; E6; E7; E8; E9")
    assert said(200).endswith("; E59; E60; va yana 140 ta")


def test_the_worst_stand_first_and_the_explained_last(tmp_path: Path) -> None:
    found = [
        finding("E5", code="N1", severity=Severity.NOTE),
        finding("E5", code="X1", explained="Shunday."),
        finding("E5", code="W1", severity=Severity.WARNING),
        finding("E5", code="E1"),
        finding("E5", code="X2", severity=Severity.NOTE, explained="Bo‘ladi."),
        finding("E5", code="E2"),
    ]
    sheet = book_of(small(tmp_path, found))[ALL]
    assert [(row["Kodi"], row["Darajasi"], row.get("Izoh")) for row in table(sheet)] == [
        ("E1", "Xato", None),
        ("E2", "Xato", None),
        ("W1", "Ogohlantirish", None),
        ("N1", "Eslatma", None),
        ("X1", "Izohlangan (xato)", "Shunday."),
        ("X2", "Izohlangan (eslatma)", "Bo‘ladi."),
    ]
    counted = "Xato: 2 ta, ogohlantirish: 1 ta, eslatma: 1 ta, izohlangan: 2 ta."
    assert sheet.cell(2, 1).value == counted


def test_every_finding_of_the_sample_is_there_and_its_link_leads_to_its_cell() -> None:
    brief = replace(brief_of(ROOT / "input", None), input_folder="../input")
    sheet = book_of(brief)[ALL]
    rows = table(sheet)
    assert sorted(str(row["Xabar"]).split("\nBoshqa")[0] for row in rows) == sorted(
        render(one.hit.message, "uz") for one in brief.findings
    )
    led = links(sheet)
    for at, row in enumerate(rows, LEGEND + 1):
        if "Katak" in row:
            target, location = led.pop(f"F{at}")
            path = ROOT / "output" / unquote(PureWindowsPath(target or "").as_posix())
            assert path.resolve() == ROOT / "input" / str(row["Fayl"])
            assert location == f"'{row['Varaq']}'!{row['Katak']}"
    assert not led


def test_links_name_file_sheet_and_cell(tmp_path: Path) -> None:
    found = [
        one(Place("oylik/x y.xlsx", "O'quv", "E10")),
        one(Place("oylik/x.xlsx", "May")),
        one(Place("x.xlsx")),
        one(),
    ]
    sheet = book_of(small(tmp_path, found))[ALL]
    assert links(sheet) == {
        "F5": ("..\\input\\oylik\\x%20y.xlsx", "'O''quv'!E10"),
        "E6": ("..\\input\\oylik\\x.xlsx", "'May'!A1"),
        "D7": ("..\\input\\x.xlsx", None),
    }
    assert [cell.value for cell in sheet[5]][3:6] == ["oylik/x y.xlsx", "O'quv", "E10"]


@pytest.mark.parametrize("file", ["a#1.xlsx", "#/x.xlsx", "a\\b.xlsx", "a?.xlsx", "a\x0b.xlsx"])
def test_no_link_where_it_would_lead_astray(tmp_path: Path, file: str) -> None:
    sheet = book_of(small(tmp_path, [one(Place(file, "May", "E10"))]))[ALL]
    assert not links(sheet)
    assert [cell.value for cell in sheet[5]][3:6] == [file.replace("\x0b", "\ufffd"), "May", "E10"]


def test_no_link_where_no_path_leads_to_the_input(tmp_path: Path) -> None:
    place = Place("x.xlsx", "May", "E10")
    assert not links(book_of(small(tmp_path, [one(place)], None))[ALL])
    assert link_to(place, "../kirish #2") is None
    assert link_to(Place("x" * 1000, "May", "E10"), "../input") is None
    assert link_to(Place("x.xlsx", "a\x0b", "E10"), "../input") is None


@pytest.mark.parametrize(
    ("folder", "file", "link"),
    [
        (".", "x.xlsx", "x.xlsx"),
        ("../../kirish", "x.xlsx", "../../kirish/x.xlsx"),
        ("../input", "100%20 [o‘n].xlsx", "../input/100%2520%20%5bo‘n%5d.xlsx"),
    ],
)
def test_a_link_begins_at_the_output_folder(folder: str, file: str, link: str) -> None:
    assert link_to(Place(file), folder) == link


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_neither_formula_nor_link(tmp_path: Path, text: str) -> None:
    place = Place("reja.xlsx", text, "E5")
    hit = Hit(place, Message("{a}", {"a": text}), text, text, text, text, text, ((place, text),))
    content = content_of(small(tmp_path, [Finding("P106", Severity.ERROR, hit)], None))
    sheets = [part(content, name) for name in part_names(content) if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)
    shown = text.replace("\x0b", "\ufffd").replace("_x0041_", "A")  # as a reader unescapes it
    row = table(excel(content)[ALL])[0]
    for column in ("Varaq", "Band", "Ko‘rsatkich", "Davr", "Nima topildi", "Nima bo‘lishi kerak"):
        assert str(row[column]).replace("_x0041_", "A") == shown


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        (0, 0),
        (-5, -5),
        (13252, 13252),
        (Decimal("0.5"), 0.5),
        ("007", "007"),
        ("", None),
        (10**15 - 1, 10**15 - 1),
        (12345678901234567890, "12345678901234567890"),
        ("ў" * 40_000, "ў" * 32_766 + "…"),
    ],
)
def test_a_number_stays_a_number_to_the_digit(tmp_path: Path, found: Found, stands: object) -> None:
    row = table(book_of(small(tmp_path, [one(None, found, found)]))[ALL])[0]
    assert row.get("Nima topildi") == row.get("Nima bo‘lishi kerak") == stands


def test_a_service_has_a_sheet_of_what_it_must_mend(tmp_path: Path) -> None:
    found = [
        finding("E5", "IV.1"),
        finding("E6", "IV.2"),
        finding("A1"),
        finding("E4", "IV.2", file="abonement.xlsx", sheet="Yanvar"),
        finding("A1", file="fond.xlsx", sheet="Eski", severity=Severity.NOTE),
    ]
    book = book_of(small(tmp_path, found))
    assert book.sheetnames == [ALL, "abonement", "fond", RECORD]
    assert book["abonement"]["A2"].value == f"Mas’ul: {READERS_NAME}"
    assert numbers(book, "abonement") == [1, 4]
    assert numbers(book, "fond") == [2, 5]
    counted = "Xato: 1 ta, ogohlantirish: 0 ta, eslatma: 1 ta, izohlangan: 0 ta."
    assert book["fond"]["A3"].value == counted
    assert links(book["fond"])["F6"] == ("..\\input\\reja.xlsx", "'Ish reja'!E6")


@pytest.mark.parametrize(
    ("person", "line"),
    [("D. Karimova", f"Mas’ul: {READERS} (D. Karimova)"), (None, f"Mas’ul: {READERS}")],
)
def test_who_answers_in_a_service_stands_beside_its_name(
    tmp_path: Path, person: str | None, line: str
) -> None:
    plan = plan_table(["I. ISHLAR", ("1.", "Ish", None, 1, 2)])
    sheet = plan.create_sheet("Xizmatlar")
    sheet.append(["Rasmiy nomi", "Qisqa nomi", "Boshqa yozilishlari", "Mas’ul shaxs"])
    sheet.append([READERS, None, None, person])
    book = book_of(brief_of(saved(tmp_path, plan), None))
    assert book["abonement"]["A2"].value == line


def test_what_is_awaited_of_a_service_stands_on_its_sheet(tmp_path: Path) -> None:
    row = (
        "1.", "Ish", "Nusxa", 10, 12, "Har oy viloyat AKM ga taqdim etish", "2026-yil davomida",
        f"{READERS}\n{STOCK}",
    )  # fmt: skip
    entry = ("IV.1", "Ish", None, None, 5)
    months = month_tabs(READERS, {1: [entry], 2: [entry]})
    folder = saved(tmp_path, plan_table(["IV. ISHLAR", row]), oy=months)
    book = book_of(brief_of(folder, None, today=date(2026, 3, 1)))
    assert [row["Kodi"] for row in table(book["fond"], LEGEND + 1)] == ["S102", "S102"]
    assert "abonement" not in book.sheetnames


def test_nobody_is_asked_to_mend_the_sheet_of_a_service_that_the_plan_does_not_know(
    tmp_path: Path,
) -> None:
    brief = small(tmp_path)
    month_tabs("Begona xizmati", {1: [("IV.1", "Ish", None, None, 5)]}).save(
        tmp_path / "begona.xlsx"
    )
    found = [finding("E4", "IV.1", file="begona.xlsx", sheet="Yanvar")]
    brief = brief_of(tmp_path, found)
    assert book_of(brief).sheetnames == [ALL, RECORD]


def test_sheets_of_services_are_named_as_excel_allows(tmp_path: Path) -> None:
    names = ["History", "Kamchiliklar", f"{'Uzun nomli ' * 4}bir", f"{'Uzun nomli ' * 4}ikki"]
    rows: list[Row] = [
        "IV. ISHLAR",
        *(
            (f"{at}.", "Ish", "Nusxa", 10, 12, "Bajarish", "2026-yil davomida", f"{name} xizmati")
            for at, name in enumerate(names, 1)
        ),
    ]
    found = [finding("E5", f"IV.{at}") for at in range(1, 5)]
    book = book_of(brief_of(saved(tmp_path, plan_table(rows)), found))
    assert book.sheetnames == [
        ALL,
        "history-2",
        "kamchiliklar-2",
        "uzun-nomli-uzun-nomli-uzun-noml",
        "uzun-nomli-uzun-nomli-uzun-no-2",
        RECORD,
    ]


def test_where_nothing_is_found_the_table_says_so(tmp_path: Path) -> None:
    book = book_of(small(tmp_path))
    assert book.sheetnames == [ALL, RECORD]
    assert book[ALL].cell(LEGEND + 1, 1).value == NOTHING_FOUND
    counted = "Xato: 0 ta, ogohlantirish: 0 ta, eslatma: 0 ta, izohlangan: 0 ta."
    assert book[ALL].cell(2, 1).value == counted


def test_the_table_has_filters_and_its_heading_stays_in_sight_and_in_print(tmp_path: Path) -> None:
    book = book_of(small(tmp_path, [finding("E5", "IV.1"), finding("E6")]))
    sheet = book[ALL]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A4:U6", "A5")
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0
    assert book["abonement"].auto_filter.ref == "A5:U6"


def test_hidden_columns_beside_the_table_say_which_finding_a_row_is(tmp_path: Path) -> None:
    month = Hit(Place("x.xlsx", "May"), Message("Tuzating."), "IV.1", "yangi", "2026-05", "o‘n")
    found = [
        finding("E5", "IV.1", found=1640),
        Finding("M101", Severity.ERROR, Hit(None, Message("Yo‘q."), period="2026-02")),
        Finding("M106", Severity.ERROR, month),
        one(Place("y.xlsx"), Decimal("0.5")),
        one(Place("y.xlsx"), 10**15),
    ]
    book = book_of(small(tmp_path, found))
    assert [
        {name: it for name, it in row.items() if name in FINDINGS_COLUMNS}
        for row in whole_table(book[ALL])
    ] == [
        {
            "code": "T101", "item": "IV.1", "found": 1640,
            "file": "reja.xlsx", "sheet": "Ish reja", "cell": "E5",
        },
        {"code": "M101", "period": "2026-02"},
        {
            "code": "M106", "item": "IV.1", "indicator": "yangi", "period": "2026-05",
            "found": "o‘n", "file": "x.xlsx", "sheet": "May",
        },
        {"code": "P106", "found": "0.5", "file": "y.xlsx"},
        {"code": "P106", "found": "1000000000000000", "file": "y.xlsx"},
    ]  # fmt: skip
    for name in (ALL, "abonement"):
        hidden = [book[name].column_dimensions[at] for at in ("N", "M")]
        assert [one.hidden for one in hidden] == [True, False]
        assert (hidden[0].min, hidden[0].max) == (14, 21)


def test_a_hidden_sheet_says_that_it_is_a_workbook_of_findings(tmp_path: Path) -> None:
    sheet = book_of(small(tmp_path))[RECORD]
    assert sheet.sheet_state == "hidden"
    assert [tuple(cell.value for cell in row) for row in sheet] == [
        ("form", "akmplan-kamchiliklar"),
        ("version", 1),
        ("year", 2026),
    ]


def test_the_day_of_the_build_is_nowhere_in_it(tmp_path: Path) -> None:
    found = [finding("E5", "IV.1")]
    brief = small(tmp_path, found)
    assert content_of(brief) == content_of(replace(brief, today=date(2026, 12, 31)))
    assert book_of(brief).properties.created == datetime(2026, 1, 1)


def test_same_findings_same_bytes() -> None:
    brief = replace(brief_of(ROOT / "input", None), input_folder="../input")
    again = replace(brief_of(ROOT / "input", None), input_folder="../input")
    assert content_of(brief) == content_of(again)


def test_the_document_names_all_that_was_read(tmp_path: Path) -> None:
    brief = small(tmp_path)
    (document,) = findings_documents(brief, usual_templates())
    assert set(document.sources) == {"reja.xlsx", "abonement.xlsx", "fond.xlsx"}
    assert all(len(checksum) == 64 for checksum in document.sources.values())


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_another_program_follows_the_same_links(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    brief = replace(brief_of(ROOT / "input", None), input_folder="../input")
    target = tmp_path / "output" / "kamchiliklar.xlsx"
    target.write_bytes(content_of(brief))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir"]
    subprocess.run([*command, str(target.parent), str(target)], check=True, capture_output=True)
    shown = target.with_suffix(".fods").read_text(encoding="utf-8")
    assert "../input/ish-reja-2026.xlsx#" in shown
    assert "Kamchilik" in shown
