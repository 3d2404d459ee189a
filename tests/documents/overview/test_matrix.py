"""Which service has reported which month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from akmplan.documents.overview.views import MatrixView
from tests.documents.overview.pages import Months, laid
from tests.small import READERS, STOCK, Row

R, P, E, M, N, A = "topshirilgan", "qisman", "bosh", "yoq", "kelmagan", "soralmaydi"
TWO = [("1.", "Kitob berish", "Nusxa", 10, 12), ("2.", "A’zo yozish", "Nafar", 10, 12)]
BOTH = [("I.1", "Kitob", "Nusxa", None, 1), ("I.2", "A’zo", "Nafar", None, 1)]
ONE = [("I.1", "Kitob", "Nusxa", None, 1), ("I.2", "A’zo", "Nafar", None, None)]
NONE = [("I.1", "Kitob", "Nusxa", None, None), ("I.2", "A’zo", "Nafar", None, None)]


def matrix_of(
    folder: Path, months: Months, rows: Sequence[Row] = TWO, today: date = date(2026, 6, 5)
) -> MatrixView:
    return laid(folder, rows, today=today, Abonement_xizmati=months).jadval


def marks(view: MatrixView) -> dict[str, list[str]]:
    return {one.nomi: [cell.holat for cell in one.kataklar] for one in view.xizmatlar}


READERS_OFFICIAL = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"
STOCK_OFFICIAL = "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati"


def test_every_state_of_a_month(tmp_path: Path) -> None:
    view = matrix_of(tmp_path, {1: BOTH, 2: ONE, 3: NONE, 5: BOTH, 6: BOTH})
    (row,) = view.xizmatlar
    assert marks(view) == {READERS_OFFICIAL: [R, P, E, M, R, R, N, N, N, N, N, N]}
    assert row.hisob == "6 oydan 4 oyi"
    assert view.kutilmoqda == (f"{READERS_OFFICIAL} – mart, aprel",)
    assert [one.holat for one in view.belgilar] == [R, P, E, M, N]
    assert view.eslatma == ""


def test_a_month_in_which_nothing_is_due_is_not_asked_for(tmp_path: Path) -> None:
    rows = [("1.", "Tadbir", "Tadbir", 4, 4, "Ish", "2026-yil har chorakda", READERS)]
    entry = [("I.1", "Tadbir", "Tadbir", None, 1)]
    view = matrix_of(tmp_path, {3: entry}, rows, date(2026, 7, 1))
    assert marks(view)[READERS_OFFICIAL] == [A, A, R, A, A, M, A, A, N, A, A, N]


def test_a_service_that_has_sent_nothing_is_expected_all_the_same(tmp_path: Path) -> None:
    rows = [*TWO, ("3.", "Fond", "Nusxa", 10, 12, "Ish", "2026-yil davomida", STOCK)]
    view = matrix_of(tmp_path, {1: BOTH}, rows, date(2026, 2, 1))
    assert [row[0] for row in marks(view).values()] == [R, M]
    assert view.kutilmoqda == (f"{STOCK_OFFICIAL} – yanvar",)


def test_a_post_is_shown_once_it_has_handed_in(tmp_path: Path) -> None:
    rows = [*TWO, ("3.", "Rahbarlik", "Ish", 10, 12, "Ish", "2026-yil davomida", "Direktor")]
    view = matrix_of(tmp_path, {1: BOTH}, rows, date(2026, 2, 1))
    assert list(marks(view)) == [READERS_OFFICIAL]
    assert view.eslatma == "Hali varaq topshirmagan lavozimlardan jadval kutilmaydi: Direktor."
    folder = tmp_path / "in"
    folder.mkdir()
    entry = [("I.3", "Rahbarlik", "Ish", None, 1)]
    handed_in = laid(
        folder, rows, today=date(2026, 2, 1), Abonement_xizmati={1: BOTH}, Direktor={1: entry}
    ).jadval
    assert marks(handed_in)["Direktor"][:2] == [R, N]
    assert handed_in.eslatma == ""


def test_without_any_month_the_page_says_how_to_begin(tmp_path: Path) -> None:
    view = laid(tmp_path, TWO, today=date(2026, 2, 1))
    assert marks(view.jadval) == {READERS_OFFICIAL: [M, *[N] * 11]}
    assert "akmplan sheets" in view.jadval.eslatma
    assert [(tile.nomi, tile.son, tile.holat) for tile in view.qisqacha] == [
        ("Reja bajarilishi", "–", "diqqat"),
        ("Oylik jadvallar", "0 / 1", "yomon"),
        ("Hujjatlar", "1", "yaxshi"),
        ("Kamchiliklar", "0", "yaxshi"),
    ]
