"""Deadline wordings to months and frequency: the plan's own eleven, and how else they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akmplan.layout.deadlines import DAILY
from akmplan.schedule import read_frequency, read_schedule

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
