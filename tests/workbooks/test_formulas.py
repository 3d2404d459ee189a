"""Formulas: the stored result where there is one, the formula itself where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from akmplan.model.cells import CellKind
from tests.workbooks.handmade import cells, handmade, only_cell


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ("><f>1+1</f><v>2</v>", CellKind.NUMBER, "2"),
        ("><f>5/2</f><v>2.5</v>", CellKind.NUMBER, "2.5"),
        ('t="str"><f>A2&amp;"b"</f><v>ab</v>', CellKind.TEXT, "ab"),
        ('t="str"><f>""</f><v></v>', CellKind.TEXT, ""),
        ('t="e"><f>1/0</f><v>#DIV/0!</v>', CellKind.ERROR, "#DIV/0!"),
        ('t="b"><f>TRUE()</f><v>1</v>', CellKind.BOOLEAN, "TRUE"),
        ("><f>1+1</f>", CellKind.UNCOMPUTED, "=1+1"),
        ("><f>1+1</f><v/>", CellKind.UNCOMPUTED, "=1+1"),
        ('t="str"><f>A2&amp;"b"</f>', CellKind.UNCOMPUTED, '=A2&"b"'),
        ("><f>SUM(B1:B9)</f><v></v>", CellKind.UNCOMPUTED, "=SUM(B1:B9)"),
        ('><f t="array" ref="A1">SUM(B1:B9)</f><v>7</v>', CellKind.NUMBER, "7"),
        ('><f t="dataTable" ref="A1" r1="B1"/><v>7</v>', CellKind.NUMBER, "7"),
    ],
)
def test_the_stored_result_is_the_value(cell: str, kind: CellKind, text: str) -> None:
    found = only_cell(handmade(f'<row r="1"><c r="A1" {cell}</c></row>'))
    assert (found.kind, found.text) == (kind, text)


def test_a_stored_fraction_is_exact() -> None:
    found = only_cell(handmade('<row r="1"><c r="A1"><f>0.1+0.2</f><v>0.3</v></c></row>'))
    assert found.number == Decimal("0.3")


def test_a_shared_formula_is_written_for_its_own_cell() -> None:
    found = cells(
        handmade(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f></c></row>'
            '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>'
        )
    )
    assert [cell.text for cell in found.values()] == ["=B1*2", "=B2*2", "6"]


def test_very_many_shared_formulas_end_in_time() -> None:
    first = '<row><c><f t="shared" si="0">B1+1</f></c></row>'
    further = '<row><c><f t="shared" si="0"/></c></row>'
    found = cells(handmade(first + further * 3_000))
    assert {cell.kind for cell in found.values()} == {CellKind.UNCOMPUTED}
    assert found["A2"].text == "=B2+1"
