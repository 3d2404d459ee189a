"""A template that reaches for attributes is refused by name, wherever in it the tag stands."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document

from akmplan.cli import run
from tests.hostile.case import lay_good_year

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
