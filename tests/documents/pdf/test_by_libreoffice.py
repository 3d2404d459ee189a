"""The sample's documents as LibreOffice really turns them into PDFs."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader

from akmplan.cli import run
from akmplan.documents.pdf.office import libreoffice
from tests.documents.papers import ROOT, comments_by_cell, paragraphs_of, rows_of, word
from tests.output.folders import papers_in

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        libreoffice() is None, reason="LibreOffice is not installed: no PDF can be made"
    ),
]
BUILD: Final = ["build", "--pdf", "--today", "2026-10-05", "--input", str(ROOT / "input")]
PLAN: Final = "ish-reja-2026"
DRAFT_LETTER: Final = "2026-1-chorak/viloyat-akm"
Papers = Mapping[str, bytes]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return built(tmp_path_factory.mktemp("sample"))


def built(folder: Path, *options: str) -> Papers:
    assert run([*BUILD, "--output", str(folder), *options]) == 1
    return {name: content for name, content in papers_in(folder).items() if content is not None}


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def names_of(papers: Papers, ending: str) -> set[str]:
    return {name.removesuffix(ending) for name in papers if name.endswith(ending)}


def test_every_word_document_has_its_pdf(papers: Papers) -> None:
    assert names_of(papers, ".pdf") == names_of(papers, ".docx")
    assert len(names_of(papers, ".pdf")) > 30


def test_another_run_gives_the_same_bytes_whatever_else_is_made(
    papers: Papers, tmp_path: Path
) -> None:
    few = built(tmp_path, "--period", "2026-Q1")
    pdfs = {name: content for name, content in few.items() if name.endswith(".pdf")}
    assert 1 < len(pdfs) < 9
    assert pdfs == {name: papers[name] for name in pdfs}


def test_every_page_of_a_draft_says_so_and_none_of_another(papers: Papers) -> None:
    drafts = {
        name
        for name in names_of(papers, ".docx")
        if any("LOYIHA" in page for page in pages_of(papers[f"{name}.pdf"]))
    }
    assert {PLAN, DRAFT_LETTER} < drafts < names_of(papers, ".docx")
    for name in drafts:
        assert all("LOYIHA" in page for page in pages_of(papers[f"{name}.pdf"]))
    assert drafts == {name for name in names_of(papers, ".docx") if says_draft(papers, name)}


def says_draft(papers: Papers, name: str) -> bool:
    headers = (one.header for one in word(papers[f"{name}.docx"]).sections)
    return any("LOYIHA" in line.text for header in headers for line in header.paragraphs)


def test_every_letter_of_the_word_document_is_on_the_page(papers: Papers) -> None:
    for name in names_of(papers, ".docx"):
        cells = (
            cell
            for table in word(papers[f"{name}.docx"]).tables
            for row in rows_of(table)
            for cell in row
        )
        meant = Counter("".join((*cells, *paragraphs_of(papers[f"{name}.docx"]))))
        stands = Counter("".join(pages_of(papers[f"{name}.pdf"])))
        lost = {one: n for one, n in (meant - stands).items() if not one.isspace()}
        assert lost == {}, name


def test_remarks_of_a_draft_are_not_on_its_page_nor_behind_it(papers: Papers) -> None:
    remarks = [remark for _, remark in comments_by_cell(papers[f"{PLAN}.docx"])]
    assert len(remarks) > 5
    reader = PdfReader(io.BytesIO(papers[f"{PLAN}.pdf"]))
    printed = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert not any("".join(remark.split())[:40] in printed for remark in remarks)
    assert not any("/Annots" in page for page in reader.pages)


def test_paper_and_fonts_are_fit_to_be_printed_and_sent(papers: Papers) -> None:
    for name in (PLAN, DRAFT_LETTER):
        reader = PdfReader(io.BytesIO(papers[f"{name}.pdf"]))
        sizes = {tuple(sorted(round(float(n)) for n in page.mediabox[2:])) for page in reader.pages}
        assert sizes == {(595, 842)}  # A4
        assert reader.metadata is not None
        assert reader.metadata.title
        assert b"/FontFile2" in papers[f"{name}.pdf"]
    plan = PdfReader(io.BytesIO(papers[f"{PLAN}.pdf"])).pages[0].mediabox
    assert plan.width > plan.height


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_another_reader_sees_the_same_letters(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(papers[f"{PLAN}.pdf"])
    shown = subprocess.run(
        ["pdftotext", tmp_path / "plan.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert shown.stderr == ""
    own = "".join(pages_of(papers[f"{PLAN}.pdf"]))
    assert letters_of(shown.stdout) == letters_of(own)


def letters_of(text: str) -> Counter[str]:
    """Readers differ in how they join what is broken over lines."""
    return Counter(one for one in text if one.isalnum())
