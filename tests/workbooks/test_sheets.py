"""What stands around the cells: merged blocks, hidden parts, the order of sheets."""

from __future__ import annotations

import pytest

from akmplan.model.cells import Area
from tests.workbooks.handmade import (
    SHEET,
    handmade,
    only_grid,
    parts_of_workbook,
    read,
    relations,
    sheet,
    workbook,
    zipped,
)

SQUARE = (
    '<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>'
    '<row r="3"><c r="B3"><v>3</v></c><c r="C3"/></row>'
)


def merged(*references: str) -> str:
    return "".join(f'<mergeCell ref="{reference}"/>' for reference in references)


def test_values_under_a_merged_block_are_kept() -> None:
    grid = only_grid(handmade(SQUARE, after=f"<mergeCells>{merged('B2:C3')}</mergeCells>"))
    assert {place: cell.number for place, cell in grid.cells.items()} == {
        (2, 2): 1,
        (2, 3): 2,
        (3, 2): 3,
    }
    assert grid.merged == (Area(2, 2, 3, 3),)
    assert grid.anchors == {(2, 3): (2, 2), (3, 2): (2, 2), (3, 3): (2, 2)}
    assert grid.shown_at(3, 3).number == 1


def test_a_block_is_cut_to_the_used_range() -> None:
    grid = only_grid(handmade(SQUARE, after=f"<mergeCells>{merged('A1:XFD1')}</mergeCells>"))
    assert grid.anchors == {(1, 2): (1, 1), (1, 3): (1, 1)}


@pytest.mark.parametrize(
    ("block", "row", "column"),
    [("C2:E2", 2, 4), ("C2:E2", 2, 5), ("B3:B9", 9, 2), ("B3:D9", 7, 4), ("A1:XFD1", 1, 16384)],
)
def test_a_block_shows_its_first_cell_beyond_the_used_range(
    block: str, row: int, column: int
) -> None:
    grid = only_grid(handmade(SQUARE, after=f"<mergeCells>{merged(block)}</mergeCells>"))
    assert grid.shown_at(row, column).place.cell == block.partition(":")[0]


@pytest.mark.parametrize(
    ("row", "column", "cell"), [(2, 6, "F2"), (3, 4, "D3"), (2, 2, "B2"), (9, 3, "C9")]
)
def test_a_cell_beside_a_block_that_reaches_beyond_the_used_range_is_its_own(
    row: int, column: int, cell: str
) -> None:
    grid = only_grid(handmade(SQUARE, after=f"<mergeCells>{merged('C2:E2')}</mergeCells>"))
    assert grid.shown_at(row, column).place.cell == cell


def test_a_block_of_one_cell_or_given_twice_is_no_more_than_it_is() -> None:
    after = f"<mergeCells>{merged('B2:C2', 'B2:C2', 'A1')}</mergeCells>"
    assert only_grid(handmade(SQUARE, after=after)).merged == (Area(2, 2, 2, 3),)


@pytest.mark.parametrize(
    ("attributes", "rows"),
    [
        ('hidden="1"', {2}),
        ('hidden="true"', {2}),
        ('ht="0" customHeight="1"', {2}),
        ('ht="0.0"', {2}),
        ('hidden="0"', set()),
        ('ht="10"', set()),
        ('outlineLevel="1"', set()),
        ("", set()),
    ],
)
def test_hidden_rows(attributes: str, rows: set[int]) -> None:
    content = handmade(f'<row r="2" {attributes}><c r="A2"><v>1</v></c></row>')
    assert only_grid(content).hidden_rows == rows


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<col min="2" max="2" hidden="1"/>', {2}),
        ('<col min="2" max="16384" hidden="1"/>', {2, 3}),
        ('<col min="2" max="2" width="0" customWidth="1"/>', {2}),
        ('<col min="2" max="3" outlineLevel="1" hidden="1" collapsed="1"/>', {2, 3}),
        ('<col min="2" max="3" outlineLevel="1"/>', set()),
        ('<col min="2" max="3" width="10.5"/>', set()),
    ],
)
def test_hidden_columns(columns: str, hidden: set[int]) -> None:
    content = handmade(SQUARE, before=f"<cols>{columns}</cols>")
    assert only_grid(content).hidden_columns == hidden


def test_hidden_rows_end_with_the_used_range() -> None:
    rows = SQUARE + "".join(f'<row r="{row}" hidden="1"/>' for row in range(3, 9))
    assert only_grid(handmade(rows.replace('<row r="3"/>', ""))).hidden_rows == {3}


@pytest.mark.parametrize(
    ("state", "is_hidden"),
    [
        ("", False),
        ('state="visible"', False),
        ('state="hidden"', True),
        ('state="veryHidden"', True),
    ],
)
def test_hidden_sheets(state: str, is_hidden: bool) -> None:
    content = handmade(workbook=workbook("S").replace("<sheet ", f"<sheet {state} "))
    assert only_grid(content).hidden == is_hidden


def test_sheets_stand_in_the_order_of_the_workbook_and_charts_are_none() -> None:
    parts = parts_of_workbook()
    parts["xl/workbook.xml"] = workbook("Ikki", "Diagramma", "Bir")
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("r3", "worksheet", "worksheets/sheet1.xml"),
        ("r2", "chartsheet", "chartsheets/sheet1.xml"),
        ("r1", "worksheet", "/xl/worksheets/sheet2.xml"),
    )
    parts["xl/chartsheets/sheet1.xml"] = "<chartsheet/>"
    parts["xl/worksheets/sheet2.xml"] = sheet()
    assert [grid.name for grid in read(zipped(parts)).grids] == ["Ikki", "Bir"]


def test_parts_misspelt_in_their_case_are_found() -> None:
    parts = parts_of_workbook(SQUARE)
    parts["xl/Worksheets/Sheet1.xml"] = parts.pop(SHEET)
    parts["xl\\SharedStrings.xml"] = parts.pop("xl/sharedStrings.xml")
    assert len(read(zipped(parts)).grids[0].cells) == 3


def test_rows_out_of_order_come_in_order() -> None:
    grid = only_grid(
        handmade(
            '<row r="3"><c r="B3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="3"><c r="A3"><v>2</v></c></row>'
        )
    )
    assert [cell.number for cell in grid.cells.values()] == [1, 2, 3]


def test_a_workbook_is_the_same_whenever_it_is_read() -> None:
    content = handmade(SQUARE)
    assert read(content) == read(content)
    assert read(content) != read(handmade(SQUARE + '<row r="9"><c r="A9"><v>1</v></c></row>'))
