"""Documents made of small inputs, and what a reader sees in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.table import Table
from lxml import etree
from openpyxl import Workbook, load_workbook

from akmplan.checks import check
from akmplan.documents import Templates, choose_templates, documents, page
from akmplan.documents.brief import Brief
from akmplan.documents.paper.ready_paper import ready_papers
from akmplan.figures import Ledger
from akmplan.findings import Finding, Hit, Severity
from akmplan.loading import load_year
from akmplan.messages import Message
from akmplan.model import Cell, CellKind, Explanation, Place

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 10, 5)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def brief_of(
    folder: Path, findings: Iterable[Finding] | None = (), *, today: date = TODAY
) -> Brief:
    """The brief of a folder's year. `findings`: None for those that the checks find."""
    year = load_year(folder, None, today.year)
    assert year.plan is not None
    ledger = Ledger(year, year.plan)
    found = check(year, ledger, today) if findings is None else tuple(findings)
    return brief_from(ledger, tuple(found), today)


def brief_from(ledger: Ledger, findings: tuple[Finding, ...], today: date) -> Brief:
    """The brief of a year that was read, all of its papers wanted."""
    papers = ready_papers(ledger, findings, today)
    return Brief(ledger, findings, papers, papers, today)


def usual_templates() -> Templates:
    """The templates that ship."""
    return choose_templates(ROOT / "templates", ROOT)


def written(brief: Brief, templates: Templates | None = None) -> dict[str, bytes]:
    """The documents of a brief by their names."""
    chosen = templates or usual_templates()
    made = (page(brief, chosen), *documents(brief, chosen))
    return {document.name: document.content for document in made}


def word(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def excel(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return opened.read(name)


def part_names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return opened.namelist()


def rows_of(table: Table) -> list[list[str]]:
    """The texts of a table, merged cells once a row."""
    return [[text_of(cell) for cell in row.iter(f"{WORD}tc")] for row in table._tbl.tr_lst]


def text_of(element: etree._Element) -> str:
    """What a reader sees in a cell or paragraph; paragraphs of a cell on lines of their own."""
    paragraphs = [element] if element.tag == f"{WORD}p" else element.iter(f"{WORD}p")
    return "\n".join("".join(_seen(paragraph)) for paragraph in paragraphs)


def _seen(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{WORD}r"):
        for one in run:
            if one.tag == f"{WORD}t":
                yield one.text or ""
            elif one.tag in (f"{WORD}br", f"{WORD}tab"):
                yield "\n" if one.tag == f"{WORD}br" else "\t"


def paragraphs_of(content: bytes) -> list[str]:
    """The texts of the paragraphs outside tables, blank ones left out."""
    listed = (text_of(paragraph._p) for paragraph in word(content).paragraphs)
    return [text for text in listed if text.strip()]


def comments_by_cell(content: bytes) -> list[tuple[str, str]]:
    """(text of the commented cell or paragraph, comment), in the order of the comments."""
    document = word(content)
    said = {comment.comment_id: comment.text for comment in document.comments}
    found = []
    for start in document.element.body.iter(f"{WORD}commentRangeStart"):
        around = next(start.iterancestors(f"{WORD}tc", f"{WORD}p"))
        cell = next(start.iterancestors(f"{WORD}tc"), around)
        found.append((text_of(cell), said[int(start.get(f"{WORD}id") or -1)]))
    return found


def finding(
    cell: str | None,
    item: str | None = None,
    *,
    code: str = "T101",
    severity: Severity = Severity.ERROR,
    says: str = "Tuzating.",
    file: str = "reja.xlsx",
    sheet: str = "Ish reja",
    indicator: str | None = None,
    period: str | None = None,
    found: int | str | None = None,
    explained: str | None = None,
) -> Finding:
    """A finding at a cell of the small plan, explained or not."""
    place = Place(file, sheet, cell)
    hit = Hit(place, Message(says), item, indicator, period, found)
    return Finding(code, severity, hit, _explanation(explained) if explained else None)


def _explanation(text: str) -> Explanation:
    place = Place("reja.xlsx", "Izohlar", "D2")
    value = Cell(place, 2, 4, CellKind.BLANK)
    return Explanation(place, None, None, "T101", None, "", value, text, value)
