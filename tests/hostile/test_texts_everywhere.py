"""Odd texts stand as typed in all that is made of them: Word, Excel, the page and JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from lxml import html
from openpyxl import Workbook
from openpyxl.cell import Cell

from akmplan.words.wording import one_line
from tests.hostile.good import MONTH_FILE, PLAN_FILE, SENDING
from tests.hostile.isolated import Runner
from tests.hostile.judging import disorder_of_both
from tests.hostile.outputs import texts_of
from tests.hostile.texts import PLAIN
from tests.small import READERS, month_table, plan_table

TODAY: Final = ("--today", "2026-10-05", "--lang", "en")
# Short enough for a heading, and nothing that ends a name or opens a list of indicators.
TITLES: Final = tuple(
    text
    for _, text in PLAIN
    if len(text) < 200 and one_line(text).strip(":;., ") and ":" not in text
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan whose items are called so, each with a figure in January."""
    made = tmp_path_factory.mktemp("matnlar")
    (made / "input").mkdir()
    items = [(f"{at}.", text, "Nusxa", 1, 2, SENDING) for at, text in enumerate(TITLES, 1)]
    typed(plan_table(["I. ISHLAR", *items])).save(made / "input" / PLAN_FILE)
    rows = [(f"I.{at}", "Ish", "Nusxa", 2, 1) for at in range(1, len(TITLES) + 1)]
    month_table(READERS, 1, rows).save(made / "input" / MONTH_FILE)
    return made


def typed(workbook: Workbook) -> Workbook:
    """What begins like a formula was typed as a text."""
    for cells in workbook.worksheets[0].iter_rows():
        for cell in cells:
            if isinstance(cell, Cell) and cell.data_type == "f":
                cell.data_type = "s"
    return workbook


def missing(shown: str) -> list[str]:
    """The names that do not stand there, each on one line, without what ends a sentence."""
    folded = one_line(shown)
    return [text for text in TITLES if one_line(text).rstrip(":;., ") not in folded]


def test_names_stand_as_typed_in_every_document(desk: Path, runner: Runner) -> None:
    built = runner.run(desk, "build", *TODAY)
    checked = runner.run(desk, "check", "--format", "json", *TODAY)
    output = desk / "output"
    assert list(disorder_of_both(built, checked, output)) == []
    paper = output / "2026-1-chorak" / "viloyat-akm.xlsx"
    assert missing(texts_of(output / "ish-reja-2026.docx")) == []
    assert missing(texts_of(paper)) == []
    assert missing(texts_of(paper.with_suffix(".docx"))) == []
    page = html.fromstring((output / "umumiy-holat.html").read_bytes())
    assert missing("".join(map(str, page.itertext()))) == []


def test_what_stands_in_a_cell_is_told_as_typed_in_json(tmp_path: Path, runner: Runner) -> None:
    (tmp_path / "input").mkdir()
    rows = [(f"{at}.", "Ish", "Nusxa", 1, f"{text}!") for at, text in enumerate(TITLES, 1)]
    typed(plan_table(["I. ISHLAR", *rows])).save(tmp_path / "input" / PLAN_FILE)
    checked = runner.run(tmp_path, "check", "--format", "json", *TODAY)
    findings = json.loads(checked.out)["findings"]
    found = {one["found"] for one in findings if one["code"] == "P106"}
    assert [text for text in TITLES if f"{text}!" not in found] == []
