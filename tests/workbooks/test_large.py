"""An honest large workbook passes, within the memory that one file may take, and in a time that is
a small multiple of what it takes to hear its XML at all."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.workbooks.handmade import SHEET, parts_of_workbook, sheet

pytest.importorskip("resource", reason="memory is measured by means of POSIX")

ROWS, COLUMNS = 50_000, 20
TIMES = 10
MEBIBYTES = 256
MEASURED = """
import json, resource, sys, time, zipfile
from pathlib import Path
from xml.parsers.expat import ParserCreate
from akmplan.workbooks import read_workbook
def hear(*said):
    pass
def hear_all(path, part):
    parser = ParserCreate()
    parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = hear
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        parser.ParseFile(stream)
def held():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
start = time.process_time()
hear_all(sys.argv[1], sys.argv[2])
least = time.process_time() - start
before, start = held(), time.process_time()
grids = read_workbook(Path(sys.argv[1]), "katalog.xlsx").grids
times = (time.process_time() - start) / least
print(json.dumps([len(grids[0].cells), grids[0].last_column, times, held() - before]))
"""


def catalogue() -> str:
    letters = [chr(ord("A") + column) for column in range(COLUMNS)]
    rows = []
    for row in range(1, ROWS + 1):
        cells = "".join(
            f'<c r="{letter}{row}" t="str"><v>kitob {row}</v></c>'
            if letter < "F"
            else f'<c r="{letter}{row}"><v>{row}.5</v></c>'
            for letter in letters
        )
        rows.append(f'<row r="{row}">{cells}</row>')
    return sheet("".join(rows))


def test_fifty_thousand_rows_of_twenty_columns(tmp_path: Path) -> None:
    path = tmp_path / "katalog.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (parts_of_workbook() | {SHEET: catalogue()}).items():
            archive.writestr(name, content)
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, path, SHEET], capture_output=True, check=True, text=True
    )
    cells, last_column, times, mebibytes = json.loads(ran.stdout)
    assert (cells, last_column) == (ROWS * COLUMNS, COLUMNS)
    assert times < TIMES
    assert mebibytes < MEBIBYTES
