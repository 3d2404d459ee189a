"""Texts that mean harm to whoever prints them: each appears as typed, or its cell is named.

They stand in the plan as the name of I.1 (B5), as its mechanism (F5) and as its unit (C5), in the
month as its note (G4). A text that cannot be printed in full is named at its cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final
from xml.sax.saxutils import escape

from tests.hostile.case import FINE, At, Case, Make, as_plan, beside, in_month, in_plan
from tests.hostile.good import PLAN_FILE, SENDING, good_month, good_plan, plan_table_of_the_year
from tests.hostile.surgery import SHEET, inline, with_cell, with_text
from tests.sample.plan_workbook import workbook_bytes

REQUISITES_PART: Final = "xl/worksheets/sheet2.xml"

PLAIN: Final[tuple[tuple[str, str], ...]] = (
    ("braces", "Ish {{ x }} va {{ 7*7 }}"),
    ("a block of a template", "Ish {% raw %} {% endfor %}"),
    ("a comment of a template", "Ish {# x #} {#"),
    ("braces of the other tag", "Ish {{r x }} {%tr for a in b %} {%p if x %}"),
    ("an attribute of Python", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    ("braces of a format", "Ish {0.__class__} {x!r} %s %(x)s ${x} $x"),
    ("an unclosed brace", "Ish {{ x"),
    ("a formula", "=1+1"),
    ("a call of another program", "=cmd|' /C calc'!A0"),
    ("DDE", "@SUM(1+1)*cmd|' /C calc'!A0"),
    ("DDEAUTO", "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\""),
    ("a plus", "+1+1"),
    ("a minus", "-1-1 ishlar"),
    ("HYPERLINK", '=HYPERLINK("http://x.y/?"&A1,"bosing")'),
    ("WEBSERVICE", '=WEBSERVICE("http://x.y")'),
    ("an address", "https://lex.uz/docs/1 va file:///etc/passwd"),
    ("an address for letters", "mailto:a@b.uz"),
    ("an address inside", "internal:Sheet1!A1"),
    ("a script", "<script>alert(1)</script>"),
    ("an element of Word", "</w:t></w:r><w:r><w:t>x"),
    ("an end of CDATA", "a ]]> b <![CDATA[ c"),
    ("a comment of XML", "<!-- a --> <?x y?>"),
    ("ampersands", "A & B &amp; C &#x41; &lt;"),
    ("quotes", "o‘ g‘ ' \" ‘ ’ “ ” ` ´ «»"),
    ("emoji", "Kitob \U0001f4da \U0001f469\u200d\U0001f4bb \U0001f1fa\U0001f1ff"),
    ("letters beyond the first plane", "\U00020000 \U0001d54f"),
    ("Cyrillic", "Ўқувчиларга китоб бериш"),
    ("Arabic", "كتاب"),
    ("marks of direction", "a\u202eb\u202cc\u200fd\u2066e\u2069"),
    ("letters of no width", "a\u200bb\u200cc\u200dd\ufeffe\u00ade"),
    ("combining marks", "o\u0304\u0323g\u0306" + "\u0301" * 20),
    ("spaces of all kinds", "a\u00a0b\u2009c\u202fd\u3000e"),
    ("a tab", "a\tb"),
    ("two lines", "bir\nikki"),
    ("blank lines", "bir\n\n\nikki"),
    ("spaces around", "  bir  ikki  "),
    ("lines of Unicode", "a\u2028b\u2029c\u0085d"),
    ("a replacement letter", "a\ufffdb"),
    ("a letter for private use", "a\ue000b"),
    ("an escape that is none", "_x000G_ va _x00_ va _x0041"),
    ("a long word", "x" * 3000),
    ("a long text", "salom dunyo " * 900),
    ("a path", "..\\..\\x ../../x C:\\x"),
    ("a null of a shell", "$(rm -rf /) `id` ; | &&"),
    ("a null of SQL", "'; DROP TABLE x; --"),
    ("an error word", "#REF! ishi"),
    ("a number in words", "1850 ta, 1.850 va 1,850"),
    ("a mark of ours", "\u00ab0\u00bb \u2029"),
)  # fmt: skip
# Letters that XML holds only escaped; what they mean must be printed.
ESCAPED: Final[tuple[tuple[str, str, str], ...]] = (
    ("an escaped line break", "bir_x000D__x000A_ikki", "bir\nikki"),
    ("an escaped letter", "_x0041_BC", "ABC"),
    ("an escape escaped", "_x005F_x0041_", "_x0041_"),
)
# Nothing could print these: the cell has to be named.
NAMED: Final[tuple[tuple[str, str], ...]] = (
    ("a bell", "a_x0007_b"),
    ("a null", "a_x0000_b"),
    ("an escape of a terminal", "a_x001B_[31mb"),
    ("half a letter", "a_xD83D_b"),
    ("half a letter behind", "_xDE00_"),
    ("no letter", "a_xFFFE_b"),
    ("a control of the second set", "a\x9bb"),
    ("a noncharacter of marks", "a\ufdd00\ufdd1b"),
    ("over 32,767 letters", "salom " * 6000),
)
# Words with a line through them: printed so in the plan, and named.
STRUCK: Final = "<is><r><t>Kitob </t></r><r><rPr><strike/></rPr><t>olish</t></r></is>"


def _cases() -> Iterator[Case]:
    for name, text in PLAIN:
        yield from _shown_in_plan(name, escape(text), text)
    for name, xml, text in ESCAPED:
        yield from _shown_in_plan(name, xml, text)
    for name, xml in NAMED:
        yield from _named(name, inline(xml))
    yield from _named("words struck out", STRUCK, shows=("Kitob olish",))


def _named(name: str, element: str, shows: tuple[str, ...] = ()) -> Iterator[Case]:
    """In the plan's title and its name of I.1, in the month's name and note, in a helper sheet."""
    for cell in ("A1", "B5"):
        make = partial(_with_element, good_plan, cell, element)
        found = in_plan("L105", cell)
        yield as_plan(f"text in {cell} of the plan: {name}", make, found, shows=shows)
    for cell in ("B4", "G4"):
        make = partial(_with_element, good_month, cell, element)
        yield beside(f"text in {cell} of the month: {name}", make, in_month("L105", cell))
    make = partial(_with_element, _plan_with_requisites, "B2", element, REQUISITES_PART)
    found = At("L110", PLAN_FILE, "Rekvizitlar", "B2")
    yield as_plan(f"text in a helper sheet: {name}", make, found)


def _shown_in_plan(name: str, xml: str, text: str) -> Iterator[Case]:
    title = partial(_in_cells, {"B5": xml, "F5": f"{SENDING}\n{xml}"})
    shows = (text, f"{SENDING}\n{text}")
    yield as_plan(f"text in the plan: {name}", title, code=FINE, shows=shows)
    yield beside(f"text in the month: {name}", partial(_note, xml), code=FINE)


def _in_cells(texts: dict[str, str]) -> bytes:
    content = good_plan()
    for cell, xml in texts.items():
        content = with_text(content, cell, xml)
    return content


def _with_element(good: Make, cell: str, element: str, part: str = SHEET) -> bytes:
    return with_cell(good(), cell, f'<c r="{cell}" t="inlineStr">{element}</c>', part)


def _plan_with_requisites() -> bytes:
    workbook = plan_table_of_the_year()
    sheet = workbook.create_sheet("Rekvizitlar")
    sheet.append(["Nomi", "Qiymati"])
    sheet.append(["Manzil", "Vobkent"])
    return workbook_bytes(workbook)


def _note(xml: str) -> bytes:
    return with_text(good_month(), "G4", xml)


CASES: Final = tuple(_cases())
