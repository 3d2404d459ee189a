"""Comments, formulas, drawings and macros: what stands beside the values of cells."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from xlsxwriter import Workbook as NewWorkbook

from akmplan.workbooks import Extras, UnreadableFile, read_with_extras

THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KIND = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def made() -> bytes:
    written = io.BytesIO()
    with NewWorkbook(written) as workbook:
        plain, drawn = workbook.add_worksheet("Oddiy"), workbook.add_worksheet("Rasmli")
        plain.write_comment("B2", "Ikki\nqator")
        plain.write_formula("C3", "=5+7", None, 12)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=Oddiy!$C$3"})
        drawn.insert_chart("A1", chart)
    return written.getvalue()


def extras(folder: Path, content: bytes) -> Extras | None:
    (folder / "kitob.xlsx").write_bytes(content)
    return read_with_extras(folder / "kitob.xlsx", "kitob.xlsx")[1]


def with_thread(content: bytes) -> bytes:
    links = "xl/worksheets/_rels/sheet1.xml.rels"
    relation = f'<Relationship Id="t" Type="{KIND}" Target="../threadedComments/t.xml"/>'
    thread = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B2"><text>Savol</text>'
        '</threadedComment><threadedComment ref="B2"><text>Javob</text></threadedComment>'
        "</ThreadedComments>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == links:
                part = part.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
            new.writestr(name, part)
        new.writestr("xl/threadedComments/t.xml", thread)
    return written.getvalue()


def test_comments_and_formulas_stand_by_their_cells(tmp_path: Path) -> None:
    found = extras(tmp_path, made())
    assert found
    assert dict(found.sheets["Oddiy"].comments) == {"B2": "Ikki\nqator"}
    assert dict(found.sheets["Oddiy"].formulas) == {"C3": "5+7"}
    assert not found.has_macros


def test_only_a_sheet_with_a_chart_is_drawn_on(tmp_path: Path) -> None:
    found = extras(tmp_path, made())
    assert found
    assert [(name, one.has_drawings) for name, one in found.sheets.items()] == [
        ("Oddiy", False), ("Rasmli", True),
    ]  # fmt: skip


def test_a_thread_is_read_in_the_place_of_its_stand_in(tmp_path: Path) -> None:
    found = extras(tmp_path, with_thread(made()))
    assert found
    assert dict(found.sheets["Oddiy"].comments) == {"B2": "Savol\nJavob"}


def test_a_plain_workbook_has_none(tmp_path: Path) -> None:
    written = io.BytesIO()
    Workbook().save(written)
    found = extras(tmp_path, written.getvalue())
    assert found
    assert [dict(one.comments) | dict(one.formulas) for one in found.sheets.values()] == [{}]


def test_a_torn_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        extras(tmp_path, made()[:-200])
