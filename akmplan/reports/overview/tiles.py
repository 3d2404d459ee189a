"""The page in four numbers: the plan's pace, the months, the papers, the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from akmplan.findings import Finding, Severity
from akmplan.reports.brief import Brief
from akmplan.reports.overview.matrix import Row
from akmplan.reports.overview.pace import Pace
from akmplan.reports.overview.progress_view import IN_TIME, JUDGED
from akmplan.reports.overview.views import TileView

_GOOD: Final = "yaxshi"
_MIND: Final = "diqqat"
_BAD: Final = "yomon"


def pace_tile(paces: Sequence[Pace]) -> TileView:
    """How many indicators are where they should be by now."""
    judged = [pace for pace in paces if pace in JUDGED]
    good = sum(pace in IN_TIME for pace in judged)
    slightly, behind = paces.count(Pace.SLIGHTLY_BEHIND), paces.count(Pace.BEHIND)
    mood = _BAD if behind else _MIND if slightly else _GOOD
    said = f"ko‘rsatkich reja bo‘yicha; biroz ortda: {slightly} ta, ortda: {behind} ta"
    return TileView("Reja bajarilishi", f"{good} / {len(judged)}", said, "#reja", mood)


def months_tile(rows: Sequence[Row]) -> TileView:
    """How many of the monthly sheets that were due are there."""
    there, asked = sum(row.there for row in rows), sum(row.asked for row in rows)
    open_ones = asked - there
    said = f"oylik jadval topshirilgan; kutilmoqda: {open_ones} ta"
    mood = _BAD if open_ones else _GOOD
    return TileView("Oylik jadvallar", f"{there} / {asked}", said, "#oylar", mood)


def papers_tile(brief: Brief) -> TileView:
    """How many documents were written, and how many of them cannot be signed yet."""
    drafts = sum(brief.is_draft(paper) for paper in brief.papers) + brief.plan_is_draft()
    count = len(brief.papers) + 1
    said = f"hujjat tayyor; yakuniy: {count - drafts} ta, loyiha: {drafts} ta"
    return TileView("Hujjatlar", str(count), said, "#hujjatlar", _MIND if drafts else _GOOD)


def severity_tile(findings: Iterable[Finding]) -> TileView:
    """The errors, and how much else is to be looked at."""
    counts = dict.fromkeys(Severity, 0)
    for one in findings:
        counts[one.severity] += one.explanation is None
    errors = counts[Severity.ERROR]
    said = (
        f"xato; ogohlantirish: {counts[Severity.WARNING]} ta, eslatma: {counts[Severity.NOTE]} ta"
    )
    return TileView("Kamchiliklar", str(errors), said, "#kamchiliklar", _BAD if errors else _GOOD)
