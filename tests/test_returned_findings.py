"""`kamchiliklar.xlsx` filled in and dropped into the input folder: what it explains, and how long.

Its table begins in row 5; `Izoh` is its column M, the hidden columns are N (code) to U (cell).
"""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.cli import run
from akmplan.documents.findings.findings_workbook import findings_documents
from akmplan.loading import load_year
from akmplan.messages.reasons import REASONS
from akmplan.model import SheetKind
from tests.documents.papers import (
    brief_of,
    excel,
    paragraphs_of,
    rows_of,
    usual_templates,
    word,
    written,
)
from tests.small import (
    READERS,
    STOCK,
    Row,
    Value,
    add_explanations,
    found_in,
    month_table,
    month_tabs,
    plan_table,
    saved,
)

ALL = "Kamchiliklar"
NAME = "kamchiliklar.xlsx"
NOTE, FIRST_HIDDEN, LAST_HIDDEN = 13, 14, 21
WHY = "Shartnoma bilan"

Stands = list[tuple[str, str | None]]  # code and explanation of each finding


def fond(total: Value = 1640, part: Value = 1709) -> tuple[Row, ...]:
    """T101 at E5 (IV.7) unless the part is the total."""
    return (
        "IV. FOND",
        ("7.", "Fondni to‘ldirish", "Nusxa", 100, total),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", 100, part),
    )


def made_from(folder: Path) -> Workbook:
    """The workbook that a build writes."""
    (document,) = findings_documents(brief_of(folder, None), usual_templates())
    return excel(document.content)


def explain(book: Workbook, whys: Mapping[str, str], sheet: str = ALL) -> Workbook:
    """Why each finding of a code may stand."""
    for row in book[sheet].iter_rows():
        code = row[FIRST_HIDDEN - 1].value
        if code in whys:
            row[NOTE - 1].value = whys[str(code)]
    return book


def returned(folder: Path, whys: Mapping[str, str], name: str = NAME, sheet: str = ALL) -> Workbook:
    """The workbook, filled in on a sheet and laid into the folder."""
    book = explain(made_from(folder), whys, sheet)
    book.save(folder / name)
    return book


def stands(folder: Path) -> Stands:
    return sorted(
        (one.code, one.explanation.text if one.explanation else None) for one in found_in(folder)
    )


def places(folder: Path, code: str) -> list[tuple[str | None, ...]]:
    """File, sheet and cell of the findings of a code."""
    found = (one.place for one in found_in(folder) if one.code == code)
    return [(at.file, at.sheet, at.cell) if at else (None, None, None) for at in found]


def reasons(folder: Path) -> set[str]:
    """Why cells of the workbook were set aside; each reason has its words."""
    (file,) = [one for one in load_year(folder, None, 2026).inputs if one.file == NAME]
    named = {one.reason for sheet in file.sheets for one in sheet.set_aside}
    assert named <= REASONS.keys()
    return named


def test_a_build_with_the_filled_workbook_in_its_input_ends_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "input"
    folder.mkdir()
    saved(folder, plan_table(fond()))
    build = ["build", "--today", "2026-10-05"]
    assert run(build) == 1
    explain(load_workbook(Path("output", NAME)), {"T101": WHY}).save(folder / NAME)
    assert run(build) == 0
    assert stands(folder) == [("T101", WHY)]
    again = load_workbook(Path("output", NAME))[ALL]
    assert [again.cell(5, column).value for column in (3, NOTE)] == ["Izohlangan (xato)", WHY]


def test_it_is_listed_as_what_it_is(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    year = load_year(tmp_path, None, 2026)
    (file,) = [one for one in year.inputs if one.file == NAME]
    assert file.kind is SheetKind.FINDINGS
    assert {sheet.kind for sheet in file.sheets} == {SheetKind.FINDINGS}
    assert [(one.name, one.cells, one.used + len(one.set_aside)) for one in file.sheets] == [
        (one.name, one.cells, one.cells) for one in file.sheets
    ]
    aside = {sheet.name: Counter(one.reason for one in sheet.set_aside) for sheet in file.sheets}
    row_of_service = {"outside_table": 4, "not_explained": 16}
    assert aside == {ALL: {"outside_table": 3}, "abonement": row_of_service, "_akmplan": {}}
    assert not year.problems


def test_a_workbook_in_which_nobody_wrote_anything_is_silent(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {})
    assert stands(tmp_path) == [("T101", None)]
    assert not load_year(tmp_path, None, 2026).explanations


def test_l111_when_the_value_changes_it_lapses_at_its_izoh(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    saved(tmp_path, plan_table(fond(1641)))
    assert stands(tmp_path) == [("L111", None), ("T101", None)]
    assert places(tmp_path, "L111") == [(NAME, ALL, "M5")]
    (lapsed,) = [one.hit for one in found_in(tmp_path) if one.code == "L111"]
    assert (lapsed.item, lapsed.found, lapsed.expected) == ("IV.7", 1640, 1641)


def test_l111_is_silent_on_a_row_whose_finding_is_mended(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    saved(tmp_path, plan_table(fond(1709)))
    assert stands(tmp_path) == []


def test_l111_is_silent_where_another_explains_the_new_value(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    row = ("IV.7", "T101", None, 1641, "Yangi shartnoma")
    saved(tmp_path, add_explanations(plan_table(fond(1641)), [row]))
    assert stands(tmp_path) == [("T101", "Yangi shartnoma")]


def test_the_explanation_stands_in_the_annex_of_the_letter(tmp_path: Path) -> None:
    owed = "Har chorakda viloyat AKMga taqdim etish"
    month = month_table(READERS, 1, [("I.1", "Ish", "Nusxa", 12, "2,5"), ("I.2", "", "", 12, 1)])
    plan = plan_table(["I. ISHLAR", *((f"{at}.", "Ish", "Nusxa", 9, 12, owed) for at in (1, 2))])
    saved(tmp_path, plan, oy=month)
    letter = "2026-1-chorak/viloyat-akm.docx"
    assert "LOYIHA" in paragraphs_of(written(brief_of(tmp_path, None))[letter])
    returned(tmp_path, {"M106": WHY})
    content = written(brief_of(tmp_path, None))[letter]
    assert "LOYIHA" not in paragraphs_of(content)
    annex = rows_of(word(content).tables[2])
    assert annex[1:] == [["1", "I.1", "Ish (yanvar oyi)", "2,5", WHY]]


def with_unread_row(folder: Path) -> Path:
    """L105 at the sheet's row without a number: a finding that has a place and no item."""
    rows: list[Sequence[Value]] = [
        (None, "Begona", "Nusxa", None, 5),
        ("IV.7", "Fond", "Nusxa", 1709, 1),
    ]
    return saved(folder, plan_table(fond(1709)), oy=month_table(READERS, 1, rows))


def test_a_finding_without_an_item_is_bound_by_its_place(tmp_path: Path) -> None:
    returned(with_unread_row(tmp_path), {"L105": WHY})
    assert ("L105", WHY) in stands(tmp_path)


def test_at_another_place_it_is_another_finding(tmp_path: Path) -> None:
    returned(with_unread_row(tmp_path), {"L105": WHY})
    (tmp_path / "oy.xlsx").rename(tmp_path / "oylar.xlsx")
    assert ("L105", None) in stands(tmp_path)
    assert "L111" not in dict(stands(tmp_path))


def test_l111_what_stands_in_the_place_has_changed(tmp_path: Path) -> None:
    rows = [("IV.99", "Begona", "Nusxa", None, 5)]
    saved(tmp_path, plan_table(fond(1709)), oy=month_table(READERS, 1, rows))
    returned(tmp_path, {"M103": WHY})
    assert dict(stands(tmp_path))["M103"] == WHY
    saved(tmp_path, oy=month_table(READERS, 1, [("IV.98", "Begona", "Nusxa", None, 5)]))
    assert dict(stands(tmp_path))["M103"] is None
    assert len(places(tmp_path, "L111")) == 1


def test_a_file_that_cannot_be_read_is_explained_by_its_name(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond(1709)))
    (tmp_path / "eski.xlsx").write_bytes(b"")
    returned(tmp_path, {"L103": "Kerak emas"})
    assert stands(tmp_path) == [("L103", "Kerak emas")]


def test_a_finding_that_stands_nowhere_is_bound_by_its_period(tmp_path: Path) -> None:
    rows = [("IV.7", "Fond", "Nusxa", 1709, 1)]
    months = month_tabs(READERS, {1: rows, 3: rows, 5: rows})
    saved(tmp_path, plan_table(fond(1709)), oy=months)
    book = made_from(tmp_path)
    for row in book[ALL].iter_rows(min_row=5):
        if (row[FIRST_HIDDEN - 1].value, row[FIRST_HIDDEN + 2].value) == ("M101", "2026-02"):
            row[NOTE - 1].value = "Ta’mirlash"
    book.save(tmp_path / NAME)
    explained = {
        one.hit.period: one.explanation and one.explanation.text
        for one in found_in(tmp_path)
        if one.code == "M101"
    }
    assert explained == {"2026-02": "Ta’mirlash", "2026-04": None}


def test_izohlar_wins(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": "Kitobda"})
    row = ("IV.7", "T101", None, 1640, "Varaqda")
    saved(tmp_path, add_explanations(plan_table(fond()), [row]))
    assert stands(tmp_path) == [("T101", "Varaqda")]


def test_l111_of_a_row_that_izohlar_has_too_is_named_once(tmp_path: Path) -> None:
    row = ("IV.7", "T101", None, 1640, "Varaqda")
    saved(tmp_path, add_explanations(plan_table(fond()), [row]))
    returned(tmp_path, {})  # its Izoh is filled with what the sheet says
    saved(tmp_path, add_explanations(plan_table(fond(1641)), [row]))
    assert stands(tmp_path) == [("L111", None), ("T101", None)]
    assert places(tmp_path, "L111") == [("reja.xlsx", "Izohlar", "D2")]


def test_of_two_workbooks_the_later_by_name_holds(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    first, second = (explain(made_from(tmp_path), {"T101": why}) for why in ("Eski", "Yangi"))
    first.save(tmp_path / "kamchiliklar.xlsx")
    second.save(tmp_path / "kamchiliklar (2).xlsx")
    assert stands(tmp_path) == [("T101", "Yangi")]
    saved(tmp_path, plan_table(fond(1641)))
    assert places(tmp_path, "L111") == [("kamchiliklar (2).xlsx", ALL, "M5")]


def test_a_later_workbook_that_says_nothing_leaves_the_earlier_one(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    blank = made_from(tmp_path)
    returned(tmp_path, {"T101": WHY}, "1.xlsx")
    blank.save(tmp_path / "2.xlsx")
    assert stands(tmp_path) == [("T101", WHY)]


def test_the_next_workbook_has_the_text_already_and_may_take_the_place_of_the_first(
    tmp_path: Path,
) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    returned(tmp_path, {})
    assert stands(tmp_path) == [("T101", WHY)]
    made_from(tmp_path).save(tmp_path / "yana.xlsx")
    assert stands(tmp_path) == [("T101", WHY)]
    saved(tmp_path, plan_table(fond(1641)))
    assert places(tmp_path, "L111") == [("yana.xlsx", ALL, "M5")]
    saved(tmp_path, plan_table(fond(1709)))
    assert stands(tmp_path) == []


def test_a_lapsed_explanation_can_be_answered_too(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY}, "1.xlsx")
    saved(tmp_path, plan_table(fond(1641)))
    returned(tmp_path, {"L111": "Yozilmoqda"}, "2.xlsx")
    assert stands(tmp_path) == [("L111", "Yozilmoqda"), ("T101", None)]


def of_two_services(folder: Path) -> Path:
    """T101 is the stock's to mend, so that its own sheet has it."""
    rows = (
        "IV. FOND",
        ("7.", "Fond", "Nusxa", 100, 1640, "Ishlarni bajarish", "2026-yil davomida", STOCK),
        "Shundan,",
        ("7.1.", "Xarid", "Nusxa", 100, 1709, "Ishlarni bajarish", "2026-yil davomida", STOCK),
    )
    return saved(folder, plan_table(rows))


def test_a_service_may_write_on_its_own_sheet(tmp_path: Path) -> None:
    returned(of_two_services(tmp_path), {"T101": WHY}, sheet="fond")
    assert stands(tmp_path) == [("T101", WHY)]
    (explained,) = load_year(tmp_path, None, 2026).explanations
    assert (explained.place.sheet, explained.place.cell) == ("fond", "M6")


def test_a_row_is_about_the_cell_that_it_was_written_for(tmp_path: Path) -> None:
    """Two services report the same wrong thing for one item and month."""
    both = ("1.", "Ish", "Nusxa", 10, 10, "Ish", "2026-yil davomida", f"{READERS}\n{STOCK}")
    rows = [("I.1", "Ish", "Nusxa", 10, "ko‘p")]
    tabs = {service: month_tabs(service, {1: rows}) for service in (READERS, STOCK)}
    saved(tmp_path, plan_table(["I. ISH", both]), a=tabs[READERS], b=tabs[STOCK])
    book = made_from(tmp_path)
    sheet = book[ALL]
    columns = {cell.value: cell.column or 0 for cell in sheet[4]}
    (row,) = (
        row
        for row in range(5, sheet.max_row + 1)
        if sheet.cell(row, columns["code"]).value == "M106"
        and sheet.cell(row, columns["file"]).value == "a.xlsx"
    )
    sheet.cell(row, columns["Izoh"]).value = "Sababi"
    book.save(tmp_path / NAME)
    assert explained_at(tmp_path, "M106") == [("a.xlsx", "Sababi"), ("b.xlsx", None)]
    saved(tmp_path, a=month_tabs(READERS, {1: [("I.1", "Ish", "Nusxa", 10, 5)]}))
    assert explained_at(tmp_path, "M106") == [("b.xlsx", None)]


def explained_at(folder: Path, code: str) -> list[tuple[str | None, str | None]]:
    return [
        (
            finding.place.file if finding.place else None,
            finding.explanation.text if finding.explanation else None,
        )
        for finding in found_in(folder)
        if finding.code == code
    ]


def test_a_dash_is_no_explanation(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": "-"})
    assert {why for code, why in stands(tmp_path) if code == "T101"} == {None}


def test_of_two_sheets_the_first_holds_and_lapses_once(tmp_path: Path) -> None:
    book = explain(made_from(of_two_services(tmp_path)), {"T101": "Bosh varaqda"})
    explain(book, {"T101": "Xizmat varag‘ida"}, "fond").save(tmp_path / NAME)
    assert stands(tmp_path) == [("T101", "Bosh varaqda")]
    plan = load_workbook(tmp_path / "reja.xlsx")
    plan.worksheets[0]["E5"].value = 1641
    plan.save(tmp_path / "reja.xlsx")
    assert places(tmp_path, "L111") == [(NAME, ALL, "M5")]


def test_rows_may_be_sorted_and_lines_put_above_the_table(tmp_path: Path) -> None:
    rows = (*fond(), ("8.", "Boshqa", None, 1, 1))
    saved(tmp_path, plan_table(rows))
    book = explain(made_from(tmp_path), {"T101": WHY, "P102": "Birligi yo‘q"})
    sheet = book[ALL]
    table = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    for at, values in enumerate(reversed(table), 5):
        for column, value in enumerate(values, 1):
            sheet.cell(at, column).value = value
    sheet.insert_rows(3, 2)
    book.save(tmp_path / NAME)
    assert stands(tmp_path) == [("P102", "Birligi yo‘q"), ("T101", WHY)]


TEXTS = ("33\n38", "1 640 ta emas", "“o‘nta” <b> & ]]>", "_x0041_", "=1+1", "a\tb", "x" * 5_000)


@pytest.mark.parametrize("typed", TEXTS)
def test_a_text_is_compared_as_a_document_can_say_it(tmp_path: Path, typed: str) -> None:
    month = month_tabs(READERS, {1: [("IV.7", "Fond", "Nusxa", 1709, typed)]})
    for row in month.worksheets[0].iter_rows():
        for cell in row:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    saved(tmp_path, plan_table(fond(1709)), oy=month)
    codes = [code for code, _ in stands(tmp_path)]
    assert codes
    returned(tmp_path, dict.fromkeys(codes, WHY))
    assert stands(tmp_path) == [(code, WHY) for code in codes]


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("N", None, "N5"),
        ("N", "T999", "N5"),
        ("N", "xato", "N5"),
        ("O", "Fond", "O5"),
        ("Q", "bahorda", "Q5"),
        ("U", "beshinchi qator", "U5"),
        ("S", None, "S5"),
        ("T", None, "T5"),
    ],
)
def test_l110_names_a_hidden_cell_that_was_overwritten(
    tmp_path: Path, column: str, value: Value, cell: str
) -> None:
    saved(tmp_path, plan_table(fond()))
    book = returned(tmp_path, {"T101": WHY})
    book[ALL][f"{column}5"].value = value
    book.save(tmp_path / NAME)
    assert places(tmp_path, "L110") == [(NAME, ALL, cell)]
    assert ("T101", None) in stands(tmp_path)


def test_l110_is_silent_on_hidden_cells_of_rows_without_an_explanation(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    book = returned(tmp_path, {})
    book[ALL]["N5"].value = "xato"
    book.save(tmp_path / NAME)
    assert stands(tmp_path) == [("T101", None)]


def test_l108_names_a_workbook_of_another_year(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    book = returned(tmp_path, {"T101": WHY})
    book["_akmplan"]["B3"].value = 2025
    book.save(tmp_path / NAME)
    assert stands(tmp_path) == [("L108", None), ("T101", None)]
    assert places(tmp_path, "L108") == [(NAME, None, None)]
    assert reasons(tmp_path) == {"other_year"}


def test_l108_names_a_workbook_without_its_hidden_columns(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    book = returned(tmp_path, {"T101": WHY})
    for sheet in book.worksheets[:-1]:
        sheet.delete_cols(FIRST_HIDDEN, LAST_HIDDEN - FIRST_HIDDEN + 1)
    book.save(tmp_path / NAME)
    assert stands(tmp_path) == [("L108", None), ("T101", None)]
    assert reasons(tmp_path) == {"findings"}
    del book["_akmplan"]  # as a workbook was before it could be filled in
    book.save(tmp_path / NAME)
    assert {*stands(tmp_path)} == {("L108", None), ("T101", None)}


def test_without_a_plan_it_waits_in_silence(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(fond()))
    returned(tmp_path, {"T101": WHY})
    (tmp_path / "reja.xlsx").unlink()
    assert stands(tmp_path) == [("L101", None)]
    assert reasons(tmp_path) == {"no_plan"}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("ending", "form"),
    [("xlsx", "xlsx:Calc MS Excel 2007 XML"), ("ods", "ods"), ("xls", "xls:MS Excel 97")],
)
def test_another_program_may_have_saved_it(tmp_path: Path, ending: str, form: str) -> None:
    folder, made = tmp_path / "input", tmp_path / "made"
    folder.mkdir()
    rows: list[Sequence[Value]] = [
        (None, "Begona", "Nusxa", None, 5),
        ("IV.7", "Fond", "Nusxa", 1640, "2\n3"),
    ]
    saved(folder, plan_table(fond()), oy=month_table(READERS, 1, rows))
    codes = dict.fromkeys((code for code, _ in stands(folder)), WHY)
    assert {"T101", "L105"} <= codes.keys()
    returned(folder, codes)
    source = tmp_path / NAME
    (folder / NAME).rename(source)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir"]
    subprocess.run([*command, str(made), str(source)], check=True, capture_output=True)
    shutil.copy(made / f"kamchiliklar.{ending}", folder / f"qaytdi.{ending}")
    assert dict(stands(folder)) == codes
