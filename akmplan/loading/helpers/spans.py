"""`Davriyligi`: how long a time a paper covers."""

from __future__ import annotations

import re

from akmplan.layout.helpers import SPANS_OF_MONTHS, SPANS_TYPED
from akmplan.model import Span, period_from_code
from akmplan.schedule import read_frequency
from akmplan.wording import fold, words

_BY_TIMES = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_OF_MONTHS = re.compile(rf"\b({'|'.join(SPANS_OF_MONTHS)}) ?-?(?:oy|mesyas)")


def read_span(typed: str) -> Span | None:
    """`9 oylik`, `har chorakda`, `yarim yillik`, `2026-M9`; None where no length is named."""
    plain = fold(typed)
    period = period_from_code(plain)
    if period:
        return period.span
    months = _OF_MONTHS.search(plain)
    if months:
        return Span[SPANS_OF_MONTHS[months[1]]]
    told = " ".join(words(typed))
    if told in SPANS_TYPED or plain in SPANS_TYPED:
        return Span[SPANS_TYPED.get(told) or SPANS_TYPED[plain]]
    return _BY_TIMES.get(read_frequency(typed) or 0)
