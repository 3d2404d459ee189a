"""Each indicator against its plan: the share expected by today, its pace, its bar, its sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from akmplan.documents.overview.pace import Pace
from akmplan.documents.overview.page_view import page_view
from akmplan.documents.overview.progress_view import tally
from akmplan.documents.overview.views import ProgressView
from tests.documents.overview.pages import laid, only_item
from tests.documents.papers import brief_of
from tests.small import READERS, Value, month_tabs, plan_table, saved

ALL_YEAR = "2026-yil davomida"
OCTOBER = date(2026, 10, 5)


def one(
    folder: Path,
    target: Value,
    done: dict[int, Value],
    *,
    unit: str = "Nusxa",
    when: str = ALL_YEAR,
    today: date = OCTOBER,
    fakt: Value = 10,
) -> ProgressView:
    """The only indicator of a plan. `done`: month -> Bajarildi."""
    row = ("1.", "Kitob berish", unit, fakt, target, "Ish", when, READERS)
    entries = {month: [("I.1", "Kitob", unit, None, value)] for month, value in done.items()}
    view = laid(folder, [row], today=today, Abonement_xizmati=entries)
    (shown,) = only_item(view).korsatkichlar
    return shown


def nine_months(each: Value) -> dict[int, Value]:
    return dict.fromkeys(range(1, 10), each)


@pytest.mark.parametrize(
    ("when", "today", "expected"),
    [
        (ALL_YEAR, date(2026, 1, 30), ""),  # no month is over
        (ALL_YEAR, date(2026, 1, 31), "8,3 %"),
        (ALL_YEAR, OCTOBER, "75,0 %"),
        (ALL_YEAR, date(2027, 1, 9), "100,0 %"),
        ("2026-yil har chorakda", date(2026, 8, 31), "50,0 %"),
        ("2026-yil II chorak", OCTOBER, "100,0 %"),
        ("2026-yil II chorak", date(2026, 5, 31), "66,7 %"),
        ("2026-yil IV chorak", OCTOBER, ""),
    ],
)
def test_of_its_due_dates_the_share_that_is_over_is_expected(
    tmp_path: Path, when: str, today: date, expected: str
) -> None:
    shown = one(tmp_path, 120, {}, when=when, today=today)
    assert shown.kutilgan.replace("\u00a0", " ") == expected
    assert shown.belgi == (expected[:-2].replace(",", ".") or "0.0")


@pytest.mark.parametrize(("done", "pace"), [(250, Pace.ON_TIME), (249, Pace.SLIGHTLY_BEHIND)])
def test_on_plan_to_the_piece_is_on_time(tmp_path: Path, done: int, pace: Pace) -> None:
    """Eight months of twelve are two thirds of 3000: no rounded per cent may tell otherwise."""
    entries: dict[int, Value] = dict.fromkeys(range(1, 9), done)
    assert one(tmp_path, 3000, entries, today=date(2026, 9, 5)).holat == pace.value


@pytest.mark.parametrize(
    ("target", "each", "pace"),
    [
        (120, 10, Pace.ON_TIME),
        (90, 10, Pace.DONE),
        (60, 10, Pace.DONE),  # more than the plan
        (135, 10, Pace.SLIGHTLY_BEHIND),  # 66,7 % of 75 %
        (139, 10, Pace.BEHIND),  # 64,7 %
        (120, 0, Pace.BEHIND),  # a confirmed zero
    ],
)
def test_its_pace(tmp_path: Path, target: int, each: int, pace: Pace) -> None:
    assert one(tmp_path, target, nine_months(each)).holat == pace.value


def test_nobody_is_behind_by_a_part_of_a_piece(tmp_path: Path) -> None:
    """Of two pieces one and a half would be due: one is enough, none is not."""
    assert one(tmp_path, 2, {3: 1}, unit="Tadbir").holat == Pace.ON_TIME
    (tmp_path / "none").mkdir()
    assert one(tmp_path / "none", 2, {3: 0}, unit="Tadbir").holat == Pace.BEHIND


def test_the_bar_ends_at_the_whole_plan_and_the_per_cent_does_not(tmp_path: Path) -> None:
    shown = one(tmp_path, 60, nine_months(10))
    assert (shown.eni, shown.foiz) == ("100", "150,0\u00a0%")


def test_large_numbers_are_written_as_papers_write_them(tmp_path: Path) -> None:
    shown = one(tmp_path, 86348, nine_months(7124), fakt=86345)
    assert shown.bajarildi == "64\u00a0116"
    assert (shown.reja, shown.otgan_yil) == ("86\u00a0348", "86\u00a0345")
    assert shown.foiz == "74,3\u00a0%"


@pytest.mark.parametrize(
    ("target", "done", "bajarildi", "reja", "words"),
    [
        (None, nine_months(1), "9", "ma’lumot yo‘q", "reja: ma’lumot yo‘q"),
        ("-", nine_months(1), "9", "– (tegishli emas)", "reja: – (tegishli emas)"),
        (0, nine_months(1), "9", "0", "reja 0"),
        ("- (Unicat rejasidan oling)", {1: 1}, "1", "aniqlanmoqda", "reja: aniqlanmoqda"),
        (
            "1231 (Unicat rejasidan oling)",
            {1: 1},
            "1",
            "aniqlanmoqda",
            "reja: aniqlanmoqda, hozircha 1\u00a0231",
        ),
        ("33\n38", {1: 1}, "1", "o‘qib bo‘lmadi", "reja: o‘qib bo‘lmadi"),
        (120, {}, "ma’lumot yo‘q", "120", "ma’lumot yo‘q"),
        (120, nine_months("-"), "– (tegishli emas)", "120", "– (tegishli emas)"),
        (120, {1: "-"}, "ma’lumot yo‘q", "120", "ma’lumot yo‘q"),  # eight are blank
        (120, {1: "ko‘p"}, "o‘qib bo‘lmadi", "120", "o‘qib bo‘lmadi"),
    ],
)
def test_where_there_is_no_per_cent_the_bar_says_why(
    tmp_path: Path, target: Value, done: dict[int, Value], bajarildi: str, reja: str, words: str
) -> None:
    shown = one(tmp_path, target, done)
    assert (shown.bajarildi, shown.reja) == (bajarildi, reja)
    assert (shown.holat, shown.holat_sozi) == (Pace.UNKNOWN.value, words)
    assert (shown.foiz, shown.eni) == ("", "")


def test_what_is_not_yet_due_is_not_missing(tmp_path: Path) -> None:
    shown = one(tmp_path, 4, {}, when="2026-yil IV chorak")
    assert (shown.holat, shown.bajarildi, shown.kutilgan) == (
        Pace.NOT_YET_DUE.value, "muddati kelmagan", "",
    )  # fmt: skip


def test_a_last_value_is_no_sum_and_no_share_of_it_is_expected(tmp_path: Path) -> None:
    plan = plan_table(["I. ISHLAR", ("1.", "Xodimlar", "Xodim", 10, 12)])
    method = plan.create_sheet("Ko‘rsatkichlar")
    method.append(["Band", "Ko‘rsatkich", "O‘lchov birligi", "Jamlash usuli"])
    method.append(["I.1", None, "Xodim", "oxirgi qiymat"])
    months = month_tabs(READERS, {1: [("I.1", "X", None, None, 9)], 2: [("I.1", "X", 0, 0, 11)]})
    (shown,) = only_item(page_view(brief_of(saved(tmp_path, plan, oy=months)))).korsatkichlar
    assert (shown.holat, shown.holat_sozi) == (Pace.NOT_A_SUM.value, "oxirgi qiymat")
    assert (shown.bajarildi, shown.foiz, shown.belgi) == ("11", "91,7\u00a0%", "")


def test_every_figure_has_its_cells_and_what_stands_there(tmp_path: Path) -> None:
    shown = one(tmp_path, 120, {1: 10, 2: "-", 3: None})
    assert [(m.nima, m.qiymat, m.fayl, m.varaq, m.katak) for m in shown.manbalar] == [
        ("2026-yil rejasi", "120", "reja.xlsx", "Ish reja", "E5"),
        ("2025-yil fakti", "10", "reja.xlsx", "Ish reja", "D5"),
        (f"yanvar, {OFFICIAL}", "10", "abonement_xizmati.xlsx", "Yanvar", "E4"),
        (f"fevral, {OFFICIAL}", "“-”", "abonement_xizmati.xlsx", "Fevral", "E4"),
    ]
    assert shown.manbalar_soni == "4"


OFFICIAL = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"


def test_a_number_taken_from_elsewhere_names_both_places(tmp_path: Path) -> None:
    plan = plan_table(["I. ISHLAR", ("1.", "Yozuv", "Dona", 10, "500 (Unicat rejasidan oling)")])
    references = plan.create_sheet("Havolalar")
    references.append(["Band", "Ko‘rsatkich", "Fayl", "Varaq", "Katak"])
    references.append(["I.1", None, "unicat.xlsx", "Reja", "B2"])
    unicat = Workbook()
    sheet = unicat.worksheets[0]
    sheet.title = "Reja"
    sheet["B2"] = 700
    (shown,) = only_item(page_view(brief_of(saved(tmp_path, plan, unicat=unicat)))).korsatkichlar
    told = [(m.nima, m.qiymat, m.fayl, m.katak) for m in shown.manbalar]
    assert told[:2] == [
        ("2026-yil rejasi", "500 (Unicat rejasidan oling)", "reja.xlsx", "E5"),
        ("2026-yil rejasi, olingan joyi", "700", "unicat.xlsx", "B2"),
    ]


def test_named_indicators_stand_under_their_item(tmp_path: Path) -> None:
    row = ("1.", "Yozish:\n- yangi;\n- qayta", "Nafar", "20\n48", "24\n60")
    entries = [("I.1", "yangi", "Nafar", None, 18), ("I.1", "qayta", "Nafar", None, 30)]
    item = only_item(laid(tmp_path, [row], Abonement_xizmati={9: entries}))
    assert [(k.nomi, k.bajarildi, k.reja, k.holat) for k in item.korsatkichlar] == [
        ("yangi", "18", "24", "maromda"),
        ("qayta", "30", "60", "ortda"),
    ]


def test_a_section_counts_only_what_can_be_judged() -> None:
    paces = (Pace.DONE, Pace.ON_TIME, Pace.BEHIND, Pace.UNKNOWN, Pace.NOT_YET_DUE, Pace.NOT_A_SUM)
    assert tally(paces) == "3 ta ko‘rsatkichdan 2 tasi reja bo‘yicha"
    assert tally((Pace.UNKNOWN,)) == ""


def test_parts_are_marked_and_errors_lead_to_the_finding(tmp_path: Path) -> None:
    rows = [
        ("1.", "Jami", "Nusxa", 10, 10),
        ("", "Shundan,", "", "", "", "", "", ""),
        ("1.1.", "Xarid", "Nusxa", 6, 6),
        ("1.2.", "Sovg‘a", "Nusxa", 4, 5),
    ]
    view = laid(tmp_path, rows)
    total, *parts = view.bolimlar[0].bandlar
    assert (total.qism, [part.qism for part in parts]) == ("", ["qism", "qism"])
    (link,) = total.kamchiliklar
    assert link.soz == "T101 E5"
    places = {
        f"#{k.langar}": (k.kod, k.varaq, k.katak)
        for d in view.darajalar
        for f in d.fayllar
        for k in f.kamchiliklar
    }
    assert places[link.havola] == ("T101", "Ish reja", "E5")


def test_a_number_that_stands_twice_has_two_anchors(tmp_path: Path) -> None:
    view = laid(tmp_path, [("1.", "Bir", "Dona", 1, 2), ("1.", "Ikki", "Dona", 1, 2)])
    anchors = [item.langar for item in view.bolimlar[0].bandlar]
    assert len(set(anchors)) == len(anchors) == 2


def test_items_above_the_first_section_stand_under_a_heading_of_ours(tmp_path: Path) -> None:
    saved(tmp_path, plan_table([("1.", "Ish", "Dona", 1, 2)]))
    view = page_view(brief_of(tmp_path))
    assert [section.nomi for section in view.bolimlar] == ["Bandlar"]
