"""Why a total is not the sum of its parts. Suggestions only: nothing is corrected by them.

Each cell of a broken sum has one value that would repair it, the others being right. A cause is a
slip known to people that turns this value into the written one. Causes are ranked by weight: how
usual the slip is, times the share of such slips in such a sum that give exactly these figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from akmplan.messages import Message, say
from akmplan.model import Number

TOTAL = "total"
MOST_CAUSES = 3
MOST_CELLS_OF_ONE_DIGIT = 3  # a wrong digit that may stand in more cells points at none

Part = tuple[str, Number | None]  # the part's number; what it says, None where it is blank


class CauseKind(StrEnum):
    IN_BLANK = "left_out_or_in_blank"
    PART_LEFT_OUT = "part_left_out"
    PART_DOUBLED = "part_doubled"
    DIGITS_SWAPPED = "digits_swapped"
    DIGIT_MISSING = "digit_missing"
    DIGIT_EXTRA = "digit_extra"
    ONE_DIGIT_WRONG = "one_digit_wrong"
    COPIED = "copied_from_neighbour"
    TIMES_TEN = "times_ten"
    TIMES_THOUSAND = "times_thousand"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Cause:
    """`places`: the cells to look at, each `TOTAL` or a part's number. `repaired`: what the one
    cell named there would have to say."""

    kind: CauseKind
    places: tuple[str, ...]
    repaired: Number | None
    message: Message


# How usual a slip is beside the others.
_USUAL: Mapping[CauseKind, Decimal] = {
    CauseKind.IN_BLANK: Decimal(30),
    CauseKind.PART_LEFT_OUT: Decimal(6),
    CauseKind.COPIED: Decimal(6),
    CauseKind.DIGITS_SWAPPED: Decimal(4),
    CauseKind.DIGIT_EXTRA: Decimal(4),
    CauseKind.DIGIT_MISSING: Decimal(3),
    CauseKind.PART_DOUBLED: Decimal(3),
    CauseKind.TIMES_TEN: Decimal(3),
    CauseKind.TIMES_THOUSAND: Decimal(1),
    CauseKind.SIGN: Decimal(1),
    CauseKind.ONE_DIGIT_WRONG: Decimal(1),
}

_SENTENCES: Mapping[CauseKind, Message] = {
    CauseKind.PART_LEFT_OUT: say("Perhaps {part} ({value}) is left out of the total."),
    CauseKind.PART_DOUBLED: say("Perhaps {part} ({value}) is counted twice."),
    CauseKind.SIGN: say("Perhaps the sign is wrong: {where}."),
    CauseKind.DIGITS_SWAPPED: say("Perhaps two digits are swapped: {where}."),
    CauseKind.DIGIT_MISSING: say("Perhaps a digit is missing: {where}."),
    CauseKind.DIGIT_EXTRA: say("Perhaps there is a digit too many: {where}."),
    CauseKind.ONE_DIGIT_WRONG: say("Perhaps one digit is wrong: {where}."),
    CauseKind.COPIED: say("Perhaps copied from the month before and not updated: {where}."),
}

_TIMES: Mapping[CauseKind, int] = {CauseKind.TIMES_TEN: 10, CauseKind.TIMES_THOUSAND: 1000}

_Weighed = tuple[Decimal, Cause]


@dataclass(frozen=True, slots=True)
class _Slip:
    """`ways`: how many slips of the kind the same number allows."""

    kind: CauseKind
    ways: int = 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of the sum that says something; `repaired`: what would make the sum hold."""

    place: str
    written: Number
    repaired: Number
    before: Number | None

    @property
    def ease(self) -> Decimal:
        """Small numbers are commoner than large ones, and so is a part that should be smaller."""
        if self.place == TOTAL:
            return Decimal(1)
        return max(_size(self.written), Decimal(1)) / max(_size(self.repaired), Decimal(1))

    @property
    def where(self) -> Message:
        return say(
            "{place} ({repaired}, not {written})",
            place=say("the total") if self.place == TOTAL else self.place,
            repaired=self.repaired,
            written=self.written,
        )


@dataclass(frozen=True, slots=True)
class _Sum:
    total: _Cell
    parts: tuple[_Cell, ...]
    blanks: tuple[str, ...]

    @property
    def cells(self) -> tuple[_Cell, ...]:
        return (self.total, *self.parts)

    @property
    def short(self) -> Number:
        """What the parts lack to give the total."""
        return self.total.written - self.total.repaired


def likely_causes(
    total: Number, parts: Sequence[Part], before: Mapping[str, Number | None] | None = None
) -> tuple[Cause, ...]:
    """The likeliest causes first, three at most; none where the sum holds or no part is filled.

    `before`: what the same cells said the month before, by the part's number and `TOTAL`. A part
    said to be none (`-`) is no blank: leave it out.
    """
    broken = _sum(total, parts, before or {})
    if not broken.parts or broken.short == 0:
        return ()
    ranked = sorted(_all_causes(broken), key=_rank, reverse=True)
    return tuple(cause for _, cause in ranked[:MOST_CAUSES])


def _sum(total: Number, parts: Sequence[Part], before: Mapping[str, Number | None]) -> _Sum:
    known = [(label, value) for label, value in parts if value is not None]
    summed = sum((value for _, value in known), start=0)
    short = total - summed
    return _Sum(
        _Cell(TOTAL, total, summed, before.get(TOTAL)),
        tuple(_Cell(label, value, value + short, before.get(label)) for label, value in known),
        tuple(label for label, value in parts if value is None),
    )


def _all_causes(broken: _Sum) -> Iterator[_Weighed]:
    finders = _in_blanks, _part_left_out_or_doubled, _copied_from_a_part, _slips, _not_updated
    return chain.from_iterable(find(broken) for find in finders)


def _rank(one: _Weighed) -> tuple[bool, Decimal]:
    """A wrong digit is the commonest slip of all and yet the weakest suggestion: nearly every
    cell of a sum could hold it. It comes last."""
    weight, cause = one
    return cause.kind is not CauseKind.ONE_DIGIT_WRONG, weight


def _in_blanks(broken: _Sum) -> Iterator[_Weighed]:
    """Any difference fits into a blank, so that the smaller it is, the likelier the fit."""
    blanks, short = broken.blanks, broken.short
    if not blanks or short < 0:
        return
    message = say(
        "{blanks} are blank: if the {n} belong to them, write it there.", blanks=blanks, n=short
    )
    repaired = short if len(blanks) == 1 else None
    weight = _USUAL[CauseKind.IN_BLANK] / (10 * max(_size(short), Decimal(1)))
    yield weight, Cause(CauseKind.IN_BLANK, blanks, repaired, message)


def _part_left_out_or_doubled(broken: _Sum) -> Iterator[_Weighed]:
    for part in broken.parts:
        if part.written in (broken.short, -broken.short):
            doubled = part.written == broken.short
            kind = CauseKind.PART_DOUBLED if doubled else CauseKind.PART_LEFT_OUT
            yield _of_total(kind, _SENTENCES[kind], broken, part)


def _copied_from_a_part(broken: _Sum) -> Iterator[_Weighed]:
    """`1640` beside `1604`: the same digits in another order."""
    total = broken.total.written
    for part in broken.parts:
        if part.written != total and _same_digits(_digits(part.written), _digits(total)):
            sentence = say("Perhaps the total was copied from {part} with its digits swapped.")
            yield _of_total(CauseKind.DIGITS_SWAPPED, sentence, broken, part)


def _of_total(kind: CauseKind, sentence: Message, broken: _Sum, part: _Cell) -> _Weighed:
    message = Message(sentence.text, {"part": part.place, "value": part.written})
    cause = Cause(kind, (TOTAL,), broken.total.repaired, message)
    return _USUAL[kind] / len(broken.parts), cause


def _slips(broken: _Sum) -> Iterator[_Weighed]:
    """What was done to one cell, where that alone repairs the sum."""
    one_digit = []
    for cell in broken.cells:
        slip = _slip(cell.written, cell.repaired)
        if slip and slip.kind is CauseKind.ONE_DIGIT_WRONG:
            one_digit.append(_weighed(slip, cell, broken))
        elif slip:
            yield _weighed(slip, cell, broken)
    if 0 < len(one_digit) <= MOST_CELLS_OF_ONE_DIGIT:
        yield _as_one(sorted(one_digit, key=_rank, reverse=True))


def _as_one(weighed: Sequence[_Weighed]) -> _Weighed:
    """A wrong digit that several cells may hold: one suggestion that names them all."""
    weight, likeliest = weighed[0]
    if len(weighed) == 1:
        return weight, likeliest
    where = tuple(cause.message.values["where"] for _, cause in weighed)
    places = tuple(place for _, cause in weighed for place in cause.places)
    message = Message(likeliest.message.text, {"where": where})
    return weight, Cause(likeliest.kind, places, None, message)


def _not_updated(broken: _Sum) -> Iterator[_Weighed]:
    """A cell that says what it said the month before, in a month in which another has changed."""
    changed = any(cell.before not in (None, cell.written) for cell in broken.cells)
    for cell in broken.cells:
        if changed and cell.written == cell.before and cell.written and cell.repaired >= 0:
            weight, cause = _weighed(_Slip(CauseKind.COPIED), cell, broken)
            # Small numbers repeat by themselves.
            yield weight * _size(cell.written) / (_size(cell.written) + 10), cause


def _weighed(slip: _Slip, cell: _Cell, broken: _Sum) -> _Weighed:
    sentence, values = _SENTENCES.get(slip.kind), {"where": cell.where}
    message = Message(sentence.text, values) if sentence else _times_off(cell, slip.kind)
    weight = _USUAL[slip.kind] * cell.ease / len(broken.cells) / slip.ways
    return weight, Cause(slip.kind, (cell.place,), cell.repaired, message)


def _times_off(cell: _Cell, kind: CauseKind) -> Message:
    times = _TIMES[kind]
    if _size(cell.written) > _size(cell.repaired):
        return say("Perhaps {times} times too large: {where}.", times=times, where=cell.where)
    return say("Perhaps {times} times too small: {where}.", times=times, where=cell.where)


def _slip(written: Number, repaired: Number) -> _Slip | None:
    """What was done to the repairing value to make it the written one. A lost zero at the end is
    a missing digit and ten times too small in one: it goes by the latter name."""
    if written == -repaired:
        return _Slip(CauseKind.SIGN)
    if written <= 0 or repaired <= 0:
        return None
    for kind, times in _TIMES.items():
        if written == repaired * times or repaired == written * times:
            return _Slip(kind, 2)
    return _slip_of_digits(_digits(written), _digits(repaired))


def _slip_of_digits(written: str, repaired: str) -> _Slip | None:
    length = len(repaired)
    if len(written) != length:
        return _slip_of_length(written, repaired)
    if written.find(".") != repaired.find("."):
        return None
    apart = [at for at in range(length) if written[at] != repaired[at]]
    if len(apart) == 1:
        return _Slip(CauseKind.ONE_DIGIT_WRONG, 9 * length)
    if len(apart) == 2 and _same_digits(written, repaired):
        adjacent = apart[1] - apart[0] == 1
        return _Slip(CauseKind.DIGITS_SWAPPED, length - 1 if adjacent else length**2)
    return None


def _slip_of_length(written: str, repaired: str) -> _Slip | None:
    if _without_one(written, repaired):
        return _Slip(CauseKind.DIGIT_EXTRA, 10 * len(written))
    if _without_one(repaired, written):
        return _Slip(CauseKind.DIGIT_MISSING, len(repaired))
    return None


def _without_one(longer: str, shorter: str) -> bool:
    """Whether striking one digit out of the longer leaves the shorter."""
    struck = (longer[:at] + longer[at + 1 :] for at, sign in enumerate(longer) if sign != ".")
    return shorter in struck


def _same_digits(one: str, other: str) -> bool:
    return sorted(one) == sorted(other)


def _digits(number: Number) -> str:
    text = f"{_size(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _size(number: Number) -> Decimal:
    return Decimal(number).copy_abs()
