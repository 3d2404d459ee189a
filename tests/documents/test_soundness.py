"""Every document opens without a question: the order that Word asks for, and the proof of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from akmplan.documents.word.texts import Piece, Text
from akmplan.office import proof
from akmplan.office.archive import archive
from akmplan.office.page import Written
from akmplan.office.proof import NotAsMeant
from tests.documents.papers import ROOT, WORD, brief_of, finding, part, written

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "r": "rPr",
    "p": "pPr",
}  # fmt: skip


@lru_cache(maxsize=1)
def all_documents() -> dict[str, bytes]:
    """The sample's documents of Office, findings, explanations and all."""
    explained = finding("C40", "IV.12", file="ish-reja-2026.xlsx", explained="Shunday.", found=3)
    error = finding("E44", "IV.16", file="ish-reja-2026.xlsx")
    made = written(brief_of(ROOT / "input", (explained, error)))
    return {name: content for name, content in made.items() if not name.endswith(".html")}


def test_elements_stand_in_the_order_that_word_asks_for() -> None:
    for name, content in all_documents().items():
        if name.endswith(".docx"):
            faults = [fault for tree in trees_of(content) for fault in out_of_order(tree)]
            assert not faults, name


def trees_of(content: bytes) -> Iterator[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        for name in opened.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield etree.fromstring(opened.read(name))


def out_of_order(root: etree._Element) -> Iterator[str]:
    for name, order in ORDER.items():
        places = {f"{WORD}{child}": place for place, child in enumerate(order.split())}
        for element in root.iter(f"{WORD}{name}"):
            kinds = [str(child.tag) for child in element if not _may_stand_anywhere(child)]
            found = [places.get(kind, len(places)) for kind in kinds]
            if found != sorted(found):
                yield f"{name}: {[child.tag for child in element]}"


def _may_stand_anywhere(element: etree._Element) -> bool:
    return element.tag in (f"{WORD}headerReference", f"{WORD}footerReference")


def test_every_text_of_a_workbook_has_the_font_that_it_names() -> None:
    for name, content in all_documents().items():
        if name.endswith(".xlsx"):
            fonts = etree.fromstring(part(content, "xl/styles.xml")).find("{*}fonts")
            assert fonts is not None, name
            named = {str(font.get("val")) for font in fonts.iterfind("{*}font/{*}name")}
            assert named == {"Times New Roman"}, name
            assert fonts.find("{*}font/{*}scheme") is None, name  # it would win over the name


def test_every_part_is_listed_and_every_relation_leads_to_a_part() -> None:
    for name, content in all_documents().items():
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            names = set(opened.namelist())
            types = etree.fromstring(opened.read("[Content_Types].xml"))
            listed = {(one.get("PartName") or "").lstrip("/") for one in types} - {""}
            relations = {one: etree.fromstring(opened.read(one)) for one in names
                         if one.endswith(".rels")}  # fmt: skip
        assert listed <= names, name
        for source, root in relations.items():
            folder = source.partition("_rels/")[0]
            for relation in root:
                target = relation.get("Target") or ""
                assert relation.get("TargetMode") != "External"
                path = (Path("/") / folder / target).as_posix()
                assert Path(_resolved(path)).as_posix().lstrip("/") in names, (name, target)


def _resolved(path: str) -> str:
    parts: list[str] = []
    for step in path.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_every_comment_has_its_beginning_its_end_and_its_mark() -> None:
    marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
    for content in all_documents().values():
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            if "word/comments.xml" not in opened.namelist():
                continue
            said = etree.fromstring(opened.read("word/comments.xml"))
            body = etree.fromstring(opened.read("word/document.xml"))
        numbers = [one.get(f"{WORD}id") for one in said]
        assert numbers
        for mark in marks:
            found = [one.get(f"{WORD}id") for one in body.iter(f"{WORD}{mark}")]
            assert found == numbers


def test_a_word_document_that_lost_a_text_does_not_leave_the_house() -> None:
    content = all_documents()["2026-1-chorak/viloyat-akm.docx"]
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    meant = {"word/document.xml": proof.shown_text(etree.fromstring(parts["word/document.xml"]))}
    proof.prove_document(content, meant, ())
    changed = parts["word/document.xml"].replace(b"IV.17", b"IV.71", 1)
    with pytest.raises(NotAsMeant):
        proof.prove_document(archive({**parts, "word/document.xml": changed}.items()), meant, ())


def test_a_workbook_that_lost_a_number_does_not_leave_the_house() -> None:
    content = all_documents()["2026-1-chorak/viloyat-akm.xlsx"]
    meant: dict[str, Written] = {"Hisobot": {(6, 0): 1}}
    with pytest.raises(NotAsMeant):
        proof.prove_workbook(content, meant)


def test_a_text_in_its_pieces_is_the_text() -> None:
    text = Text("bir ikki\r\nuch\x0b", ((4, 8), (9, 13)), struck=((6, 8),))
    assert list(text.pieces()) == [
        Piece("bir "),
        Piece("ik", underlined=True),
        Piece("ki", underlined=True, struck=True),
        Piece("\n"),
        Piece("\nuch", underlined=True),
        Piece("\ufffd"),
    ]
