"""`sheets` run again: what people entered is carried over, and the input folder stays as it is."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from akmplan.cli import run
from akmplan.input_forms import Entry, Why
from akmplan.jobs.sheets import Standing
from tests.renewing import EVENTS, LOANS, OWN, PLAN, SECTION, VISITS, Desk
from tests.small import Row, Value

GAINED: tuple[Row, ...] = (*PLAN, ("4.", "Ko‘rgazmalar", "Ta", 1, 3))
MOBILE = ("2.", "Ko‘chma kutubxona", "Punkt", 1, 4)
IN_THE_MIDDLE: tuple[Row, ...] = (
    SECTION, LOANS, MOBILE, ("3.", *VISITS[1:]), ("4.", *EVENTS[1:]),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where `sheets` has been run once."""
    desk = Desk(tmp_path)
    desk.lay()
    return desk


def spots(entries: tuple[Entry, ...]) -> list[tuple[str | None, str | None, str, Why]]:
    return [(one.place.sheet, one.place.cell, one.text, one.why) for one in entries]


def test_the_first_run_lays_a_blank_workbook_and_the_script(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    laid = desk.lay()
    assert [one.standing for one in laid.services] == [Standing.NEW]
    assert sorted(desk.files()) == [OWN, "reja.xlsx"]
    assert (tmp_path / "akmplan.cmd").is_file()


def test_a_script_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "akmplan.cmd").write_text("o‘zimizniki")
    laid = Desk(tmp_path).lay()
    assert laid.script
    assert not laid.script.new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["akmplan.cmd", "input"]


@pytest.mark.parametrize("cells", [{}, {"E7": 3, "G8": "Ta’til", "B12": "Tuzuvchi"}])
def test_one_that_is_up_to_date_is_left_alone(desk: Desk, cells: dict[str, Value]) -> None:
    desk.fill(cells)
    before = desk.files()
    laid = desk.lay()
    assert laid.is_up_to_date
    assert desk.files() == before
    assert not desk.options.output.exists()


def test_a_new_item_is_a_new_row_and_the_folder_stays_as_it_is(desk: Desk) -> None:
    desk.fill({"E7": 3})
    desk.plan(GAINED)
    before = desk.files()
    sheets = desk.lay_one()
    assert sheets.standing is Standing.RENEWED
    assert sheets.files == (OWN,)
    assert sheets.renewal
    assert [line.item.code for line in sheets.renewal.gained] == ["I.4"]
    assert desk.files() == before
    assert desk.january("A7", "E7", "A10", "B10", "C10", "D10", "E10") == [
        "I.1", 3, "I.4", "Ko‘rgazmalar", "Ta", 3, None,
    ]  # fmt: skip


def test_a_third_run_writes_the_same_and_a_fourth_has_nothing_to_do(desk: Desk) -> None:
    desk.fill({"E7": 3})
    desk.plan(GAINED)
    first = desk.lay_one().laid
    second = desk.lay_one().laid
    assert first
    assert second
    assert (first.new, second.new, second.path) == (True, False, first.path)
    desk.take_over()
    assert desk.lay().is_up_to_date
    assert [name for name in desk.files() if "(2)" in name] == []


LONG = f"{'So‘z ' * 90}oxiri"
GONE: tuple[Row, ...] = (SECTION, LOANS, VISITS)


def test_what_is_not_carried_over_is_said_to_its_end(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill({"G9": LONG, "B9": f"Tadbirlar {LONG}", "C9": "xonadon", "D9": 4321})
    desk.plan((*GONE, ("3.", "Boshqa ish", "Dona", 1, 2)))
    monkeypatch.chdir(desk.options.input.parent)
    assert run(["sheets", "--today", "2026-10-05"]) == 0
    said = capsys.readouterr().out
    assert said.count("oxiri") == 2
    assert "(xonadon; 4321)" in said


NAMES = ("2.", "Qatnov:\n- yangi;\n- qayta", "Nafar", "5\n6", "6\n7")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("B7", "I.1. Karimova kasal edi"),
        ("B8", "I.2. Qatnov faqat 2-filialdan olindi, asosiy binoda hisob yuritilmadi"),
    ],
)
def test_a_comment_that_begins_with_the_number_is_people_s_own(
    tmp_path: Path, cell: str, text: str
) -> None:
    desk = Desk(tmp_path, (SECTION, LOANS, NAMES))
    desk.lay()
    book = desk.open()
    book["Yanvar"][cell].comment = Comment(text, "u")
    book.save(desk.own)
    desk.plan((SECTION, LOANS, NAMES, ("3.", *EVENTS[1:])))
    desk.lay()
    comment = desk.renewed()["Yanvar"][cell].comment
    assert comment is not None
    assert comment.text.startswith(text)


def test_indicators_of_one_name_without_their_notes_are_told_by_the_plan_s_number(
    tmp_path: Path,
) -> None:
    first, second = ("2.", "Qatnov"), ("3.", "Uchrashuvlar")
    named = [(*item, "Nafar", "5\n6", plan) for item, plan in ((first, "6\n7"), (second, "8\n9"))]
    listed = [(n, f"{t}:\n- yangi;\n- qayta", u, f, r) for n, t, u, f, r in named]
    desk = Desk(tmp_path, (SECTION, LOANS, *listed))
    desk.lay()
    book = desk.open()
    for row in range(8, 12):
        book["Yanvar"][f"B{row}"].comment = None
    book["Yanvar"]["E8"].value = 800
    book.save(desk.own)
    swapped = [("3.", *listed[0][1:]), ("2.", *listed[1][1:])]
    desk.plan((SECTION, LOANS, swapped[1], swapped[0]))
    renewal = desk.lay_one().renewal
    assert renewal
    figures = {entry.text for entry in renewal.left} | {
        str(carried.cell.text) for carried in renewal.tabs[1].cells.values()
    }
    assert "800" in figures
    assert desk.january("B8", "E8") == ["yangi", None]


def test_two_comments_above_the_table_stand_in_one_cell(desk: Desk) -> None:
    book = desk.open()
    sheet = book["Yanvar"]
    sheet.insert_rows(6)
    sheet["B5"].comment = Comment("birinchi", "u")
    sheet["B6"].comment = Comment("ikkinchi", "u")
    book.save(desk.own)
    desk.plan(GAINED)
    desk.lay()
    comment = desk.renewed()["Yanvar"]["B5"].comment
    assert comment is not None
    assert (comment.text.count("birinchi"), comment.text.count("ikkinchi")) == (1, 1)


def test_what_has_taken_its_place_lies_in_the_output_no_more(desk: Desk) -> None:
    desk.plan(GAINED)
    desk.lay()
    shutil.copy(desk.options.output / OWN, desk.own)
    assert desk.lay().is_up_to_date
    assert [path for path in desk.options.output.rglob("*") if path.suffix == ".xlsx"] == []


def test_what_people_went_on_with_there_stays(desk: Desk) -> None:
    desk.plan(GAINED)
    desk.lay()
    renewed = desk.options.output / OWN
    book = desk.renewed()
    book["Yanvar"]["E7"].value = 77
    book.save(renewed)
    content = renewed.read_bytes()
    again = desk.lay_one().laid
    assert renewed.read_bytes() == content
    assert again
    assert (again.path, again.new) == (renewed, False)
    desk.fill({"E7": 3})
    other = desk.lay_one().laid
    assert other
    assert other.path.name == "abonement-2026 (yangi).xlsx"
    assert renewed.read_bytes() == content


TYPED: list[Value] = [
    0, 12, 2.5, "2/350", "-", "–", "12 ta kitob", " 7 ", "1 850", "ikki\nqator", "=matn emas",
    date(2026, 1, 5), "http://adliya.uz",
]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_stands_there_as_it_was_typed(desk: Desk, typed: Value) -> None:
    workbook = desk.open()
    for cell in (workbook["Yanvar"][spot] for spot in ("E8", "F8", "G8")):
        cell.value = typed
        if isinstance(typed, str):
            cell.data_type = "s"  # also behind an equals sign
    workbook.save(desk.own)
    desk.plan(GAINED)
    assert desk.lay_one().standing is Standing.RENEWED
    for cell in (desk.renewed()["Yanvar"][spot] for spot in ("E8", "F8", "G8")):
        kept = cell.value.date() if isinstance(typed, date) else cell.value
        assert (kept, cell.data_type == "s") == (typed, isinstance(typed, str))


def test_a_blank_stays_blank(desk: Desk) -> None:
    desk.plan(GAINED)
    desk.lay()
    rows = desk.renewed()["Yanvar"].iter_rows(min_row=7, min_col=5, values_only=True)
    assert {value for row in rows for value in row} == {None}


def test_unit_and_yearly_plan_are_the_plan_s(desk: Desk) -> None:
    desk.fill({"E7": 3})
    desk.plan([SECTION, LOANS, ("2.", "Qatnov", "Kishi boshi", 5, 9), EVENTS])
    renewal = desk.lay_one().renewal
    assert renewal
    changes = [(one.item, one.old, one.new) for one in renewal.changed]
    assert changes == [("I.2", "Nafar", "Kishi boshi"), ("I.2", "6", 9)]
    assert desk.january("E7", "C8", "D8") == [3, "Kishi boshi", 9]


def test_remarks_go_where_they_stood(desk: Desk) -> None:
    desk.fill({"A5": "Karimova", "D5": "2-bino", "I8": "yonida", "H6": "Xodim", "B12": "Tuzuvchi"})
    workbook = desk.open()
    workbook["Yanvar"]["E8"].comment = Comment("Tekshirilsin", "Karimova")
    workbook["Yanvar"]["A5"].comment = Comment("Kim?", "Karimova")
    workbook.save(desk.own)
    desk.plan(IN_THE_MIDDLE)
    renewal = desk.lay_one().renewal
    assert renewal
    assert renewal.left == ()
    assert desk.january("A5", "D5", "H6", "I9", "B13") == [
        "Karimova", "2-bino", "Xodim", "yonida", "Tuzuvchi",
    ]  # fmt: skip
    sheet = desk.renewed()["Yanvar"]
    notes = [sheet[cell].comment for cell in ("A5", "E8", "E9")]
    assert [note and note.text for note in notes] == ["Kim?", None, "Tekshirilsin"]


def test_a_remark_without_a_place_is_listed(desk: Desk) -> None:
    desk.fill({"A1": "Bizning jadval", "E12": "=SUM(E7:E9)"})
    desk.plan(GAINED)
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [
        ("Yanvar", "A1", "Bizning jadval", Why.NO_PLACE),
        ("Yanvar", "E12", "=SUM(E7:E9)", Why.NO_VALUE),
    ]
    assert desk.january("A1", "E13") == ["2026-yil ish rejasi: oylik jadval", None]


def test_an_item_in_the_middle_moves_the_figures_with_their_names(desk: Desk) -> None:
    desk.fill({"E7": 1, "E8": 22, "F8": "22", "G8": "Ko‘p", "E9": 333})
    desk.plan(IN_THE_MIDDLE)
    renewal = desk.lay_one().renewal
    assert renewal
    assert [line.item.code for line in renewal.gained] == ["I.2"]
    moved = [
        (one.number, one.line.item.code, [figure.text for figure in one.figures])
        for one in renewal.moved
    ]
    assert moved == [("I.2", "I.3", ["22", "22", "Ko‘p"]), ("I.3", "I.4", ["333"])]
    assert desk.january("A8", "E8", "A9", "E9", "F9", "A10", "E10") == [
        "I.2", None, "I.3", 22, "22", "I.4", 333,
    ]  # fmt: skip


def test_a_renumbered_item_s_figures_go_on_under_its_new_number(desk: Desk) -> None:
    desk.fill({"E9": 5})
    desk.plan([SECTION, LOANS, VISITS, ("7.", *EVENTS[1:])])
    renewal = desk.lay_one().renewal
    assert renewal
    assert [(one.number, one.line.item.code) for one in renewal.moved] == [("I.3", "I.7")]
    assert desk.january("A9", "E9") == ["I.7", 5]


def test_the_same_name_in_another_section_is_doubtful(desk: Desk) -> None:
    desk.fill({"E9": 5})
    desk.plan([SECTION, LOANS, VISITS, "II. BO‘LIM", ("7.", *EVENTS[1:])])
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [("Yanvar", "E9", "5", Why.NOT_IN_PLAN)]
    assert desk.january("A9", "E9") == ["II.7", None]


def test_a_name_that_stands_twice_in_its_section_is_doubtful(desk: Desk) -> None:
    desk.fill({"E9": 5})
    desk.plan([SECTION, LOANS, VISITS, ("7.", *EVENTS[1:]), ("8.", *EVENTS[1:])])
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [("Yanvar", "E9", "5", Why.NOT_IN_PLAN)]
    assert desk.january("E9", "E10") == [None, None]


def test_another_item_under_the_number_gets_no_figures(desk: Desk) -> None:
    desk.fill({"E8": 5}, month=2)
    desk.plan([SECTION, LOANS, ("2.", "Fond hisobi", "Nusxa", 1, 1), EVENTS])
    renewal = desk.lay_one().renewal
    assert renewal
    assert renewal.gone == (("I.2", "Qatnov", "Nafar", "6"),)
    assert spots(renewal.left) == [("Fevral", "E8", "5", Why.OTHER_NAME)]
    assert desk.renewed()["Fevral"]["E8"].value is None


def test_a_title_that_was_mended_keeps_its_figures(tmp_path: Path) -> None:
    title = "Foydalanuvchilarni ro‘yhatga olish va qayta ro‘yxatga olish"
    desk = Desk(tmp_path, [SECTION, ("1.", title)])
    desk.lay()
    desk.fill({"E7": 5})
    desk.plan([SECTION, ("1.", title.replace("yh", "yx"))])
    renewal = desk.lay_one().renewal
    assert renewal
    assert [(one.number, one.line.item.code) for one in renewal.moved] == [("I.1", "I.1")]
    assert desk.january("B7", "E7") == [title.replace("yh", "yx"), 5]


def test_an_item_that_is_another_service_s_is_listed(desk: Desk) -> None:
    desk.fill({"E8": 5})
    theirs = (*VISITS, "Ishlar", "2026-yil davomida", "Fond bo‘limi")
    desk.plan([SECTION, LOANS, theirs, EVENTS])
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [("Yanvar", "E8", "5", Why.OTHER_SERVICE)]


def test_a_row_that_stands_twice_with_two_figures_is_doubtful(desk: Desk) -> None:
    desk.fill({"E8": 5, "A10": "I.2", "B10": "Qatnov", "E10": 6})
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [
        ("Yanvar", "E8", "5", Why.TWICE), ("Yanvar", "E10", "6", Why.TWICE),
    ]  # fmt: skip


def test_a_blank_twin_gives_way(desk: Desk) -> None:
    desk.fill({"A10": "I.2", "B10": "Qatnov", "E10": 6})
    renewal = desk.lay_one().renewal
    assert renewal
    assert renewal.left == ()
    assert desk.january("E8") == [6]


def test_indicators_keep_their_rows_and_their_notes(tmp_path: Path) -> None:
    readers = ("1.", "Ro‘yxatga olish:\n- yangi;\n- qayta", "Nafar", "1\n2", "3\n4")
    desk = Desk(tmp_path, [SECTION, readers])
    desk.lay()
    desk.fill({"E7": 10, "E8": 20})
    workbook = desk.open()
    workbook["Yanvar"]["B8"].comment = Comment("Faqat bolalar", "Karimova")
    workbook.save(desk.own)
    desk.plan([SECTION, LOANS, ("2.", *readers[1:])])
    renewal = desk.lay_one().renewal
    assert renewal
    assert desk.january("A8", "B8", "E8", "A9", "B9", "E9") == [
        "I.2", "yangi", 10, "I.2", "qayta", 20,
    ]  # fmt: skip
    notes = [desk.renewed()["Yanvar"][cell].comment for cell in ("B8", "B9")]
    assert [note and note.text for note in notes] == [
        "I.2. Ro‘yxatga olish", "Faqat bolalar\n\nI.2. Ro‘yxatga olish",
    ]  # fmt: skip


def test_what_people_do_inside_does_not_matter(desk: Desk) -> None:
    desk.fill({"E7": 3})
    workbook = desk.open()
    workbook.move_sheet("Mart", -2)
    workbook["Aprel"].title = "Апрель"
    workbook["Yanvar"].row_dimensions[8].hidden = True
    workbook["Yanvar"].column_dimensions["B"].width = 90
    workbook["May"].sheet_state = "hidden"
    workbook.create_sheet("Лист1")
    workbook.save(desk.own)
    assert desk.lay().is_up_to_date
    desk.plan(GAINED)
    assert desk.lay_one().standing is Standing.RENEWED
    assert desk.renewed().sheetnames[:4] == ["Yanvar", "Fevral", "Mart", "Aprel"]
    assert desk.january("E7") == [3]


def test_a_row_put_in_above_the_table_moves_nothing(desk: Desk) -> None:
    desk.fill({"E7": 3, "A5": "Eslatma"})
    workbook = desk.open()
    workbook["Yanvar"].insert_rows(5)
    workbook.save(desk.own)
    desk.plan(GAINED)
    renewal = desk.lay_one().renewal
    assert renewal
    assert renewal.left == ()
    assert desk.january("A5", "A7", "E7") == ["Eslatma", "I.1", 3]


def test_rows_sorted_otherwise_are_the_same_rows(desk: Desk) -> None:
    workbook = desk.open()
    for sheet in workbook.worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7, max_row=9)]
        for at, row in enumerate(reversed(rows), 7):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
        sheet["E9"].value = 3
    workbook.save(desk.own)
    assert desk.lay().is_up_to_date
    desk.plan(GAINED)
    desk.lay()
    assert desk.january("A7", "E7", "E9") == ["I.1", 3, None]


def test_a_struck_figure_is_listed_and_not_revived(desk: Desk) -> None:
    workbook = desk.open()
    cell = workbook["Yanvar"]["E7"]
    cell.value = 9
    cell.font = Font(strike=True)
    workbook.save(desk.own)
    desk.plan(GAINED)
    renewal = desk.lay_one().renewal
    assert renewal
    assert spots(renewal.left) == [("Yanvar", "E7", "9", Why.STRUCK)]
    assert desk.january("E7") == [None]


PLANS: tuple[tuple[Row, ...], ...] = (
    GAINED, IN_THE_MIDDLE, (SECTION, VISITS, EVENTS), (SECTION, EVENTS, ("9.", *LOANS[1:])),
    (SECTION, ("1.", *VISITS[1:]), ("2.", *LOANS[1:])),
)  # fmt: skip
OF_THE_SHEET = {"A1", "A2", "B2", "A3", "B3", "A4"}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_typed_anywhere_is_carried_over_or_listed(
    desk: Desk, plan: tuple[Row, ...], seed: int
) -> None:
    chance = random.Random(seed)
    free = [
        f"{letter}{row}"
        for row in range(1, 16)
        for letter in "ABCDEFGHIJ"
        if row not in range(6, 10) or letter in "HIJ" or (letter in "EFG" and row > 6)
    ]
    spots_typed = chance.sample([spot for spot in free if spot not in OF_THE_SHEET], 40)
    typed = {spot: 5_000 + at for at, spot in enumerate(spots_typed)}
    desk.fill({**typed})
    desk.plan(plan)
    renewal = desk.lay_one().renewal
    assert renewal
    kept = {cell.value for row in desk.renewed()["Yanvar"].iter_rows() for cell in row}
    listed = {entry.text for entry in renewal.left}
    lost = [spot for spot, value in typed.items() if value not in kept and str(value) not in listed]
    twice = [spot for spot, value in typed.items() if value in kept and str(value) in listed]
    assert (lost, twice) == ([], [])
