"""A year of use: what a build leaves alone, when the year turns and when people have edited."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Thread

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.cli import run
from akmplan.output import output_folder
from akmplan.output.disk import sha256_of
from tests.output.folders import LIST, papers_in, put
from tests.small import READERS, STOCK, Value, month_tabs, plan_table, saved

QUARTERLY = "Hisobotni har chorakda viloyat AKMga taqdim etish"
LETTER, TABLE = "2026-1-chorak/viloyat-akm.docx", "2026-1-chorak/viloyat-akm.xlsx"
BESIDE = "2026-1-chorak/viloyat-akm (yangi).docx"
YEAR_2026 = {"ish-reja-2026.docx", LETTER, TABLE}
DECEMBER, JANUARY = ("--today", "2026-12-10"), ("--today", "2027-01-10")
APRIL = ("--today", "2027-04-01")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small year in which nothing is wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    saved(tmp_path / "input", plan_of(2026), oy=months_of(2026))
    return tmp_path


def plan_of(year: int, *, unit: str = "Nusxa") -> Workbook:
    row = ("1.", "Kitob berish", unit, 100, 120, QUARTERLY, f"{year}-yil davomida")
    return plan_table(["I. XIZMAT", row], year=year)


ROWS = [("I.1", "Kitob berish", "Nusxa", 120, 10)]


def months_of(year: int, *, months: Iterable[int] = range(1, 4), done: Value = 10) -> Workbook:
    rows = [(*ROWS[0][:4], done)]
    return month_tabs(READERS, dict.fromkeys(months, rows), year=year)


def lay_next_year(desk: Path) -> None:
    plan_of(2027).save(desk / "input" / "reja-2027.xlsx")


def names_in(desk: Path) -> set[str]:
    return set(papers_in(desk / "output"))


def pages(year: int | None = None) -> set[str]:
    ending = f"-{year}" if year else ""
    return {f"umumiy-holat{ending}.html", f"kamchiliklar{ending}.xlsx"}


def said(capsys: pytest.CaptureFixture[str]) -> str:
    spoken = capsys.readouterr()
    return spoken.out + spoken.err


def test_in_december_the_next_plan_is_checked_and_printed_too(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", *DECEMBER])
    before = papers_in(desk / "output")
    plan_of(2027, unit="").save(desk / "input" / "reja-2027.xlsx")
    capsys.readouterr()
    run(["build", *DECEMBER, "--lang", "en"])
    after = papers_in(desk / "output")
    assert after.keys() == before.keys() | {"ish-reja-2027.docx"} | pages(2027)
    papers = [name for name in before if name.endswith(".docx")]
    assert {name: after[name] for name in papers} == {name: before[name] for name in papers}
    assert "2027: Errors: 0, warnings: 1, notes: 0. See “umumiy-holat-2027.html”." in said(capsys)


def test_an_error_of_the_next_plan_is_not_the_exit_code(desk: Path) -> None:
    plan_of(2027, unit="250").save(desk / "input" / "reja-2027.xlsx")
    assert run(["build", "--today", "2026-04-05"]) == 0
    assert run(["build", "--today", "2026-04-05", "--year", "2027"]) == 1


def test_in_january_the_old_year_s_papers_stay(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", *DECEMBER])
    lay_next_year(desk)
    run(["build", *DECEMBER])
    capsys.readouterr()
    run(["build", *JANUARY, "--lang", "en"])
    spoken = said(capsys)
    assert "Removed" not in spoken
    expected = YEAR_2026 | {"ish-reja-2027.docx"} | pages() | pages(2026)
    assert names_in(desk) == expected
    assert "2027-yil" in (desk / "output" / "umumiy-holat.html").read_text("utf-8")
    assert "2026-yil" in (desk / "output" / "umumiy-holat-2026.html").read_text("utf-8")
    assert "Not handed in yet (2026):" in spoken
    run(["build", *JANUARY, "--lang", "en"])
    assert names_in(desk) == expected
    assert "Removed" not in said(capsys)


def test_in_january_what_comes_in_late_reaches_the_old_year_s_papers(desk: Path) -> None:
    lay_next_year(desk)
    run(["build", *JANUARY])
    assert "2026-4-chorak/viloyat-akm.docx" not in names_in(desk)
    months_of(2026, months=range(1, 13)).save(desk / "input" / "oy.xlsx")
    run(["build", *JANUARY])
    assert "2026-4-chorak/viloyat-akm.docx" in names_in(desk)


@pytest.mark.parametrize(("day", "served"), [("2027-03-31", True), ("2027-04-01", False)])
def test_to_the_end_of_march_the_old_year_is_served(desk: Path, day: str, served: bool) -> None:
    run(["build", *DECEMBER])
    lay_next_year(desk)
    (desk / "output" / TABLE).unlink()
    run(["build", "--today", day])
    assert (TABLE in names_in(desk)) is served
    assert LETTER in names_in(desk)


def test_a_year_of_its_own_leaves_the_others(desk: Path) -> None:
    lay_next_year(desk)
    run(["build", *JANUARY])
    before = names_in(desk)
    run(["build", *JANUARY, "--year", "2026"])
    run(["build", *JANUARY, "--year", "2027"])
    run(["build", *APRIL])
    assert names_in(desk) == before


def test_two_plans_for_the_new_year_do_not_hold_up_the_old_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_next_year(desk)
    plan_of(2027).save(desk / "input" / "reja-2027-nusxa.xlsx")
    assert run(["build", *JANUARY]) == 3
    assert names_in(desk) == YEAR_2026 | pages(2026)
    capsys.readouterr()
    assert run(["build", *DECEMBER, "--lang", "en"]) in (0, 1)
    assert "2027: the plan cannot be used (L102)." in said(capsys)


def edited(desk: Path) -> bytes:
    """The letter with a word by hand, and the figures changed since."""
    run(["build", "--today", "2026-04-05"])
    content = (desk / "output" / LETTER).read_bytes() + b"by hand"
    put(desk / "output", LETTER, content)
    return content


def test_an_edited_letter_stays_and_is_named_while_the_new_one_stands(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = edited(desk)
    assert run(["build", "--today", "2026-04-05"]) == 0
    assert BESIDE not in names_in(desk)
    months_of(2026, done=11).save(desk / "input" / "oy.xlsx")
    for _ in range(2):
        capsys.readouterr()
        assert run(["build", "--today", "2026-04-05"]) == 0
        assert BESIDE in said(capsys)
        assert (desk / "output" / LETTER).read_bytes() == content
        page = (desk / "output" / "umumiy-holat.html").read_text("utf-8")
        assert BESIDE in page
    months_of(2026).save(desk / "input" / "oy.xlsx")
    run(["build", "--today", "2026-04-05"])
    assert BESIDE not in names_in(desk)
    assert (desk / "output" / LETTER).read_bytes() == content


def test_an_edited_letter_without_the_new_one_is_said_to_be_older_than_the_figures(
    desk: Path,
) -> None:
    edited(desk)
    page = desk / "output" / "umumiy-holat.html"
    run(["build", "--today", "2026-04-05"])
    assert "undan keyin hech qaysi soni o‘zgarmagan" in page.read_text("utf-8")
    months_of(2026, done=11).save(desk / "input" / "oy.xlsx")
    run(["build", "--today", "2026-04-05"])
    (desk / "output" / BESIDE).unlink()
    run(["build", "--today", "2026-04-05"])
    assert "sonlari esa keyin o‘zgargan" in page.read_text("utf-8")


@pytest.mark.parametrize("when", [JANUARY, DECEMBER])
def test_findings_filled_in_where_they_lie_are_to_be_put_into_the_input(
    desk: Path, capsys: pytest.CaptureFixture[str], when: tuple[str, str]
) -> None:
    run(["build", *DECEMBER])
    lay_next_year(desk)
    path = desk / "output" / "kamchiliklar.xlsx"
    content = path.read_bytes() + b"filled in"
    path.write_bytes(content)
    capsys.readouterr()
    run(["build", *when, "--lang", "en"])
    assert "“kamchiliklar.xlsx” was filled in by hand: put it into the input folder" in said(capsys)
    assert path.read_bytes() == content
    put(desk, "input/izohlar.xlsx", content)
    run(["build", *when, "--lang", "en"])
    assert "filled in by hand" not in said(capsys)
    assert path.read_bytes() != content


def test_the_pages_of_two_years_lead_to_each_other(desk: Path) -> None:
    lay_next_year(desk)
    run(["build", *JANUARY])
    pages_there = {
        name: (desk / "output" / name).read_text("utf-8")
        for name in ("umumiy-holat.html", "umumiy-holat-2026.html")
    }
    assert 'href="umumiy-holat-2026.html"' in pages_there["umumiy-holat.html"]
    assert 'href="umumiy-holat.html"' in pages_there["umumiy-holat-2026.html"]


def test_before_the_first_month_is_over_nobody_has_handed_in_all(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_next_year(desk)
    run(["build", *JANUARY, "--lang", "en"])
    assert "There are no monthly sheets for 2027 yet." in said(capsys)
    months_of(2027, months=(1,), done=None).save(desk / "input" / "oy-2027.xlsx")
    run(["build", *JANUARY, "--lang", "en"])
    assert "Every service has handed in" not in said(capsys)


def test_an_input_folder_in_the_place_of_a_period_s_is_wrong_use(desk: Path) -> None:
    (desk / "input").rename(desk / "2026-1-chorak")
    before = papers_in(desk / "2026-1-chorak")
    arguments = ["--input", "2026-1-chorak", "--output", ".", "--today", "2026-04-05"]
    assert run(["build", *arguments]) == 2
    assert papers_in(desk / "2026-1-chorak") == before


def test_a_page_that_somebody_has_edited_is_not_opened_first(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(desk / "output", "umumiy-holat.html", b"my own page")
    run(["build", "--today", "2026-04-05", "--lang", "en"])
    path = Path("output") / "umumiy-holat (yangi).html"
    assert f"Open first: {path}" in said(capsys)
    assert (desk / "output" / "umumiy-holat.html").read_bytes() == b"my own page"


def test_an_unreadable_month_workbook_removes_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", "--today", "2026-04-05"])
    before = papers_in(desk / "output")
    whole = (desk / "input" / "oy.xlsx").read_bytes()
    put(desk, "input/oy.xlsx", whole[: len(whole) // 2])
    capsys.readouterr()
    assert run(["build", "--today", "2026-04-05", "--lang", "en"]) == 1
    spoken = said(capsys)
    assert "Not built this time, but not removed either" in spoken
    assert LETTER in spoken
    assert "There are no monthly sheets yet" not in spoken
    assert LETTER in (desk / "output" / "umumiy-holat.html").read_text("utf-8")
    after = papers_in(desk / "output")
    assert (after[LETTER], after[TABLE]) == (before[LETTER], before[TABLE])
    put(desk, "input/oy.xlsx", whole)
    assert run(["build", "--today", "2026-04-05"]) == 0
    assert papers_in(desk / "output") == before


@pytest.mark.parametrize(("name", "is_lost"), [("fond.xlsx", True), ("fond.txt", False)])
def test_a_paper_that_lacks_an_answer_is_a_draft_where_a_file_cannot_be_read(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, is_lost: bool
) -> None:
    both = ("1.", "Kitob berish", "Nusxa", 100, 120, QUARTERLY, "2026-yil davomida")
    plan = plan_table(["I. XIZMAT", (*both, f"{READERS}\n{STOCK}")])
    saved(desk / "input", plan, oy=months_of(2026))
    put(desk, f"input/{name}", b"PK torn")
    run(["build", "--today", "2026-04-05", "--lang", "en"])
    assert f"drafts (LOYIHA): {2 if is_lost else 0}." in said(capsys)
    saved(desk / "input", fond=month_tabs(STOCK, dict.fromkeys((1, 2, 3), ROWS)))
    put(desk, "input/another.xlsx", b"PK torn")
    run(["build", "--today", "2026-04-05", "--lang", "en"])
    assert "drafts (LOYIHA): 0." in said(capsys)


def test_an_unreadable_file_that_is_explained_is_not_read_all_the_same(desk: Path) -> None:
    plan_of(2027).save(desk / "input" / "reja-2027.xlsx")
    run(["build", "--today", "2026-04-05"])
    before = names_in(desk)
    put(desk, "input/oy.xlsx", b"PK torn")
    run(["build", "--today", "2026-04-05"])
    book = load_workbook(desk / "output" / "kamchiliklar.xlsx")
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column or 0 for cell in sheet[4]}
    row = next(row for row in range(5, 20) if sheet.cell(row, columns["code"]).value == "L103")
    sheet.cell(row, columns["Izoh"]).value = "Fayl qaytadan so‘ralgan"
    book.save(desk / "input" / "izohlar.xlsx")
    assert run(["build", "--today", "2026-04-05"]) == 0
    assert names_in(desk) == before


def test_month_workbooks_taken_away_their_papers_go_and_stand_on_that_build_s_page(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", "--today", "2026-04-05"])
    (desk / "input" / "oy.xlsx").unlink()
    capsys.readouterr()
    run(["build", "--today", "2026-04-05", "--lang", "en"])
    spoken = said(capsys)
    assert "Removed, because they are no longer built:" in spoken
    assert "There are no monthly sheets yet" in spoken
    assert names_in(desk) == {"ish-reja-2026.docx"} | pages()
    page = desk / "output" / "umumiy-holat.html"
    assert (LETTER in page.read_text("utf-8"), TABLE in page.read_text("utf-8")) == (True, True)
    run(["build", "--today", "2026-04-05"])
    assert LETTER not in page.read_text("utf-8")


def add_reports(desk: Path, recipient: str) -> None:
    path = desk / "input" / "reja.xlsx"
    book = load_workbook(path)
    sheet = book.create_sheet("Hisobotlar")
    sheet.append(["Nomi", "Kimga taqdim etiladi", "Davriyligi", "Muddati", "Bandlar", "Shakli"])
    sheet.append(["Hisobot", recipient, "har chorakda", None, "I.1", None])
    book.save(path)


@pytest.mark.parametrize(
    ("recipient", "superfluous"), [("Milliy kutubxona", True), ("Viloyat AKM", False)]
)
def test_a_first_hisobotlar_names_what_it_makes_superfluous(
    desk: Path, capsys: pytest.CaptureFixture[str], recipient: str, superfluous: bool
) -> None:
    run(["build", "--today", "2026-04-05"])
    add_reports(desk, recipient)
    capsys.readouterr()
    run(["build", "--today", "2026-04-05", "--lang", "en"])
    spoken = said(capsys)
    assert ("Removed, because the sheet Hisobotlar does not name them:" in spoken) is superfluous
    assert (LETTER in spoken) is superfluous
    assert "no longer built" not in spoken


def test_a_build_waits_for_another_and_reads_what_was_saved_meanwhile(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["build", "--today", "2026-04-05"])
    taken, done = Event(), Event()

    def hold() -> None:
        with output_folder(desk / "output"):
            taken.set()
            done.wait(30)

    other = Thread(target=hold)
    other.start()
    assert taken.wait(30)
    waiting = Thread(target=run, args=(["build", "--today", "2026-04-05", "--lang", "en"],))
    waiting.start()
    waiting.join(2)
    assert waiting.is_alive()
    months_of(2026, done=11).save(desk / "input" / "oy.xlsx")
    done.set()
    waiting.join(60)
    other.join(30)
    assert "Waiting for it to end" in capsys.readouterr().err
    book = load_workbook(desk / "output" / TABLE)
    assert 33 in [cell.value for row in book["Hisobot"].iter_rows() for cell in row]


def test_a_list_of_the_version_before_removes_and_doubles_nothing(desk: Path) -> None:
    run(["build", "--today", "2026-04-05"])
    before = names_in(desk)
    listed = {
        name: {"sha256": sha256_of(content), "sources": {}}
        for name, content in papers_in(desk / "output").items()
        if content is not None
    }
    put(desk / "output", LIST, json.dumps({"version": 1, "documents": listed}).encode())
    months_of(2026, done=11).save(desk / "input" / "oy.xlsx")
    lay_next_year(desk)
    run(["build", "--today", "2026-12-10"])
    assert names_in(desk) == before | {"ish-reja-2027.docx"} | pages(2027)
