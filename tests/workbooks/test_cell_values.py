"""What one `<c>` element comes to: each kind of cell, and nothing guessed."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from xml.sax.saxutils import quoteattr

import pytest

from akmplan.model.cells import CellKind
from tests.workbooks.handmade import cells, handmade, only_cell, strings, styles, workbook

DATE, CLOCK, HUNDREDTHS, TWO_DIGITS = 1, 2, 3, 4
FORMATS = styles(
    '<xf numFmtId="14"/>',
    '<xf numFmtId="20"/>',
    '<xf numFmtId="2"/>',
    '<xf numFmtId="164"/>',
    formats='<numFmt numFmtId="164" formatCode="00"/>',
)


def row(cell: str) -> str:
    return f'<row r="1">{cell}</row>'


@pytest.mark.parametrize(
    ("raw", "number", "text"),
    [
        ("1850", 1850, "1850"),
        ("0", 0, "0"),
        ("-3", -3, "-3"),
        ("1850.0", 1850, "1850"),
        ("12.5", Decimal("12.5"), "12.5"),
        ("1850.0999999999999", Decimal("1850.1"), "1850.1"),
        ("0.30000000000000004", Decimal("0.3"), "0.3"),
        ("1850.0000000000002", 1850, "1850"),
        ("12345678.9012345", Decimal("12345678.9012345"), "12345678.9012345"),
        ("1E-7", Decimal("1E-7"), "0.0000001"),
        ("1.85E3", 1850, "1850"),
        (" 4\n", 4, "4"),
        ("1e20", 10**20, "1" + "0" * 20),
    ],
)
def test_digits_are_a_number(raw: str, number: int | Decimal, text: str) -> None:
    cell = only_cell(handmade(row(f'<c r="A1"><v>{raw}</v></c>')))
    assert (cell.kind, cell.number, cell.text) == (CellKind.NUMBER, number, text)
    assert type(cell.number) is type(number)


@pytest.mark.parametrize(
    "raw",
    [
        "1_850",
        "1e999",
        "-1e999",
        "NaN",
        "INF",
        "1,5",
        "1 850",
        "٣",
        "１８",
        "0x10",
        "1e-400",
        "abc",
    ],
)
def test_what_is_no_number_is_an_error_with_its_letters(raw: str) -> None:
    cell = only_cell(handmade(row(f'<c r="A1"><v>{raw}</v></c>')))
    assert (cell.kind, cell.text, cell.number) == (CellKind.ERROR, raw, None)


@pytest.mark.parametrize(
    ("raw", "style", "text"),
    [
        ("7.1", HUNDREDTHS, "7.10"),
        ("7", HUNDREDTHS, "7.00"),
        ("7.125", HUNDREDTHS, "7.125"),
        ("-7.1", HUNDREDTHS, "-7.10"),
        ("7", TWO_DIGITS, "07"),
        ("-7", TWO_DIGITS, "-07"),
        ("123", TWO_DIGITS, "123"),
        ("7.1", 0, "7.1"),
    ],
)
def test_zeros_of_the_number_format_are_in_the_text(raw: str, style: int, text: str) -> None:
    content = handmade(row(f'<c r="A1" s="{style}"><v>{raw}</v></c>'), styles=FORMATS)
    assert only_cell(content).text == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("0.0", "1234.0"),
        ("#,##0.00", "1234.00"),
        ("# ##0", "1234"),
        ("0.00E+00", "1234"),
        ("# ?/?", "1234"),
        ("General", "1234"),
        ("00000", "01234"),
        ('0.0" so‘m"', "1234.0"),
        ("0.0_);(0.0)", "1234.0"),
        ("[Red]0.00", "1234.00"),
        ('[=0]"-";#,##0', "1234"),
        ('[=0]"-";0.0', "1234.0"),
        ('[<0]"xato";#,##0', "1234"),
        ('[>0]#,##0;[=0]"-";@', "1234"),
        ('[>=1000]0.00;[<10]"kam";0"9"', "1234.00"),
        ('0;[=0]"-"', "1234"),
        ('0;@"; 9"', "1234"),
        ('0" marta"', "1234"),
        ('0" m2"', "1234"),
        ("# ##0[$сум-419]", "1234"),
        ('[=0]"ming";0" ta"', "1234"),
    ],
)
def test_number_formats_pad_and_never_round(code: str, text: str) -> None:
    formats = styles(
        '<xf numFmtId="170"/>', formats=f'<numFmt numFmtId="170" formatCode={quoteattr(code)}/>'
    )
    cell = only_cell(handmade(row('<c r="A1" s="1"><v>1234</v></c>'), styles=formats))
    assert (cell.kind, cell.text) == (CellKind.NUMBER, text)


@pytest.mark.parametrize(
    ("code", "raw", "text"),
    [
        ("0%", "1", "100%"),
        ("0.00%", "0.125", "12.5%"),
        ("0.0%", "1234", "123400%"),
        ("# ?/?", "0.75", "0.75"),
        ('0"/3982"', "18", "18"),
        ("#,##0,", "12000", "12000"),
        ('"-"0', "5", "5"),
        (";;;", "12", "12"),
        ('[<5]"kam";0', "3", "3"),
        ('[<>12]0;"9"0', "12", "12"),
        ("[>5]0%;0", "12", "1200%"),
        ('[<5]0;[<10]0.0;"9"0', "12", "12"),
        ('[<5]0;0;"9"0', "12", "12"),
        ('[<besh]"kam";0', "12", "12"),
        ("0%%", "1", "1"),
        ('0" ming"', "12", "12"),
        ('0" mln"', "12", "12"),
        ('0\\ "yuz"', "12", "12"),
        ('0" тыс."', "12", "12"),
        ("0\\k", "12", "12"),
        ("[$тыс.-419]0", "12", "12"),
        ('General" mingta"', "12", "12"),
        ('[=0]"-";0" ta oyiga"', "12", "12"),
    ],
)
def test_a_format_that_shows_another_number_leaves_none(code: str, raw: str, text: str) -> None:
    formats = styles(
        '<xf numFmtId="170"/>', formats=f'<numFmt numFmtId="170" formatCode={quoteattr(code)}/>'
    )
    cell = only_cell(handmade(row(f'<c r="A1" s="1"><v>{raw}</v></c>'), styles=formats))
    assert (cell.kind, cell.text, cell.number) == (CellKind.DISGUISED, text, None)


@pytest.mark.parametrize(
    ("raw", "style", "moment", "text"),
    [
        ("46085", DATE, date(2026, 3, 4), "04.03.2026"),
        ("46085.5", DATE, datetime(2026, 3, 4, 12), "04.03.2026"),
        ("0.75", CLOCK, time(18), "18:00"),
        ("0", CLOCK, time(0), "00:00"),
        ("1", DATE, date(1900, 1, 1), "01.01.1900"),
        ("61", DATE, date(1900, 3, 1), "01.03.1900"),
        ("2958465", DATE, date(9999, 12, 31), "31.12.9999"),
    ],
)
def test_a_number_shown_as_a_date_is_a_moment(
    raw: str, style: int, moment: date | time, text: str
) -> None:
    cell = only_cell(handmade(row(f'<c r="A1" s="{style}"><v>{raw}</v></c>'), styles=FORMATS))
    assert (cell.kind, cell.moment, cell.text) == (CellKind.MOMENT, moment, text)


@pytest.mark.parametrize("raw", ["-1", "2958466", "1e300"])
def test_a_date_beyond_the_calendar_is_an_error(raw: str) -> None:
    cell = only_cell(handmade(row(f'<c r="A1" s="1"><v>{raw}</v></c>'), styles=FORMATS))
    assert (cell.kind, cell.text) == (CellKind.ERROR, raw)


@pytest.mark.parametrize(
    ("code", "is_moment"),
    [
        ("d-mmm", True),
        ("[h]:mm", True),
        ("yyyy-mm-dd", True),
        ("[$-843]d mmmm yyyy", True),
        ('0" dona"', False),
        ("[Red]0", False),
        (r"0\d", False),
        ("0_d", False),
        ('"' * 200, False),
        ("[" * 255, False),
    ],
)
def test_letters_of_dates_count_only_where_they_mean_one(code: str, is_moment: bool) -> None:
    escaped = code.replace('"', "&quot;")
    formats = styles(
        '<xf numFmtId="170"/>', formats=f'<numFmt numFmtId="170" formatCode="{escaped}"/>'
    )
    cell = only_cell(handmade(row('<c r="A1" s="1"><v>46085</v></c>'), styles=formats))
    assert (cell.kind is CellKind.MOMENT) == is_moment


def test_dates_counted_from_1904() -> None:
    content = handmade(
        row('<c r="A1" s="1"><v>44623</v></c>'),
        styles=FORMATS,
        workbook=workbook("S", more='<workbookPr date1904="1"/>'),
    )
    assert only_cell(content).moment == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026-03-04T12:30:00", datetime(2026, 3, 4, 12, 30)),
        ("12:30:00", time(12, 30)),
    ],
)
def test_dates_in_letters(raw: str, moment: date | time) -> None:
    cell = only_cell(handmade(row(f'<c r="A1" t="d"><v>{raw}</v></c>')))
    assert (cell.kind, cell.moment) == (CellKind.MOMENT, moment)


def test_a_date_in_letters_that_is_none_is_an_error() -> None:
    cell = only_cell(handmade(row('<c r="A1" t="d"><v>2026-13-45</v></c>')))
    assert (cell.kind, cell.text) == (CellKind.ERROR, "2026-13-45")


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ('t="b"><v>1</v>', CellKind.BOOLEAN, "TRUE"),
        ('t="b"><v>0</v>', CellKind.BOOLEAN, "FALSE"),
        ('t="b"><v>2</v>', CellKind.ERROR, "2"),
        ('t="e"><v>#REF!</v>', CellKind.ERROR, "#REF!"),
        ('t="str"><v>#REF!</v>', CellKind.TEXT, "#REF!"),
        ('t="str"><v>1850</v>', CellKind.TEXT, "1850"),
        ('t="inlineStr"><is><t>bor</t></is>', CellKind.TEXT, "bor"),
        ('t="inlineStr"><v>bor</v>', CellKind.TEXT, "bor"),
        ('t="s"><v>0</v>', CellKind.TEXT, "umumiy"),
        ('t="unheard"><v>x</v>', CellKind.ERROR, "x"),
    ],
)
def test_the_type_of_a_cell_decides(cell: str, kind: CellKind, text: str) -> None:
    found = only_cell(handmade(row(f'<c r="A1" {cell}</c>'), strings=strings("<t>umumiy</t>")))
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="1"/>',
        '<c r="A1"><v/></c>',
        '<c r="A1"><v> </v></c>',
        '<c r="A1" t="s"><v/></c>',
        '<c r="A1" t="str"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t/></is></c>',
    ],
)
def test_nothing_in_a_cell_is_no_cell(cell: str) -> None:
    assert cells(handmade(row(cell), styles=FORMATS)) == {}


def test_cells_and_rows_without_coordinates_follow_one_another() -> None:
    found = cells(
        handmade("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    )
    assert {name: cell.number for name, cell in found.items()} == {"A1": 1, "C1": 3, "A2": 4}
