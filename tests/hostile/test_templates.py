"""A template that reaches for attributes is refused by name, wherever in it the tag stands."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document

from akmplan.cli import run
from tests.hostile.case import lay_good_year
from tests.hostile.live import LINKS as RELATIONS
from tests.hostile.outputs import faults_of_outputs, texts_of
from tests.hostile.surgery import OFFICE, Parts, before_end, parts_of, zipped

TODAY: Final = ("--today", "2026-10-05", "--lang", "en")
TEMPLATES: Final = Path(__file__).parents[2] / "templates"
REACHING: Final = (
    "{{ yil.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ yil|attr('__class__') }}",
    "{{ self._TemplateReference__context }}", "{{ cycler.__init__.__globals__ }}",
    "{{ yil.format }}", "{% for a in yil.__dir__() %}{{ a }}{% endfor %}",
)  # fmt: skip
PLAN: Final = "ish-reja.docx"
LETTER: Final = "hisobot.docx"


def template_with(tag: str, place: str, name: str) -> bytes:
    document = Document(str(TEMPLATES / name))
    section = document.sections[0]
    if place == "body":
        document.add_paragraph(tag)
    elif place == "header":
        section.header.paragraphs[0].add_run(tag)
    elif place == "footer":
        section.footer.paragraphs[0].add_run(tag)
    else:
        setattr(document.core_properties, place, tag)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def built(desk: Path, content: bytes, name: str) -> int:
    """The exit code of a build with this template."""
    (desk / "input").mkdir()
    lay_good_year(desk / "input")
    (desk / "templates").mkdir()
    (desk / "templates" / name).write_bytes(content)
    return run(["build", "--templates", "templates", *TODAY])


@pytest.mark.parametrize(
    ("tag", "place", "name"),
    [
        *((tag, "body", PLAN) for tag in REACHING),
        *((REACHING[0], place, name) for place in ("header", "footer") for name in (PLAN, LETTER)),
        (REACHING[0], "body", LETTER),
    ],
)
def test_a_tag_that_reaches_for_attributes(
    tag: str,
    place: str,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert built(tmp_path, template_with(tag, place, name), name) == 5
    said = capsys.readouterr().err
    assert name in said
    assert "Traceback" not in said
    assert not (tmp_path / "output" / name).exists()


WITHOUT_END: Final = (
    "{{ 'a' * 10000000000 }}", "{{ 'a' * 99 }}", "{{ [1] * 99999999 }}", "{{ 10 ** 10 }}",
    "{{ '%999999999d' % 1 }}", "{{ '%999999999d'|format(1) }}", "{{ yil|center(999999999) }}",
    "{{ yil|wordwrap(1) }}", "{{ 99999 * 99999 }}",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
)  # fmt: skip


@pytest.mark.parametrize("tag", WITHOUT_END, ids=lambda tag: tag[:20])
@pytest.mark.parametrize("name", [PLAN, "umumiy-holat.html"])
def test_a_tag_that_asks_for_more_than_a_machine_has(
    tag: str,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (TEMPLATES / name).read_bytes() if name.endswith(".html") else b""
    content = page.replace(b"</body>", tag.encode() + b"</body>") or template_with(
        tag, "body", name
    )
    assert built(tmp_path, content, name) == 5
    said = capsys.readouterr().err
    assert name in said
    assert "unforeseen" not in said


def test_numbers_may_be_reckoned_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert built(tmp_path, template_with("{{ 6 * 7 % 50 }}", "body", PLAN), PLAN) == 0
    assert "42" in texts_of(tmp_path / "output" / "ish-reja-2026.docx")


TEXT: Final = "word/document.xml"
LINKS: Final = "word/_rels/document.xml.rels"


def related(kind: str, more: str = "") -> Parts:
    """The plan's template with one relation more."""
    parts = parts_of((TEMPLATES / PLAN).read_bytes())
    link = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="http://localhost:9/x"{more}/>'
    return {**parts, LINKS: before_end(parts[LINKS], link)}


def with_field(words: str) -> Parts:
    parts = parts_of((TEMPLATES / PLAN).read_bytes())
    field = f"<w:p><w:r><w:instrText>{words}</w:instrText></w:r></w:p><w:sectPr".encode()
    return {**parts, TEXT: parts[TEXT].replace(b"<w:sectPr", field, 1)}


OUTSIDE: Final = ' TargetMode="External"'
FLOOD: Final = {"word/media/a.png": b" " * (60 * 1024 * 1024)}
LIVE: Final[tuple[tuple[str, Callable[[], Parts], str], ...]] = (
    ("macros", lambda: related("hyperlink", OUTSIDE) | {"word/vbaProject.bin": b"x"}, "vbaProject"),
    ("a picture elsewhere", lambda: related("image", OUTSIDE), "image"),
    ("an object elsewhere", lambda: related("oleObject", OUTSIDE), "oleObject"),
    ("a page within", lambda: related("aFChunk"), "aFChunk"),
    ("DDE", lambda: with_field(" DDEAUTO cmd &quot;/k calc&quot; "), "DDEAUTO"),
    ("a file read in", lambda: with_field("INCLUDETEXT /etc/passwd"), "INCLUDETEXT"),
    ("a flood of bytes", lambda: related("hyperlink", OUTSIDE) | FLOOD, "MiB"),
)


@pytest.mark.parametrize(("make", "said"), [case[1:] for case in LIVE], ids=[it[0] for it in LIVE])
def test_a_template_that_brings_something_live(
    make: Callable[[], Parts],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert built(tmp_path, zipped(make()), PLAN) == 5
    told = capsys.readouterr().err
    assert PLAN in told
    assert said in told


def test_a_letterhead_may_hold_an_address_of_the_web(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert built(tmp_path, zipped(related("hyperlink", OUTSIDE)), PLAN) == 0


def test_the_template_of_the_template_stays_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    parts = parts_of((TEMPLATES / PLAN).read_bytes())
    settings, links = "word/settings.xml", "word/_rels/settings.xml.rels"
    attached = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rT"/>'
    link = f'<Relationship Id="rT" Type="{OFFICE}/attachedTemplate" Target="file:///C:/MAXFIY.dotm"'
    more = {
        settings: before_end(parts[settings], attached),
        links: RELATIONS.format(f"{link}{OUTSIDE}/>").encode(),
    }
    assert built(tmp_path, zipped({**parts, **more}), PLAN) == 0
    assert faults_of_outputs(tmp_path / "output") == []


@pytest.mark.parametrize("place", ["title", "comments", "author"])
@pytest.mark.parametrize("name", [PLAN, LETTER])
def test_a_tag_in_the_properties_is_never_worked_out(
    place: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert built(tmp_path, template_with("{{ 7 * 7 }}", place, name), name) == 0
    assert parts_with("49", tmp_path / "output") == []
    assert parts_with("7 * 7", tmp_path / "output") == []


def parts_with(letters: str, output: Path) -> list[str]:
    """The properties of finished documents that hold these letters."""
    found = []
    for path in sorted(output.rglob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.startswith("docProps/")]
            found += [name for name in names if letters in archive.read(name).decode()]
    return found
