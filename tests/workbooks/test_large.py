"""An honest large workbook passes, within the memory and time that one file may take."""

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
SECONDS = 10
MEBIBYTES = 256
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from akmplan.workbooks import read_workbook
def held():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
before, start = held(), time.process_time()
grids = read_workbook(Path(sys.argv[1]), "katalog.xlsx").grids
seconds = time.process_time() - start
print(json.dumps([len(grids[0].cells), grids[0].last_column, seconds, held() - before]))
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
        [sys.executable, "-c", MEASURED, path], capture_output=True, check=True, text=True
    )
    cells, last_column, seconds, mebibytes = json.loads(ran.stdout)
    assert (cells, last_column) == (ROWS * COLUMNS, COLUMNS)
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES
