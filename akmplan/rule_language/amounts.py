"""Exact amounts and how they are shown: with all their decimals, or rounded and marked so."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import log10

from akmplan.model import Number, grouped

_MOST_DECIMALS = 12
_GREATEST_SHOWN = 10**30
_GREATEST_EXPONENT = 400  # a workbook's own numbers end at 308; more only takes time


def exact(number: Number) -> Fraction | None:
    """None for what is no amount: not a number, infinite, beyond all that can be counted."""
    if isinstance(number, int):
        return Fraction(number)
    countable = number.is_finite() and abs(number.adjusted()) <= _GREATEST_EXPONENT
    return Fraction(number) if countable else None


def shown(amount: Fraction, places: int = 2) -> tuple[str, bool]:
    """The amount in digits, and whether they are all of it."""
    if abs(amount) >= _GREATEST_SHOWN:
        return f"{'-' if amount < 0 else ''}10^{_magnitude(abs(amount))}", False
    needed = decimals(amount)
    if needed is None:
        return grouped(_rounded(amount, places)), False
    return grouped(_rounded(amount, needed)), True


def decimals(amount: Fraction) -> int | None:
    """How many decimals write the amount exactly; None where too many or no number does."""
    choices = range(_MOST_DECIMALS + 1)
    return next((n for n in choices if 10**n % amount.denominator == 0), None)


def places_that_tell_apart(one: Fraction, other: Fraction) -> int:
    """As few decimals as show two different amounts as different, two at the least."""
    choices = range(2, _MOST_DECIMALS)
    apart = (n for n in choices if _scaled(one, n) != _scaled(other, n))
    return next(apart, _MOST_DECIMALS) if one != other else 2


def _rounded(amount: Fraction, places: int) -> Number:
    scaled = _scaled(amount, places)
    return Decimal(f"{scaled}E-{places}") if places else scaled


def _scaled(amount: Fraction, places: int) -> int:
    """The amount in units of its last decimal, half up: a Decimal's own arithmetic would stop
    at 28 digits."""
    scaled: int = (abs(amount) * 10**places * 2 + 1) // 2
    return scaled if amount >= 0 else -scaled


def _magnitude(amount: Fraction) -> int:
    return int(log10(amount.numerator) - log10(amount.denominator))
