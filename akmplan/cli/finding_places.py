"""Where many findings are, in one line: the first places, each file's behind its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from akmplan.findings import Finding
from akmplan.messages import quoted
from akmplan.model import Place

_SHOWN = 6


def first_spots(findings: Sequence[Finding]) -> str:
    """`ish-reja-2026.xlsx: E30, E33; oylik/akt-2026.xlsx: Avgust F14`; periods where there are no
    places."""
    spots = list(dict.fromkeys(_spots(findings)))
    told = [
        _of_file(file, [spot for _, spot in own if spot])
        for file, own in groupby(spots[:_SHOWN], key=lambda spot: spot[0])
    ]
    more = ", …" if len(spots) > _SHOWN else ""
    return "; ".join(filter(None, told)) + more


def _of_file(file: str, spots: Sequence[str]) -> str:
    named = [quoted(file)] if file else []
    return ": ".join([*named, *([", ".join(spots)] if spots else [])])


def _spots(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """(file, what is said behind it)."""
    places = {finding.place for finding in findings if finding.place}
    sheets = Counter(file for file, _ in {(place.file, place.sheet) for place in places})
    for finding in findings:
        if finding.place is None:
            yield "", finding.hit.period or ""
        else:
            yield finding.place.file, _spot(finding.place, sheets[finding.place.file] > 1)


def _spot(place: Place, several_sheets: bool) -> str:
    """The sheet is named where the file's name and the cell do not say which it is."""
    parts = (place.sheet if several_sheets or not place.cell else None, place.cell)
    return quoted(" ".join(part for part in parts if part))
