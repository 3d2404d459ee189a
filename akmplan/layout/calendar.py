"""Months, quarters and longer periods: how they are written, and how they are read."""

from __future__ import annotations

from datetime import date

from akmplan.model import Period, Span

MONTHS = (
    "yanvar", "fevral", "mart", "aprel", "may", "iyun",
    "iyul", "avgust", "sentabr", "oktabr", "noyabr", "dekabr",
)  # fmt: skip

# Folded spellings (wording.fold): Uzbek in both scripts, Russian, short forms.
MONTH_WORDS: dict[str, int] = {
    word: number
    for number, spellings in enumerate(
        (
            "yanvar yan yanv yanvarya",
            "fevral fev fevralya",
            "mart mar marta",
            "aprel apr aprelya",
            "may mai maya",
            "iyun iyn iyunya",
            "iyul iyl iyulya",
            "avgust avgist avg avgusta",
            "sentabr sentyabr sentabir sen sent sentyabrya",
            "oktabr oktyabr oktabir okt oktyabrya",
            "noyabr noyabir noy noya noyabrya",
            "dekabr dekabir dek dekabrya",
        ),
        start=1,
    )
    for word in spellings.split()
}
MONTH_SUFFIXES = (
    "", "i", "da", "dan", "ga", "gacha", "ning", "ni", "gi", "dagi", "lar", "lari", "larida",
)  # fmt: skip

NUMBER_WORDS = {
    "bir": 1, "ikki": 2, "uch": 3, "tort": 4, "besh": 5, "olti": 6,
    "yetti": 7, "sakkiz": 8, "toqqiz": 9, "on": 10, "on ikki": 12,
    "odin": 1, "dva": 2, "tri": 3, "chetire": 4,
}  # fmt: skip
ORDINAL_WORDS = {
    "birinchi": 1, "ikkinchi": 2, "uchinchi": 3, "tortinchi": 4,
    "perviy": 1, "vtoroy": 2, "tretiy": 3, "chetvyortiy": 4, "chetvertiy": 4,
    "pervoye": 1, "vtoroye": 2, "pervoe": 1, "vtoroe": 2,
    "pervom": 1, "vtorom": 2, "tretem": 3, "chetvyortom": 4, "chetvertom": 4,
}  # fmt: skip

_ROMAN = ("", "I", "II", "III", "IV")


def period_name(period: Period) -> str:
    """`I chorak`, `mart oyi`, `I yarim yillik`, `9 oylik`, `yillik`: as a heading names it."""
    return {
        Span.MONTH: f"{MONTHS[period.index - 1]} oyi" if period.span is Span.MONTH else "",
        Span.QUARTER: f"{_ROMAN[period.index % 5]} chorak",
        Span.HALF: f"{_ROMAN[period.index % 5]} yarim yillik",
        Span.NINE_MONTHS: "9 oylik",
        Span.YEAR: "yillik",
    }[period.span]


def period_with_year(period: Period) -> str:
    """`2026-yil I chorak`, `2026-yil mart oyi`, `2026-yil`: in full, for a heading."""
    year = f"{period.year}-yil"
    return year if period.span is Span.YEAR else f"{year} {period_name(period)}"


def in_period(period: Period) -> str:
    """`I chorakda`, `mart oyida`, `I yarim yillikda`, `9 oyda`, `yil davomida`: when."""
    return {
        Span.NINE_MONTHS: "9 oyda",
        Span.YEAR: "yil davomida",
        Span.MONTH: f"{period_name(period)}da",
    }.get(period.span, f"{period_name(period)}da")


def of_period_with_year(period: Period) -> str:
    """`2026-yilning I choragida`, `2026-yil mart oyida`, `2026-yil davomida`: in full."""
    roman = _ROMAN[period.index % 5]
    return {
        Span.MONTH: f"{period.year}-yil {in_period(period)}",
        Span.QUARTER: f"{period.year}-yilning {roman} choragida",
        Span.HALF: f"{period.year}-yilning {roman} yarim yilligida",
        Span.NINE_MONTHS: f"{period.year}-yilning 9 oyida",
        Span.YEAR: f"{period.year}-yil davomida",
    }[period.span]


def day_in_words(day: date) -> str:
    """`2026-yil 5-aprel`."""
    return f"{day.year}-yil {day.day}-{MONTHS[day.month - 1]}"


def month_heading(year: int, month: int) -> str:
    """`2026-yil yanvar`: the value of `Oy:`."""
    return f"{year}-yil {MONTHS[month - 1]}"
