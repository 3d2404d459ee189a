"""Sums as a library's plan has them, true ones and ones with a single known fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from akmplan.figures.causes import TOTAL, CauseKind

LARGEST: Final = 90_000


@dataclass(frozen=True)
class Sum:
    """A total with its parts, blank ones None, and the same cells of the month before."""

    total: int
    parts: tuple[tuple[str, int | None], ...]
    before: Mapping[str, int | None]

    @property
    def filled(self) -> dict[str, int]:
        return {label: value for label, value in self.parts if value is not None}

    @property
    def cells(self) -> dict[str, int]:
        return {TOTAL: self.total, **self.filled}

    def saying(self, place: str, value: int | None) -> Sum:
        if place == TOTAL and value is not None:
            return replace(self, total=value)
        parts = ((label, value if label == place else said) for label, said in self.parts)
        return replace(self, parts=tuple(parts))


@dataclass(frozen=True)
class Planted:
    """`part`: the part that a total left out, doubled or was copied from."""

    kind: CauseKind | None
    broken: Sum
    place: str
    part: str | None = None


Plant = Callable[[Sum, Random], Planted | None]  # None where the sum has no room for the fault


def true_sum(random: Random) -> Sum:
    """Three to eight parts of one breakdown: from a few to tens of thousands, some round, now and
    then a confirmed zero, in one sum of four a blank or two, in every other the month before."""
    scale = LARGEST * 10 ** random.uniform(-3.5, 0)
    count = random.randint(3, 8)
    said: list[int | None] = [_part(scale, random) for _ in range(count)]
    for blank in random.sample(range(count), random.choice((0, 0, 0, 0, 0, 0, 1, 2))):
        said[blank] = None
    parts = tuple((f"7.{index}", value) for index, value in enumerate(said, start=1))
    before = _month_before(parts, random) if random.random() < 0.5 else {}
    return Sum(sum(value or 0 for value in said), parts, before)


def _part(scale: float, random: Random) -> int:
    if random.random() < 0.05:
        return 0
    value = max(1, round(scale * 10 ** random.uniform(-1.7, 0)))
    return value // 10 * 10 if value >= 20 and random.random() < 0.25 else value


def _month_before(
    parts: tuple[tuple[str, int | None], ...], random: Random
) -> Mapping[str, int | None]:
    before = {
        label: None if value is None else round(value * random.uniform(0.6, 1.5))
        for label, value in parts
    }
    return {TOTAL: sum(value or 0 for value in before.values()), **before}


def left_in_blank(whole: Sum, random: Random) -> Planted | None:
    place = random.choice(list(whole.filled))
    if not whole.filled[place] or len(whole.filled) < 2:
        return None
    return Planted(CauseKind.IN_BLANK, whole.saying(place, None), place)


def part_left_out(whole: Sum, random: Random) -> Planted | None:
    part = random.choice(list(whole.filled))
    broken = whole.saying(TOTAL, whole.total - whole.filled[part])
    return Planted(CauseKind.PART_LEFT_OUT, broken, TOTAL, part)


def part_doubled(whole: Sum, random: Random) -> Planted | None:
    part = random.choice(list(whole.filled))
    broken = whole.saying(TOTAL, whole.total + whole.filled[part])
    return Planted(CauseKind.PART_DOUBLED, broken, TOTAL, part)


def copied_with_digits_swapped(whole: Sum, random: Random) -> Planted | None:
    part = max(whole.filled, key=whole.filled.__getitem__)
    swapped = _swapped(whole.filled[part], random)
    broken = whole.saying(TOTAL, swapped)
    return Planted(CauseKind.DIGITS_SWAPPED, broken, TOTAL, part) if swapped else None


def not_updated(whole: Sum, random: Random) -> Planted | None:
    place = random.choice(list(whole.cells))
    before = whole.before.get(place)
    if before is None:
        return None
    return Planted(CauseKind.COPIED, whole.saying(place, before), place)


def something_else(whole: Sum, random: Random) -> Planted | None:
    place = random.choice(list(whole.cells))
    other = round(whole.cells[place] * random.uniform(0.5, 2))
    return Planted(None, whole.saying(place, other), place)


def slip_in_one_cell(kind: CauseKind, slip: Callable[[int, Random], int | None]) -> Plant:
    def plant(whole: Sum, random: Random) -> Planted | None:
        place = random.choice(list(whole.cells))
        slipped = slip(whole.cells[place], random)
        if slipped is None or slipped > 10 * LARGEST:
            return None
        return Planted(kind, whole.saying(place, slipped), place)

    return plant


def _swapped(number: int, random: Random) -> int | None:
    """Two digits swapped; four times in five, neighbours."""
    digits = list(str(number))
    if len(digits) < 2:
        return None
    one = random.randrange(len(digits) - 1)
    other = one + 1 if random.random() < 0.8 else random.randrange(len(digits))
    digits[one], digits[other] = digits[other], digits[one]
    swapped = _number(digits)
    return None if swapped == number else swapped


def _one_missing(number: int, random: Random) -> int | None:
    digits = list(str(number))
    del digits[random.randrange(len(digits))]
    return _number(digits)


def _one_extra(number: int, random: Random) -> int | None:
    """Any digit anywhere; every other time, a key that was hit twice."""
    digits = list(str(number))
    at = random.randrange(len(digits))
    digits.insert(at, digits[at] if random.random() < 0.5 else random.choice("0123456789"))
    return _number(digits)


def _one_wrong(number: int, random: Random) -> int | None:
    digits = list(str(number))
    digits[random.randrange(len(digits))] = random.choice("0123456789")
    return _number(digits)


def _number(digits: list[str]) -> int | None:
    return int("".join(digits)) if digits and digits[0] != "0" else None


def _times(times: int) -> Callable[[int, Random], int | None]:
    def slip(number: int, random: Random) -> int | None:
        if random.random() < 0.5:
            return number * times
        return None if number % times else number // times

    return slip


def _other_sign(number: int, random: Random) -> int | None:
    return -number


FAULTS: Final[Mapping[str, Plant]] = {
    "left out, or in a blank": left_in_blank,
    "part left out": part_left_out,
    "part doubled": part_doubled,
    "digits swapped": slip_in_one_cell(CauseKind.DIGITS_SWAPPED, _swapped),
    "copied from a part, swapped": copied_with_digits_swapped,
    "digit missing": slip_in_one_cell(CauseKind.DIGIT_MISSING, _one_missing),
    "digit extra": slip_in_one_cell(CauseKind.DIGIT_EXTRA, _one_extra),
    "copied, not updated": not_updated,
    "times ten": slip_in_one_cell(CauseKind.TIMES_TEN, _times(10)),
    "times thousand": slip_in_one_cell(CauseKind.TIMES_THOUSAND, _times(1000)),
    "sign": slip_in_one_cell(CauseKind.SIGN, _other_sign),
    "one digit wrong": slip_in_one_cell(CauseKind.ONE_DIGIT_WRONG, _one_wrong),
    "none of these": something_else,
}


def planted_fault(plant: Plant, random: Random) -> Planted:
    """A true sum with that fault in it; drawn again where it leaves the sum true."""
    while True:
        planted = plant(true_sum(random), random)
        if planted and planted.broken.total != sum(planted.broken.filled.values()):
            return planted
