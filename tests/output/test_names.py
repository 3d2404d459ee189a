"""No name becomes a path elsewhere, on any system."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.output.names import names_beside

from .folders import build, everything_in, papers_in

UNUSABLE = [
    "",
    "/etc/passwd",
    "../x.docx",
    "2026/../../x.docx",
    "2026/./x.docx",
    "2026//x.docx",
    "2026/",
    "2026\\x.docx",
    "..\\x.docx",
    "C:x.docx",
    "C:/x.docx",
    "//server/share/x.docx",
    "x.docx:stream",
    "con.docx",
    "CON",
    "nul",
    "2026/Aux.xlsx",
    "com1.docx",
    "LPT9 .docx",
    "com¹.docx",
    "CONOUT$",
    "x.docx.",
    "x.docx ",
    " x.docx",
    "2026./x.docx",
    "what?.docx",
    "a*b.docx",
    "a|b.docx",
    'a"b.docx',
    "a<b>.docx",
    "a\nb.docx",
    "a\0b.docx",
    "a\x85b.docx",
    "a\ud800b.docx",
    "x" * 300 + ".docx",
    "ў" * 110 + ".docx",
    ".akmplan.json",
    ".yangi/0001",
    ".akmplan.qulf",
    "2026/.hidden",
    "x (yangi).docx",
]
USABLE = ["ish-reja-2026.docx", "2026-1-chorak/o‘quv zali (1).xlsx", "console.docx", "ўқув.docx"]


@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("full", [True, False])
def test_a_name_that_cannot_be_used_is_refused_before_anything_is_done(
    tmp_path: Path, name: str, full: bool
) -> None:
    with pytest.raises(ValueError, match="not a usable document name"):
        build(tmp_path / "output", {"a.docx": b"a", name: b"x"}, full=full)
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("name", USABLE)
def test_an_honest_name_is_used(tmp_path: Path, name: str) -> None:
    build(tmp_path, {name: b"x"})
    assert papers_in(tmp_path) == {name: b"x"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2026/Komplayens.docx", "2026/komplayens.docx"),
        ("Q1/a.docx", "q1/A.docx"),
        ("straße.docx", "STRASSE.docx"),
        ("й.docx", "и\u0306.docx"),
        ("2026", "2026/a.docx"),
        ("2026/A", "2026/a/b.docx"),
    ],
)
def test_two_names_for_one_place_are_refused(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(ValueError, match=r"two documents under one name|needs a folder"):
        build(tmp_path / "output", {one: b"1", other: b"2"})
    assert everything_in(tmp_path) == {}


def test_names_that_only_look_alike_are_two(tmp_path: Path) -> None:
    build(tmp_path, {"q1/a.docx": b"1", "q1/a.xlsx": b"2", "q2/a.docx": b"3", "q1-a.docx": b"4"})
    assert len(papers_in(tmp_path)) == 4


def test_names_beside_keep_folder_and_suffix() -> None:
    assert list(names_beside("q1/a.b.docx"))[:2] == [
        "q1/a.b (yangi).docx",
        "q1/a.b (yangi 2).docx",
    ]
