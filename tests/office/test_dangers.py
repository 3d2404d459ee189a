"""One list of what may live in a package; documents and workbooks refuse what they choose of it."""

from __future__ import annotations

import pytest

from akmplan.office.dangers import Peril, dangers_in, dangers_in_fields
from akmplan.office.gate import open_package
from akmplan.office.word import NotAWordDocument, Unfit, WordDocument
from tests.hostile.surgery import zipped_list
from tests.office.small import LINKS, MAIN_TYPE, TEXT, document, pointers

OUTSIDE = ' TargetMode="External"'


def perils(more: dict[str, bytes]) -> list[Peril]:
    return [danger.peril for danger in dangers_in(open_package(document(more=more)))]


@pytest.mark.parametrize(
    ("kind", "target", "peril"),
    [
        ("vbaProject", '"a"', Peril.MACROS), ("VBAPROJECT", '"a"', Peril.MACROS),
        ("oleObject", f'"http://x"{OUTSIDE}', Peril.OBJECTS), ("control", '"a"', Peril.OBJECTS),
        ("package", '"a.xlsx"', Peril.EMBEDDED), ("aFChunk", '"a.htm"', Peril.PAGE),
        ("externalLink", '"a.xml"', Peril.LINKS), ("pivotTable", '"a.xml"', Peril.QUERIES),
        ("webextension", '"a.xml"', Peril.EXTENSIONS), ("origin", '"a"', Peril.SIGNATURE),
        ("extensibility", '"a.xml"', Peril.RIBBON),
        ("image", f'"http://x"{OUTSIDE}', Peril.OUTSIDE),
        ("image", '"//x/y.png" TargetMode="external"', Peril.OUTSIDE),
        ("attachedTemplate", f'"file:///x"{OUTSIDE}', Peril.TEMPLATE),
        ("hyperlink", f'"file:///x"{OUTSIDE}', Peril.ADDRESS),
        ("hyperlink", f'"https://x"{OUTSIDE}', None), ("hyperlink", f'"mailto:x"{OUTSIDE}', None),
        ("image", '"a.png"', None), ("styles", '"a.xml"', None), ("attachedTemplate", '"a"', None),
    ],
)  # fmt: skip
def test_what_pointers_bring(kind: str, target: str, peril: Peril | None) -> None:
    found = perils(more={LINKS: pointers(("r1", kind, target))})
    assert found == ([peril] if peril else [])


@pytest.mark.parametrize(
    ("part", "peril"),
    [
        ("word/vbaProject.bin", Peril.MACROS), ("xl/macrosheets/a.xml", Peril.MACROS),
        ("customUI/a.xml", Peril.RIBBON), ("xl/externalLinks/a.xml", Peril.LINKS),
        ("xl/connections.xml", Peril.QUERIES), ("word/activeX/a.xml", Peril.OBJECTS),
        ("word/embeddings/a.bin", Peril.EMBEDDED), ("_xmlsignatures/a.xml", Peril.SIGNATURE),
        ("word/media/a.png", None), ("word/styles.xml", None),
    ],
)  # fmt: skip
def test_a_part_that_nothing_points_to_counts_too(part: str, peril: Peril | None) -> None:
    assert perils(more={part: b"<a/>"}) == ([peril] if peril else [])


def test_a_type_for_macros_counts_too() -> None:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">%s</Types>'
    )
    override = b'<Override PartName="/xl/workbook.xml" ContentType="a.macroEnabled.main+xml"/>'
    assert perils(more={"[Content_Types].xml": types % override}) == [Peril.MACROS]


def instruction(*pieces: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f"<w:p>{runs}</w:p>"


BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (instruction(" DDEAUTO cmd "), 1), (instruction("DDE"), 1), (instruction(" dde x"), 1),
        (instruction("INCLUDE", "TEXT x"), 1), (instruction("D", "D", "E", "AUTO x"), 1),
        ('<w:fldSimple w:instr="INCLUDEPICTURE x"/>', 1),
        (instruction("PAGE"), 0), (instruction("DDEX"), 0),
        ("<w:p><w:r><w:t>DDE</w:t></w:r></w:p>", 0),
        (f"{instruction('D')}<w:p>{BEGIN}</w:p>{instruction('DE')}", 0),
    ],
)  # fmt: skip
def test_what_fields_bring(body: str, count: int) -> None:
    found = [danger.peril for danger in dangers_in_fields(open_package(document(body)))]
    assert found == [Peril.FIELD] * count


@pytest.mark.parametrize(
    ("kind", "target", "is_refused"),
    [
        ("vbaProject", '"a"', True), ("aFChunk", '"a"', True), ("control", '"a"', True),
        ("image", f'"http://x"{OUTSIDE}', True),
        ("hyperlink", f'"file:///x"{OUTSIDE}', False), ("package", '"a.xlsx"', False),
        ("attachedTemplate", f'"file:///x"{OUTSIDE}', False), ("image", '"a.png"', False),
    ],
)  # fmt: skip
def test_a_word_document_refuses_what_would_run_or_be_fetched(
    kind: str, target: str, is_refused: bool
) -> None:
    content = document(more={LINKS: pointers(("r1", kind, target))})
    if is_refused:
        with pytest.raises(Unfit) as caught:
            WordDocument.read(content)
        assert caught.value.message.values == {"what": kind, "part": LINKS}
    else:
        assert WordDocument.read(content).main == TEXT


DOCTYPE = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"


@pytest.mark.parametrize(
    "content",
    [
        document(more={"word/settings.xml": DOCTYPE}), document(more={"word/notes.xml": b"<a>"}),
        document(more={"../a.xml": b"<a/>"}), document(more={"/a.xml": b"<a/>"}),
        zipped_list([(TEXT, b"<a/>"), (TEXT.upper(), b"<a/>")]),
        document(more={"_rels/.rels": pointers(("r1", "officeDocument", '"word/other.xml"'))}),
        document(more={TEXT: b"<a/>"}), document().replace(b"PK", b"KP"), b"",
    ],
)  # fmt: skip
def test_a_document_passes_the_gate_of_workbooks_too(content: bytes) -> None:
    with pytest.raises(NotAWordDocument):
        WordDocument.read(content)


def test_a_plain_document_is_let_through() -> None:
    assert MAIN_TYPE in WordDocument.read(document()).package.types().values()
