"""The manifest: every hostile, broken or odd file, and what must come of it."""

from __future__ import annotations

from typing import Final

from tests.hostile import figures, kinds, live, many, parts, places, tables, texts, zips
from tests.hostile.case import FINE, Case, lay_good_year

CASES: Final[tuple[Case, ...]] = (
    Case("the good year itself", lay_good_year, FINE),
    *zips.CASES,
    *kinds.CASES,
    *parts.CASES,
    *figures.CASES,
    *tables.CASES,
    *texts.CASES,
    *places.CASES,
    *many.CASES,
    *live.CASES,
)
