"""Good workbooks spoilt at random: each is read or refused by name, and none brings a fault."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from akmplan.workbooks import UnreadableFile
from akmplan.workbooks.workbook import workbook_from
from tests.hostile.mutating import bytes_spoilt, in_a_part
from tests.workbooks.binary_records import (
    xls,
    xls_error,
    xls_number,
    xls_row,
    xls_text,
)
from tests.workbooks.handmade import handmade, strings, styles
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
PART_SPOILT = in_a_part(bytes_spoilt)


@pytest.mark.parametrize(
    ("content", "spoil", "times"),
    [
        (SEVERAL, PART_SPOILT, 700),
        (SEVERAL, bytes_spoilt, 200),
        (saved(openpyxl_workbook()), PART_SPOILT, 300),
        (OPEN_DOCUMENT, PART_SPOILT, 400),
        (OF_1997, bytes_spoilt, 40),
    ],
    ids=["parts", "zip", "openpyxl", "ods", "xls"],
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
