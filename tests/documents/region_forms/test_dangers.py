"""No macro, link to elsewhere, program or query of a form reaches what leaves the house."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from akmplan.documents import open_forms
from akmplan.documents.region_forms import form_documents
from tests.documents.papers import brief_of
from tests.documents.region_forms.blank import (
    blank,
    bytes_of,
    filled,
    looked_over,
    rich_blank,
    templates_with,
    told,
    year_of,
)
from tests.hostile.live import (
    with_automatic_names,
    with_external,
    with_hyperlinks,
    with_macros,
    with_object,
    with_queries,
)
from tests.hostile.mutating import WAYS
from tests.hostile.surgery import OFFICE, SHEET, WORKBOOK, parts_of, replaced, with_parts, zipped

GOOD = blank({"A1": "{{ IV.2.davr }}"})
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="h1" Type="{}/{}" Target="{}" TargetMode="External"/></Relationships>'
)


def leading(kind: str, target: str) -> bytes:
    """The form with one relation that leads out of it."""
    link = LINKS.format(OFFICE, kind, target).encode()
    return with_parts(GOOD, {"xl/worksheets/_rels/sheet1.xml.rels": link})


def with_formula(formula: str) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["A2"] = "{{ IV.2.davr }}", formula
    return bytes_of(workbook)


def with_name(name: str, text: str) -> bytes:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "{{ IV.2.davr }}"
    workbook.defined_names[name] = DefinedName(name, attr_text=text)
    return bytes_of(workbook)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (with_macros, "macros"),
        (partial(with_external, "externalBook"), "other workbooks or programs"),
        (partial(with_external, "ddeLink"), "other workbooks or programs"),
        (partial(with_external, "oleLink"), "other workbooks or programs"),
        (with_object, "an object"),
        (with_queries, "a query"),
        (with_hyperlinks, "outside of itself"),
        (with_automatic_names, "reaches outside"),
    ],
)
def test_what_lives_beside_the_cells_is_refused_by_name(
    tmp_path: Path, spoil: Callable[[bytes], bytes], says: str
) -> None:
    looked = looked_over(tmp_path, form=spoil(GOOD))
    (said,) = told(looked)
    assert says in said
    assert looked.forms == ()


@pytest.mark.parametrize(
    "formula",
    [
        "=cmd|' /C calc'!A0", '=WEBSERVICE("http://localhost:9/")', "=[1]Varaq!A1",
        "='[Kitob.xlsx]Varaq 1'!A1", "=CALL(1)", "=SUM(A1,[2]B!C3)",
        "='[Kitob-1.xlsx]Varaq-1'!A1", "='C:\\o-y\\[O''z.xlsx]Varaq'!A1", "=A1-[Kitob.xlsx]B:C!A1",
    ],
)  # fmt: skip
def test_a_formula_that_reaches_outside_is_refused(tmp_path: Path, formula: str) -> None:
    (said,) = told(looked_over(tmp_path, form=with_formula(formula)))
    assert "reaches outside" in said


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(A1:A1)", '="a|b"&A1', '="WEBSERVICE("', "=SUM(Jadval[Soni])",
        "=SUM(Jadval[[#All],[Soni]],Sheet!A1)", "=IF(A1>0,A1/2,0)", "=RECALL",
        "='A|B'!A1", "='CALL('!A1", "=T1[Jami]-Varaq2!B1", "=T1[Jami]^Varaq2!B1",
        "=T1[Jami]-'Varaq 2'!B1", "='O''z'!A1+T1[Jami]-'B'!A1",
    ],
)  # fmt: skip
def test_a_formula_of_the_form_itself_is_not(tmp_path: Path, formula: str) -> None:
    assert told(looked_over(tmp_path, form=with_formula(formula))) == []


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [("tashqi", "[1]Varaq!$A$1", 1), ("Auto_Close", "Sheet!$A$1", 1), ("reja", "Sheet!$A$1", 0)],
)
def test_names_are_looked_at_too(tmp_path: Path, name: str, text: str, count: int) -> None:
    assert len(told(looked_over(tmp_path, form=with_name(name, text)))) == count


@pytest.mark.parametrize(
    ("kind", "target", "count"),
    [
        ("hyperlink", "https://example.org/", 0), ("hyperlink", "mailto:x@example.org", 0),
        ("hyperlink", "file:///C:/x", 1), ("hyperlink", "\\\\server\\x", 1),
        ("hyperlink", "javascript:x", 1), ("image", "https://example.org/x.png", 1),
        ("oleObject", "https://example.org/", 1), ("attachedTemplate", "x.xltx", 1),
    ],
)  # fmt: skip
def test_only_links_to_pages_and_to_mail_may_stand_in_a_form(
    tmp_path: Path, kind: str, target: str, count: int
) -> None:
    assert len(told(looked_over(tmp_path, form=leading(kind, target)))) == count


def bomb() -> bytes:
    return zipped({**parts_of(GOOD), "xl/media/x.bin": bytes(400 * 1024 * 1024)})


def with_doctype() -> bytes:
    return replaced(GOOD, WORKBOOK, "<workbook", '<!DOCTYPE x [<!ENTITY y "z">]><workbook')


def too_large() -> bytes:
    padding = b"<x>" + b" " * 5 * 1024 * 1024 + b"</x>"
    return with_parts(GOOD, {"xl/padding.xml": padding})


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK\x03\x04", b"%PDF-1.4", b"a;b\n1;2", GOOD[:-200], with_doctype(),
        replaced(GOOD, SHEET, "<sheetData>", "<sheetData><row>"),
        zipped({"word/document.xml": b"<x/>"}),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_one_fault(tmp_path: Path, content: bytes) -> None:
    (said,) = told(looked_over(tmp_path, form=content))
    assert "no Excel workbook that can be read" in said


def test_one_that_inflates_without_end_is_one_fault(tmp_path: Path) -> None:
    assert len(told(looked_over(tmp_path, form=bomb()))) == 1


def test_one_of_too_much_markup_is_one_fault(tmp_path: Path) -> None:
    (said,) = told(looked_over(tmp_path, form=too_large()))
    assert "too large" in said


def spoilt(seed: int) -> bytes:
    """The form with one thing in it changed at random, the same for the same seed."""
    chance = random.Random(seed)
    ways = sorted(WAYS)
    while True:
        with suppress(LookupError):  # of which this way finds nothing to spoil
            return WAYS[chance.choice(ways)](rich_blank(), chance)


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_a_form_spoilt_at_random_is_filled_or_told(tmp_path: Path, first: int) -> None:
    """What is not told of is filled, and held against what was meant."""
    brief = brief_of(year_of(tmp_path / "input"), ())
    for seed in range(first, first + 20):
        templates = templates_with(tmp_path / "templates", form=spoilt(seed))
        looked = open_forms(templates).fitted_to(brief.plan)
        made = [*form_documents(replace(brief, forms=looked.forms), templates)]
        assert looked.faults or looked.notices or made, seed


def test_a_filled_form_is_no_blank_one(tmp_path: Path) -> None:
    content = filled(tmp_path / "1", rich_blank())
    (said,) = told(looked_over(tmp_path / "2", form=content))
    assert "filled already" in said
