"""Units that say the same thing: number, plural and a trailing "jami" make no difference."""

from __future__ import annotations

from akmplan.layout.sheets import UNIT_TWINS
from akmplan.wording import words


def same_unit(one: str, other: str) -> bool:
    """Whether two units as typed mean the same."""
    return _plain(one) == _plain(other)


def _plain(unit: str) -> str:
    told = [word for word in words(unit) if word not in ("jami", "vsego", "itogo")]
    stem = " ".join(told) or unit.strip()
    stem = stem.removesuffix("lari").removesuffix("lar")
    return next((min(twins) for twins in UNIT_TWINS if stem in twins), stem)
