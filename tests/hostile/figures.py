"""Figures that are none, in the cells where a figure belongs: each is right or it is named.

In the plan they stand at E5 (reja of I.1, where fakt is 10), in the month at E4 (Bajarildi).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final
from xml.sax.saxutils import quoteattr

from tests.hostile.case import DRAFTS, FINE, At, Case, as_plan, beside, in_month, in_plan
from tests.hostile.good import MONTH_FILE, good_month, good_plan
from tests.hostile.surgery import STYLES, replaced, with_cell

Put = Callable[[bytes, str], bytes]

DAY, INSTANT, CLOCK, SPAN, PER_CENT, STRUCK = range(1, 7)
FORMATS: Final = ('numFmtId="14"', 'numFmtId="22"', 'numFmtId="20"', 'numFmtId="46"',
                  'numFmtId="9"', 'numFmtId="0" fontId="1"')  # fmt: skip


def with_formats(content: bytes) -> bytes:
    """The workbook with a cell format for each of the names above; the last is struck out."""
    xfs = "".join(f"<xf {form}/>" for form in FORMATS) + "</cellXfs>"
    made = replaced(content, STYLES, "</cellXfs>", xfs)
    return replaced(made, STYLES, "</fonts>", "<font><strike/></font></fonts>")


def raw(value: str, kind: str = "n", style: int = 0) -> Put:
    """A `<v>` with these letters."""

    def put(content: bytes, cell: str) -> bytes:
        xml = f'<c r="{cell}" t="{kind}" s="{style}"><v>{value}</v></c>'
        return with_cell(with_formats(content), cell, xml)

    return put


def formatted(code: str, value: str) -> Put:
    """A number under a format of the workbook's own."""
    form = f'<numFmts><numFmt numFmtId="164" formatCode={quoteattr(code)}/></numFmts>'

    def put(content: bytes, cell: str) -> bytes:
        made = replaced(content, STYLES, "</cellXfs>", '<xf numFmtId="164"/></cellXfs>')
        made = replaced(made, STYLES, '<numFmts count="0"/>', form)
        return with_cell(made, cell, f'<c r="{cell}" s="1"><v>{value}</v></c>')

    return put


def formula(words: str, rest: str = "", kind: str = "n") -> Put:
    """A formula and what is stored beside it."""

    def put(content: bytes, cell: str) -> bytes:
        xml = f'<c r="{cell}" t="{kind}"><f>{words}</f>{rest}</c>'
        return with_cell(content, cell, xml)

    return put


def typed(text: str) -> Put:
    """A text as it was typed."""

    def put(content: bytes, cell: str) -> bytes:
        xml = f'<is><t xml:space="preserve">{text}</t></is>'
        return with_cell(content, cell, f'<c r="{cell}" t="inlineStr">{xml}</c>')

    return put


def struck(runs: str, style: int = 0) -> Put:
    """A text in runs, some of which have a line through them."""

    def put(content: bytes, cell: str) -> bytes:
        xml = f'<c r="{cell}" t="inlineStr" s="{style}"><is>{runs}</is></c>'
        return with_cell(with_formats(content), cell, xml)

    return put


ERROR: Final = ("L107", "L107")
MOMENT: Final = ("P121", "M106")
UNCLEAR: Final = ("P106", "M106")

# What stands in the cell, and the code in the plan and in the month; None where nothing is wrong.
WRONG: Final[tuple[tuple[str, Put, tuple[str, str]], ...]] = (
    ("18/3982 made a date", raw("760000", style=DAY), MOMENT),
    ("3/4 made a date", raw("46115", style=DAY), MOMENT),
    ("a date and a time", raw("46115.5", style=INSTANT), MOMENT),
    ("a time", raw("0.5", style=CLOCK), MOMENT),
    ("hours", raw("1.5", style=SPAN), MOMENT),
    ("a date in letters", raw("2026-03-04", kind="d"), MOMENT),
    ("a date that is none", raw("2026-13-44", kind="d"), ERROR),
    ("a date before all dates", raw("-1", style=DAY), ERROR),
    ("a date after all dates", raw("9999999", style=DAY), ERROR),
    ("true", raw("1", kind="b"), UNCLEAR),
    ("false", raw("0", kind="b"), UNCLEAR),
    ("a boolean that is none", raw("2", kind="b"), ERROR),
    *((f"error {word}", raw(word, kind="e"), ERROR)
      for word in ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!")),
    ("a formula without result", formula("D5*2"), ERROR),
    ("a formula with a blank result", formula("D5*2", "<v></v>"), ERROR),
    ("a formula with an error", formula("1/0", "<v>#DIV/0!</v>", "e"), ERROR),
    ("a formula of a missing group", formula("", kind="n"), ERROR),
    ("a call of another program", formula("cmd|' /C calc'!A0"), ERROR),
    *((f"letters {letters}", raw(letters), ERROR)
      for letters in ("1_850", "1e999", "-1e999", "1e-999", "NaN", "nan", "INF", "inf", "Infinity",
                      "0x10", "1 850", "1,850", "salom", "١٢", "１２", "--1", "1e", "+", "1e99999",
                      "1.2.3", "12abc", "0b1", "9" * 500)),
    ("1e308", raw("1e308"), UNCLEAR),
    ("-1e308", raw("-1e308"), UNCLEAR),
    ("sixteen digits", raw("1234567890123456"), UNCLEAR),
    ("1e15", raw("1e15"), UNCLEAR),
    ("1e-300", raw("1e-300"), UNCLEAR),
    ("a negative number", raw("-5"), UNCLEAR),
    ("a text 1.850", typed("1.850"), UNCLEAR),
    ("a text 1,850", typed("1,850"), UNCLEAR),
    ("a text 1.850.000", typed("1.850.000"), UNCLEAR),
    ("a text 1,850.5", typed("1,850.5"), UNCLEAR),
    ("a text 1'850", typed("1'850"), UNCLEAR),
    ("a text 185O", typed("185O"), UNCLEAR),
    ("a text l85", typed("l85"), UNCLEAR),
    ("a text with a Cyrillic letter", typed("1850 та 5"), UNCLEAR),
    ("a text 1_850", typed("1_850"), UNCLEAR),
    ("a text -5", typed("-5"), UNCLEAR),
    ("a text (5)", typed("(5)"), UNCLEAR),
    ("a text +5", typed("+5"), UNCLEAR),
    ("a text 5%", typed("5%"), UNCLEAR),
    ("a text ½", typed("½"), UNCLEAR),
    ("a text 1½", typed("1½"), UNCLEAR),
    ("a text 5²", typed("5²"), UNCLEAR),
    ("a text ①", typed("①"), UNCLEAR),
    ("a text Ⅻ", typed("Ⅻ"), UNCLEAR),
    ("a text XII", typed("XII"), UNCLEAR),
    ("a text in full-width digits", typed("１８５０"), UNCLEAR),
    ("a text in Arabic digits", typed("١٢"), UNCLEAR),
    ("a text in Bengali digits", typed("১২"), UNCLEAR),
    ("a text 1e3", typed("1e3"), UNCLEAR),
    ("a text 0x10", typed("0x10"), UNCLEAR),
    ("a text 1e999", typed("1e999"), UNCLEAR),
    ("a text NaN", typed("NaN"), UNCLEAR),
    ("a text ∞", typed("∞"), UNCLEAR),
    ("a text =2+2", typed("=2+2"), UNCLEAR),
    ("a text 10-12", typed("10-12"), UNCLEAR),
    ("a text 10–12", typed("10–12"), UNCLEAR),
    ("a text ~10", typed("~10"), UNCLEAR),
    ("a text 10 (12)", typed("10 (12)"), UNCLEAR),
    ("a text 10?", typed("10?"), UNCLEAR),
    ("a text 10*", typed("10*"), UNCLEAR),
    ("a text 10 000 0", typed("10 000 0"), ("P108", "M106")),
    ("a text 1/2/3", typed("1/2/3"), UNCLEAR),
    ("a text with a zero-width space", typed("12\u200b34"), UNCLEAR),
    ("a text with a minus sign", typed("−5"), UNCLEAR),
    ("a text of two dashes", typed("--"), UNCLEAR),
    ("a text ???", typed("???"), UNCLEAR),
    ("a text o‘n ikki", typed("o‘n ikki"), UNCLEAR),
    ("a text #N/A", typed("#N/A"), UNCLEAR),
    ("a long text", typed("salom " * 6000), UNCLEAR),
    ("digits without end", typed("9" * 5000), UNCLEAR),
    ("decimals without end", typed("1," + "3" * 5000), UNCLEAR),
    ("digits without end in groups", typed("999" + " 999" * 2000), UNCLEAR),
    ("digits without end with their unit", typed("9" * 5000 + " ta"), UNCLEAR),
    ("a number beside an escape of a terminal", typed("12 ta_x001B_[31m"), UNCLEAR),
    ("struck out", raw("12", style=STRUCK), UNCLEAR),
    ("struck out as a text", struck("<t>12</t>", STRUCK), UNCLEAR),
    ("struck out beside one that holds",
     struck("<r><rPr><strike/></rPr><t>12</t></r><r><t> 14</t></r>"), UNCLEAR),
    ("struck out in part",
     struck("<r><t>1</t></r><r><rPr><strike val='true'/></rPr><t>2</t></r>"), UNCLEAR),
)  # fmt: skip
# Formats by which people see another number than the one that is stored.
DISGUISED: Final = (
    ("1 shown as 100%", raw("1", style=PER_CENT)),
    ("0.125 shown as 12.5%", formatted("0.0%", "0.125")),
    ("12 shown as 1200%", formatted("[Red]0%", "12")),
    ("0.75 shown as 3/4", formatted("# ?/?", "0.75")),
    ("18 shown as 18/3982", formatted('0"/3982"', "18")),
    ("12 shown as 12000", formatted('0"000"', "12")),
    ("12 shown as 112", formatted("\\10", "12")),
    ("12000 shown as 12", formatted("#,##0,", "12000")),
    ("5 shown as -5", formatted("-0", "5")),
    ("5 shown as –5", formatted('"–"0', "5")),
    ("1234567 shown as 123-4567", formatted("###-####", "1234567")),
    ("12 shown as nothing", formatted(";;;", "12")),
    ("12 shown as a dash", formatted('"-"', "12")),
    ("12 shown as 12 ming", formatted('0" ming"', "12")),
    ("3 shown as a word", formatted('[<5]"kam";0', "3")),
)
PLAIN_FORMATS: Final = (
    'General" ta"', "@", '0" ta"', '0" m2"', '"№ "0', '0"-bet"', "#,##0.00_р_.", "# ?/?", "0.0E+00",
    '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "[$UZS] #,##0.00", "[Color10]0;[Red]-0", "Общий",
    '#\\ ##0\\ "so‘m"', '0"%"',
)  # fmt: skip
PLAN_ONLY: Final[tuple[tuple[str, Put, str], ...]] = (
    ("two numbers", typed("10 12"), "P108"),
    ("two numbers on two lines", typed("10\n12"), "P108"),
)
# Words that make another number of the digits before them.
MULTIPLIED: Final = (
    "12 ming", "12 минг", "12 тыс.", "1,5 mln", "2 миллион", "3 mlrd so‘m", "2 yuz", "2 yarim ming",
    "2 barobar", "3 ta har oyda", "3 ta (oyiga)", "5 ежемесячно", "jami 5\njami 7",
    "12 mlnga", "3 ta chorakda", "10 nafardan", "12 dona/oy", "3 раза в квартал", "12 (o‘n uch)",
)  # fmt: skip
PAIR: Final = (in_plan("P107", "D5"), At("M106", MONTH_FILE, "Yanvar", "E4"))  # `D5` is no pair
MONTH_ONLY: Final[tuple[tuple[str, Put, str], ...]] = (
    ("half a book", raw("2.5"), "M106"),
    ("two numbers", typed("10 12"), "M106"),
    ("two numbers on two lines", typed("10\n12"), "M106"),
    ("a pair", typed("18/3982"), "M106"),
    ("a pair without end", typed("9" * 5000 + "/" + "9" * 5000), "M106"),
    ("a number with its unit", typed("1850 ta"), "M106"),
    ("a text 2,5", typed("2,5"), "M106"),
)
RIGHT: Final[tuple[tuple[str, Put, int], ...]] = (
    ("12.0", raw("12.0"), 12),
    ("1.2E1", raw("1.2E1"), 12),
    ("+12", raw("+12"), 12),
    ("12 between spaces", raw(" 12 "), 12),
    ("0012", raw("0012"), 12),
    ("-0", raw("-0"), 0),
    ("11.999999999999999999", raw("11.999999999999999999"), 12),
    ("a formula with a result", formula("10+2", "<v>12</v>"), 12),
    ("a text 12", typed("12"), 12),
    ("a text 12 between spaces", typed("\u00a0 12 "), 12),
    ("a text 1 850", typed("1 850"), 1850),
    ("a text with hard spaces", typed("12\u00a0345\u202f678"), 12345678),
    ("a huge whole number", raw("123456789012345"), 123456789012345),
    (
        "a line through a blank beside it",
        struck("<r><t>12</t></r><r><rPr><strike/></rPr><t xml:space='preserve'> </t></r>"),
        12,
    ),
    (
        "a line through it that is taken back",
        struck("<r><rPr><strike val='0'/></rPr><t>12</t></r>"),
        12,
    ),
)
IN_JANUARY: Final = 3


def _cases() -> Iterator[Case]:
    for name, put, (in_the_plan, in_the_month) in WRONG:
        yield _plan(name, put, None, in_plan(in_the_plan, "E5"))
        yield _month(name, put, None, in_month(in_the_month, "E4"))
    for name, put in DISGUISED:
        yield _plan(name, put, None, in_plan("P106", "E5", "format"))
        yield _month(name, put, None, in_month("M106", "E4", "format"))
    for code in PLAIN_FORMATS:
        yield _plan(f"12 under {code}", formatted(code, "12"), 12)
        yield _month(f"12 under {code}", formatted(code, "12"), 12)
        yield _month(f"0 under {code}", formatted(code, "0"), 0)
    yield _month("a zero per cent", raw("0", style=PER_CENT), 0)
    for name, put, code in PLAN_ONLY:
        yield _plan(name, put, None, in_plan(code, "E5"))
    for name, put, code in MONTH_ONLY:
        yield _month(name, put, None, in_month(code, "E4"))
    for name, put, number in RIGHT:
        yield _plan(name, put, number)
        yield _month(name, put, number)
    yield _plan("a number with its unit", typed("1850 ta"), 1850)
    yield _plan("a number that clings to its unit", typed("12ta"), 12)
    yield _plan("a number said in words too", typed("12 (o‘n ikki)"), 12)
    yield _plan("a total said in words alone", typed("Jami: 12"), 12)
    yield _plan("a total with its unit", typed("Jami: 12 nusxa"), 12)
    for text in MULTIPLIED:
        yield _plan(f"a text {text}", typed(text), None, in_plan("P106", "E5"))
    for text in ("18/3982", "3/4"):
        make = partial(_put, typed(text), "E5", good_plan)
        yield as_plan(f"plan: a pair {text}", make, *PAIR)


def _plan(name: str, put: Put, number: int | None, *findings: At) -> Case:
    """`number` is the plan of the item, None where it has to stay unknown."""
    make = partial(_put, put, "E5", good_plan)
    made = as_plan(f"plan: {name}", make, *findings, code=DRAFTS if findings else FINE)
    return made.explaining("target", number)


def _month(name: str, put: Put, number: int | None, *findings: At) -> Case:
    """`number` is what February adds to the year, None for nothing."""
    make = partial(_put, put, "E4", good_month)
    made = beside(f"month: {name}", make, *findings, code=DRAFTS if findings else FINE)
    return made.explaining("year_to_date", IN_JANUARY + (number or 0))


def _put(put: Put, cell: str, good: Callable[[], bytes]) -> bytes:
    return put(good(), cell)


CASES: Final = tuple(_cases())
