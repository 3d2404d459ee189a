"""Whom a form is for, and what is said of one that nobody can place or fill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from akmplan.documents import open_forms
from akmplan.documents.region_forms import LookedOver
from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.messages import render
from akmplan.model import Place, Span
from tests.documents.region_forms.blank import (
    ALL_YEAR,
    NAME,
    OWED,
    ROWS,
    blank,
    bytes_of,
    looked_over,
    rich_blank,
    templates_with,
    told,
    year_of,
)
from tests.hostile.surgery import with_parts
from tests.small import READERS, Row, Value

MONTHLY = "Har oyda viloyat AKM ga taqdim etish"
GOOD = {"A1": "{{ IV.2.davr }}"}


def whom(looked: LookedOver) -> list[tuple[str, Span]]:
    assert looked.faults == ()
    return [(one.recipient, one.span) for one in looked.forms]


def report(shakli: str | None, items: str = "IV.2", often: str = "har oyda") -> Sequence[Value]:
    return ("Hisobot", "Milliy kutubxona", often, None, items, shakli)


# --- which form for whom


def test_a_form_that_nothing_names_goes_to_the_only_paper_that_holds_its_items(
    tmp_path: Path,
) -> None:
    looked = looked_over(tmp_path, form=rich_blank())
    assert whom(looked) == [("viloyat-akm", Span.QUARTER)]


def test_a_form_that_fits_several_papers_is_asked_about(tmp_path: Path) -> None:
    rows: list[Row] = [
        *ROWS[:2],
        ("2.", "Ish", "Dona", 1, 2, f"{OWED}.\n2. {MONTHLY}", ALL_YEAR, READERS),
    ]
    year = year_of(tmp_path / "input", rows)
    (said,) = told(looked_over(tmp_path, year, form=blank(GOOD)))
    assert "fits several papers" in said
    assert "har chorakda" in said
    assert "har oyda" in said
    assert "Shakli" in said


def test_a_form_whose_items_no_paper_holds_together_is_asked_about(tmp_path: Path) -> None:
    rows: list[Row] = [*ROWS[:2], ("2.", "Ish", "Dona", 1, 2, MONTHLY, ALL_YEAR, READERS)]
    year = year_of(tmp_path / "input", rows)
    form = blank({"A1": "{{ IV.1.yangi.davr }}", "A2": "{{ IV.2.davr }}"})
    (said,) = told(looked_over(tmp_path, year, form=form))
    assert "No paper holds all" in said


def test_a_form_of_words_alone_is_asked_about(tmp_path: Path) -> None:
    (said,) = told(looked_over(tmp_path, form=blank({"A1": "{{ markaz }}"})))
    assert "No paper holds all" in said


@pytest.mark.parametrize(
    "typed",
    [
        "Choraklik shakl.xlsx",
        "Choraklik shakl",
        "choraklik  SHAKL",
        "Чораклик шакл",
        " choraklik-shakl.XLSX",
    ],
)
def test_shakli_names_a_form_in_any_spelling(tmp_path: Path, typed: str) -> None:
    year = year_of(tmp_path / "input", reports=[report(typed)])
    assert whom(looked_over(tmp_path, year, form=blank(GOOD))) == [("milliy-kutubxona", Span.MONTH)]


def test_what_shakli_says_wins_over_what_would_fit(tmp_path: Path) -> None:
    """The form may ask for items that the paper does not hold, and be for two papers."""
    named = [
        report(NAME),
        report(NAME, often="9 oylik"),
        report(None, "IV.1; IV.2", "har chorakda"),
    ]
    year = year_of(tmp_path / "input", reports=named)
    form = blank({"A1": "{{ IV.1.yangi.davr }}"})
    assert whom(looked_over(tmp_path, year, form=form)) == [
        ("milliy-kutubxona", Span.MONTH), ("milliy-kutubxona", Span.NINE_MONTHS),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["bir; ikki", "bir\nikki.xlsx", "bir ;\n ikki;"])
def test_a_cell_of_shakli_may_name_several(tmp_path: Path, typed: str) -> None:
    year = year_of(tmp_path / "input", reports=[report(typed)])
    looked = looked_over(tmp_path, year, bir=blank(GOOD), ikki=blank(GOOD))
    assert [(one.form.name, one.recipient) for one in looked.forms] == [
        ("bir.xlsx", "milliy-kutubxona"), ("ikki.xlsx", "milliy-kutubxona"),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", [None, "-", "–", " ;\n"])
def test_nothing_in_shakli_names_nothing(tmp_path: Path, typed: str | None) -> None:
    year = year_of(tmp_path / "input", reports=[report(typed)])
    assert whom(looked_over(tmp_path, year, form=blank(GOOD))) == [("milliy-kutubxona", Span.MONTH)]
    assert whom(looked_over(tmp_path / "2", year)) == []


def test_forms_whose_names_read_alike_are_asked_about(tmp_path: Path) -> None:
    forms = {"Shakl 1": blank(GOOD), "shakl-1": blank(GOOD)}
    (said,) = told(looked_over(tmp_path, None, **forms))
    assert "reads like that of “Shakl 1.xlsx”" in said


# --- what is no form


def test_a_workbook_without_marks_is_passed_over_with_a_word(tmp_path: Path) -> None:
    looked = looked_over(tmp_path, form=blank({"A1": "Jami"}))
    assert (looked.forms, looked.faults) == ((), ())
    (notice,) = looked.notices
    assert "holds no mark" in render(notice, "en")


def test_one_without_marks_that_shakli_names_is_a_fault(tmp_path: Path) -> None:
    year = year_of(tmp_path / "input", reports=[report(NAME)])
    (said,) = told(looked_over(tmp_path, year, form=blank({"A1": "Jami"})))
    assert "No mark" in said


def test_workbooks_of_other_kinds_are_passed_over_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for name in ("a.xls", "b.xlsm", "c.ods", "~$d.xlsx", ".e.xlsx", "f.txt"):
        (tmp_path / "templates" / name).write_bytes(b"x")
    looked = looked_over(tmp_path)
    assert (looked.forms, looked.faults) == ((), ())
    said = " ".join(render(one, "en") for one in looked.notices)
    named = ("a.xls", "b.xlsm", "c.ods", "d.xlsx", "e.xlsx", "f.txt")
    assert [name for name in named if name in said] == ["a.xls", "b.xlsm", "c.ods"]


# --- marks that mean nothing


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ("{{ IV.22.davr }}", "no item IV.22. Perhaps “IV.2” is meant"),
        ("{{ IX.9.davr }}", "the plan has no item IX.9"),
        ("{{ IV.1.davr }}", "name one of the indicators of IV.1: yangi, qayta ro‘yxat"),
        ("{{ IV.1.yagi.davr }}", "Perhaps “yangi” is meant"),
        ("{{ IV.2.yangi.davr }}", "IV.2 has one indicator, without a name"),
        ("{{ markz }}", "Perhaps “markaz” is meant"),
        ("{{ bandlar }}", "none of the paper's words"),
        ("{{ ustun }}", "none of the paper's words"),
        ("{{ __class__ }}", "The mark is not understood"),
        ("{{ IV.2.davr }", "not closed"),
        ("{{ IV.2 }}", "does not say which figure"),
        ("{{ self }}", "none of the paper's words"),
    ],
)
def test_a_mark_that_means_nothing_is_named_at_its_cell(
    tmp_path: Path, mark: str, says: str
) -> None:
    looked = looked_over(tmp_path, form=blank({"A1": "{{ IV.2.davr }}", "C7": f"Jami: {mark}"}))
    (fault,) = looked.faults
    assert isinstance(fault, FormFault)
    assert (Path(fault.place.file).name, fault.place.sheet, fault.place.cell) == (
        NAME,
        "Shakl",
        "C7",
    )
    assert says in render(fault.message, "en")
    assert looked.forms == ()


def test_each_wrong_mark_is_told_and_many_are_counted(tmp_path: Path) -> None:
    wrong = {f"A{row}": "{{ IV.99.davr }} {{ x y }}" for row in range(1, 21)}
    said = told(looked_over(tmp_path, form=blank(wrong)))
    assert len(said) == 11
    assert said[-1].endswith("30 more marks like these are wrong.")


def test_without_a_plan_only_what_is_broken_is_told(tmp_path: Path) -> None:
    form = blank({"A1": "{{ IV.99.davr }}", "A2": "{{ IV.2.davr }"})
    looked = open_forms(templates_with(tmp_path, form=form)).fitted_to(None)
    assert [one.place.cell for one in looked.faults if isinstance(one, FormFault)] == ["A2"]


def test_a_figure_in_a_cell_of_dates_is_named(tmp_path: Path) -> None:
    for code, says in (("dd.mm.yyyy", ["dates"]), ("0.0", [])):
        form = blank({"A1": "{{ IV.2.davr }}"}, {"A1": code})
        said = told(looked_over(tmp_path / code[:2], form=form))
        assert ["dates" for one in said if "shows dates" in one] == says


@pytest.mark.parametrize(
    ("mark", "code", "is_named"),
    [
        ("davr", "0%", True),
        ("davr", "#,##0,", True),
        ("davr", ";;;", True),
        ("davr", '0"00"', True),
        ("davr", '[>100]"ko‘p";0', True),
        ("reja", "# ?/?", True),
        ("foiz", '0%" 9"', True),
        ("foiz", "[>0.5]0%;0", True),
        ("davr", '[=0]"-";#,##0', False),
        ("davr", '[<0]"xato";0', False),
        ("davr", '# ##0" ta";[Red]-0', False),
        ("foiz", "0.0%", False),
        ("foiz", '[=0]"";0%', False),
        ("foiz", "0.0", False),
    ],
)
def test_a_figure_in_a_cell_that_shows_another_number_is_named(
    tmp_path: Path, mark: str, code: str, is_named: bool
) -> None:
    form = blank({"A1": "Reja", "B2": f"{{{{ IV.2.{mark} }}}}"}, {"B2": code})
    faults = looked_over(tmp_path, form=form).faults
    places = [one.place.cell for one in faults if isinstance(one, FormFault)]
    assert places == (["B2"] if is_named else [])


# --- marks where none can be filled


def elsewhere(place: str) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["A2"], mark = "{{ IV.2.davr }}", "Jami", "{{ markaz }}"
    if place == "header":
        header = sheet.oddHeader
        assert header is not None
        header.center.text = mark
    elif place == "comment":
        sheet["A2"].comment = Comment(mark, "x")
    elif place == "name of a sheet":
        workbook.create_sheet("{{ yil }}")
    elif place == "formula":
        sheet["B3"] = f'="Jami {mark}"'
    elif place == "heading of a table":
        sheet["D1"], sheet["D2"] = mark, 1
        sheet.add_table(Table(displayName="Jadval", ref="D1:D2"))
    elif place == "cell of a table":
        sheet["D1"], sheet["D2"] = "Jami", "{{ IV.2.davr }}"
        sheet.add_table(Table(displayName="Jadval", ref="D1:D2"))
    return bytes_of(workbook)


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ("header", ("Sheet", None)), ("comment", (None, None)), ("name of a sheet", (None, None)),
        ("formula", ("Sheet", "B3")), ("heading of a table", ("Sheet", "D1")),
    ],
)  # fmt: skip
def test_a_mark_that_cannot_be_filled_is_named(
    tmp_path: Path, place: str, at: tuple[str | None, str | None]
) -> None:
    faults = looked_over(tmp_path, form=elsewhere(place)).faults
    places = [one.place for one in faults if isinstance(one, FormFault)]
    assert Place(places[0].file, *at) in places


def test_a_drawing_whose_tags_stay_open_is_looked_at_all_the_same(tmp_path: Path) -> None:
    """Excel writes such ones for boxes of text."""
    for count, text in enumerate(("Izoh", "{{ markaz }}")):
        drawing = {"xl/drawings/vmlDrawing9.vml": f"<xml><div>{text}<br></div></xml>".encode()}
        looked = looked_over(tmp_path / str(count), form=with_parts(blank(GOOD), drawing))
        assert len(looked.faults) == count


@pytest.mark.parametrize("place", ["cell of a table", "nowhere"])
def test_other_places_are_filled(tmp_path: Path, place: str) -> None:
    assert whom(looked_over(tmp_path, form=elsewhere(place))) == [("viloyat-akm", Span.QUARTER)]
