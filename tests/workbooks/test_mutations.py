"""Good workbooks spoilt at random: each is read or refused by name, and none brings a fault."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from akmplan.workbooks import UnreadableFile
from akmplan.workbooks.reading import workbook_from
from tests.workbooks.binary_records import (
    xls,
    xls_error,
    xls_number,
    xls_row,
    xls_text,
    xlsb,
    xlsb_error,
    xlsb_number,
    xlsb_row,
    xlsb_text,
)
from tests.workbooks.handmade import handmade, strings, styles, zipped
from tests.workbooks.test_honest import openpyxl_workbook, saved
from tests.workbooks.test_opendocument import UNDERLINING, cell, number, ods, row, text

SEVERAL = handmade(
    '<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" s="1"/></row>',
    before='<cols><col min="1" max="2" hidden="1"/></cols>',
    after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    strings=strings("<r><rPr><u/></rPr><t>a</t></r><r><t>b</t></r>"),
    styles=styles('<xf numFmtId="14" fontId="1"/>', fonts="<font/><font><u/></font>"),
)
OPEN_DOCUMENT = ods(
    row(text("a<text:span text:style-name='U'>b</text:span>"), number("7.1", "7,10"))
    + row(cell('table:formula="of:=1"'), more='table:number-rows-repeated="3"'),
    styles=UNDERLINING,
)
OF_1997 = xls(xls_row(0, 0x20), xls_text(0, 0, "a"), xls_number(0, 1, 2.5), xls_error(1, 1, 7))
OF_2007 = xlsb(xlsb_row(0), xlsb_text(0, "a"), xlsb_number(1, 2.5), xlsb_error(2, 7))
INSERTED = (
    b"-1",
    b"99999999999",
    b'""',
    b'r="A1"',
    b"<c",
    b"</c>",
    b"1e999",
    b"&#0;",
    b"XFD1048576",
    b"<!DOCTYPE a>",
    b't="s"',
    b"\xff",
)


def spoilt(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                del changed[at : at + chance.randint(1, 30)]
            case 2:
                changed[at:at] = chance.choice(INSERTED)
            case _:
                start = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[start : start + chance.randint(1, 200)]
    return bytes(changed)


def with_a_part_spoilt(content: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: spoilt(parts[name], chance)})


@pytest.mark.parametrize(
    ("content", "spoil", "times"),
    [
        (SEVERAL, with_a_part_spoilt, 700),
        (SEVERAL, spoilt, 200),
        (saved(openpyxl_workbook()), with_a_part_spoilt, 300),
        (OPEN_DOCUMENT, with_a_part_spoilt, 400),
        (OF_1997, spoilt, 40),
        (OF_2007, with_a_part_spoilt, 30),
    ],
    ids=["parts", "zip", "openpyxl", "ods", "xls", "xlsb"],
)
def test_a_spoilt_workbook_is_read_or_refused(
    content: bytes, spoil: Callable[[bytes, random.Random], bytes], times: int
) -> None:
    for seed in range(times):
        try:
            workbook = workbook_from(spoil(content, random.Random(seed)), "f.xlsx")
        except UnreadableFile:
            continue
        for grid in workbook.grids:
            assert len(list(grid.cells.values())) == len(grid.cells)
