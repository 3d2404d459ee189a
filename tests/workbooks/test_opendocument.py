"""Workbooks of LibreOffice and OpenOffice: repeats, spans, errors, hidden parts."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from akmplan.model.cells import Area, CellKind
from akmplan.workbooks import Reason
from tests.workbooks.handmade import cells, only_cell, only_grid, read, refusal, zipped

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
MANIFEST = "application/vnd.oasis.opendocument.spreadsheet"
UNDERLINING = (
    '<style:style style:name="U"><style:text-properties style:text-underline-style="solid"/>'
    "</style:style>"
)


def ods(rows: str, *, styles: str = "", table: str = "", after: str = "", root: str = "") -> bytes:
    content = (
        f'{root}<office:document-content {NAMESPACES} xmlns:calcext="{CALCEXT}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="S" {table}>{rows}</table:table>{after}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"META-INF/manifest.xml": MANIFEST, "content.xml": content})


def row(*inner: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(inner)}</table:table-row>"


def cell(attributes: str = "", inner: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def number(value: str, shown: str = "", more: str = "") -> str:
    shown = shown or value
    return cell(
        f'office:value-type="float" office:value="{value}" {more}', f"<text:p>{shown}</text:p>"
    )


def text(words: str, more: str = "") -> str:
    return cell(f'office:value-type="string" {more}', f"<text:p>{words}</text:p>")


ERROR = 'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"'

PER_CENT = 'office:value-type="percentage" office:value="1"'


@pytest.mark.parametrize(
    ("given", "kind", "shown"),
    [
        (number("1850"), CellKind.NUMBER, "1850"),
        (number("7.1", "7,10"), CellKind.NUMBER, "7.10"),
        (number("7", "07"), CellKind.NUMBER, "07"),
        (number("7.125", "7.13"), CellKind.NUMBER, "7.125"),
        (number("1850", "1 850"), CellKind.NUMBER, "1850"),
        (number("1e999"), CellKind.ERROR, "1e999"),
        (number("1_850"), CellKind.ERROR, "1_850"),
        (cell(ERROR, "<text:p>#DIV/0!</text:p>"), CellKind.ERROR, "#DIV/0!"),
        (number("0", "Err:502", 'table:formula="=1+"'), CellKind.ERROR, "Err:502"),
        (number("0", "#ДЕЛ/0!", 'table:formula="of:=1/0"'), CellKind.ERROR, "#ДЕЛ/0!"),
        (number("0", "#Н/Д", 'table:formula="of:=A1"'), CellKind.ERROR, "#Н/Д"),
        (cell(PER_CENT, "<text:p>100%</text:p>"), CellKind.DISGUISED, "100%"),
        (text("#REF!"), CellKind.TEXT, "#REF!"),
        (text("1850"), CellKind.TEXT, "1850"),
        (cell('office:value-type="string" office:string-value="a"'), CellKind.TEXT, "a"),
        (cell('office:value-type="boolean" office:boolean-value="true"'), CellKind.BOOLEAN, "TRUE"),
        (number("3", more='table:formula="of:=1+2"'), CellKind.NUMBER, "3"),
        (cell('table:formula="of:=[.A2]+1"'), CellKind.UNCOMPUTED, "=[.A2]+1"),
        (cell('table:formula="of:=&quot;&quot;"', "<text:p/>"), CellKind.TEXT, ""),
    ],
)
def test_what_a_cell_says(given: str, kind: CellKind, shown: str) -> None:
    found = only_cell(ods(row(given)))
    assert (found.kind, found.text) == (kind, shown)


@pytest.mark.parametrize(
    ("value", "shown", "is_another"),
    [
        ("1850", "2", True),
        ("1850", "11850", True),
        ("18", "1800", True),
        ("18", "18/3982", True),
        ("12", "12 ming", True),
        ("12", "12 тыс.", True),
        ("5", "-5", True),
        ("12", " ", True),
        ("12", "-", True),
        ("0.75", "3/4", True),
        ("1850000", "1,850", True),
        ("1850", "1,850", False),
        ("1850", "1 850,00 so‘m", False),
        ("1850", "1 850 ta", False),
        ("12.6", "13", False),
        ("1850", "1.85E+03", False),
        ("12", "№ 12", False),
        ("12", "12 m2", False),
        ("12", "12-bet", False),
        ("1850", "###", False),
        ("0", "-", False),
        ("-5", "-5", False),
        ("0.1", "0.1", False),
        ("0.333333333333333", "0.33", False),
    ],
)
def test_a_shown_text_that_says_another_number(value: str, shown: str, is_another: bool) -> None:
    found = only_cell(ods(row(number(value, shown))))
    assert (found.kind is CellKind.DISGUISED) == is_another
    assert (found.number is None) == is_another


@pytest.mark.parametrize(
    ("attributes", "moment"),
    [
        ('office:value-type="date" office:date-value="2026-03-04"', date(2026, 3, 4)),
        (
            'office:value-type="date" office:date-value="2026-03-04T12:30:00"',
            datetime(2026, 3, 4, 12, 30),
        ),
        ('office:value-type="time" office:time-value="PT09H30M00S"', time(9, 30)),
    ],
)
def test_moments(attributes: str, moment: date | time) -> None:
    found = only_cell(ods(row(cell(attributes))))
    assert (found.kind, found.moment) == (CellKind.MOMENT, moment)


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<text:p>bir</text:p><text:p>ikki</text:p>", "bir\nikki"),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd"),
        ("<text:p>a <text:span>b</text:span> <text:a>c</text:a></text:p>", "a b c"),
        ("<text:p>a\n  b</text:p>", "a b"),
        ("<office:annotation><text:p>izoh</text:p></office:annotation><text:p>a</text:p>", "a"),
        ("<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>"
         "<text:p>a</text:p>", "a"),
        ("<text:p/><text:p>a</text:p>", "\na"),
    ],
)  # fmt: skip
def test_the_words_of_a_cell(inner: str, words: str) -> None:
    assert only_cell(ods(row(cell('office:value-type="string"', inner)))).text == words


def test_underlining() -> None:
    words = "a<text:span text:style-name='U'>bc</text:span>d"
    whole = text("ab", 'table:style-name="U"')
    found = cells(ods(row(text(words), whole, text("ab")), styles=UNDERLINING))
    assert [cell.underlined for cell in found.values()] == [((1, 3),), ((0, 2),), ()]


def test_struck_out_words() -> None:
    styles = (
        '<style:style style:name="S"><style:text-properties'
        ' style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="N"><style:text-properties'
        ' style:text-line-through-style="none"/></style:style>'
    )
    part = text("a<text:span text:style-name='S'>bc</text:span>")
    whole = text("a<text:span text:style-name='N'>b</text:span>", 'table:style-name="S"')
    figure = number("12", more='table:style-name="S"')
    found = cells(ods(row(part, whole, figure), styles=styles))
    assert [cell.struck for cell in found.values()] == [((1, 3),), ((0, 1),), ((0, 2),)]


def test_a_column_underlines_cells_that_name_no_style() -> None:
    columns = (
        '<table:table-column table:default-cell-style-name="U"/>'
        '<table:table-column table:default-cell-style-name="N"/>'
    )
    found = cells(ods(columns + row(text("ab"), text("ab")), styles=UNDERLINING))
    assert [cell.underlined for cell in found.values()] == [((0, 2),), ()]


def test_repeated_cells_and_rows_are_written_out() -> None:
    content = ods(
        row(more='table:number-rows-repeated="2"')
        + row(
            cell('table:number-columns-repeated="2"'),
            number("5", more='table:number-columns-repeated="2"'),
            cell('table:number-columns-repeated="16380"'),
            more='table:number-rows-repeated="2"',
        )
        + row(cell(), more='table:number-rows-repeated="1048570"')
    )
    assert list(cells(content)) == ["C3", "D3", "C4", "D4"]


def test_values_under_a_span_are_kept() -> None:
    span = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell {}>{}</table:covered-table-cell>"
    content = ods(
        row(text("a", span), covered.format("", ""))
        + row(covered.format('office:value-type="float" office:value="7"', ""), cell())
        + row(text("b"), text("c"))
    )
    grid = only_grid(content)
    assert grid.merged == (Area(1, 1, 2, 2),)
    assert grid.at(2, 1).number == 7
    assert grid.anchors[2, 2] == (1, 1)


@pytest.mark.parametrize(
    ("visibility", "is_hidden"),
    [("collapse", True), ("filter", True), ("visible", False)],
)
def test_hidden_rows_and_columns(visibility: str, is_hidden: bool) -> None:
    hiding = f'table:visibility="{visibility}"'
    columns = f"<table:table-column/><table:table-column {hiding}/>"
    grid = only_grid(ods(columns + row(text("a"), text("b")) + row(text("c"), more=hiding)))
    assert grid.hidden_rows == ({2} if is_hidden else set())
    assert grid.hidden_columns == ({2} if is_hidden else set())


@pytest.mark.parametrize(("display", "is_hidden"), [("false", True), ("true", False)])
def test_hidden_sheets(display: str, is_hidden: bool) -> None:
    style = (
        f'<style:style style:name="T"><style:table-properties table:display="{display}"/>'
        "</style:style>"
    )
    content = ods(row(text("a")), styles=style, table='table:style-name="T"')
    assert only_grid(content).hidden == is_hidden


def test_tables_that_are_no_sheets_are_passed_over() -> None:
    inner = row(text("begona"))
    after = (
        f"<table:table table:name=\"'file:///a'#$B\"><table:table-source/>{inner}</table:table>"
        f'<table:dde-links><table:table table:name="D">{inner}</table:table></table:dde-links>'
    )
    shapes = f'<table:shapes><table:table table:name="E">{inner}</table:table></table:shapes>'
    assert [grid.name for grid in read(ods(shapes + row(text("a")), after=after)).grids] == ["S"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ods("", root="<!DOCTYPE a>"), Reason.UNSAFE),
        (ods(row("<a>")), Reason.DAMAGED),
        (ods("", after='<table:table table:name="s"/>'), Reason.DAMAGED),
        (ods(row(cell('table:number-columns-repeated="-1"'))), Reason.DAMAGED),
        (ods(row(number("1", more='table:number-columns-repeated="9999999"'))), Reason.UNSAFE),
        (
            ods(row(number("1"), more='table:number-rows-repeated="99999999"')),
            Reason.TOO_LARGE,
        ),
        (ods(row(number("1"), more='table:number-rows-repeated="300000"')), Reason.UNSAFE),
        (ods(row(text("<text:s text:c='99999999'/>"))), Reason.TOO_LARGE),
        (zipped({"META-INF/manifest.xml": MANIFEST}), Reason.DAMAGED),
        (zipped({"META-INF/manifest.xml": MANIFEST, "content.xml": "<a/>"}), Reason.DAMAGED),
    ],
)
def test_broken_and_hostile_ones(content: bytes, reason: Reason) -> None:
    assert refusal(content)[0] is reason


def test_openoffice_writes_a_doctype_into_its_manifest() -> None:
    parts = {
        "META-INF/manifest.xml": f"<!DOCTYPE a><a>{MANIFEST}</a>",
        "content.xml": f"<office:document-content {NAMESPACES}><office:spreadsheet/>"
        "</office:document-content>",
    }
    assert read(zipped(dict(parts))).grids == ()
