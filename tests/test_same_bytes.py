"""A document's bytes depend on what it prints, not on the day on which it was made."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from akmplan.cli import run
from akmplan.documents.pdf import office
from tests.documents.papers import ROOT, brief_of, excel, finding, word, written
from tests.documents.pdf.fakes import a_page, office_that, only_with_scripts
from tests.documents.region_forms.blank import OUT, made, rich_blank, year_of
from tests.output.folders import papers_in
from tests.small import READERS, Row, Value, month_tabs, plan_table, saved

PAGE = "umumiy-holat.html"
ROWS: tuple[Row, ...] = (
    "I. XIZMAT",
    ("1.", "Kitob berish", "Nusxa", 100, 120, "Har chorakda viloyat AKMga taqdim etish"),
    ("2.", "Ko‘rgazma", "Dona", 100, 120, "Yil yakunida viloyat AKMga taqdim etish"),
)


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes | None]]:
    """The documents of the sample by the day of the build."""
    folder = tmp_path_factory.mktemp("sample")
    return {day: built(folder / day, day) for day in ("2026-11-10", "2027-01-20", "2027-02-10")}


def built(folder: Path, day: str) -> Mapping[str, bytes | None]:
    sample = str(ROOT / "input")
    assert run(["build", "--today", day, "--input", sample, "--output", str(folder)]) == 1
    return papers_in(folder)


def differing(one: Mapping[str, bytes | None], other: Mapping[str, bytes | None]) -> set[str]:
    assert one.keys() == other.keys()
    assert len(one) > 60
    return {name for name in one if one[name] != other[name]}


def test_after_the_year_s_end_only_the_page_knows_the_day(
    builds: Mapping[str, Mapping[str, bytes | None]],
) -> None:
    assert differing(builds["2027-01-20"], builds["2027-02-10"]) == {PAGE}


def test_papers_of_periods_that_had_ended_stay_as_they_were(
    builds: Mapping[str, Mapping[str, bytes | None]],
) -> None:
    differ = differing(builds["2026-11-10"], builds["2027-01-20"])
    running = {name for name in differ if name.startswith("2026-yil/")}
    assert running
    assert differ - running <= {PAGE, "kamchiliklar.xlsx"}  # December is awaited by then


def of_the_year(folder: Path, today: date) -> dict[str, bytes]:
    """The papers of a year whose months are all there; January has what cannot be read."""
    months: dict[int, list[Sequence[Value]]] = {
        month: [(item, "", "", 120, "o‘nta" if month == 1 else 5) for item in ("I.1", "I.2")]
        for month in range(1, 13)
    }
    saved(folder, plan_table(ROWS), oy=month_tabs(READERS, months))
    return written(brief_of(folder, None, today=today))


@pytest.mark.parametrize(
    ("paper", "day"), [("2026-1-chorak", date(2026, 3, 31)), ("2026-yil", date(2026, 12, 31))]
)
def test_a_paper_s_properties_and_comments_bear_its_period_s_last_day(
    tmp_path: Path, paper: str, day: date
) -> None:
    documents = of_the_year(tmp_path, date(2027, 1, 8))
    letter = word(documents[f"{paper}/viloyat-akm.docx"])
    said_on = [one.timestamp.date() for one in letter.comments if one.timestamp]
    assert said_on == [day] * len(letter.comments)
    assert said_on
    for properties in (
        letter.core_properties,
        excel(documents[f"{paper}/viloyat-akm.xlsx"]).properties,
    ):
        assert properties.created is not None
        assert properties.created.date() == day


@pytest.mark.parametrize(
    ("paper", "year"), [("2026-1-chorak", 2026), ("2026-4-chorak", 2027), ("2026-yil", 2027)]
)
def test_a_letter_is_of_the_year_in_which_it_is_written(
    tmp_path: Path, paper: str, year: int
) -> None:
    for today in (date(2026, 12, 31), date(2027, 2, 1), date(2028, 1, 1)):
        letter = word(of_the_year(tmp_path, today)[f"{paper}/viloyat-akm.docx"])
        lines = [cell.text for table in letter.tables for cell in table._cells]
        lines += [line.text for line in letter.paragraphs]
        dates = {line[:4] for line in lines if "-yil “____” __________" in line}
        assert dates == {str(year)}


def test_a_form_bears_its_period_s_last_day(tmp_path: Path) -> None:
    year = year_of(tmp_path / "input")
    one, other = (
        made(tmp_path, rich_blank(), (finding("E5", "IV.1"),), year=year, today=today)[OUT]
        for today in (date(2026, 4, 1), date(2026, 11, 5))
    )
    assert one == other
    assert excel(one).properties.created is not None
    assert excel(one).properties.created.date() == date(2026, 3, 31)


@only_with_scripts
def test_each_pdf_bears_the_day_of_its_own_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    office_that(tmp_path / "bin", "for name in names: make(name)", a_page())
    (tmp_path / "input").mkdir()
    months = {month: [("I.1", "", "", 120, 5)] for month in range(1, 4)}
    saved(tmp_path / "input", plan_table(ROWS), oy=month_tabs(READERS, months))

    def pdfs(today: str) -> dict[str, bytes]:
        run(["build", "--pdf", "--period", "2026-Q1", "--today", today])
        made_here = papers_in(tmp_path / "output").items()
        return {name: it for name, it in made_here if it and name.endswith(".pdf")}

    made_first = pdfs("2026-04-05")
    assert {name: _created(it) for name, it in made_first.items()} == {
        "ish-reja-2026.pdf": "D:20260101000000Z",
        "2026-1-chorak/viloyat-akm.pdf": "D:20260331000000Z",
    }
    assert pdfs("2026-04-09") == made_first


def _created(pdf: bytes) -> str | None:
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    return metadata.creation_date_raw if metadata else None
