"""Pointers of parts, the types of parts, and a package with some of its parts changed."""

from __future__ import annotations

from datetime import date

import pytest

from akmplan.office.gate import open_package
from akmplan.office.namespaces import OFFICE, TYPES
from akmplan.office.properties import About, put_properties
from akmplan.office.refusals import Reason, UnreadableFile
from akmplan.office.revision import Revision
from tests.documents.papers import ROOT
from tests.hostile.surgery import parts_of
from tests.office.small import LINKS, TEXT, document, package, pointers

COMMENTS = f"{OFFICE}/comments"


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ('"media/a.png"', "word/media/a.png"), ('"../xl/a.bin"', "xl/a.bin"),
        ('"/word/a.xml"', "word/a.xml"), ('"media\\a.png"', "word/media/a.png"),
        ('"./x/../a.xml"', "word/a.xml"), ('"../../../a.xml"', "a.xml"),
        ('"a.xml" TargetMode="Internal"', "word/a.xml"), ('"a.xml" TargetMode="External"', None),
        ('"a.xml" TargetMode="external"', None),
    ],
)  # fmt: skip
def test_where_a_pointer_leads(target: str, part: str | None) -> None:
    opened = open_package(document(more={LINKS: pointers(("r1", "image", target))}))
    assert opened.target(TEXT, "image") == part
    assert opened.target(TEXT, "mage") is None


def test_two_pointers_of_one_id_are_damage() -> None:
    twice = pointers(("r1", "image", '"a.png"'), ("r1", "image", '"b.png"'))
    with pytest.raises(UnreadableFile) as caught:
        open_package(document(more={LINKS: twice})).target(TEXT, "image")
    assert (caught.value.reason, caught.value.detail) == (Reason.DAMAGED, LINKS)


def test_a_part_is_found_however_its_case_is_spelled() -> None:
    opened = open_package(document(more={"Word/Media/A.PNG": b"blue"}))
    assert "word/media/a.png" in opened
    assert opened.read("WORD/media/a.png") == b"blue"
    assert opened.spelled("word/media/a.png") == "Word/Media/A.PNG"


@pytest.mark.parametrize("keep", [True, False])
def test_a_part_reads_alike_kept_or_unpacked_anew(keep: bool) -> None:
    long = b"ab" * 100_000
    opened = open_package(document(more={"word/a.bin": long, "word/b.bin": b""}), keep=keep)
    assert (opened.read("word/a.bin"), opened.read("word/b.bin")) == (long, b"")
    assert b"".join(opened.chunks("word/a.bin")) == long
    assert [*opened.chunks("word/b.bin")] == []


def test_a_revision_of_nothing_is_the_package() -> None:
    parts = parts_of((ROOT / "templates" / "hisobot.docx").read_bytes())
    assert parts_of(Revision(open_package(package(parts))).written()) == parts


def test_a_new_part_is_typed_and_pointed_to() -> None:
    revision = Revision(open_package(document()))
    revision.put("word/comments.xml", b"<a/>", "kind", TEXT, COMMENTS)
    opened = open_package(revision.written())
    assert opened.target(TEXT, "comments") == "word/comments.xml"
    assert opened.types()["word/comments.xml"] == "kind"
    assert opened.read("word/comments.xml") == b"<a/>"


def test_what_is_pointed_to_already_is_replaced_where_it_lies() -> None:
    there = {LINKS: pointers(("r1", "comments", '"notes/my.xml"')), "word/notes/my.xml": b"<old/>"}
    revision = Revision(open_package(document(more=there)))
    revision.put("word/comments.xml", b"<a/>", "kind", TEXT, COMMENTS)
    opened = open_package(revision.written())
    assert "word/comments.xml" not in opened
    assert opened.read("word/notes/my.xml") == b"<a/>"
    assert [*opened.targets(TEXT, "comments")] == ["word/notes/my.xml"]


def test_a_new_pointer_has_an_id_of_its_own() -> None:
    there = pointers(("rId1", "image", '"a"'), ("rId3", "image", '"b"'))
    revision = Revision(open_package(document(more={LINKS: there})))
    key = revision.add("word/c.xml", b"<a/>", "kind", TEXT, COMMENTS)
    assert key == "rId2"


def test_what_is_changed_leaves_the_package_as_it_came() -> None:
    opened = open_package(document("<w:p/>"))
    revision = Revision(opened)
    revision.to_change(TEXT)[0].clear()
    assert len(opened.root(TEXT)[0]) == 1
    assert b"<w:p/>" not in parts_of(revision.written())[TEXT]
    assert b"<w:p/>" in parts_of(Revision(opened).written())[TEXT]


def test_properties_that_lie_elsewhere_name_nobody_afterwards() -> None:
    core = f"<Types xmlns='{TYPES}'>Xodim</Types>".encode()
    listed = pointers(
        ("r1", "officeDocument", f'"{TEXT}"'), ("r2", "core-properties", '"docProps/core0.xml"')
    )
    made = document(more={"_rels/.rels": listed, "docProps/core0.xml": core})
    revision = Revision(open_package(made))
    put_properties(revision, About("Hisobot", "Markaz", date(2026, 1, 1)))
    parts = parts_of(revision.written())
    assert b"Xodim" not in b"".join(parts.values())
    assert b"Markaz" in parts["docProps/core0.xml"]
    assert "docProps/core.xml" not in parts
