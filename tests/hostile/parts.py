"""Defects of the XML inside a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from akmplan.workbooks import Reason
from tests.hostile.case import (
    Case,
    Make,
    accepted,
    beside,
    refused,
    refused_plan,
)
from tests.hostile.good import SPOILT_SHEET, good_month, good_plan
from tests.hostile.surgery import (
    MAIN,
    OFFICE,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    WORKBOOK,
    WORKBOOK_LINKS,
    after_data,
    before_end,
    parts_of,
    replaced,
    with_cell,
    with_part,
    with_parts,
    without_part,
    zipped,
)

Spoil = Callable[[bytes], bytes]
DECLARATION: Final = b'<?xml version="1.0" encoding="%s"?>'
ENTITIES: Final = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (n + 1, b"&%c;" % n * 10) for n in range(97, 106))
    + b"]>"
)
LINKS: Final = "_rels/.rels"


def headed(part: str, head: bytes, content: bytes) -> bytes:
    return with_part(content, part, lambda xml: head + xml)


def sized(part: str, share: float, content: bytes) -> bytes:
    return with_part(content, part, lambda xml: xml[: int(len(xml) * share)])


def exchanged(part: str, old: str, new: str, content: bytes) -> bytes:
    return replaced(content, part, old, new)


def put(part: str, letters: bytes, content: bytes) -> bytes:
    return with_parts(content, {part: letters})


def left_out(part: str, content: bytes) -> bytes:
    return without_part(content, part)


def behind(xml: str, content: bytes) -> bytes:
    return after_data(content, xml)


def cell(place: str, xml: str, content: bytes) -> bytes:
    return with_cell(content, place, xml)


def in_utf_16(part: str, content: bytes) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    return with_part(content, part, lambda xml: (head + xml.decode()).encode("utf-16"))


def with_second_sheet(name: str, target: str, content: bytes) -> bytes:
    """Another sheet in the list, whose part is `target`."""
    parts = parts_of(content)
    entry = f'<sheet xmlns:r="{OFFICE}" name="{name}" sheetId="9" r:id="rX"/></sheets>'
    parts[WORKBOOK] = parts[WORKBOOK].replace(b"</sheets>", entry.encode())
    link = f'<Relationship Id="rX" Type="{OFFICE}/worksheet" Target="{target}"/>'
    parts[WORKBOOK_LINKS] = before_end(parts[WORKBOOK_LINKS], link)
    return zipped(parts)


def with_empty_sheet(content: bytes) -> bytes:
    empty = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode()
    added = with_parts(content, {"xl/worksheets/x.xml": empty})
    return with_second_sheet("B", "worksheets/x.xml", added)


def merges(count: int, area: str, content: bytes) -> bytes:
    """So many merged blocks; `{0}` and `{1}` in `area` are rows of their own for each."""
    blocks = "".join(
        f'<mergeCell ref="{area.format(n, n + 1)}"/>' for n in range(10, 2 * count + 10, 2)
    )
    return after_data(content, f"<mergeCells>{blocks}</mergeCells>")


def nested(depth: int, content: bytes) -> bytes:
    return after_data(content, "<a>" * depth + "</a>" * depth)


def with_rows_reversed(content: bytes) -> bytes:
    def turn(xml: bytes) -> bytes:
        start, end = xml.index(b"<row "), xml.index(b"</sheetData>")
        rows = xml[start:end].split(b"</row>")[:-1]
        return xml[:start] + b"".join(row + b"</row>" for row in reversed(rows)) + xml[end:]

    return with_part(content, SHEET, turn)


def renamed_sheet(name: str, content: bytes) -> bytes:
    return replaced(content, WORKBOOK, f'name="{SPOILT_SHEET}"', f'name="{name}"')


def at(place: str) -> str:
    return f"{SPOILT_SHEET}!{place}"


TEXT: Final = '<c r="B4" t="s"><v>{}</v></c>'
NO_TEXT: Final = '<c r="B5" t="s"><v>-1</v></c>'
DAMAGED: Final[tuple[tuple[str, Spoil, str], ...]] = (
    *(
        (f"{part} is missing", partial(left_out, part), part)
        for part in (SHEET, WORKBOOK, STRINGS, STYLES, LINKS)
    ),
    ("links of the workbook are missing", partial(left_out, WORKBOOK_LINKS), SPOILT_SHEET),
    *(
        (f"{part} is cut off", partial(sized, part, 0.6), part)
        for part in (SHEET, WORKBOOK, STRINGS, STYLES, WORKBOOK_LINKS)
    ),
    *((f"{part} is empty", partial(put, part, b""), part) for part in (SHEET, WORKBOOK, STRINGS)),
    ("a sheet of noise", partial(put, SHEET, bytes(range(256)) * 9), SHEET),
    ("an unclosed element", partial(exchanged, SHEET, "</row>", ""), SHEET),
    ("an element of no end", partial(exchanged, SHEET, "<row ", "<row x="), SHEET),
    ("two roots", lambda it: with_part(it, SHEET, lambda xml: xml + b"<a/>"), SHEET),
    ("an attribute twice", partial(exchanged, SHEET, '<row r="4"', '<row r="4" r="5"'), SHEET),
    ("an unknown entity", partial(exchanged, STRINGS, "Kitob berish", "&nima;"), STRINGS),
    ("the letter zero", partial(exchanged, STRINGS, "Kitob", "&#0;"), STRINGS),
    ("half a letter", partial(exchanged, STRINGS, "Kitob", "&#xD800;"), STRINGS),
    ("letters of UTF-8 cut", lambda it: with_part(it, STRINGS, _cut_letters), STRINGS),
    ("an encoding nobody knows", partial(headed, SHEET, DECLARATION % b"nima-bu"), SHEET),
    ("an encoding of Japan", partial(headed, SHEET, DECLARATION % b"shift_jis"), SHEET),
    ("UTF-7", partial(headed, SHEET, DECLARATION % b"utf-7"), SHEET),
    ("a false encoding", partial(headed, SHEET, DECLARATION % b"UTF-16"), SHEET),
    ("no cells at all", partial(put, SHEET, f'<worksheet xmlns="{MAIN}"/>'.encode()), SPOILT_SHEET),
    ("a sheet without namespace", partial(exchanged, SHEET, f' xmlns="{MAIN}"', ""), SPOILT_SHEET),
    ("a workbook without namespace", partial(exchanged, WORKBOOK, MAIN, "urn:x"), WORKBOOK),
    ("text number -1", partial(cell, "B4", TEXT.format("-1")), at("B4")),
    ("text number beyond the last", partial(cell, "B4", TEXT.format("999")), at("B4")),
    ("text number 4294967296", partial(cell, "B4", TEXT.format("4294967296")), at("B4")),
    ("text number 1.0", partial(cell, "B4", TEXT.format("1.0")), at("B4")),
    ("text number 1_0", partial(cell, "B4", TEXT.format("1_0")), at("B4")),
    ("text number in Arabic digits", partial(cell, "B4", TEXT.format("\u0661")), at("B4")),
    ("style -1", partial(cell, "E4", '<c r="E4" s="-1"><v>3</v></c>'), at("E4")),
    ("style beyond the last", partial(cell, "E4", '<c r="E4" s="77"><v>3</v></c>'), at("E4")),
    ("two values in a cell", partial(cell, "E4", "<v>3</v><v>4</v>"), at("E4")),
    ("a cell in a cell", partial(cell, "E4", '<c r="E4"><c r="F4"><v>4</v></c></c>'), at("F4")),
    ("a text and a number in one", partial(cell, "E4", "<is><t>4</t></is><v>3</v>"), at("E4")),
    ("a cell twice", partial(cell, "E4", '<c r="E4"><v>3</v></c><c r="E4"><v>9</v></c>'), at("E4")),
    ("a row twice", partial(exchanged, SHEET, '<row r="5">', '<row r="4">'), ""),
    *(
        (f"a cell at {place!r}", partial(cell, "E4", f'<c r="{place}"><v>3</v></c>'), SPOILT_SHEET)
        for place in ("A0", "A99999999", "a1", "", "4", "E", "E5", "XFE4", "AAAA4", "E-4", "É4",
                      "$E$4", "E4:E5", "R4C5", "E٤")
    ),
    *(
        (f"row {number!r}", partial(exchanged, SHEET, '<row r="4"', f'<row r="{number}"'), "")
        for number in ("-4", "0", "1048577", "4.5", "to‘rt", "9" * 400)
    ),
    *(
        (f"merged {area!r}", partial(behind, f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'),
         SPOILT_SHEET)
        for area in ("B2:A1", "A1:", "A0:B2", "A1:B2:C3", "", "1:4", "A:C")
    ),
    ("merged blocks that overlap",
     partial(behind, '<mergeCells><mergeCell ref="A4:B5"/><mergeCell ref="B5:C6"/></mergeCells>'),
     SPOILT_SHEET),
    ("two sheets of one name", partial(with_second_sheet, "FEVRAL", "worksheets/x.xml"), "FEVRAL"),
    ("one part as two sheets", partial(with_second_sheet, "B", "worksheets/sheet1.xml"), "B"),
    ("a sheet in another package", partial(with_second_sheet, "B", "../../../etc/passwd"), ""),
    ("a sheet on the web", partial(exchanged, WORKBOOK_LINKS, "/xl/worksheets/sheet1.xml",
                                   "http://localhost:9/s.xml"), ""),
    ("one id for two links", partial(exchanged, WORKBOOK_LINKS, 'Id="rId2"', 'Id="rId1"'), ""),
    ("a format that is no number", partial(exchanged, STYLES, 'numFmtId="0" fontId="0" fillId="0" '
                                           'borderId="0" pivot', 'numFmtId="x" pivot'), STYLES),
)  # fmt: skip
HARMFUL: Final[tuple[tuple[str, Spoil, str], ...]] = (
    *(
        (f"a DOCTYPE in {part}", partial(headed, part, b"<!DOCTYPE a>"), f"doctype: {part}")
        for part in (SHEET, WORKBOOK, STRINGS, STYLES, TYPES, LINKS, "docProps/core.xml")
    ),
    ("a DOCTYPE in a part nobody reads", partial(put, "xl/x.xml", b"<!DOCTYPE a><a/>"), "doctype"),
    ("an entity bomb", lambda it: with_part(it, STRINGS, _with_bomb), f"doctype: {STRINGS}"),
    ("an entity from a file", partial(headed, SHEET, b'<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
     "doctype"),
    ("a DOCTYPE in two bytes a letter", lambda it: in_utf_16(
        SHEET, headed(SHEET, b"<!DOCTYPE a>", it)), "doctype"),
    ("a cell at XFD1048576", partial(cell, "XFD1048576", "<v>1</v>"), at("XFD1048576")),
    ("a cell at A1048576", partial(cell, "A1048576", "<v>1</v>"), at("A1048576")),
    ("a cell at XFD4", partial(cell, "XFD4", "<v>1</v>"), at("XFD4")),
    ("far apart", lambda it: with_cell(with_cell(it, "A90000", "<v>1</v>"), "ZZ4", "<v>1</v>"),
     SPOILT_SHEET),
    ("100,000 merged blocks", partial(merges, 100_000, "A{0}:B{1}"), "merges"),
    ("long merged blocks", lambda it: merges(150, "A{0}:ZZ{1}", with_cell(it, "ZZ400", "<v>1</v>")),
     "merges"),
    ("elements 3,000 deep", partial(nested, 3000), f"depth: {SHEET}"),
    ("a tag of 3 MiB", partial(behind, "<a b='" + "x" * 3_000_000 + "'/>"), f"long_tag: {SHEET}"),
    ("30,000 names", partial(behind, "".join(f"<a{n}/>" for n in range(30_000))), "names"),
)  # fmt: skip
ACCEPTED: Final[tuple[tuple[str, Spoil], ...]] = (
    ("a lying count of texts", partial(exchanged, STRINGS, 'count="', 'count="4294967295')),
    ("texts counted below zero", partial(exchanged, STRINGS, 'count="', 'count="-')),
    ("a lying dimension", partial(exchanged, SHEET, "A1:G6", "A1:XFD1048576")),
    ("a dimension of one cell", partial(exchanged, SHEET, "A1:G6", "A1")),
    ("a dimension of nonsense", partial(exchanged, SHEET, "A1:G6", "salom")),
    ("rows out of order", with_rows_reversed),
    ("no coordinates of cells", lambda it: with_part(it, SHEET, _without_coordinates)),
    ("two bytes a letter", partial(in_utf_16, SHEET)),
    ("two bytes a letter of texts", partial(in_utf_16, STRINGS)),
    ("a byte order mark", partial(headed, SHEET, b"\xef\xbb\xbf")),
    ("a prefix before every name", lambda it: with_part(it, SHEET, _with_prefixes)),
    ("a comment in XML", partial(exchanged, SHEET, "<v>3</v>", "<v><!-- 9 -->3</v>")),
    ("letters as entities", partial(exchanged, STRINGS, "Kitob", "&#75;&#x69;tob")),
    ("letters in CDATA", partial(exchanged, STRINGS, "Kitob berish", "<![CDATA[Kitob berish]]>")),
    ("a processing instruction", partial(exchanged, SHEET, "<sheetData>", "<?x y?><sheetData>")),
    ("an unknown element", partial(behind, '<x:a xmlns:x="urn:x"><x:v>9</x:v></x:a>')),
    ("an unknown version of Excel", partial(behind, '<extLst><ext uri="{X}"/></extLst>')),
    ("no content types", partial(left_out, TYPES)),
    ("no properties", partial(left_out, "docProps/core.xml")),
    ("long merged blocks below the cells", partial(merges, 300, "A{0}:XFD{1}")),
    ("a merged block to the last column", partial(merges, 1, "A2:XFD2")),
    ("a blank cell with a format far away", partial(cell, "XFD6", '<c r="XFD6" s="0"/>')),
    ("dates from 1904",
     partial(exchanged, WORKBOOK, "<workbookPr/>", '<workbookPr date1904="1"/>')),
    ("an empty sheet beside it", with_empty_sheet),
)  # fmt: skip
NAMES: Final = (
    "a" * 31, "x" * 5000, "../../x", "it&apos;s &quot;fevral&quot;", "\U0001f4da fevral", "=1+1",
    "{{ x }}", "&lt;script&gt;", "CON", "fevral\u202e", "fevral.", " ",
)  # fmt: skip


def _cut_letters(xml: bytes) -> bytes:
    return xml.replace(b"Kitob", b"\xd0Kitob")


def _with_bomb(xml: bytes) -> bytes:
    return ENTITIES + xml.replace(b"Kitob berish", b"&j;")


def _without_coordinates(xml: bytes) -> bytes:
    import re

    return re.sub(rb'<(c|row) r="\w+"', rb"<\1", xml)


def _with_prefixes(xml: bytes) -> bytes:
    import re

    named = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml)
    return named.replace(b"xmlns=", b"xmlns:x=")


def _cases() -> Iterator[Case]:
    for name, spoil, detail in DAMAGED:
        yield refused(f"xml: {name}", _spoilt(spoil), Reason.DAMAGED, detail)
    for name, spoil, detail in HARMFUL:
        yield refused(f"xml: {name}", _spoilt(spoil), Reason.UNSAFE, detail)
    for name, spoil in ACCEPTED:
        yield accepted(f"xml: {name}", _spoilt(spoil))
    for name in NAMES:
        yield accepted(f"xml: a sheet called {name[:20]}", _spoilt(partial(renamed_sheet, name)))
    yield from _of_the_plan()
    yield from _hidden_under_merges()


def _of_the_plan() -> Iterator[Case]:
    for name, spoil, reason in (
        (f"{SHEET} is missing", partial(left_out, SHEET), Reason.DAMAGED),
        ("text number -1", partial(cell, "B5", NO_TEXT), Reason.DAMAGED),
        ("a DOCTYPE", partial(headed, SHEET, b"<!DOCTYPE a>"), Reason.UNSAFE),
        ("a cell at XFD1048576", partial(cell, "XFD1048576", "<v>1</v>"), Reason.UNSAFE),
        ("100,000 merged blocks", partial(merges, 100_000, "A{0}:B{1}"), Reason.UNSAFE),
    ):  # fmt: skip
        yield refused_plan(f"xml: {name}", _spoilt(spoil, good_plan), reason)


def _hidden_under_merges() -> Iterator[Case]:
    """A figure that stands under a merged block is used or named."""
    block = '<mergeCells><mergeCell ref="D4:E4"/></mergeCells>'
    yield beside("xml: a figure under a merged block", _spoilt(partial(behind, block)), code=0)


def _spoilt(spoil: Spoil, good: Make = good_month) -> Make:
    return lambda: spoil(good())


CASES: Final = tuple(_cases())
