"""`build --pdf` as its users meet it, with programs that stand in LibreOffice's place."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from akmplan.cli import run
from akmplan.documents.pdf import conversion, office
from tests.documents.pdf.fakes import a_page, office_that, only_with_scripts
from tests.output.faults import held_open
from tests.output.folders import papers_in, put
from tests.small import READERS, Value, month_tabs, plan_table, saved

pytestmark = only_with_scripts

QUARTERLY = "Hisobotni har chorakda viloyat AKMga taqdim etish"
ALL_YEAR = "2026-yil davomida"
TODAY = ("--today", "2026-04-05")
MAKES_ALL = "for name in names: make(name)"
PLAN, LETTER = "ish-reja-2026", "2026-1-chorak/viloyat-akm"
PDFS = {f"{PLAN}.pdf", f"{LETTER}.pdf"}
OTHERS = {
    "umumiy-holat.html",
    "kamchiliklar.xlsx",
    f"{PLAN}.docx",
    f"{LETTER}.docx",
    f"{LETTER}.xlsx",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small year in which nothing is wrong; no LibreOffice is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    lay(tmp_path)
    return tmp_path


def lay(desk: Path, *, unit: str = "Nusxa", done: Value = 10) -> None:
    folder = desk / "input"
    folder.mkdir(exist_ok=True)
    plan = plan_table(
        ("I. XIZMAT", ("1.", "Kitob berish", unit, 100, 120, QUARTERLY, ALL_YEAR)),
    )
    rows = [("I.1", "Kitob berish", "Nusxa", 120, done)]
    saved(folder, plan, oy=month_tabs(READERS, dict.fromkeys((1, 2, 3), rows)))


def install(desk: Path, does: str = MAKES_ALL, page: bytes | None = None) -> None:
    office_that(desk / "bin", does, page)


def names_in(desk: Path) -> set[str]:
    return set(papers_in(desk / "output"))


def test_without_the_option_there_are_none(desk: Path) -> None:
    install(desk)
    assert run(["build", *TODAY]) == 0
    assert names_in(desk) == OTHERS
    assert not (desk / "bin" / "log").exists()


def test_each_word_document_has_one_beside_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk)
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert names_in(desk) == OTHERS | PDFS
    assert "PDFs to be printed or sent: 2." in said.out
    assert "7 documents stand in “output”" in said.out
    assert said.err == ""


def test_a_later_build_without_them_removes_and_names_them(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk)
    run(["build", "--pdf", *TODAY])
    capsys.readouterr()
    assert run(["build", *TODAY]) == 0
    assert names_in(desk) == OTHERS
    said = capsys.readouterr().out
    assert all(name in said for name in PDFS)


def test_one_that_somebody_changed_stays(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(desk)
    run(["build", "--pdf", *TODAY])
    put(desk / "output", f"{LETTER}.pdf", b"signed by hand")
    capsys.readouterr()
    run(["build", *TODAY])
    assert papers_in(desk / "output")[f"{LETTER}.pdf"] == b"signed by hand"
    assert f"{LETTER}.pdf" in capsys.readouterr().out


def test_that_of_a_letter_that_somebody_edited_is_made_of_the_edited_one(desk: Path) -> None:
    install(desk)
    assert run(["build", "--pdf", *TODAY]) == 0
    path = desk / "output" / f"{LETTER}.docx"
    assert source_told(path) == source_of(path)
    letter = Document(str(path))
    letter.add_paragraph("Ilova: 2 varaq.")
    letter.save(str(path))
    edited = path.read_bytes()
    assert run(["build", "--pdf", *TODAY]) == 0
    assert path.read_bytes() == edited
    assert source_told(path) == source_of(path)


def source_told(path: Path) -> bytes:
    """What the PDF beside a letter says of the letter that it was made of."""
    identities = PdfReader(path.with_suffix(".pdf")).trailer["/ID"]
    assert isinstance(identities, ArrayObject)
    return bytes(identities[0].original_bytes)


def source_of(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()[:16]


def test_a_filtered_build_removes_none_and_names_those_that_are_older(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk)
    run(["build", "--pdf", *TODAY])
    filtered = ["build", "--period", "2026-Q1", *TODAY, "--lang", "en"]
    capsys.readouterr()
    run(filtered)
    assert capsys.readouterr().err == ""
    lay(desk, done=11)
    run(filtered)
    assert names_in(desk) == OTHERS | PDFS
    said = capsys.readouterr().err
    assert "older than the Word documents" in said
    assert f"{LETTER}.pdf" in said
    assert f"{PLAN}.pdf" not in said
    run([*filtered, "--pdf"])
    assert capsys.readouterr().err == ""


def test_one_held_open_is_saved_beside(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(desk)
    run(["build", "--pdf", *TODAY])
    install(desk, page=a_page("another"))
    with held_open(Path("output") / f"{PLAN}.pdf"):
        assert run(["build", "--pdf", *TODAY]) == 0
    assert names_in(desk) == OTHERS | PDFS | {f"{PLAN} (yangi).pdf"}
    assert f"{PLAN} (yangi).pdf" in capsys.readouterr().err
    run(["build", "--pdf", *TODAY])
    assert names_in(desk) == OTHERS | PDFS


def test_drafts_are_counted_with_their_pdfs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(desk)
    lay(desk, unit="13252")
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 1
    assert "7 documents stand in “output”; drafts (LOYIHA): 5." in capsys.readouterr().out


def test_a_draft_whose_pdf_does_not_say_so_has_none(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk, page=a_page("Hisobot"))
    lay(desk, unit="13252")
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 1
    assert names_in(desk) == OTHERS
    assert "did not say LOYIHA" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["uz", "en"])
def test_without_libreoffice_all_others_are_there_and_it_is_said(
    desk: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert run(["build", "--pdf", *TODAY, "--lang", language]) == 1
    said = capsys.readouterr()
    assert names_in(desk) == OTHERS
    assert "www.libreoffice.org" in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("does", "code", "patience"),
    [
        ("sys.exit(1)", "did not make", 60),
        ("pass", "did not make", 60),
        ("for name in names: make(name, b'garbage')", "were damaged", 60),
        ("for name in names: make(name, b'')", "were damaged", 60),
        ("for name in names: make(name, page[:-99])", "were damaged", 60),
        ("time.sleep(300)", "too long", 0.5),
    ],
    ids=["fails", "makes nothing", "garbage", "empty", "cut", "hangs"],
)
def test_whatever_libreoffice_does_all_others_are_there(
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    does: str,
    code: str,
    patience: float,
) -> None:
    quick = partial(conversion.converted, patience=patience)
    monkeypatch.setattr("akmplan.documents.pdf.pdf_documents.converted", quick)
    install(desk, does)
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert names_in(desk) == OTHERS
    assert code in said.err
    assert all(name in said.err for name in PDFS)
    assert "PDFs to be" not in said.out


def test_those_that_were_made_are_there_and_the_others_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk, 'make("0000")')
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert names_in(desk) == OTHERS | {f"{PLAN}.pdf"}
    assert f"{LETTER}.pdf" in said.err
    assert f"{PLAN}.pdf" not in said.err


def test_a_pdf_that_can_no_longer_be_made_does_not_stay(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk)
    run(["build", "--pdf", *TODAY])
    install(desk, "pass")
    capsys.readouterr()
    assert run(["build", "--pdf", *TODAY]) == 1
    assert names_in(desk) == OTHERS
    said = capsys.readouterr()
    assert all(name in said.out and name in said.err for name in PDFS)


def test_one_that_cannot_be_started_is_no_traceback(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install(desk)
    (desk / "bin" / "soffice").write_bytes(b"\x7fELF")
    assert run(["build", "--pdf", *TODAY, "--lang", "en"]) == 1
    assert names_in(desk) == OTHERS
    assert "did not make" in capsys.readouterr().err


def test_no_plan_and_no_folder_come_before_any_pdf(desk: Path) -> None:
    install(desk)
    (desk / "output").write_text("a file")
    assert run(["build", "--pdf", *TODAY]) == 4
    assert run(["build", "--pdf", "--input", "elsewhere", *TODAY]) == 3
