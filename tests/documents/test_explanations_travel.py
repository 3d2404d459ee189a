"""Explanations of `Izohlar`, from the sheet to the annexes of the papers that they concern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.documents.papers import brief_of, paragraphs_of, rows_of, word, written
from tests.small import READERS, Row, Value, add_explanations, month_tabs, plan_table, saved

YEAR = "2026-yil davomida"
REGION, REPUBLIC = "viloyat-akm", "respublika-akm"
ROWS: list[Row] = [
    "I. ISHLAR",
    ("1.", "Ish", "Nusxa", 9, 12, "Har chorakda viloyat AKMga taqdim etish", YEAR, READERS),
    ("2.", "Kurs", "Nusxa", 9, 12, "Har chorakda Respublika AKMga taqdim etish", YEAR, READERS),
]
RULE = ("R1", "I chorak: I.1 >= 10", "xato", None)


def letters(
    folder: Path,
    explained: Sequence[Sequence[Value]],
    first: Sequence[Value] = (1, 2, 3),
    second: Sequence[Value] = (1, 2, 3),
    rule: Sequence[Value] = (),
) -> dict[str, bytes]:
    """The letters of a year in which I.1 and I.2 were reported so from January on."""
    plan = add_explanations(plan_table(ROWS), explained)
    sheet = plan.create_sheet("Qoidalar")
    for row in (("Kodi", "Qoida", "Darajasi", "Izoh"), *([rule] if rule else [])):
        sheet.append(list(row))
    months = {
        month: [("I.1", "", "", 12, one), ("I.2", "", "", 12, two)]
        for month, (one, two) in enumerate(zip(first, second, strict=True), 1)
    }
    brief = brief_of(saved(folder, plan, oy=month_tabs(READERS, months)), None)
    return {name: content for name, content in written(brief).items() if "/" in name}


def annex(made: dict[str, bytes], recipient: str, folder: str = "2026-1-chorak") -> list[list[str]]:
    tables = word(made[f"{folder}/{recipient}.docx"]).tables
    return rows_of(tables[2])[1:] if len(tables) > 2 else []


def is_draft(made: dict[str, bytes], recipient: str) -> bool:
    return "LOYIHA" in paragraphs_of(made[f"2026-1-chorak/{recipient}.docx"])


def test_a_month_s_explanation_stands_in_the_papers_that_print_the_month(tmp_path: Path) -> None:
    row = ("I.1", "M106", "fevral", "2,5", "Yarim kunlik ish", "Karimova", "05.03.2026")
    made = letters(tmp_path, [row], first=(1, "2,5", 3, 4), second=(1, 2, 3, 4))
    told = ["1", "I.1", "Ish (fevral oyi)", "2,5", "Yarim kunlik ish (Karimova, 2026-yil 5-mart)"]
    assert annex(made, REGION) == [told]
    assert annex(made, REGION, "2026-2-chorak") == [told]
    assert annex(made, REPUBLIC) == []
    assert not is_draft(made, REGION)


def test_a_quarter_s_rule_makes_a_draft_until_it_is_explained(tmp_path: Path) -> None:
    made = letters(tmp_path, [], rule=RULE)
    assert is_draft(made, REGION)
    assert not is_draft(made, REPUBLIC)
    row = ("I.1", "T106", "I chorak", 6, "Ta’mir bo‘ldi", "Karimova", "05.04.2026")
    made = letters(tmp_path, [row], rule=RULE)
    assert not is_draft(made, REGION)
    told = "Ta’mir bo‘ldi (Karimova, 2026-yil 5-aprel)"
    assert annex(made, REGION) == [["1", "I.1", "Ish (I chorak)", "6", told]]


def test_a_lapsed_explanation_is_in_no_annex_and_the_paper_is_a_draft_again(tmp_path: Path) -> None:
    row = ("I.1", "T106", "I chorak", 7, "Ta’mir bo‘ldi", "Karimova", "05.04.2026")
    made = letters(tmp_path, [row], rule=RULE)
    assert is_draft(made, REGION)
    assert annex(made, REGION) == []


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ((1, None, 3), [["1", "–", "Davr to‘liq emas", "–", "Xodim kasal (Karimova)"]]),
        ((1, 2, 3), []),
    ],
)
def test_why_a_paper_is_not_complete_stands_in_that_paper_only(
    tmp_path: Path, first: Sequence[Value], told: list[list[str]]
) -> None:
    row = (None, "S102", "I chorak", None, "Xodim kasal", "Karimova")
    made = letters(tmp_path, [row], first=first)
    assert annex(made, REGION) == told
    assert annex(made, REPUBLIC) == []


@pytest.mark.parametrize(
    ("who", "day", "told"),
    [
        (None, None, ""), ("D. Karimova", None, " (D. Karimova)"),
        (None, date(2026, 4, 5), " (2026-yil 5-aprel)"),
        ("K.", "2026-04-05", " (K., 2026-yil 5-aprel)"),
        ("K.", "5.4.2026", " (K., 2026-yil 5-aprel)"), ("K.", "kecha", " (K., kecha)"),
        ("K.", "31.02.2026", " (K., 31.02.2026)"), ("D.\nKarimova", " ", " (D. Karimova)"),
    ],
)  # fmt: skip
def test_who_explained_and_when_is_printed_where_it_is_known(
    tmp_path: Path, who: Value, day: Value, told: str
) -> None:
    row = ("I.1", "T106", "I chorak", 6, "Ta’mir bo‘ldi", who, day)
    made = letters(tmp_path, [row], rule=RULE)
    assert annex(made, REGION) == [["1", "I.1", "Ish (I chorak)", "6", f"Ta’mir bo‘ldi{told}"]]
