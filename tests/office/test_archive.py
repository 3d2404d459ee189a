"""Packages are the same bytes wherever they are made: what a zip says of its entries is fixed."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from akmplan.input_forms import helper_workbook, month_workbook
from akmplan.input_forms.helper_tables import HelperTable
from akmplan.layout.helpers import REQUISITES
from akmplan.office.archive import archive, same_everywhere
from tests.documents.region_forms.blank import made, rich_blank
from tests.input_forms.small_plan import ABONEMENT, indicator, item, number, plan

PARTS = (("b.xml", b"<b/>"), ("folder/a.xml", b"<a/>" * 99))


@dataclass(frozen=True)
class Elsewhere:
    """A module as zipfile sees it on another system."""

    module: object
    platform: str = "win32"
    sep: str = "\\"

    def __getattr__(self, name: str) -> object:
        return getattr(self.module, name)


def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "sys", Elsewhere(sys))
    monkeypatch.setattr(zipfile, "os", Elsewhere(os))
    assert zipfile.ZipInfo("a\\b").filename == "a/b"
    assert zipfile.ZipInfo("a").create_system == 0


def fields(content: bytes) -> set[tuple[object, ...]]:
    """What the entries say beside their names and contents."""
    with zipfile.ZipFile(BytesIO(content)) as opened:
        return {
            (
                one.create_system, one.create_version, one.extract_version, one.flag_bits,
                one.external_attr, one.internal_attr, one.date_time, one.compress_type,
                one.extra, one.comment,
            )
            for one in opened.infolist()
        }  # fmt: skip


def months(_: Path) -> dict[str, bytes]:
    made_of = plan(item("IV.13", "Qatnov", indicator(unit="Nafar", target=number(37452))))
    return {"months": month_workbook(made_of, ABONEMENT)}


def helpers(_: Path) -> dict[str, bytes]:
    table = HelperTable(REQUISITES, (("Manzil", "Vobkent"),), ("Maslahat",))
    return {"helpers": helper_workbook(plan(item("I.1", "Ish", indicator())), [table])}


def papers(folder: Path) -> dict[str, bytes]:
    """Plan, letters, workbooks, a form and the findings."""
    return {
        name: content
        for name, content in made(folder, rich_blank(), None).items()
        if not name.endswith(".html")
    }


WRITERS = (months, helpers, papers)


@pytest.mark.parametrize("writer", WRITERS)
def test_windows_writes_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: Callable[[Path], dict[str, bytes]]
) -> None:
    here = writer(tmp_path / "here")
    with monkeypatch.context() as elsewhere:
        on_windows(elsewhere)
        there = writer(tmp_path / "there")
    assert here == there


def test_every_package_says_the_same_of_its_entries(tmp_path: Path) -> None:
    usual = fields(archive(PARTS))
    assert len(usual) == 1
    for writer in WRITERS:
        documents = writer(tmp_path / writer.__name__)
        assert {name: fields(content) for name, content in documents.items()} == dict.fromkeys(
            documents, usual
        )


def test_papers_of_every_kind_are_looked_at(tmp_path: Path) -> None:
    names = papers(tmp_path)
    assert {"ish-reja-2026.docx", "kamchiliklar.xlsx"} < set(names)
    assert {name.rpartition(".")[2] for name in names if "/" in name} == {"docx", "xlsx"}
    assert any("shakl" in name for name in names)


def test_parts_keep_their_order_and_content() -> None:
    with zipfile.ZipFile(BytesIO(archive(PARTS))) as opened:
        assert [(name, opened.read(name)) for name in opened.namelist()] == [*PARTS]


def test_what_a_library_zipped_becomes_what_is_written_here() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, content in PARTS:
            package.writestr(name, content)
    assert written.getvalue() != archive(PARTS)
    assert same_everywhere(written.getvalue()) == archive(PARTS)


def test_a_name_with_the_separator_of_windows_is_one_name_everywhere() -> None:
    assert archive([("a\\b.xml", b"")]) == archive([("a/b.xml", b"")])
