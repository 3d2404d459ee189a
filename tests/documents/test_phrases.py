"""The words of papers."""

from __future__ import annotations

import pytest

from akmplan.documents import phrases
from akmplan.model import Period, Service, Span

READERS = Service("abonement", "Abonement xizmati")
STOCK = Service("fond", "Fond xizmati")


@pytest.mark.parametrize(
    ("body", "dative"),
    [
        (
            "Buxoro viloyati axborot-kutubxona markazi",
            "Buxoro viloyati axborot-kutubxona markaziga",
        ),
        ("Buxoro VAKM", "Buxoro VAKMga"),
        ("Agentlik", "Agentlikka"),
        ("Qishloq", "Qishloqqa"),
        ("Milliy kutubxona", "Milliy kutubxonaga"),
        ("Вилоят маркази", "Вилоят марказига"),
        ("Агентлик", "Агентликка"),
        ("Қишлоқ", "Қишлоққа"),
    ],
)
def test_the_dative(body: str, dative: str) -> None:
    assert phrases.dative(body) == dative


def test_an_ending_is_in_the_letters_of_its_word() -> None:
    assert phrases.annex_mark("Вобкент тумани маркази", 2026)[0] == "Вобкент тумани марказининг"
    assert phrases.annex_mark("Vobkent tumani markazi", 2026)[0] == "Vobkent tumani markazining"


@pytest.mark.parametrize(
    ("done", "due", "months", "words"),
    [
        (2, 3, 1, "3 oydan 2 oyi"),
        (3, 4, 3, "4 chorakdan 3 choragi"),
        (1, 2, 6, "2 yarim yillikdan 1 yarim yilligi"),
        (2, 6, 2, "6 davrdan 2 davri"),
        (0, 3, 1, ""),
        (3, 3, 1, ""),
        (0, 0, 1, ""),
    ],
)
def test_how_much_of_a_period_is_there(done: int, due: int, months: int, words: str) -> None:
    assert phrases.partly(done, due, months) == words


@pytest.mark.parametrize(
    ("period", "subject", "heading", "column", "when"),
    [
        (Period(2026, Span.MONTH, 3), "2026-yil mart oyi hisoboti to‘g‘risida",
         "2026-yil ish rejasi bo‘yicha mart oyi", "Mart oyida bajarildi", "mart oyida"),
        (Period(2026, Span.QUARTER, 2), "2026-yil II chorak hisoboti to‘g‘risida",
         "2026-yil ish rejasi bo‘yicha II chorak", "II chorakda bajarildi", "II chorakda"),
        (Period(2026, Span.HALF, 1), "2026-yil I yarim yillik hisoboti to‘g‘risida",
         "2026-yil ish rejasi bo‘yicha I yarim yillik", "I yarim yillikda bajarildi",
         "2026-yilning I yarim yilligida"),
        (Period(2026, Span.NINE_MONTHS), "2026-yil 9 oylik hisoboti to‘g‘risida",
         "2026-yil ish rejasi bo‘yicha 9 oylik", "9 oyda bajarildi", "2026-yilning 9 oyida"),
        (Period(2026, Span.YEAR), "2026-yil hisoboti to‘g‘risida",
         "2026-yil ish rejasi bo‘yicha yillik", "Yil davomida bajarildi",
         "2026-yil davomida"),
    ],
)  # fmt: skip
def test_periods_in_words(
    period: Period, subject: str, heading: str, column: str, when: str
) -> None:
    assert phrases.subject(period, over=False) == subject
    assert phrases.table_heading("Markaz", period) == ("Markazning", heading, "HISOBOTI")
    assert phrases.done_heading(period) == column
    said = phrases.opening("Markaz", 2026, ["I.1", "I.2"], period, over=False)
    assert said == (
        f"Markaz 2026-yil ish rejasining I.1, I.2-bandlari bo‘yicha {when} bajarilgan ishlar "
        "to‘g‘risidagi hisobotni taqdim etadi."
    )


def test_without_a_known_centre_nobody_is_named() -> None:
    period = Period(2026, Span.QUARTER, 1)
    assert phrases.opening("", 2026, ["I.1"], period, over=True) == (
        "2026-yil ish rejasining I.1-bandi bo‘yicha I chorakda bajarilgan ishlar "
        "to‘g‘risidagi hisobot taqdim etiladi."
    )
    assert phrases.table_heading("", period)[0] == "2026-yil ish rejasi bo‘yicha I chorak"
    assert phrases.annex_mark("", 2026) == (
        "2026-yil “____” __________dagi ______-son xatiga", "ILOVA",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ([(READERS, 3)], "Abonement xizmatining mart oyi ma’lumoti"),
        ([(READERS, 1), (READERS, 3)], "Abonement xizmatining yanvar, mart oylari ma’lumotlari"),
        ([(READERS, month) for month in (1, 2, 3, 5)],
         "Abonement xizmatining yanvar–mart, may oylari ma’lumotlari"),
        ([(READERS, 1), (STOCK, 1)],
         "Abonement xizmatining yanvar oyi va Fond xizmatining yanvar oyi ma’lumotlari"),
    ],
)  # fmt: skip
def test_what_is_still_missing(gaps: list[tuple[Service, int]], said: str) -> None:
    assert phrases.still_missing(gaps) == f"{said} hisobotga kirmagan, qo‘shimcha taqdim etiladi."


def test_nothing_missing_needs_no_sentence() -> None:
    assert phrases.still_missing([]) == ""
