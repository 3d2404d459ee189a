"""`explain --from`: a finished paper's figures as they stand in it, and what has changed since."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.cli import run
from akmplan.layout import record
from akmplan.loading import NoPaper, load_paper
from tests.small import READERS, STOCK, Row, Value, month_tabs, plan_table, saved

TODAY = ("--today", "2026-10-05")
PAPER = "output/2026-1-chorak/viloyat-akm.xlsx"
OWED = "Viloyat AKMga har chorakda hisobot taqdim etish"
YEAR = "2026-yil davomida"
ROWS: list[Row] = [
    "IV. XIZMAT",
    ("12.", "Kitobxon:\n- yangi;\n- qayta", "Nafar", "10\n20", "12\n24", OWED, YEAR, READERS),
    ("13.", "Qatnov", "Marta", 50, 60, OWED, YEAR, "Barcha xizmatlar"),
    ("14.", "Ish", "Dona", 50, 60, "Bajarish", YEAR, STOCK),
]
FIGURE = [
    "item", "indicator", "unit", "value", "state", "method", "months", "year_to_date", "target",
    "sources",
]  # fmt: skip
SOURCE = ["service", "month", "value", "raw", "state", "file", "sheet", "cell", "sha256"]
CHANGE = ["item", "indicator", "what", "paper", "today", "file", "sheet", "cell"]
Months = Mapping[int, list[tuple[Value, ...]]]


def readers(**values: Value) -> Months:
    """January and February of the readers' service; `feb_new` and its kin replace a value."""
    usual: dict[str, Value] = {"jan_new": 3, "feb_new": 4, "jan_again": 5, "feb_again": 6}
    said = {**usual, **values}
    return {
        month: [
            ("IV.12", "yangi", "", 12, said[f"{name}_new"]),
            ("IV.12", "qayta", "", 24, said[f"{name}_again"]),
            ("IV.13", "", "", 60, 7),
        ]
        for month, name in ((1, "jan"), (2, "feb"))
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the paper of the first quarter has been built."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "input").mkdir()
    stock = month_tabs(STOCK, {1: [("IV.13", "", "", 60, 2), ("IV.14", "", "", 60, 1)]})
    plan, readers_own = plan_table(ROWS), month_tabs(READERS, readers())
    saved(folder / "input", plan, abonement=readers_own, fond=stock)
    where = ["--input", str(folder / "input"), "--output", str(folder / "output")]
    assert run(["build", *where, *TODAY]) == 0
    return folder


@pytest.fixture
def desk(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to work in."""
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(built, tmp_path, dirs_exist_ok=True)


def told(capsys: pytest.CaptureFixture[str], *more: str, code: int = 0) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["explain", *more, "--format", "json", *TODAY]) == code
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def changes(capsys: pytest.CaptureFixture[str], *more: str) -> list[tuple[object, ...]]:
    answer = told(capsys, "--from", PAPER, *more)
    assert all(list(one) == CHANGE for one in answer["changes"])
    return [tuple(one.values()) for one in answer["changes"]]


def test_a_paper_that_still_holds_says_what_explain_says_of_its_period(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = told(capsys, "--from", PAPER)
    assert list(paper) == ["year", "period", "figures", "changes"]
    assert (paper["year"], paper["period"], paper["changes"]) == (2026, "2026-Q1", [])
    today = [
        *told(capsys, "IV.12", "--period", "2026-Q1")["figures"],
        *told(capsys, "IV.13", "--period", "2026-Q1")["figures"],
    ]
    assert paper["figures"] == today
    assert all(list(one) == FIGURE for one in paper["figures"])
    assert all(list(it) == SOURCE for one in paper["figures"] for it in one["sources"])


def test_a_changed_cell_is_said_for_the_figure_and_for_the_cell(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(desk / "input", abonement=month_tabs(READERS, readers(feb_new=9)))
    assert changes(capsys) == [
        ("IV.12", "yangi", "value", 7, 12, None, None, None),
        ("IV.12", "yangi", "year_to_date", 7, 12, None, None, None),
        ("IV.12", "yangi", "source", 4, 9, "abonement.xlsx", "Fevral", "E4"),
    ]
    figure = told(capsys, "--from", PAPER, "IV.12.yangi")["figures"][0]
    assert (figure["value"], figure["year_to_date"]) == (7, 7)
    assert [(one["value"], one["raw"]) for one in figure["sources"]] == [(3, "3"), (4, "9")]


def test_a_blanked_cell_and_a_new_one_are_said(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    months: Months = {**readers(jan_new=None), 3: [("IV.12", "yangi", "", 12, 1)]}
    saved(desk / "input", abonement=month_tabs(READERS, months))
    assert changes(capsys, "IV.12.yangi") == [
        ("IV.12", "yangi", "value", 7, 5, None, None, None),
        ("IV.12", "yangi", "year_to_date", 7, 5, None, None, None),
        ("IV.12", "yangi", "source", 3, None, "abonement.xlsx", "Yanvar", "E4"),
        ("IV.12", "yangi", "source", None, 1, "abonement.xlsx", "Mart", "E4"),
    ]


def test_a_row_put_in_above_changes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    above: tuple[Value, ...] = ("IV.14", "", "", 60, None)
    months: Months = {month: [above, *rows] for month, rows in readers().items()}
    saved(desk / "input", abonement=month_tabs(READERS, months))
    assert changes(capsys) == []


def test_another_plan_and_a_lost_item_are_said(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = [it if it != "12\n24" else "15\n24" for it in ROWS[1]]
    saved(desk / "input", plan_table([ROWS[0], row]))
    assert changes(capsys) == [
        ("IV.12", "yangi", "target", 12, 15, None, None, None),
        ("IV.13", None, "item", "IV.13", None, None, None, None),
    ]


def test_the_paper_is_told_in_words_with_what_has_changed(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "--from", PAPER, *TODAY]) == 0
    assert "Hisobot tayyorlangandan keyin hech narsa o‘zgarmagan." in capsys.readouterr().out
    saved(desk / "input", abonement=month_tabs(READERS, readers(feb_new=9)))
    assert run(["explain", "IV.12", "--from", PAPER, *TODAY]) == 0
    said = capsys.readouterr().out
    assert "abonement.xlsx, Fevral, E4: hisobotda 4, hozir 9" in said
    assert "Hisobot tayyorlangandan keyin 1 ta ko‘rsatkich o‘zgargan." in said
    assert "IV.13" not in said


def test_without_a_plan_the_paper_is_still_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(desk / "input")
    answer = told(capsys, "--from", PAPER, code=3)
    assert [one["value"] for one in answer["figures"]] == [7, 11, 16]
    assert answer["changes"] == []
    assert {one["sha256"] for one in answer["figures"][0]["sources"]} == {None}


@pytest.mark.parametrize(
    "more", [(), ("IV.99", "--from", PAPER), ("IV.14", "--from", PAPER),
             ("--from", PAPER, "--period", "2026-Q2"), ("--from", PAPER, "--year", "2025"),
             ("--from", "yoq.xlsx"), ("--from", "input")]
)  # fmt: skip
def test_wrong_use_is_said_in_one_message(
    desk: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    capsys.readouterr()
    assert run(["explain", *more, *TODAY]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) <= 4


def test_of_a_letter_the_table_beside_it_is_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["explain", "--from", PAPER.replace(".xlsx", ".docx"), *TODAY]) == 2
    assert PAPER in capsys.readouterr().err


def test_a_paper_of_another_centre_is_said_to_be_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["explain", "--from", PAPER, *TODAY]) == 0
    assert capsys.readouterr().err == ""
    with_cell(desk / PAPER, "B4", "G‘ijduvon tumani AKM")
    assert run(["explain", "--from", PAPER, *TODAY]) == 0
    assert "G‘ijduvon tumani AKM" in capsys.readouterr().err


def foreign(path: Path) -> None:
    Workbook().save(path)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


CLOBBERED: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("salom"),
    "pdf": lambda path: path.write_bytes(b"%PDF-1.7 x"),
    "letter": lambda path: shutil.copy(path.with_suffix(".docx"), path),
    "foreign": foreign,
    "cut short": cut_short,
}


@pytest.mark.parametrize("harm", CLOBBERED.values(), ids=CLOBBERED.keys())
def test_a_file_that_is_no_paper_is_one_clear_message(
    desk: Path, capsys: pytest.CaptureFixture[str], harm: Callable[[Path], object]
) -> None:
    harm(desk / PAPER)
    capsys.readouterr()
    assert run(["explain", "--from", PAPER, *TODAY]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert PAPER in said.err
    assert "Traceback" not in said.err


TOP = len(record.KEYS) + 2  # the row that heads the table
WRONG: Mapping[str, Value] = {
    "B1": "boshqa", "B2": 2, "B6": "2026-Q9", "A6": "davr", f"A{TOP}": "band", f"A{TOP + 1}": None,
    f"D{TOP + 1}": "o‘n", f"E{TOP + 1}": "bor", f"F{TOP + 1}": "7", f"G{TOP + 1}": None,
    "B7": "\x9b31m", f"A{TOP + 2}": "IV.12\x85",
    f"H{TOP + 1}": "ko‘p", f"I{TOP + 1}": "7", f"J{TOP + 1}": "[[1, 2, 3, 4]]",
}  # fmt: skip
SOURCES: list[Value] = [
    "{}", "[" * 32_000, '[["a", "b", "C1", null]]', '[["a", "b", "C1", 1e999]]', "[NaN]",
    '[["a", "b", "C1", true]]', '[["a", "b", "C1", "12,5"]]', '[["a", "b", "C1"]]', 12, "=1+1",
    r'[["a\u001b[31m", "b", "C1", 3]]',
]  # fmt: skip


def with_cell(path: Path, cell: str, value: Value) -> Path:
    workbook = load_workbook(path)
    workbook[record.SHEET][cell] = value
    workbook.save(path)
    return path


@pytest.mark.parametrize(("cell", "value"), WRONG.items())
def test_a_hidden_sheet_that_akmplan_did_not_write_so_is_refused(
    desk: Path, cell: str, value: Value
) -> None:
    with pytest.raises(NoPaper):
        load_paper(with_cell(desk / PAPER, cell, value))


@pytest.mark.parametrize("value", SOURCES, ids=range(len(SOURCES)))
def test_sources_that_akmplan_did_not_write_so_are_refused(desk: Path, value: Value) -> None:
    with pytest.raises(NoPaper):
        load_paper(with_cell(desk / PAPER, f"J{TOP + 1}", value))


def test_sources_may_be_none_or_go_on_to_the_right(desk: Path) -> None:
    assert load_paper(with_cell(desk / PAPER, f"J{TOP + 1}", None)).figures[0].sources == ()
    more = with_cell(desk / PAPER, f"K{TOP + 2}", '[["a.xlsx", "May", "E9", "2.50"]]')
    assert [str(one.value) for one in load_paper(more).figures[1].sources] == ["5", "6", "2.50"]


@pytest.mark.parametrize(
    ("reja", "cell", "target"),
    [
        ("231 (Unicat rejasidan oling)", None, None),
        ("Unicat rejasidan oling", None, None),
        ("231 (Unicat rejasidan oling)", "C7", 240),
        (231, None, 231),
        (0, None, 0),
    ],
)
def test_a_number_still_open_is_no_target(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    reja: str | int,
    cell: str | None,
    target: int | None,
) -> None:
    plan = plan_table(["IV. FOND", ("7.", "Fond", "Nusxa", 10, reja)])
    sheet = plan.create_sheet("Havolalar")
    sheet.append(["Band", "Ko‘rsatkich", "Fayl", "Varaq", "Katak"])
    sheet.append(["IV.7", None, "unicat.xlsx" if cell else None, None, cell])
    other = Workbook()
    other.worksheets[0]["C7"] = 240
    saved(tmp_path, plan, unicat=other)
    answer = told(capsys, "IV.7", "--input", str(tmp_path))
    assert [one["target"] for one in answer["figures"]] == [target]


def test_explain_follows_parts_and_references_to_their_cells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = plan_table(
        [
            "IV. FOND",
            ("7.", "Fond", "Nusxa", 10, "231 (Unicat rejasidan oling)"),
            "Shundan,",
            ("7.1.", "Xarid", "Nusxa", 10, 240),
        ]
    )
    sheet = plan.create_sheet("Havolalar")
    sheet.append(["Band", "Ko‘rsatkich", "Fayl", "Varaq", "Katak"])
    sheet.append(["IV.7", None, "unicat.xlsx", "Reja", "C7"])
    other = Workbook()
    other.worksheets[0].title = "Reja"
    other.worksheets[0]["C7"] = 240
    oy = month_tabs(READERS, {1: [("IV.7", "", "", None, 3), ("IV.7.1", "", "", None, 3)]})
    saved(tmp_path, plan, unicat=other, oy=oy)
    answer = told(capsys, "IV.7", "--input", str(tmp_path))
    assert [one["item"] for one in answer["figures"]] == ["IV.7", "IV.7.1"]
    cells = [
        (one["month"], one["value"], one["raw"], one["state"], one["file"], one["cell"])
        for one in answer["figures"][0]["sources"]
    ]
    typed = "231 (Unicat rejasidan oling)"
    assert cells == [
        ("2026-01", 3, "3", "reported", "oy.xlsx", "E4"),
        (None, 231, typed, "linked", "reja.xlsx", "E5"),
        (None, 240, "240", "linked", "unicat.xlsx", "C7"),
    ]
    assert all(len(one["sha256"]) == 64 for it in answer["figures"] for one in it["sources"])
    assert run(["explain", "IV.7", "--input", str(tmp_path), *TODAY]) == 0
    said = capsys.readouterr().out
    assert "yillik reja: 240  [unicat.xlsx, Reja, C7; sha256 " in said
    assert "(IV.7 tarkibida)" in said
