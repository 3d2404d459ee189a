"""Text as typed, with what is underlined."""

from __future__ import annotations

import pytest

from akmplan.model.cells import CellKind
from tests.workbooks.handmade import handmade, only_cell, strings, styles

SHOWN = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
SHOWN_UNDERLINED = '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'
UNDERLINED = styles('<xf numFmtId="0" fontId="1"/>', fonts="<font/><font><u/></font>")


def text_of(item: str) -> str:
    return only_cell(handmade(SHOWN, strings=strings(item))).text


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<t>o‘lchov g‘ ’ ʻ ` ў қ</t>", "o‘lchov g‘ ’ ʻ ` ў қ"),
        ("<t>a &lt;b&gt; &amp; {{ c }}</t>", "a <b> & {{ c }}"),
        ("<t>=1+1</t>", "=1+1"),
        ("<t>\u202b\u05d0 😀</t>", "\u202b\u05d0 😀"),
        ('<t xml:space="preserve">  bo‘sh  </t>', "  bo‘sh  "),
        ("<t>a_x000D_\nb</t>", "a\nb"),
        ("<t>a_x000D_b</t>", "a\nb"),
        ("<t>a&#13;&#10;b&#13;c</t>", "a\nb\nc"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>x005F_</t>", "x005F_"),
        ("<t>_x0007_</t>", "\x07"),
        ("<t>_xD83D_</t>", "_xD83D_"),
        ("<r><t>bir </t></r><r><rPr><b/></rPr><t>ikki</t></r>", "bir ikki"),
        ("<r><rPr><strike/></rPr><t>12</t></r><r><t> 14</t></r>", "12 14"),
        ("<t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh>", "漢字"),
        ("<t>a<!-- b -->c<![CDATA[<d>]]></t>", "ac<d>"),
    ],
)
def test_text_is_as_typed(item: str, text: str) -> None:
    assert text_of(item) == text


def test_over_32767_letters_are_kept() -> None:
    assert len(text_of(f"<t>{'a' * 40_000}</t>")) == 40_000


def test_a_space_is_a_text() -> None:
    cell = only_cell(handmade(SHOWN, strings=strings('<t xml:space="preserve"> </t>')))
    assert (cell.kind, cell.is_empty) == (CellKind.TEXT, True)


@pytest.mark.parametrize(
    ("item", "spans"),
    [
        ("<t>oddiy</t>", ()),
        ("<r><t>ab</t></r><r><rPr><u/></rPr><t>cd</t></r><r><t>e</t></r>", ((2, 4),)),
        ('<r><rPr><u val="double"/></rPr><t>ab</t></r>', ((0, 2),)),
        ('<r><rPr><u val="none"/></rPr><t>ab</t></r>', ()),
        ("<r><rPr><u/></rPr><t>ab</t></r><r><rPr><b/><u/></rPr><t>cd</t></r>", ((0, 4),)),
        ("<r><rPr><u/></rPr><t>a_x000D_\nb</t></r><r><t>c</t></r>", ((0, 3),)),
        ("<r><rPr><u/></rPr><t/></r><r><t>c</t></r>", ()),
    ],
)
def test_underlined_runs_are_spans(item: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert only_cell(handmade(SHOWN, strings=strings(item))).underlined == spans


@pytest.mark.parametrize(
    ("item", "spans"),
    [
        ("<t>hammasi</t>", ((0, 7),)),
        ("<r><t>ab</t></r><r><rPr><b/></rPr><t>cd</t></r>", ((0, 2),)),
        ('<r><t>ab</t></r><r><rPr><u val="none"/></rPr><t>c</t></r>', ((0, 2),)),
    ],
)
def test_an_underlined_cell_underlines_what_has_no_font_of_its_own(
    item: str, spans: tuple[tuple[int, int], ...]
) -> None:
    content = handmade(SHOWN_UNDERLINED, strings=strings(item), styles=UNDERLINED)
    assert only_cell(content).underlined == spans


@pytest.mark.parametrize(
    ("item", "spans"),
    [
        ("<r><t>ab</t></r><r><rPr><strike/></rPr><t>cd</t></r>", ((2, 4),)),
        ("<r><rPr><strike val='0'/></rPr><t>ab</t></r>", ()),
        ("<r><rPr><u/><strike/></rPr><t>ab</t></r><r><t>c</t></r>", ((0, 2),)),
        ("<r><rPr><u/></rPr><t>ab</t></r>", ()),
    ],
)
def test_struck_out_runs_are_spans(item: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert only_cell(handmade(SHOWN, strings=strings(item))).struck == spans


def test_a_struck_out_cell_strikes_out_its_number_too() -> None:
    struck = styles('<xf numFmtId="0" fontId="1"/>', fonts="<font/><font><strike/></font>")
    cell = only_cell(handmade('<row r="1"><c r="A1" s="1"><v>12</v></c></row>', styles=struck))
    assert (cell.number, cell.struck, cell.is_struck_out) == (12, ((0, 2),), True)


def test_runs_within_the_cell_itself() -> None:
    inline = "<is><r><t>ab</t></r><r><rPr><u/></rPr><t>cd</t></r></is>"
    cell = only_cell(handmade(f'<row r="1"><c r="A1" t="inlineStr">{inline}</c></row>'))
    assert (cell.text, cell.underlined) == ("abcd", ((2, 4),))
