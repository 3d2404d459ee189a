"""Older and binary workbooks: values as calamine tells them, errors and hidden parts beside."""

from __future__ import annotations

import struct
import sys
import tempfile
from datetime import date
from decimal import Decimal

import pytest

from akmplan.model.cells import CellKind
from akmplan.workbooks import Reason
from akmplan.workbooks.binary.testimony import witnessed
from tests.workbooks.binary_records import (
    ROW_HIDDEN,
    biff,
    xls,
    xls_column,
    xls_error,
    xls_formula_error,
    xls_number,
    xls_row,
    xls_text,
)
from tests.workbooks.handmade import cells, ole, only_grid, refusal

OF_1997 = xls(
    xls_text(0, 0, "Xizmat"),
    xls_number(0, 1, 1850),
    xls_number(1, 1, 12.5),
)


def test_values() -> None:
    found = cells(OF_1997)
    assert (found["A1"].kind, found["A1"].text) == (CellKind.TEXT, "Xizmat")
    assert (found["B1"].number, found["B1"].text) == (1850, "1850")
    assert (found["B2"].number, found["B2"].place.sheet) == (Decimal("12.5"), "S")
    assert len(found) == 3


def test_places_count_from_the_corner_of_the_sheet() -> None:
    content = xls(xls_number(3, 2, 1), xls_number(5, 1, 7))
    assert {name: cell.number for name, cell in cells(content).items()} == {"C4": 1, "B6": 7}


def test_error_values_are_no_blanks() -> None:
    content = xls(xls_number(0, 0, 1), xls_error(1, 1, 0x17), xls_formula_error(2, 0, 0x07))
    found = {name: (cell.kind, cell.text) for name, cell in cells(content).items()}
    assert found == {
        "A1": (CellKind.NUMBER, "1"),
        "B2": (CellKind.ERROR, "#REF!"),
        "A3": (CellKind.ERROR, "#DIV/0!"),
    }


@pytest.mark.parametrize(
    ("content", "rows", "columns"),
    [
        (xls(xls_row(0), xls_column(0), xls_number(0, 0, 1)), set(), set()),
        (xls(xls_row(0, ROW_HIDDEN), xls_column(0, 1), xls_number(0, 0, 1)), {1}, {1}),
        (xls(xls_row(8, ROW_HIDDEN), xls_column(8, 1), xls_number(0, 0, 1)), set(), set()),
    ],
)
def test_hidden_rows_and_columns(content: bytes, rows: set[int], columns: set[int]) -> None:
    grid = only_grid(content)
    assert grid.hidden_rows == rows
    assert grid.hidden_columns == columns


def test_a_struck_out_cell() -> None:
    fonts = b"".join(biff(0x31, struct.pack("<HH", 200, lines)) for lines in (0, 8))
    told = xls_number(0, 0, 12) + xls_text(0, 1, "ab")
    for font, is_struck in ((0, False), (1, True)):
        form = biff(0xE0, struct.pack("<HHH", font, 0, 0))
        found = cells(xls(told, globals_too=fonts + form))
        assert [cell.is_struck_out for cell in found.values()] == [is_struck, is_struck]


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (9, b"", "1200%"),
        (164, b"\4\0\0" + b'0"0"', "12"),
        (164, b"\2\0\1" + "0%".encode("utf-16-le"), "1200%"),
    ],
)
def test_a_number_whose_format_shows_another(number: int, code: bytes, text: str) -> None:
    formats = biff(0x41E, struct.pack("<H", number) + code) if code else b""
    form = biff(0xE0, struct.pack("<HHH", 0, number, 0))
    several = biff(0xBD, struct.pack("<HHHIHIH", 1, 0, 0, 12 << 2 | 2, 0, 12 << 2 | 2, 1))
    found = cells(xls(xls_number(0, 0, 12), several, globals_too=formats + form))
    assert {name: (cell.kind, cell.text) for name, cell in found.items()} == {
        "A1": (CellKind.DISGUISED, text),
        "A2": (CellKind.DISGUISED, text),
        "B2": (CellKind.DISGUISED, text),
    }


@pytest.mark.parametrize(("state", "is_hidden"), [(0, False), (1, True), (2, True)])
def test_hidden_sheets(state: int, is_hidden: bool) -> None:
    assert only_grid(xls(xls_number(0, 0, 1), hidden=state)).hidden == is_hidden


def test_a_number_shown_as_a_date_is_a_moment() -> None:
    plain = biff(0xE0, bytes(20))
    dated = biff(0xE0, bytes((0, 0, 14, 0)) + bytes(16))
    content = xls(
        biff(0x203, bytes((0, 0, 0, 0, 1, 0)) + bytes.fromhex("00000000a080e640")),
        globals_too=plain + dated,
    )
    assert cells(content)["A1"].moment == date(2026, 3, 4)


def test_a_chart_within_a_sheet_is_passed_over() -> None:
    chart = biff(0x809, bytes.fromhex("00062000bb0dcc070000000006000000"))
    content = xls(
        chart, xls_error(5, 5, 0x17), biff(0x0A), xls_number(0, 0, 1), xls_error(0, 1, 0x2A)
    )
    grid = only_grid(content)
    assert grid.at(1, 2).text == "#N/A"
    assert grid.at(6, 6).kind is CellKind.BLANK


@pytest.mark.parametrize(
    "content",
    [
        ole(Workbook=b""),
        ole(Workbook=b"\x09\x08\x10\x00"),
        ole(Workbook=b"\xff" * 5000),
        OF_1997[:1024],
        OF_1997[:512] + b"\xff" * (len(OF_1997) - 512),
    ],
)
def test_broken_ones_are_damaged(content: bytes) -> None:
    assert refusal(content)[0] is Reason.DAMAGED


def test_a_cell_absurdly_far_away() -> None:
    content = xls(xls_number(0, 0, 1), xls_number(65_535, 255, 1))
    reason, detail = refusal(content)
    assert (reason, detail.partition(":")[0]) == (Reason.UNSAFE, "far_cell")


READY = "print('{\"ready\": true}', flush=True); "


def witness(tmp_path: object, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    script = f"{tmp_path}/witness.py"
    with open(script, "w", encoding="utf-8") as stream:
        stream.write(words)
    monkeypatch.setattr("akmplan.workbooks.binary.testimony.WITNESS", script)


@pytest.mark.parametrize(
    "words",
    [
        "import os; os.abort()",
        "raise SystemExit(3)",
        "raise MemoryError",
        "",
        "print('[1, [[1, \"number\", 1]]]')",
        "import time; time.sleep(60)",
    ],
    ids=["abort", "exit", "memory", "silence", "half a story", "hang"],
)
def test_a_witness_that_dies_takes_nobody_along(
    words: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness(tmp_path, monkeypatch, READY + words)
    monkeypatch.setattr("akmplan.workbooks.binary.testimony.SECONDS_OF_WITNESS", 2)
    assert refusal(OF_1997)[0] is Reason.DAMAGED


@pytest.mark.parametrize(
    ("words", "detail"),
    [
        ("import nothing_of_that_name", "1"),
        ("raise SystemExit(3)", "3"),
        ("", "calamine"),
        ("print('another program')", "calamine"),
    ],
)
def test_a_witness_that_never_was_ready_is_not_the_files_fault(
    words: str, detail: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness(tmp_path, monkeypatch, words)
    assert refusal(OF_1997) == (Reason.NO_READER, detail)


@pytest.mark.parametrize("python", [None, "", "/no/such/python", "/"])
def test_a_witness_that_cannot_be_started_is_not_the_files_fault(
    python: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    assert refusal(OF_1997)[0] is Reason.NO_READER


def test_without_room_for_its_words_there_is_no_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    assert refusal(OF_1997) == (Reason.NO_READER, "OSError")


def test_the_witness_has_no_more_memory_than_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("akmplan.workbooks.binary.testimony.MEMORY_OF_WITNESS", 1)
    many = b"".join(xls_text(row, 0, "a" * 200) for row in range(20_000))
    with_more = xls(many)
    assert refusal(with_more)[0] is Reason.DAMAGED


def test_what_the_witness_prints_besides_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    list(witnessed(OF_1997))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "content",
    [
        xls(xls_number(0, 1, 1), xls_number(0, 1, 2)),
        xls(xls_text(0, 1, "a"), xls_error(0, 1, 0x17)),
    ],
)
def test_a_place_given_twice(content: bytes) -> None:
    assert refusal(content) == (Reason.DAMAGED, "S!B1")


def test_a_number_that_calamine_does_not_tell(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = {"index": 0, "sheet": "S", "hidden": False, "merged": []}
    told = [sheet, [1, [[1, "text", "Xizmat"], [2, "number", 1850]]], {"end": True}]
    witness(
        tmp_path, monkeypatch, f"{READY}import json\nfor said in {told}: print(json.dumps(said))"
    )
    assert refusal(OF_1997) == (Reason.DAMAGED, "S!B2")
