"""The grammar of marks: what is read, and what is said of one that is broken."""

from __future__ import annotations

import pytest

from akmplan.rule_language import FigureKind, FigureWanted, Mark, Slip, WordWanted, read_marks

PERIOD = FigureKind.PERIOD


def wanted(text: str) -> list[FigureWanted | WordWanted]:
    return [one.wanted for one in read_marks(text) if isinstance(one, Mark)]


@pytest.mark.parametrize(
    ("typed", "item", "indicator", "kind"),
    [
        ("IV.12.yangi.davr", "IV.12", "yangi", PERIOD),
        ("IV.7.davr", "IV.7", None, PERIOD),
        ("IV.7.2.yil_boshidan", "IV.7.2", None, FigureKind.TO_DATE),
        ("IV.7.Yil boshidan", "IV.7", None, FigureKind.TO_DATE),
        ("iv.7.REJA", "IV.7", None, FigureKind.TARGET),
        ("IV.7 . fakt", "IV.7", None, FigureKind.BASELINE),
        ("IV.24.a.foiz", "IV.24", "a", FigureKind.PERCENT),
        (
            "IV.10.“Dublet o‘chirish”.davr",
            "IV.10",
            "Dublet o‘chirish",
            PERIOD,
        ),
        ("IV.10.'qo'shish'.davr", "IV.10", "qo'shish", PERIOD),
        ("IV.10.Nusxa qo‘shish.davr", "IV.10", "Nusxa qo‘shish", PERIOD),
        ("IV.10.«1-bosqich».davr", "IV.10", "1-bosqich", PERIOD),
        ("IV.7.“davr”.davr", "IV.7", "davr", PERIOD),
        ("ІV.12.янги.давр", "IV.12", "янги", PERIOD),
        ("12.davr", "12", None, PERIOD),
        ("IV.7.\u00a0davr", "IV.7", None, PERIOD),
    ],
)
def test_a_figure_is_read(typed: str, item: str, indicator: str | None, kind: FigureKind) -> None:
    assert wanted(f"{{{{ {typed} }}}}") == [FigureWanted(item, indicator, kind)]
    assert wanted(f"{{{{{typed}}}}}") == [FigureWanted(item, indicator, kind)]


def test_a_word_is_read_in_any_spelling() -> None:
    words = wanted("{{ markaz }} {{Markaz_bosh_harflarda}} {{ МАРКАЗ }}")
    assert words == [WordWanted("markaz"), WordWanted("markazboshharflarda"), WordWanted("markaz")]


def test_marks_stand_in_text_with_their_places() -> None:
    text = "Jami {{ IV.7.davr }} ta, {{ IV.8.davr }}"
    marks = [one for one in read_marks(text) if isinstance(one, Mark)]
    assert [text[one.start : one.end] for one in marks] == ["{{ IV.7.davr }}", "{{ IV.8.davr }}"]
    assert [one.typed for one in marks] == ["IV.7.davr", "IV.8.davr"]


@pytest.mark.parametrize("text", ["", "Jami", "{ x }", "a } b { c", "{1}", "{=A1}"])
def test_other_text_has_no_marks(text: str) -> None:
    assert read_marks(text) == ()


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("{{ IV.7.davr }", 0, "not closed"),
        ("ab {{ IV.7.davr", 3, "not closed"),
        ("{ IV.7.davr }}", 12, "no {{ before it"),
        ("{{ IV.7 }}", 0, "does not say which figure"),
        ("{{ IV.12.yangi }}", 0, "does not say which figure"),
        ("{{ IV.7.bajarildi }}", 0, "does not say which figure"),
        ("{{ IV.7.__class__ }}", 0, "does not say which figure"),
        ("{{ markaz.format }}", 0, "not understood"),
        ("{{ markaz|upper }}", 0, "not understood"),
        ("{{ 7*7 }}", 0, "not understood"),
        ("{{ ''.__class__ }}", 0, "not understood"),
        ("{{ }}", 0, "not understood"),
        ("{{ IV.10.“Nusxa.davr }}", 0, "not closed"),
        ("{{ XXXXX.7.davr }}", 0, "not the numeral"),
        ("{% for a in b %}", 0, "Only marks"),
    ],
)
def test_a_broken_mark_is_a_slip_at_its_place(text: str, position: int, says: str) -> None:
    (slip,) = read_marks(text)
    assert isinstance(slip, Slip)
    assert slip.position == position
    assert says in slip.message.text


def test_a_mark_behind_a_broken_one_is_read() -> None:
    broken, good = read_marks("{{ a {{ IV.7.davr }}")
    assert isinstance(broken, Slip)
    assert isinstance(good, Mark)
