"""A file is opened once, whatever is then done with it."""

from __future__ import annotations

import zipfile
from collections import Counter
from datetime import date
from typing import Any

import pytest
from xlsxwriter import Workbook

from akmplan.documents.region_forms.blank_form import open_form
from akmplan.documents.region_forms.filled_form import Cover, filled
from akmplan.documents.region_forms.form_entries import Entry
from akmplan.office.new_workbook import new_workbook
from akmplan.office.proof import prove_document, prove_workbook
from akmplan.office.properties import About
from tests.documents.papers import ROOT
from tests.documents.region_forms.blank import rich_blank

Unpacked = Counter[str]
DAY = date(2026, 1, 1)


@pytest.fixture
def unpacked(monkeypatch: pytest.MonkeyPatch) -> Unpacked:
    """How often each part was unpacked."""
    counts: Unpacked = Counter()
    opened = zipfile.ZipFile.open

    def counted(self: zipfile.ZipFile, name: Any, mode: Any = "r", *more: Any, **named: Any) -> Any:
        if mode == "r":
            counts[name.filename] += 1
        return opened(self, name, mode, *more, **named)

    monkeypatch.setattr(zipfile.ZipFile, "open", counted)
    return counts


def test_a_finished_document_by_its_proof(unpacked: Unpacked) -> None:
    prove_document((ROOT / "templates" / "hisobot.docx").read_bytes(), {}, ())
    assert unpacked["word/document.xml"] == 1
    assert set(unpacked.values()) == {1}


def test_a_finished_workbook_by_its_proof(unpacked: Unpacked) -> None:
    def write(workbook: Workbook) -> None:
        workbook.add_worksheet("Varaq").write_string(0, 0, "so‘z")

    content, _ = new_workbook(About("Sinov", "Sinov", DAY), {}, write)
    unpacked.clear()
    prove_workbook(content, {"Varaq": {(0, 0): "so‘z"}})
    assert unpacked["xl/worksheets/sheet1.xml"] == 1
    assert set(unpacked.values()) == {1}


def test_a_form_when_it_is_found(unpacked: Unpacked) -> None:
    form = open_form("shakl.xlsx", "shakl.xlsx", rich_blank())
    assert unpacked["xl/worksheets/sheet1.xml"] == 1
    assert set(unpacked.values()) == {1}
    unpacked.clear()
    cover = Cover("Sinov", "Sinov", DAY, draft=False, record=())
    entries = [Entry(cell, None, ((0, len(cell.cell.text), "1"),)) for cell in form.cells]
    content = filled(form, entries, cover)
    assert unpacked["xl/media/image1.png"] == 1  # of the finished one, by the reader that proves it
    assert content == filled(form, entries, cover)
