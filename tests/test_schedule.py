"""Deadline wordings to months and frequency: the plan's own eleven, and how else they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akmplan.layout.frequencies import DAILY
from akmplan.words.schedule import read_frequency, read_schedule

ALL = tuple(range(1, 13))


@pytest.mark.parametrize(
    ("text", "months", "times"),
    [
        ("2026-yil davomida", ALL, None),
        ("2026-yil davomida.", ALL, None),
        ("2026-yil har chorakda", ALL, 4),
        ("2026-yilning har oyida", ALL, 12),
        ("2026-yil yanvar, fevral", (1, 2), None),
        ("2026-yil I–III chorak", tuple(range(1, 10)), None),
        ("2026-yil I–II chorak", tuple(range(1, 7)), None),
        ("2026-yil II chorak", (4, 5, 6), None),
        ("2026-yil IV chorak", (10, 11, 12), None),
        ("2026-yilda ikki marotaba", ALL, 2),
        ("2026-yil davomida. Har bir AKM muddatini o‘zi belgilaydi", ALL, None),
        ("2026 yil 1-chorak", (1, 2, 3), None),
        ("1chorak", (1, 2, 3), None),
        ("I, II chorak", tuple(range(1, 7)), None),
        ("birinchi chorak", (1, 2, 3), None),
        ("III чорак", (7, 8, 9), None),
        ("Ш чорак", (7, 8, 9), None),
        ("ІV чорак", (10, 11, 12), None),
        ("lll chorak", (7, 8, 9), None),
        ("в I–II квартале", tuple(range(1, 7)), None),
        ("йил давомида", ALL, None),
        ("ҳар ойда", ALL, 12),
        ("ежеквартально", ALL, 4),
        ("yanvar–mart oylari", (1, 2, 3), None),
        ("yanvardan martgacha", (1, 2, 3), None),
        ("may", (5,), None),
        ("Март 2026 г.", (3,), None),
        ("sentyabr, oktyabr", (9, 10), None),
        ("har oyning 5-sanasiga qadar", ALL, 12),
        ("5-aprelga qadar", (4,), None),
        ("I yarim yillik", tuple(range(1, 7)), None),
        ("II yarim yillik", tuple(range(7, 13)), None),
        ("9 oylik", tuple(range(1, 10)), None),
        ("har yarim yilda", ALL, 2),
        ("yilda 4 marta", ALL, 4),
        ("choragiga bir marta", ALL, 4),
        ("2025–2027-yillar davomida", ALL, None),
        ("янв, фев, ноя", (1, 2, 11), None),
        ("doimiy ravishda", ALL, None),
        ("ikkinchi chorak", (4, 5, 6), None),
        ("uchinchi chorak", (7, 8, 9), None),
        ("второй квартал", (4, 5, 6), None),
        ("2Q", (4, 5, 6), None),
        ("uch chorak", tuple(range(1, 10)), None),
        ("I полугодие", tuple(range(1, 7)), None),
        ("первое полугодие", tuple(range(1, 7)), None),
        ("полгода", tuple(range(1, 7)), None),
        ("второе полугодие", tuple(range(7, 13)), None),
        ("12 oylik", ALL, None),
        ("в течение года", ALL, None),
        ("до 5 апреля", (4,), None),
        ("не позднее 5 апреля", (4,), None),
        ("2026-yil 30-aprel", (4,), None),
        ("30.04.2026", (4,), None),
        ("04.2026", (4,), None),
        ("2026-04", (4,), None),
        ("4-oy", (4,), None),
        ("ikki oy muddatda", ALL, None),
        ("o‘n kun ichida", ALL, None),
        ("besh ish kunida", ALL, None),
        ("в 10-дневный срок", ALL, None),
        ("в установленный срок", ALL, None),
        ("Unicat rejasidan oling", ALL, None),
        ("3 раза в год", ALL, 3),
        ("chorakda 1 marta", ALL, 4),
        ("har chorakning oxirida", ALL, 4),
        ("oyda bir marta", ALL, 12),
        ("har haftada", ALL, 52),
        ("har kuni", ALL, DAILY),
        ("yil yakunlari bo‘yicha", ALL, 1),
        ("по итогам года", ALL, 1),
        ("годовой", ALL, 1),
    ],
)
def test_a_wording_is_read(text: str, months: tuple[int, ...], times: int | None) -> None:
    schedule = read_schedule(text)
    assert tuple(sorted(schedule.months)) == months
    assert schedule.times == times
    assert schedule.unclear == ()


FEBRUARY_TO_APRIL = (2, 3, 4)
FIRST_THREE_QUARTERS = tuple(range(1, 10))
SECOND_HALF = tuple(range(7, 13))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("01.01.2026 – 31.12.2026", ALL),
        ("01.02.2026 – 30.04.2026", FEBRUARY_TO_APRIL),
        ("01.02 – 30.04.2026", FEBRUARY_TO_APRIL),
        ("с 01.02.2026 по 30.04.2026", FEBRUARY_TO_APRIL),
        ("01.02.2026, 30.04.2026", (2, 4)),
        ("1 февраля – 15 марта", (2, 3)),
        ("15-mart – 15-may", (3, 4, 5)),
        ("15-mart, 15-may", (3, 5)),
        ("mart oyidan may oyigacha", (3, 4, 5)),
        ("I chorak – III chorak", FIRST_THREE_QUARTERS),
        ("1-chorak - 3-chorak", FIRST_THREE_QUARTERS),
        ("I chorakdan III chorakkacha", FIRST_THREE_QUARTERS),
        ("с I по III квартал", FIRST_THREE_QUARTERS),
        ("I chorak, III chorak", (1, 2, 3, 7, 8, 9)),
        ("noyabr–fevral", (1, 2, 11, 12)),
        ("noyabr, fevral", (2, 11)),
        ("sentabr–may", (1, 2, 3, 4, 5, 9, 10, 11, 12)),
        ("IV–I chorak", (1, 2, 3, 10, 11, 12)),
        ("во II квартале", (4, 5, 6)),
        ("во втором полугодии", SECOND_HALF),
        ("yilning ikkinchi yarmida", SECOND_HALF),
        ("1–10-aprel", (4,)),
        ("dekabr oyi oxirigacha", (12,)),
        ("yil oxirigacha", ALL),
        ("zarurat bo‘lganda", ALL),
        ("3-oyda", (3,)),
    ],
)
def test_a_span_has_all_months_from_its_first_to_its_last(
    text: str, months: tuple[int, ...]
) -> None:
    schedule = read_schedule(text)
    assert tuple(sorted(schedule.months)) == months
    assert (schedule.times, schedule.unclear) == (None, ())


@pytest.mark.parametrize(
    "text", ["01.11.2025 – 28.02.2026", "30.04.2026 – 01.02.2026", "har 5 oyda", "5-chorak"]
)
def test_a_span_that_nobody_can_tell_is_said(text: str) -> None:
    schedule = read_schedule(text)
    assert (tuple(sorted(schedule.months)), schedule.times, schedule.unclear) == (
        ALL,
        None,
        (text,),
    )


@pytest.mark.parametrize(
    ("text", "months", "times"),
    [
        ("до 15 марта", (3,), None),
        ("5 марта", (3,), None),
        ("не позднее 5 марта", (3,), None),
        ("5 marta", ALL, 5),
        ("йилда 5 марта", ALL, 5),
        ("йил давомида икки марта", ALL, 2),
    ],
)
def test_marta_is_march_in_russian_and_times_in_uzbek(
    text: str, months: tuple[int, ...], times: int | None
) -> None:
    schedule = read_schedule(text)
    assert (tuple(sorted(schedule.months)), schedule.times) == (months, times)
    assert schedule.unclear == ()


@pytest.mark.parametrize(
    ("text", "times", "in_all"),
    [
        ("har 6 oyda", 2, 2),
        ("6 oyda bir marta", 2, 2),
        ("har 2 oyda", 6, 6),
        ("har 3 oyda", 4, 4),
        ("3 oyda bir marta", 4, 4),
        ("раз в 3 месяца", 4, 4),
        ("har yarim yillikning oxirida", 2, 2),
        ("har chorakda 2 marta", 8, 8),
        ("har oyda 2 marta", 24, 24),
        ("oyiga 2 marta", 24, 24),
        ("два раза в месяц", 24, 24),
        ("har oyning 5-sanasidan kechiktirmay", 12, 12),
        ("har oyning 25-kunigacha", 12, 12),
        ("ежемесячно до 5 числа", 12, 12),
        ("har bir chorakda", 4, 4),
        ("har kvartalda", 4, 4),
        ("har chorak yakunlari bo‘yicha", 4, 4),
        ("2026-yil I–III chorak, har chorakda", 4, 3),
        ("yanvar–iyun, har oyda", 12, 6),
        ("mart oyida 2 marta", 2, 2),
        ("I chorakda 2 marta", 2, 2),
        ("I chorak, har haftada", 52, 13),
        ("yanvar, har haftada", 52, None),
        ("har kuni", DAILY, None),
    ],
)
def test_a_frequency_is_counted_in_the_year_and_in_the_months(
    text: str, times: int, in_all: int | None
) -> None:
    schedule = read_schedule(text)
    assert (schedule.times, schedule.in_all, schedule.unclear) == (times, in_all, ())


def test_what_stands_beside_unclear_words_is_not_used() -> None:
    schedule = read_schedule("I chorak, bayramda oyiga 2 marta")
    assert (schedule.months, schedule.times, schedule.in_all) == (frozenset(ALL), None, None)
    assert schedule.quarters == ()


@pytest.mark.parametrize("many", ["1-", "i, ", "mart-", "1-chorak - ", "01.02.2026 - ", "har bir "])
def test_a_cell_of_thousands_of_words_is_read_soon(many: str) -> None:
    assert read_schedule(many * 1000 + "bahorda").unclear != ()


@pytest.mark.parametrize("text", ["qachondir bahorda", "loyiha davrida", "dushanba kunlari"])
def test_a_wording_that_is_not_understood_is_said(text: str) -> None:
    assert read_schedule(text).unclear == (text,)


def test_an_instruction_of_the_form_is_no_unclear_wording() -> None:
    schedule = read_schedule("2026-yil davomida. Har bir AKM muddatini o‘zi belgilaydi")
    assert schedule.instructions == ("Har bir AKM muddatini o‘zi belgilaydi",)


def test_months_match_as_whole_words_only() -> None:
    assert read_schedule("loyihalar davomida").months == frozenset(ALL)
    assert read_schedule("loyihalar davomida").unclear != ()


def test_years_are_kept() -> None:
    assert read_schedule("2025-yil II chorak").years == ((2025, 2025),)
    assert read_schedule("2025–2027-yillar davomida").years == ((2025, 2027),)
    assert read_schedule("30.04.2025").years == ((2025, 2025),)
    assert read_schedule("2025-04").years == ((2025, 2025),)
    assert read_schedule("yil davomida").years == ()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("har chorakda viloyat AKM ga taqdim etish", 4),
        ("Yilda ikki marotaba ma’lumotlarni taqdim etish", 2),
        ("hisobotni viloyat AKMga har oyda taqdim etish", 12),
        ("har haftada viloyat AKMga yuborish", 12),
        ("3 oyda bir marta viloyat AKMga taqdim etish", 4),
        ("6 oyda bir marta viloyat AKMga taqdim etish", 2),
        ("oyiga 2 marta viloyat AKMga taqdim etish", 12),
        ("oyiga bir marta viloyat AKMga taqdim etish", 12),
        ("I chorakda 2 marta taqdim etish", 2),
        ("до 5 марта представить", None),
        ("1 oy muddatda ulanish", None),
        ("Viloyat AKM ga taqdim etish", None),
    ],
)
def test_how_often_a_sentence_says(text: str, times: int | None) -> None:
    assert read_frequency(text) == times


@given(st.text(max_size=60))
def test_no_text_makes_it_fall(text: str) -> None:
    assert read_schedule(text).months <= frozenset(ALL)


@pytest.mark.parametrize(
    "text",
    ["yilda 0 marta", f"yilda {'9' * 5000} marta", "1-9999999 chorak", f"I-{'1' * 5000} chorak"],
)
def test_numbers_beyond_all_schedules_are_not_understood(text: str) -> None:
    schedule = read_schedule(text)
    assert (schedule.unclear, schedule.times, schedule.quarters) == ((text,), None, ())
