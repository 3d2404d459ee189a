"""Units that say the same thing: number, plural and a trailing "jami" make no difference."""

from __future__ import annotations

from akmplan.layout.sheets import DOCUMENT_UNITS, PAPER_UNITS, UNIT_TWINS
from akmplan.words.wording import words


def same_unit(one: str, other: str) -> bool:
    """Whether two units as typed mean the same."""
    return _plain(one) == _plain(other)


def counts_documents(unit: str | None) -> bool:
    """Whether the unit is `Hujjat`: four of them say "quarterly"."""
    return _plain(unit or "") in DOCUMENT_UNITS


def counts_papers(unit: str | None) -> bool:
    """Whether the unit is `Hujjat` or `Hisobot`."""
    return _plain(unit or "") in PAPER_UNITS


def in_percent(unit: str | None) -> bool:
    """Whether the unit is `Foiz` or `%`."""
    return same_unit(unit or "", "%")


def _plain(unit: str) -> str:
    told = [word for word in words(unit) if word not in ("jami", "vsego", "itogo")]
    stem = " ".join(told) or unit.strip()
    stem = stem.removesuffix("lari").removesuffix("lar")
    return next((min(twins) for twins in UNIT_TWINS if stem in twins), stem)
