"""The workbook that a service gets: its own items, twelve tabs, nothing reported yet."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from akmplan.input_forms import month_workbook, month_workbook_name
from akmplan.layout.calendar import MONTHS
from akmplan.layout.sheets import MONTH_COLUMNS
from akmplan.model import MISSING, Plan, PlanItem, Service, State, Value
from akmplan.office.page import CellRefused

from .small_plan import ABONEMENT, DIREKTOR, FOND, indicator, item, number, plan

HEADING = 6


def made(a_plan: Plan, service: Service = ABONEMENT) -> Workbook:
    return load_workbook(io.BytesIO(month_workbook(a_plan, service)))


def january(*items: PlanItem) -> Worksheet:
    sheet = made(plan(*items))["Yanvar"]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(min_row=HEADING + 1, values_only=True))


VISITS = item("IV.13", "Qatnov", indicator(unit="Nafar", target=number(37452)))


def test_there_is_a_tab_for_each_month_that_says_whose_and_when_it_is() -> None:
    workbook = made(plan(VISITS))
    assert workbook.sheetnames == [name.capitalize() for name in MONTHS]
    for sheet, month in zip(workbook.worksheets, MONTHS, strict=True):
        assert [cell.value for cell in sheet[2][:2]] == ["Xizmat:", ABONEMENT.name]
        assert [cell.value for cell in sheet[3][:2]] == ["Oy:", f"2026-yil {month}"]
        assert tuple(cell.value for cell in sheet[HEADING]) == MONTH_COLUMNS
        assert rows(sheet) == [("IV.13", "Qatnov", "Nafar", 37452, None, None, None)]


def test_a_service_gets_what_it_answers_for_in_the_order_of_the_plan() -> None:
    a_plan = plan(
        item("I.1", "Hujjat", indicator(), by=[FOND, ABONEMENT]),
        item("IV.7", "Fond", indicator(), by=[FOND]),
        item("I.7", "Ulash", indicator(), by=[DIREKTOR]),
        item("IV.15", "Tadbirlar", indicator(), by=[]),
    )
    codes = {
        service.key: [row[0] for row in rows(made(a_plan, service).worksheets[0])]
        for service in a_plan.services
    }
    assert codes == {
        "abonement": ["I.1", "IV.15"],
        "fond": ["I.1", "IV.7", "IV.15"],
        "direktor": ["I.7"],
    }


def test_several_indicators_have_a_row_each_and_the_title_as_a_note() -> None:
    readers = item(
        "IV.12",
        "Ro‘yxatga olish:\n- yangi;\n- qayta",
        indicator("yangi", None, number(2023)),
        indicator("qayta", None, number(4899)),
    )
    sheet = january(readers, VISITS)
    assert rows(sheet)[:2] == [
        ("IV.12", "yangi", None, 2023, None, None, None),
        ("IV.12", "qayta", None, 4899, None, None, None),
    ]
    notes = [sheet.cell(row, 2).comment for row in range(HEADING + 1, HEADING + 4)]
    assert [note and note.text for note in notes] == ["IV.12. Ro‘yxatga olish"] * 2 + [None]


def test_a_pair_named_by_nothing_is_explained() -> None:
    sheet = january(item("IV.24", "Raqamlashtirish", indicator("a", None), indicator("b")))
    note = sheet.cell(HEADING + 1, 2).comment
    assert note
    assert note.text.startswith("IV.24. Raqamlashtirish\na –")


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (number(1640), 1640),
        (number(Decimal("12.5")), 12.5),
        (number(0), 0),
        (MISSING, None),
        (Value(State.NA, None, "–"), "-"),
        (Value(State.LINKED, None, "Reja asosida"), "Reja asosida"),
        (Value(State.LINKED, 231, "231 (Unicat rejasidan oling)"), "231 (Unicat rejasidan oling)"),
        (Value(State.UNREADABLE, None, "33\n38"), "33\n38"),
        (Value(State.REPORTED, 2114, "2114 kartochokada"), 2114),
    ],
)
def test_the_plan_s_number_stands_as_a_number_and_all_else_as_typed(
    target: Value, shown: object
) -> None:
    assert rows(january(item("IV.1", "Ish", indicator(target=target))))[0][3] == shown


def test_no_cell_holds_a_formula_whatever_the_plan_says() -> None:
    sheet = january(
        item("IV.1", "=1+1", indicator(unit="=A1", target=Value(State.LINKED, None, "=SUM(A1)"))),
        item("IV.2", "http://test.adliya.uz", indicator("{=A1}", "-", MISSING)),
    )
    assert [row[1:4] for row in rows(sheet)] == [
        ("=1+1", "=A1", "=SUM(A1)"),
        ("{=A1}", "-", None),
    ]
    assert b"<f" not in cells_of(plan(item("IV.1", "=1+1", indicator())))


def cells_of(a_plan: Plan) -> bytes:
    with zipfile.ZipFile(io.BytesIO(month_workbook(a_plan, ABONEMENT))) as package:
        table = package.read("xl/worksheets/sheet1.xml")
    return table.partition(b"<sheetData>")[2].partition(b"</sheetData>")[0]


def test_months_outside_the_schedule_are_marked_and_keep_their_row() -> None:
    workbook = made(plan(VISITS, item("II.3", "So‘rov", indicator(), months=frozenset({1, 2}))))
    fills = {
        sheet.title: sheet.cell(HEADING + 2, 5).fill.patternType for sheet in workbook.worksheets
    }
    assert fills == {
        name.capitalize(): "solid" if month <= 2 else "lightUp"
        for month, name in enumerate(MONTHS, 1)
    }
    assert all(sheet.cell(HEADING + 1, 5).fill.patternType == "solid" for sheet in workbook)
    assert all(sheet.cell(HEADING + 2, 1).value == "II.3" for sheet in workbook)


def test_the_hint_speaks_of_grey_cells_only_where_there_are_some() -> None:
    workbook = made(plan(item("II.3", "So‘rov", indicator(), months=frozenset({1, 2}))))
    hints = [str(sheet["A4"].value) for sheet in workbook.worksheets]
    assert ["Kulrang" in hint for hint in hints] == [False] * 2 + [True] * 10


def test_anything_but_a_count_is_warned_of_and_never_refused() -> None:
    pair = item("IV.24", "Raqamlashtirish", indicator("a"), indicator("b"))
    rules = january(VISITS, pair, VISITS).data_validations.dataValidation
    assert [(str(rule.sqref), rule.errorStyle) for rule in rules] == [
        ("E7", "warning"),
        ("E8:E9", "warning"),
        ("E10", "warning"),
    ]
    assert ["?*/?*" in str(rule.formula1) for rule in rules] == [False, True, False]


def test_it_prints_on_landscape_pages_that_repeat_the_heading() -> None:
    sheet = january(VISITS)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${HEADING}:${HEADING}"
    assert sheet.freeze_panes == f"A{HEADING + 1}"
    assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"Times New Roman"}


def test_a_long_title_has_room_on_its_row() -> None:
    long = item("I.6", "O‘zbekiston Respublikasi Prezidentining qarori " * 10, indicator())
    heights = january(VISITS, long).row_dimensions
    assert heights[HEADING + 2].height > 4 * heights[HEADING + 1].height


def test_a_service_without_items_gets_an_empty_table() -> None:
    assert rows(made(plan(VISITS), FOND).worksheets[0]) == []


def test_what_a_cell_cannot_hold_is_never_cut_in_silence() -> None:
    with pytest.raises(CellRefused, match="does not hold"):
        month_workbook(plan(item("IV.1", "x" * 40_000, indicator())), ABONEMENT)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert month_workbook(plan(VISITS), ABONEMENT) == month_workbook(plan(VISITS), ABONEMENT)


def test_its_name_tells_service_and_year() -> None:
    assert month_workbook_name(ABONEMENT, 2026) == "oylik/abonement-2026.xlsx"
