"""A finished document in plain lines: what it means, not how its bytes lie."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.papers import WORD, excel, text_of, word

_SIDES = {
    None: "<", WD_ALIGN_PARAGRAPH.LEFT: "<", WD_ALIGN_PARAGRAPH.CENTER: "|",
    WD_ALIGN_PARAGRAPH.RIGHT: ">", WD_ALIGN_PARAGRAPH.JUSTIFY: "=",
}  # fmt: skip


def word_rendition(content: bytes) -> str:
    """Sections, paragraphs and tables; `*` bold, `<|>=` sides, `_` underlined, `^` merged up."""
    document = word(content)
    lines = [*_sections(document), *_blocks(document)]
    return "\n".join(lines) + "\n"


def _sections(document: WordDocument) -> Iterator[str]:
    for section in document.sections:
        yield f"[section {_size(section)}]"
        for name, part in (("header", section.header), ("footer", section.footer)):
            said = " / ".join(_line(paragraph) for paragraph in part.paragraphs)
            yield f"[{name} {said}]"


def _size(section: Section) -> str:
    numbers = (
        section.page_width, section.page_height, section.left_margin, section.right_margin,
        section.top_margin, section.bottom_margin,
    )  # fmt: skip
    return " ".join(str(round(number.mm) if number else 0) for number in numbers)


def _blocks(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _table(block)
        else:
            yield _line(block)


def _line(paragraph: Paragraph) -> str:
    bold = "*" if any(run.bold for run in paragraph.runs) else " "
    field = "".join(one.text or "" for one in paragraph._p.iter(f"{WORD}instrText")).strip()
    text = f"{{{field}}}" if field else _underlined(paragraph._p)
    return f"{bold}{_SIDES[paragraph.alignment]} {text}".rstrip()


def _table(table: Table) -> Iterator[str]:
    yield "[table]"
    for row in table._tbl.tr_lst:
        repeated = "#" if row.find(f"{WORD}trPr/{WORD}tblHeader") is not None else "-"
        yield f"{repeated} " + " ¦ ".join(_cell(cell) for cell in row.iter(f"{WORD}tc"))
    yield "[end]"


def _cell(cell: etree._Element) -> str:
    look = cell.find(f"{WORD}tcPr")
    span = look.find(f"{WORD}gridSpan") if look is not None else None
    merge = look.find(f"{WORD}vMerge") if look is not None else None
    across = f"({span.get(f'{WORD}val')})" if span is not None else ""
    up = "^" if merge is not None and merge.get(f"{WORD}val") != "restart" else ""
    return f"{across}{up}" + " ⏎ ".join(_underlined(one) for one in cell.iter(f"{WORD}p"))


def _underlined(paragraph: etree._Element) -> str:
    said = "".join(
        f"_{text_of_run(run)}_" if run.find(f"{WORD}rPr/{WORD}u") is not None else text_of_run(run)
        for run in paragraph.iter(f"{WORD}r")
    )
    return said.replace("\n", " ⏎ ").replace("\t", " ⇥ ")


def text_of_run(run: etree._Element) -> str:
    """What a reader sees of one run."""
    holder = etree.Element(f"{WORD}p")
    holder.append(etree.fromstring(etree.tostring(run)))
    return text_of(holder)


def excel_rendition(content: bytes) -> str:
    """Every sheet: its state and print set-up, its cells with their formats, merges, charts."""
    return "\n".join(line for sheet in excel(content) for line in _sheet(sheet)) + "\n"


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"[{sheet.title} {sheet.sheet_state}]"
    if sheet.sheet_state == "visible":
        setup = sheet.page_setup
        rows = sheet.print_title_rows
        yield f"[print {setup.orientation} {setup.fitToWidth}x{setup.fitToHeight} {rows}]"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                kind = "" if isinstance(cell.value, str) else f" {{{cell.number_format}}}"
                yield f"{cell.coordinate} {cell.value!r}{kind}"
    yield from (f"[merged {area}]" for area in sorted(str(one) for one in sheet.merged_cells))
    yield from (f"[chart {type(chart).__name__}]" for chart in getattr(sheet, "_charts", ()))
