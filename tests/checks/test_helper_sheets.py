"""The helper sheets of the plan's workbook: what they change, and the rows that say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.documents.phrases import letter_number
from akmplan.figures import Ledger, due_spans
from akmplan.loading import load_year
from akmplan.loading.helpers.spans import read_spans
from akmplan.messages import render
from akmplan.model import Span, period_from_code
from akmplan.papers_owed import papers_owed, papers_with_figures

from ..small import READERS, Seen, Value, found_in, month_table, month_tabs, plan_table, saved, seen

HEADINGS = {
    "Rekvizitlar": ("Nomi", "Qiymati"),
    "Xizmatlar": ("Rasmiy nomi", "Qisqa nomi", "Boshqa yozilishlari", "Mas’ul shaxs"),
    "Ko‘rsatkichlar": ("Band", "Ko‘rsatkich", "O‘lchov birligi", "Jamlash usuli"),
    "Havolalar": ("Band", "Ko‘rsatkich", "Fayl", "Varaq", "Katak"),
    "Hisobotlar": ("Nomi", "Kimga taqdim etiladi", "Davriyligi", "Muddati", "Bandlar", "Shakli"),
    "Qoidalar": ("Kodi", "Qoida", "Darajasi", "Izoh"),
}
TOTAL: tuple[Value, ...] = ("1.", "Jami kitob", "Nusxa", 30, 30)
PART: tuple[Value, ...] = ("2.", "Yangi kitob", "Nusxa", 10, 12)


def with_sheet(plan: Workbook, name: str, *rows: Sequence[Value]) -> Workbook:
    sheet = plan.create_sheet(name)
    for row in (HEADINGS[name], *rows):
        sheet.append(list(row))
    return plan


def plan(*rows: Sequence[Value]) -> Workbook:
    return plan_table(["I. BO‘LIM", *(rows or (TOTAL, PART))])


# --- Qoidalar: T106


def test_t106_names_a_rule_that_is_broken_with_both_sides(tmp_path: Path) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", "reja: I.1 = I.2 + 10", "xato", "jami"))
    (found,) = seen(saved(tmp_path, workbook), "T106")
    assert found == Seen(
        "T106", "error", "E5", "I.1", 30, 22,
        also=(("reja.xlsx", "Qoidalar", "B2", "reja: I.1 = I.2 + 10"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    "rule", ["reja: I.1 = I.2 + 18", "I.1 >= I.2", "fakt: I.1 - I.2 = 20", "reja: I.1 = I.2 ± 20"]
)
def test_t106_is_silent_where_the_rule_holds(tmp_path: Path, rule: str) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", rule, "xato", None))
    assert seen(saved(tmp_path, workbook)) == []


@pytest.mark.parametrize(
    ("level", "severity"), [("ogohlantirish", "warning"), ("Эслатма", "note"), (None, "error")]
)
def test_t106_weighs_what_its_level_says(tmp_path: Path, level: Value, severity: str) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", "reja: I.1 < I.2", level, None))
    assert [one.severity for one in seen(saved(tmp_path, workbook), "T106")] == [severity]


def test_t106_says_the_column_and_works_both_sides_out(tmp_path: Path) -> None:
    rule = "agar reja: I.1 > 0 bo‘lsa, I.1 = I.2 * 2 ± 1"
    workbook = with_sheet(plan(), "Qoidalar", ("R1", rule, None, None))
    (found,) = [one for one in found_in(saved(tmp_path, workbook)) if one.code == "T106"]
    told = render(found.hit.message, "en")
    assert "(reja): the condition is met (30 > 0), but 30 ≠ 12 × 2 = 24 (± 1)" in told


@pytest.mark.parametrize(
    ("rule", "cell", "item"),
    [
        ("agar reja: I.1 > 0 bo‘lsa, I.2 = 20", "E6", "I.2"),
        ("reja: I.1 = 30 va I.2 = 20", "E6", "I.2"),
        ("reja: I.2 = 20", "E6", "I.2"),
        ("reja: I.1 = 20", "E5", "I.1"),
    ],
)
def test_t106_stands_at_what_breaks_the_rule_not_at_its_condition(
    tmp_path: Path, rule: str, cell: str, item: str
) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", rule, None, None))
    (found,) = seen(saved(tmp_path, workbook), "T106")
    assert (found.cell, found.item, found.expected) == (cell, item, 20)


@pytest.mark.parametrize(
    ("rule", "indicator"), [("reja: I.1 = 8", None), ("reja: I.1.qayta = 8", "qayta")]
)
def test_t106_on_a_whole_item_belongs_to_none_of_its_indicators(
    tmp_path: Path, rule: str, indicator: str | None
) -> None:
    row = ("1.", "Kitobxon:\n- yangi;\n- qayta", "Nafar", "1\n2", "3\n4")
    workbook = with_sheet(plan(row), "Qoidalar", ("R1", rule, "xato", None))
    (found,) = seen(saved(tmp_path, workbook), "T106")
    assert (found.cell, found.item, found.indicator) == ("E5", "I.1", indicator)


def test_t106_is_judged_in_each_month_that_has_figures(tmp_path: Path) -> None:
    months = {
        1: [("I.1", "", "Nusxa", 30, 5), ("I.2", "", "Nusxa", 12, 6)],
        2: [("I.1", "", "Nusxa", 30, 5), ("I.2", "", "Nusxa", 12, 4)],
    }
    workbook = with_sheet(plan(), "Qoidalar", ("R1", "bajarildi: I.1 >= I.2", None, None))
    found = seen(saved(tmp_path, workbook, oy=month_tabs(READERS, months)), "T106")
    assert [(one.sheet, one.cell, one.period) for one in found] == [("Yanvar", "E4", "2026-01")]


def test_a_blank_makes_a_rule_neither_broken_nor_an_error(tmp_path: Path) -> None:
    blank: tuple[Value, ...] = ("2.", "Yangi kitob", "Nusxa", 10, "-")
    open_one: tuple[Value, ...] = ("3.", "Boshqa", "Nusxa", 1, "Reja asosida")
    workbook = with_sheet(
        plan(TOTAL, blank, open_one), "Qoidalar", ("R1", "reja: I.1 = I.3", "", "")
    )
    assert seen(saved(tmp_path, workbook), "T106", "L110") == []


@pytest.mark.parametrize("rule", ["I.1 = ", "I.1 == I.2", "IX.5 > 1", "I.1.yo‘qlik > 1", "salom"])
def test_l110_names_a_rule_that_is_not_understood(tmp_path: Path, rule: str) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", rule, "xato", None))
    (found,) = seen(saved(tmp_path, workbook))
    assert (found.code, found.sheet, found.cell, found.found) == ("L110", "Qoidalar", "B2", rule)


@pytest.mark.parametrize(
    ("rule", "character"),
    [
        ("bajarildi 2025-Q1: I.1 > 1000", 11),
        ("I.1[2025-yil mart] > 1000", 5),
        ("bajarildi, 2027-yil I chorak: I.1 > 1000", 12),
    ],
)
def test_l110_points_at_a_period_of_another_year(tmp_path: Path, rule: str, character: int) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", rule, "xato", None))
    months = month_tabs(READERS, {month: [("I.1", "", "Nusxa", 30, 5)] for month in (1, 2, 3)})
    saved(tmp_path, workbook, oy=months)
    (found,) = [one for one in found_in(tmp_path) if one.code in ("L110", "T106")]
    assert (found.code, found.place and found.place.cell) == ("L110", "B2")
    assert f"at character {character} " in render(found.hit.message, "en")


def test_a_period_that_names_the_plan_s_year_is_judged(tmp_path: Path) -> None:
    rules = [("R1", "bajarildi 2026-Q1: I.1 > 15", None), ("R2", "I.1[2026-yil mart] < 5", None)]
    workbook = with_sheet(plan(), "Qoidalar", *rules)
    months = month_tabs(READERS, {month: [("I.1", "", "Nusxa", 30, 5)] for month in (1, 2, 3)})
    found = seen(saved(tmp_path, workbook, oy=months), "L110", "T106")
    assert [(one.code, one.period) for one in found] == [("T106", "2026-Q1"), ("T106", "2026-03")]


# --- T102


def test_t102_names_a_cell_whose_numbers_do_not_give_its_own_total(tmp_path: Path) -> None:
    row: tuple[Value, ...] = (
        "1.",
        "Foydalanuvchi:\n- yangi;\n- qayta",
        "Nafar",
        "jami 12\n5\n6",
        "5\n7",
    )
    (found,) = seen(saved(tmp_path, plan(row)), "T102", "P107")
    assert (found.code, found.severity, found.cell) == ("T102", "error", "D5")
    assert (found.found, found.expected) == (12, 11)


@pytest.mark.parametrize("typed", ["jami 12\n5\n7", "5\n7", "Jami: 12\n5\n7", "jami 12\n5\n-"])
def test_t102_is_silent_where_they_do_or_cannot(tmp_path: Path, typed: str) -> None:
    row: tuple[Value, ...] = ("1.", "Foydalanuvchi:\n- yangi;\n- qayta", "Nafar", typed, "5\n7")
    expected = ["T102"] if typed.endswith("-") else []
    assert [one.code for one in seen(saved(tmp_path, plan(row)), "T102", "P107")] == expected


# --- Havolalar: P109, P122

OPEN: tuple[Value, ...] = ("1.", "Yozuvlar", "Dona", 251, "231 (Unicat rejasidan oling)")


def unicat(number: Value) -> Workbook:
    workbook = Workbook()
    workbook.worksheets[0].title = "Reja"
    workbook.worksheets[0]["C7"] = number
    return workbook


@pytest.mark.parametrize(("number", "codes"), [(231, []), (240, ["P122"])])
def test_p122_a_reference_takes_the_number_and_a_provisional_one_that_differs_is_named(
    tmp_path: Path, number: int, codes: list[str]
) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7"))
    found = seen(saved(tmp_path, workbook, unicat=unicat(number)), "P109", "P122")
    assert [one.code for one in found] == codes
    if found:
        assert (found[0].cell, found[0].found, found[0].expected) == ("E5", 231, 240)
        assert found[0].also == (("unicat.xlsx", "Reja", "C7", 240),)


def test_a_workbook_that_a_number_is_taken_from_is_used_and_not_called_ignored(
    tmp_path: Path,
) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7"))
    other = unicat(240)
    other.worksheets[0]["A1"] = "Unicat"
    saved(tmp_path, workbook, unicat=other, boshqa=unicat(1))
    ignored = [(one.file, one.sheet) for one in seen(tmp_path, "L108")]
    assert ignored == [("boshqa.xlsx", None)]
    (use,) = next(one.sheets for one in load_year(tmp_path, None, 2026).inputs
                  if one.file == "unicat.xlsx")  # fmt: skip
    assert (use.cells, use.used, [one.cell for one in use.set_aside]) == (2, 1, ["A1"])


def test_p122_is_silent_without_a_provisional_number(tmp_path: Path) -> None:
    row: tuple[Value, ...] = ("1.", "Yozuvlar", "Dona", 251, "Unicat rejasidan oling")
    workbook = with_sheet(plan(row), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "$C$7"))
    folder = saved(tmp_path, workbook, unicat=unicat(260))
    assert seen(folder, "P109", "P122", "L110") == []
    read = load_year(folder, None, 2026).plan
    assert read is not None
    target = read.items[0].indicators[0].target
    assert (target.reported, target.source and target.source.cell) == (260, "C7")


@pytest.mark.parametrize(
    ("file", "sheet", "cell"), [("yo‘q.xlsx", "Reja", "C7"), ("unicat.xlsx", "Reja", "A1"),
                                ("unicat.xlsx", "Reja", "C"), (None, "Reja", "C7")]
)  # fmt: skip
def test_a_reference_that_leads_nowhere_stays_open_and_is_named(
    tmp_path: Path, file: Value, sheet: Value, cell: Value
) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, file, sheet, cell))
    folder = saved(tmp_path, workbook, unicat=unicat(231))
    assert sorted(one.code for one in seen(folder, "P109", "L110")) == ["L110", "P109"]


@pytest.mark.parametrize(
    ("cell", "codes"), [("D7", ["P122"]), ("C8", ["P122"]), ("E7", ["P109", "L110"])]
)
def test_a_cell_of_a_merged_block_at_the_edge_of_its_sheet_has_the_block_s_number(
    tmp_path: Path, cell: str, codes: list[str]
) -> None:
    other = unicat(240)
    other.worksheets[0].merge_cells("C7:D8")
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", cell))
    found = seen(saved(tmp_path, workbook, unicat=other), "P109", "P122", "L110")
    assert [one.code for one in found] == codes


def with_hidden(what: str) -> Workbook:
    """C7, C9 and D7 hold numbers; row 7, column C or all of it is hidden."""
    workbook = unicat(231)
    sheet = workbook.worksheets[0]
    sheet["D7"] = sheet["C9"] = 231
    if what == "row":
        sheet.row_dimensions[7].hidden = True
    elif what == "column":
        sheet.column_dimensions["C"].hidden = True
    elif what == "sheet":
        sheet.sheet_state = "hidden"
        workbook.create_sheet("Boshqa")
    return workbook


@pytest.mark.parametrize(
    ("what", "cell", "named"),
    [
        ("row", "C7", ["C7"]), ("column", "C7", ["C7"]), ("sheet", "D7", ["D7"]),
        ("row", "C9", []), ("column", "D7", []), ("nothing", "C7", []),
    ],
)  # fmt: skip
def test_l106_names_a_cell_out_of_sight_that_a_number_is_taken_from(
    tmp_path: Path, what: str, cell: str, named: list[str]
) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", cell))
    found = seen(saved(tmp_path, workbook, unicat=with_hidden(what)), "L106", "P109")
    assert found == [
        Seen("L106", "warning", one, found=231, sheet="Reja", file="unicat.xlsx") for one in named
    ]


def test_l106_names_each_hidden_row_once(tmp_path: Path) -> None:
    rows = [(f"{at}.", "Yozuvlar", "Dona", 251, "Unicat rejasidan oling") for at in (1, 2, 3)]
    places = [(f"I.{at}", None, "unicat", "Reja", cell) for at, cell in enumerate(
        ("C7", "D7", "C9"), 1)]  # fmt: skip
    other = with_hidden("row")
    other.worksheets[0].row_dimensions[9].hidden = True
    workbook = with_sheet(plan(*rows), "Havolalar", *places)
    found = seen(saved(tmp_path, workbook, unicat=other), "L106", "P109")
    assert [one.cell for one in found] == ["C7", "C9"]


def test_a_row_without_a_place_waits_and_is_no_finding(tmp_path: Path) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, None, None, None))
    assert [one.code for one in seen(saved(tmp_path, workbook), "P109", "L110")] == ["P109"]


@pytest.mark.parametrize(
    ("file", "sheet", "cell"),
    [
        ("UNICAT", None, "c7"),
        ("manba/unicat.xlsx", "reja", "С7"),  # a Cyrillic letter
        ("manba\\unicat.xlsx", None, "Reja!$C$7"),
    ],
)
def test_a_place_is_found_however_it_is_typed(
    tmp_path: Path, file: str, sheet: Value, cell: str
) -> None:
    folder = saved(tmp_path, with_sheet(plan(OPEN), "Havolalar", ("I.1", None, file, sheet, cell)))
    (folder / "manba").mkdir()
    unicat("1 850 ta").save(folder / "manba" / "unicat.xlsx")
    (found,) = seen(folder, "P109", "P122", "L108", "L110")
    assert (found.code, found.found, found.expected) == ("P122", 231, 1850)


@pytest.mark.parametrize(
    ("file", "sheet", "cell", "named"),
    [
        ("yo‘q.xlsx", "Reja", "C7", "C2"),
        ("unicat.xlsx", "Boshqa", "C7", "D2"),
        ("unicat.xlsx", "Reja", "A1", "E2"),
        ("unicat.xlsx", "Reja", "B7", "E2"),
        (None, "Reja", "C7", "C2"),
        ("unicat.xlsx", "Reja", "yetti", "E2"),
    ],
)
def test_l110_names_the_cell_in_which_a_reference_goes_astray(
    tmp_path: Path, file: Value, sheet: str, cell: str, named: str
) -> None:
    other = unicat(231)
    other.worksheets[0]["B7"] = "Jami"
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, file, sheet, cell))
    found = seen(saved(tmp_path, workbook, unicat=other), "L110", "P109")
    assert [(one.code, one.cell) for one in found] == [("P109", "E5"), ("L110", named)]


def test_two_workbooks_of_one_name_are_asked(tmp_path: Path) -> None:
    workbook = with_sheet(plan(OPEN), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7"))
    folder = saved(tmp_path, workbook)
    for name in ("a", "b"):
        (folder / name).mkdir()
        unicat(231).save(folder / name / "unicat.xlsx")
    assert [one.cell for one in seen(folder, "L110")] == ["C2"]


def test_where_fakt_is_open_too_the_plan_s_number_is_meant(tmp_path: Path) -> None:
    row: tuple[Value, ...] = ("1.", "Yozuvlar", "Dona", "Reja asosida", "Reja asosida")
    workbook = with_sheet(plan(row), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7"))
    found = seen(saved(tmp_path, workbook, unicat=unicat(260)), "P109", "L110")
    assert [(one.code, one.cell) for one in found] == [("P109", "D5")]


# --- Xizmatlar

TWO_NAMES = (
    ("1.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "Axborot-texnologiyalari xizmati"),
    ("2.", "Ish", "Nusxa", 1, 1, "…", "2026-yil davomida", "AKT va raqamlashtirish xizmati"),
)


def test_p117_is_settled_by_a_service_that_lists_both_names(tmp_path: Path) -> None:
    assert len(seen(saved(tmp_path, plan(*TWO_NAMES)), "P117")) == 1
    row = ("AKT va raqamlashtirish xizmati", "AKT", "Axborot-texnologiyalari xizmati", "A. Aliyev")
    workbook = with_sheet(plan(*TWO_NAMES), "Xizmatlar", row)
    assert seen(saved(tmp_path, workbook), "P117") == []


def test_two_rows_are_two_services(tmp_path: Path) -> None:
    rows = [("AKT va raqamlashtirish xizmati", None, None), ("Axborot-texnologiyalari xizmati",)]
    read = load_year(saved(tmp_path, with_sheet(plan(*TWO_NAMES), "Xizmatlar", *rows)), None, 2026)
    assert read.plan is not None
    assert len(read.plan.services) == 2


def test_a_service_that_only_the_sheet_has_is_one_of_all(tmp_path: Path) -> None:
    everyone = ("1.", "Ish", "Nusxa", 12, 12, "…", "2026-yil davomida", "Barcha xizmatlar")
    workbook = with_sheet(plan(everyone), "Xizmatlar", ("Chet el adabiyotlari", None, None))
    read = load_year(saved(tmp_path, workbook), None, 2026).plan
    assert read is not None
    assert [service.name for service in read.answering(read.items[0])] == ["Chet el adabiyotlari"]


def test_a_name_in_question_is_still_asked(tmp_path: Path) -> None:
    row = ("AKT va raqamlashtirish xizmati", None, "Axborot-texnologiyalari xizmati (?)", None)
    workbook = with_sheet(plan(*TWO_NAMES), "Xizmatlar", row)
    assert [one.cell for one in seen(saved(tmp_path, workbook), "P117")] == ["H5"]


def test_a_post_that_the_sheet_has_stays_a_post(tmp_path: Path) -> None:
    everyone = ("1.", "Ish", "Nusxa", 12, 12, "…", "2026-yil davomida", "Barcha xizmatlar")
    workbook = with_sheet(plan(everyone), "Xizmatlar", ("Direktor",), ("AKT xizmati",))
    read = load_year(saved(tmp_path, workbook), None, 2026).plan
    assert read is not None
    assert [service.key for service in read.answering(read.items[0])] == ["akt"]


# --- Ko‘rsatkichlar


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("I.1", "", "sahifa", None, "2/350")], []),
        ([("I.1", "", "nusxa", None, "2/350")], [("M109", "b")]),
        (
            [("I.1", "a", "nusxa", None, 2), (None, "b", "sahifa", None, 350)],
            [("M109", "a")],
        ),
    ],
)
def test_the_unit_beside_a_pair_is_the_last_ones(
    tmp_path: Path, rows: Sequence[Sequence[Value]], found: list[tuple[str, str]]
) -> None:
    row = ("1.", "Raqamlashtirish", "Sahifa", "18/3982", "19/3991")
    workbook = with_sheet(plan(row), "Ko‘rsatkichlar", ("I.1", "a", "nom", None))
    met = seen(saved(tmp_path, workbook, oy=month_table(READERS, 1, rows)), "M109")
    assert [(one.code, one.indicator) for one in met] == found


def test_a_unit_that_the_sheet_has_answers_p102(tmp_path: Path) -> None:
    bare: tuple[Value, ...] = ("1.", "Tizim", None, 1, 1)
    assert [one.cell for one in seen(saved(tmp_path, plan(bare)), "P102")] == ["C5"]
    workbook = with_sheet(plan(bare), "Ko‘rsatkichlar", ("I.1", None, "hujjat", None))
    assert seen(saved(tmp_path, workbook), "P102") == []


@pytest.mark.parametrize(
    ("method", "value"), [("yig‘indi", "60"), ("oxirgi qiymat", "30"), ("o‘rtacha", "20.00")]
)
def test_how_months_make_a_figure(tmp_path: Path, method: str, value: str) -> None:
    months = {month: [("I.1", "", "", 30, month * 10)] for month in (1, 2, 3)}
    workbook = with_sheet(plan(TOTAL), "Ko‘rsatkichlar", ("I.1", None, "dona", method))
    year = load_year(saved(tmp_path, workbook, oy=month_tabs(READERS, months)), None, 2026)
    period = period_from_code("2026-Q1")
    assert year.plan is not None
    assert period is not None
    item = year.plan.items[0]
    figure = Ledger(year, year.plan).figure(item, item.indicators[0], period)
    assert (str(figure.value), figure.method, item.indicators[0].unit) == (value, method, "dona")


SENDS = "Viloyat AKM ga hisobot taqdim etish"


def due_and_owed(folder: Path) -> tuple[list[int], list[Span]]:
    read = load_year(folder, None, 2026).plan
    assert read is not None
    item = read.items[0]
    due = [span.due for span in due_spans(item, item.indicators[0])]
    return due, [one.span for one in item.obligations]


@pytest.mark.parametrize(
    ("said", "due", "owed"),
    [
        ("Hujjat", [3, 6, 9, 12], Span.QUARTER),
        ("Nusxa", list(range(1, 13)), Span.YEAR),
        (None, list(range(1, 13)), Span.YEAR),
    ],
)
def test_a_unit_that_the_sheet_has_says_how_often_papers_are_due_and_owed(
    tmp_path: Path, said: Value, due: list[int], owed: Span
) -> None:
    blank: tuple[Value, ...] = ("1.", "Ish", None, 10, 4, SENDS)
    workbook = with_sheet(plan(blank), "Ko‘rsatkichlar", ("I.1", None, said, None))
    assert due_and_owed(saved(tmp_path, workbook)) == (due, [owed])


def test_a_unit_that_the_sheet_has_wins_over_the_plan_s(tmp_path: Path) -> None:
    typed: tuple[Value, ...] = ("1.", "Ish", "Hujjat", 10, 4, SENDS)
    workbook = with_sheet(plan(typed), "Ko‘rsatkichlar", ("I.1", None, "Nusxa", None))
    months = month_tabs(READERS, {3: [("I.1", "", "Hujjat", 4, 1)]})
    folder = saved(tmp_path, workbook, oy=months)
    assert due_and_owed(folder) == (list(range(1, 13)), [Span.YEAR])
    assert [(one.cell, one.expected) for one in seen(folder, "M109")] == [("C4", "Nusxa")]


@pytest.mark.parametrize(
    ("typed", "cells"), [("nom/sahifa", []), ("sahifa", []), ("dona/sahifa", ["C4"])]
)
def test_a_pair_of_units_that_the_plan_has_is_no_other_unit(
    tmp_path: Path, typed: str, cells: list[str]
) -> None:
    pair: tuple[Value, ...] = ("1.", "Ish", "nom/sahifa", "14/2600", "14/2600", SENDS)
    units = [("I.1", "a", "nom", None), ("I.1", "b", "sahifa", None)]
    workbook = with_sheet(plan(pair), "Ko‘rsatkichlar", *units)
    months = month_tabs(READERS, {3: [("I.1", "", typed, "14/2600", "2/300")]})
    found = seen(saved(tmp_path, workbook, oy=months), "M109")
    assert [one.cell for one in found] == cells


@pytest.mark.parametrize(
    ("there", "due", "owed"),
    [(4, [3, 6, 9, 12], Span.QUARTER), (7, list(range(1, 13)), Span.YEAR)],
)
def test_a_number_taken_from_elsewhere_says_how_often_papers_are_due_and_owed(
    tmp_path: Path, there: int, due: list[int], owed: Span
) -> None:
    row: tuple[Value, ...] = ("1.", "Ish", "Hujjat", 4, "Reja asosida", SENDS)
    workbook = with_sheet(plan(row), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7"))
    assert due_and_owed(saved(tmp_path, workbook, unicat=unicat(there))) == (due, [owed])


@pytest.mark.parametrize(("said", "cells"), [("Hujjat", ["E5"]), ("Nusxa", [])])
def test_p115_judges_the_unit_that_the_sheet_has(
    tmp_path: Path, said: str, cells: list[str]
) -> None:
    row: tuple[Value, ...] = ("1.", "Ish", None, 4, 2, "Ishlarni bajarish", "Har chorakda")
    workbook = with_sheet(plan(row), "Ko‘rsatkichlar", ("I.1", None, said, None))
    assert [one.cell for one in seen(saved(tmp_path, workbook), "P115")] == cells


# --- Hisobotlar


def test_the_sheet_of_reports_says_all_that_is_owed(tmp_path: Path) -> None:
    sends = ("1.", "Ish", "Nusxa", 1, 12, "har chorakda viloyat AKM ga taqdim etish")
    rows = [
        ("Hisobot", "Viloyat AKM", "9 oylik", None, "I.2", None),
        ("Hisobot", "milliy-kutubxona", "har oyda", None, "I.2; I.1", None),
    ]
    read = load_year(
        saved(tmp_path, with_sheet(plan(sends, PART), "Hisobotlar", *rows)), None, 2026
    ).plan
    assert read is not None
    owed = {
        item.code: [(one.recipient, one.span) for one in item.obligations] for item in read.items
    }
    assert owed == {
        "I.1": [("milliy-kutubxona", Span.MONTH)],
        "I.2": [("viloyat-akm", Span.NINE_MONTHS), ("milliy-kutubxona", Span.MONTH)],
    }


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("har oyda", Span.MONTH), ("oylik", Span.MONTH), ("har oy", Span.MONTH),
        ("har chorakda", Span.QUARTER), ("chorak", Span.QUARTER), ("ҳар чоракда", Span.QUARTER),
        ("3 oylik", Span.QUARTER), ("yarim yillik", Span.HALF), ("har yarim yilda", Span.HALF),
        ("yilda ikki marta", Span.HALF), ("6 oylik", Span.HALF), ("9 oylik", Span.NINE_MONTHS),
        ("to‘qqiz oy", Span.NINE_MONTHS), ("2026-M9", Span.NINE_MONTHS), ("yillik", Span.YEAR),
        ("yiliga bir marta", Span.YEAR), ("12 oy", Span.YEAR), ("ba’zan", None), ("", None),
    ],
)  # fmt: skip
def test_how_long_a_time_a_paper_covers(typed: str, span: Span | None) -> None:
    assert [one.span for one in read_spans(typed)] == ([span] if span else [])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("choraklik, yarim yillik, 9 oylik, yillik",
         ["Q1", "Q2", "H1", "Q3", "M9", "Q4", "2026"]),
        ("I chorak, yarim yillik, 9 oylik va yillik", ["Q1", "H1", "M9", "2026"]),
        ("yarim yillik, yillik", ["H1", "H2", "2026"]),
        ("yarim yillik\nyillik", ["H1", "H2", "2026"]),
        ("choraklik hamda yillik", ["Q1", "Q2", "Q3", "Q4", "2026"]),
        ("ҳар чоракда ва йиллик", ["Q1", "Q2", "Q3", "Q4", "2026"]),
        ("I, II va III chorak", ["Q1", "Q2", "Q3"]),
        ("I yarim yillik", ["H1"]),
        ("2026-Q1", ["Q1"]),
    ],
)  # fmt: skip
def test_a_row_of_reports_may_name_several_lengths_of_time(
    tmp_path: Path, typed: str, expected: list[str]
) -> None:
    row = ("Hisobot", "Viloyat AKM va Milliy kutubxona", typed, None, "I.2", None)
    read = load_year(saved(tmp_path, with_sheet(plan(), "Hisobotlar", row)), None, 2026).plan
    assert read is not None
    for recipient in ("viloyat-akm", "milliy-kutubxona"):
        owed = [one.period.code for one in papers_owed(read) if one.recipient == recipient]
        assert [code.removeprefix("2026-") for code in owed] == expected


def test_oylik_beside_choraklik_is_both() -> None:
    assert [one.span for one in read_spans("oylik, choraklik")] == [Span.MONTH, Span.QUARTER]


@pytest.mark.parametrize(
    "typed",
    ["oyiga 2 marta", "2 oyda bir marta", "choraklik, ba’zan", "3, 6, 9 oylik", "yillik va x"],
)
def test_a_length_of_time_that_is_not_understood_drops_the_row(typed: str) -> None:
    assert read_spans(typed) == ()


def test_a_paper_of_nine_months_is_written_when_it_is_owed(tmp_path: Path) -> None:
    rows = [("Hisobot", "Viloyat AKM", "2026-M9", None, "I.1", None)]
    months = {month: [("I.1", "", "Nusxa", 30, 1)] for month in range(1, 10)}
    workbook = with_sheet(plan(), "Hisobotlar", *rows)
    year = load_year(saved(tmp_path, workbook, oy=month_tabs(READERS, months)), None, 2026)
    assert year.plan is not None
    (paper,) = papers_with_figures(year.plan, Ledger(year, year.plan))
    assert (paper.name, paper.period.code) == ("2026-9-oylik/viloyat-akm", "2026-M9")


def test_a_sheet_of_reports_without_rows_says_nothing(tmp_path: Path) -> None:
    sends = ("1.", "Ish", "Nusxa", 1, 12, "har chorakda viloyat AKM ga taqdim etish")
    read = load_year(saved(tmp_path, with_sheet(plan(sends), "Hisobotlar")), None, 2026).plan
    assert read is not None
    assert [one.span for one in read.items[0].obligations] == [Span.QUARTER]


# --- Rekvizitlar


def test_requisites_are_read_by_their_names(tmp_path: Path) -> None:
    rows = [
        ("Manzil", "Vobkent sh."),
        ("Ijrochi", "D. Karimova"),
        ("Qabul qiluvchi: viloyat-akm", "X ga"),
    ]
    read = load_year(saved(tmp_path, with_sheet(plan(), "Rekvizitlar", *rows)), None, 2026).plan
    assert read is not None
    assert read.requisites == {
        "address": "Vobkent sh.", "executor": "D. Karimova", "addressee:viloyat-akm": "X ga"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "printed"),
    [("Xat raqami", "12"), ("Xat raqami: viloyat-akm", "12"),
     ("Xat raqami: 2026-Q1 viloyat-akm", "12"), ("Xat raqami: milliy-kutubxona", ""),
     ("Xat raqami: I chorak, viloyat AKM", "12"), ("Xat raqami: mart viloyat AKM", ""),
     ("Xat raqami: 2026-yil II chorak viloyat AKM", "")],
)  # fmt: skip
def test_the_number_of_a_letter_is_that_of_its_recipient_and_period(
    tmp_path: Path, name: str, printed: str
) -> None:
    workbook = with_sheet(plan(), "Rekvizitlar", (name, 12))
    read = load_year(saved(tmp_path, workbook), None, 2026).plan
    quarter = period_from_code("2026-Q1")
    assert read is not None
    assert quarter is not None
    assert letter_number(read, "viloyat-akm", quarter) == printed


@pytest.mark.parametrize(
    "name",
    ["Xat raqami: 2026-Q7 viloyat-akm", "Xat raqami: V chorak viloyat AKM",
     "Xat raqami: 2026-Q1 vilayat-akm", "Qabul qiluvchi: vilayat-akm", "Qabul qiluvchi:"],
)  # fmt: skip
def test_l110_names_a_letter_that_nobody_gets(tmp_path: Path, name: str) -> None:
    workbook = with_sheet(plan(), "Rekvizitlar", (name, 12))
    (found,) = seen(saved(tmp_path, workbook), "L110")
    assert (found.sheet, found.cell, found.found) == ("Rekvizitlar", "A2", name)


# --- wherever and however the table stands


def placed(name: str, rows: Sequence[Sequence[Value]], row: int, column: int) -> Workbook:
    """A plan with a helper sheet whose heading stands in that cell."""
    workbook = plan()
    sheet = workbook.create_sheet(name)
    for down, values in enumerate(rows, row):
        for right, value in enumerate(values, column):
            sheet.cell(down, right).value = value
    return workbook


def test_a_sheet_in_cyrillic_with_blank_rows_is_read_from_where_it_stands(tmp_path: Path) -> None:
    rows = [
        ("Банд", "Кўрсаткич", "Ўлчов бирлиги", "Жамлаш усули"),
        (),
        ("I.1", None, "дона", "охирги қиймат"),
        (),
        ("IX.1", None, None, "ўртача"),
    ]
    folder = saved(tmp_path, placed("Варақ", rows, row=4, column=3))
    assert [(one.code, one.cell) for one in seen(folder)] == [("L110", "C8")]
    read = load_year(folder, None, 2026).plan
    assert read is not None
    indicator = read.items[0].indicators[0]
    assert (indicator.unit, indicator.method.value) == ("дона", "oxirgi qiymat")


@pytest.mark.parametrize(
    ("sheet", "rows", "cell"),
    [
        ("Rekvizitlar", [("Direktor", "A. B"), ("Rahbar", "C. D")], "A3"),
        ("Xizmatlar", [("AKT xizmati",), ("АКТ хизмати",)], "A3"),
        ("Ko‘rsatkichlar", [("I.1", None, "dona"), ("1.", None, "nusxa")], "A3"),
        ("Havolalar", [("I.1",), ("I.1", None, "a.xlsx", None, "A1")], "A3"),
    ],
)
def test_l110_names_the_second_row_of_one_subject(
    tmp_path: Path, sheet: str, rows: Sequence[Sequence[Value]], cell: str
) -> None:
    found = seen(saved(tmp_path, with_sheet(plan(), sheet, *rows)))
    assert [(one.code, one.cell) for one in found] == [("L110", cell)]


def test_a_second_helper_sheet_of_one_kind_is_not_read(tmp_path: Path) -> None:
    workbook = with_sheet(plan(), "Qoidalar", ("R1", "reja: I.1 > 1", "xato"))
    twin = workbook.copy_worksheet(workbook["Qoidalar"])
    twin["B2"] = "reja: I.1 > 1000"
    found = seen(saved(tmp_path, workbook))
    assert [(one.code, one.sheet, one.cell) for one in found] == [("L110", twin.title, "A1")]


def test_a_second_helper_sheet_without_rows_is_no_twin(tmp_path: Path) -> None:
    workbook = with_sheet(plan(), "Qoidalar")
    second = workbook.copy_worksheet(workbook["Qoidalar"])
    second.append(["R1", "reja: I.1 > 1000", "xato"])
    third = workbook.copy_worksheet(workbook["Qoidalar"])
    found = seen(saved(tmp_path, workbook))
    assert [(one.code, one.also[0][1]) for one in found] == [("T106", second.title)]
    use = next(one.sheets for one in load_year(tmp_path, None, 2026).inputs)
    assert [one.used for one in use if one.name == third.title] == [0]


# --- rows that say nothing


@pytest.mark.parametrize(
    ("sheet", "row", "cell"),
    [
        ("Rekvizitlar", ("Allaqanday", "1"), "A2"),
        ("Xizmatlar", (None, "AKT", "x"), "A2"),
        ("Ko‘rsatkichlar", ("IX.9", None, "dona", "yig‘indi"), "A2"),
        ("Ko‘rsatkichlar", ("I.1", None, "dona", "ko‘paytma"), "D2"),
        ("Hisobotlar", ("H", "Viloyat AKM", "ba’zan", None, "I.1"), "C2"),
        ("Hisobotlar", ("H", "Viloyat AKM", "har oyda", None, "IX.9"), "E2"),
        ("Hisobotlar", ("H", None, "har oyda", None, "I.1"), "B2"),
        ("Hisobotlar", ("H", "AKM", "har oyda", None, "I.1"), "B2"),
        ("Hisobotlar", ("H", "Vobkent tumani AKM", "har oyda", None, "I.1"), "B2"),
        ("Hisobotlar", ("H", "Viloyat AKM va boshqalar", "har oyda", None, "I.1"), "B2"),
        ("Hisobotlar", ("H", "Viloyat AKM", "har oyda, ba’zan", None, "I.1"), "C2"),
        ("Qoidalar", ("R1", None, "xato", "izoh"), "B2"),
        ("Qoidalar", ("R1", "I.1 > 0", "juda", None), "C2"),
    ],
)
def test_l110_names_the_cell_of_a_row_that_says_nothing(
    tmp_path: Path, sheet: str, row: Sequence[Value], cell: str
) -> None:
    found = seen(saved(tmp_path, with_sheet(plan(), sheet, row)))
    assert [(one.code, one.sheet, one.cell) for one in found] == [("L110", sheet, cell)]


def test_without_rows_the_helper_sheets_change_nothing(tmp_path: Path) -> None:
    workbook = plan()
    for name in HEADINGS:
        if name != "Hisobotlar":
            with_sheet(workbook, name)
    assert seen(saved(tmp_path, workbook)) == []
