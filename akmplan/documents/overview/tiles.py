"""The page in four numbers: the plan's pace, the months, the papers, the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from akmplan.documents.overview.matrix import Row
from akmplan.documents.overview.pace import Pace
from akmplan.documents.overview.papers_view import STANDING_WORDS, Standing
from akmplan.documents.overview.progress_view import IN_TIME, JUDGED
from akmplan.documents.overview.views import TileView
from akmplan.documents.overview.words import counted
from akmplan.findings import Finding, Severity

_GOOD: Final = "yaxshi"
_MIND: Final = "diqqat"
_BAD: Final = "yomon"
_NOT_YET: Final = "baholab bo‘ladigan ko‘rsatkich hali yo‘q"


def pace_tile(paces: Sequence[Pace]) -> TileView:
    """How many indicators are where they should be by now."""
    judged = [pace for pace in paces if pace in JUDGED]
    if not judged:
        return TileView("Reja bajarilishi", "–", _NOT_YET, "#reja", _MIND)
    good = sum(pace in IN_TIME for pace in judged)
    slightly, behind = paces.count(Pace.SLIGHTLY_BEHIND), paces.count(Pace.BEHIND)
    mood = _BAD if behind else _MIND if slightly else _GOOD
    lagging = f"{counted('biroz ortda', slightly)}, {counted('ortda', behind)}"
    said = f"ko‘rsatkich reja bo‘yicha; {lagging}"
    return TileView("Reja bajarilishi", f"{good} / {len(judged)}", said, "#reja", mood)


def months_tile(rows: Sequence[Row]) -> TileView:
    """How many of the monthly sheets that were due are there."""
    there, asked = sum(row.there for row in rows), sum(row.asked for row in rows)
    open_ones = asked - there
    said = f"oylik jadval topshirilgan; {counted('kutilmoqda', open_ones)}"
    mood = _BAD if open_ones else _GOOD
    return TileView("Oylik jadvallar", f"{there} / {asked}", said, "#oylar", mood)


def papers_tile(standings: Sequence[Standing]) -> TileView:
    """How many documents there are, and how many of them cannot be signed yet."""
    told = ", ".join(
        counted(STANDING_WORDS[one], standings.count(one))
        for one in (Standing.FINAL, Standing.RUNNING, Standing.INCOMPLETE, Standing.DRAFT)
        if one in standings
    )
    mood = _MIND if {Standing.DRAFT, Standing.INCOMPLETE} & set(standings) else _GOOD
    return TileView("Hujjatlar", str(len(standings)), f"hujjat; {told}", "#hujjatlar", mood)


def severity_tile(findings: Iterable[Finding]) -> TileView:
    """The errors, and how much else is to be looked at."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += finding.explanation is None
    errors = counts[Severity.ERROR]
    warnings = counted("ogohlantirish", counts[Severity.WARNING])
    said = f"xato; {warnings}, {counted('eslatma', counts[Severity.NOTE])}"
    return TileView("Kamchiliklar", str(errors), said, "#kamchiliklar", _BAD if errors else _GOOD)
