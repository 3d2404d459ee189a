"""Exact numbers: rounding half up, and how papers write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from akmplan.model.cells import Number

NO_BREAK_SPACE = "\u00a0"
_WIDE = Context(prec=80)  # sums and shares of fifteen-digit numbers have more than 28 digits


def rounded(number: Number, places: int) -> Decimal:
    """Half up, as on paper."""
    return Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def percentage(part: Number | None, whole: Number | None) -> Decimal | None:
    """`part` in per cent of `whole`, one decimal; None without a whole to compare with."""
    if part is None or not whole:
        return None
    return rounded(Decimal(part) * 100 / Decimal(whole), 1)


def grouped(number: Number) -> str:
    """`1 850` and `12,5`: thousands by a no-break space, a decimal comma."""
    whole, _, rest = f"{number:,}".partition(".")
    return whole.replace(",", NO_BREAK_SPACE) + (f",{rest}" if rest else "")
