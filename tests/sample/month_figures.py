"""Made-up figures for nine months of 2026: what each service and post of the sample reports.

They follow the plan’s yearly numbers (about three quarters are done by September) and a library’s
year: few readers in summer, many in September, everyone registered again in January. A key is an
item’s number, with the indicator’s name behind it where the item has several.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Final

Counts = tuple[int | None, ...]
Figures = Mapping[str, Counts]

MONTHS_REPORTED: Final = 9
EVEN: Final = (1.0,) * MONTHS_REPORTED
READING: Final = (0.95, 1.0, 1.1, 1.1, 1.0, 0.75, 0.6, 0.65, 1.25)
NEW_READERS: Final = (1.3, 1.1, 1.0, 0.9, 0.7, 0.5, 0.4, 0.5, 1.5)
RETURNING: Final = (2.6, 1.8, 1.3, 1.0, 0.8, 0.62, 0.5, 0.42, 0.35)
PURCHASES: Final = (0.4, 0.7, 1.5, 1.0, 1.3, 0.9, 0.6, 0.8, 1.2)


def spread(total: int, season: tuple[float, ...] = EVEN, seed: str = "") -> Counts:
    """The total of nine months shared out among them; a seed makes them a little uneven."""
    chance = Random(seed)
    weights = [weight * (chance.uniform(0.93, 1.07) if seed else 1) for weight in season]
    reached = [round(total * part / sum(weights)) for part in accumulate(weights)]
    return tuple(now - before for before, now in zip([0, *reached], reached, strict=False))


def only(counts: Mapping[int, int]) -> Counts:
    """Counts in these months; the others are not asked for and stay blank."""
    return tuple(counts.get(month) for month in range(1, MONTHS_REPORTED + 1))


def zero_but(counts: Mapping[int, int]) -> Counts:
    """Counts in these months; in the others nothing was done, and the sheet says so."""
    return tuple(counts.get(month, 0) for month in range(1, MONTHS_REPORTED + 1))


def each_quarter(count: int) -> Counts:
    return only({3: count, 6: count, 9: count})


def sums(*parts: Counts) -> Counts:
    return tuple(sum(count or 0 for count in month) for month in zip(*parts, strict=True))


ONE_A_MONTH: Final = (1,) * MONTHS_REPORTED
IN_ODD_MONTHS: Final = (1, 0, 1, 0, 1, 0, 1, 0, 1)
IN_EVEN_MONTHS: Final = (0, 1, 0, 1, 0, 1, 0, 1, 0)

LEGAL_DEPOSIT: Final = spread(22)
PURCHASED: Final = spread(1165, PURCHASES, "xarid")
EXCHANGED: Final = spread(15)
DONATED: Final = spread(76, EVEN, "sovg‘a")

READERS: Final[Figures] = {
    "I.1": each_quarter(1),
    "I.2": ONE_A_MONTH,
    "I.3": ONE_A_MONTH,
    "I.6": ONE_A_MONTH,
    "II.2": zero_but({3: 1, 6: 1, 9: 1}),
    "II.3": zero_but({2: 1, 5: 1, 8: 1, 9: 1}),
    "IV.12 yangi": spread(1540, NEW_READERS, "yangi"),
    "IV.12 qayta": spread(3830, RETURNING, "qayta"),
    "IV.13": spread(27640, READING, "qatnov"),
    "IV.14": spread(64120, READING, "kitob berilishi"),
    "IV.15": spread(108, EVEN, "tadbirlar"),
    "IV.16": spread(10),
    "IV.17": spread(10),
    "IV.22": spread(150, EVEN, "veb-sayt"),
    "V.26": zero_but({4: 1}),
    "V.26.1": only({5: 1}),
    "V.26.2": zero_but({3: 4, 4: 3}),
    "V.27 metodik to‘garaklarda ishtirok etish": each_quarter(4),
    "V.27 ma’naviyat soatlari": each_quarter(3),
    "V.27 AKT bo‘yicha o‘qishlar": each_quarter(0),
    "V.27 stajirovkalar va boshqalarni tashkil etish": only({3: 0, 6: 1, 9: 0}),
    "VI.29": spread(13),
}

STOCK: Final[Figures] = {
    "I.4": only({6: 1}),
    "I.5": IN_ODD_MONTHS,
    "II.2": zero_but({6: 1}),
    "IV.7": sums(LEGAL_DEPOSIT, PURCHASED, EXCHANGED, DONATED),
    "IV.7.1": LEGAL_DEPOSIT,
    "IV.7.2": PURCHASED,
    "IV.7.3": EXCHANGED,
    "IV.7.4": DONATED,
    "IV.8": spread(368, EVEN, "yozuv"),
    "IV.9": spread(512, EVEN, "tasnif"),
    "IV.10 Dublet yozuvlarni o‘chirish": spread(410, EVEN, "dublet"),
    "IV.10 Bibliografik yozuvlar tahrirlash": spread(1460, EVEN, "tahrir"),
    "IV.11 Vaqtinchalik yozuvlar bazasida": spread(130, EVEN, "vaqtinchalik"),
    "IV.11 Asosiy yozuvlar bazasida": spread(1180, EVEN, "asosiy"),
    "IV.15": spread(12),
    "IV.22": spread(47, EVEN, "fond sahifasi"),
    "V.26": zero_but({}),
    "V.26.2": zero_but({3: 4}),
    "V.27 metodik to‘garaklarda ishtirok etish": each_quarter(3),
    "V.27 ma’naviyat soatlari": each_quarter(1),
    "V.27 AKT bo‘yicha o‘qishlar": each_quarter(0),
    "V.27 stajirovkalar va boshqalarni tashkil etish": only({3: 0, 6: 0, 9: 1}),
    "VI.29": spread(4),
}

DIGITAL: Final[Figures] = {
    "I.5": IN_EVEN_MONTHS,
    "II.2": zero_but({9: 1}),
    "IV.11 Vaqtinchalik yozuvlar bazasida": spread(42, EVEN, "akt vaqtinchalik"),
    "IV.11 Asosiy yozuvlar bazasida": spread(310, EVEN, "akt asosiy"),
    "IV.15": spread(16),
    "IV.18": spread(134, READING, "masofadan"),
    "IV.22": spread(94, EVEN, "ijtimoiy tarmoq"),
    "IV.23": (2, 2, 1, 2, 2, 2, 1, 2, 2),
    "IV.24 a": (1, 2, 1, 2, 2, 1, 1, 2, 2),
    "IV.24 b": (205, 431, 198, 447, 412, 219, 188, 436, 423),
    "IV.25": each_quarter(1),
    "V.26": zero_but({}),
    "V.26.2": zero_but({4: 3}),
    "V.26.3": zero_but({4: 1, 7: 1}),
    "V.27 metodik to‘garaklarda ishtirok etish": each_quarter(2),
    "V.27 ma’naviyat soatlari": each_quarter(1),
    "V.27 AKT bo‘yicha o‘qishlar": each_quarter(1),
    "V.27 stajirovkalar va boshqalarni tashkil etish": each_quarter(0),
    "VI.29": spread(5),
}

BIBLIOGRAPHY: Final[Figures] = {
    "II.1": spread(19),
    "II.2": zero_but({}),
    "IV.15": spread(36),
    "IV.19": spread(290, EVEN, "solnoma"),
    "IV.20": only({3: 531, 6: 524, 9: 536}),
    "IV.21": zero_but({5: 1}),
    "V.26": zero_but({}),
    "V.26.2": zero_but({4: 3}),
    "V.27 metodik to‘garaklarda ishtirok etish": each_quarter(3),
    "V.27 ma’naviyat soatlari": each_quarter(1),
    "V.27 AKT bo‘yicha o‘qishlar": each_quarter(0),
    "V.27 stajirovkalar va boshqalarni tashkil etish": each_quarter(0),
    "VI.29": spread(5),
}

DIRECTOR: Final[Figures] = {
    "I.7": only({2: 1}),
    "III.4": only({6: 1}),
    "III.5": only({6: 1}),
    "III.6": only({}),
    "V.28": only({}),
}

STAFF_INSPECTOR: Final[Figures] = {"V.28": only({6: 2})}

FIGURES: Final[Mapping[str, Figures]] = {
    "abonement": READERS,
    "fond": STOCK,
    "akt": DIGITAL,
    "bibliografiya": BIBLIOGRAPHY,
    "direktor": DIRECTOR,
    "kadrlar": STAFF_INSPECTOR,
}
