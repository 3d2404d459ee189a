"""Whether the text that an .ods file shows for a number says that number."""

from __future__ import annotations

import re
from decimal import Decimal

from akmplan.words.beside import changes_number

# Digits, grouped by spaces, dots, commas or apostrophes; those of `m2` belong to their letter.
NUMERAL = re.compile(r"(?<![^\W_])[0-9]+(?:[ \u00a0\u2009\u202f.,'\u2019][0-9]+)*")
SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]{1,3}", re.IGNORECASE)
TOO_NARROW = re.compile("#+")
NEGATIVE = re.compile(r"[-\u2013\u2212]\s*[0-9.,]|\([0-9., ]+\)")
MOST_DIGITS = 40
HALF = Decimal("0.5000001")  # what is left when a format rounds


def says_another(shown: str, number: Decimal) -> bool:
    """Whether a reader sees another number. A rounded one is the same."""
    if number == 0 or SCIENTIFIC.fullmatch(shown) or TOO_NARROW.fullmatch(shown):
        return False
    numerals = NUMERAL.findall(shown)
    if len(numerals) != 1 or len(shown) > MOST_DIGITS:
        return True
    is_turned = number > 0 and NEGATIVE.search(shown) is not None
    words = NUMERAL.sub(" ", shown)
    return is_turned or changes_number(words) or not _is_near(numerals[0], abs(number))


def _is_near(numeral: str, number: Decimal) -> bool:
    """With no decimals, or with those behind the last point or comma."""
    digits = Decimal(re.sub("[^0-9]", "", numeral))
    last = re.search("[.,]([0-9]+)$", numeral)
    places = (0, len(last[1])) if last else (0,)
    return any(abs(digits - number.scaleb(place)) <= HALF for place in places)
