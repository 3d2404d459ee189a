"""The papers that were written: for which period, for whom, draft or final, what they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final
from urllib.parse import quote

from akmplan.findings import Finding
from akmplan.layout.bodies import recipient
from akmplan.layout.calendar import period_name
from akmplan.reports.brief import Brief
from akmplan.reports.overview.findings_view import Anchors
from akmplan.reports.overview.views import FileView, LinkView, PaperView, PeriodView
from akmplan.reports.overview.words import awaited
from akmplan.reports.phrases import DRAFT
from akmplan.submissions import Paper, gaps

STANDING: Final = {True: "loyiha", False: "yakuniy"}  # by whether it is a draft
STANDING_WORDS: Final = {True: DRAFT, False: "yakuniy"}
_KINDS: Final = (("Excel", "xlsx"), ("Word", "docx"))


def period_views(brief: Brief, anchors: Anchors) -> Iterator[PeriodView]:
    """The plan first, then the papers by period."""
    yield PeriodView(f"{brief.plan.year}-yil ish reja", (_plan(brief, anchors),))
    for period, papers in groupby(brief.papers, lambda paper: paper.period):
        name = period_name(period)
        yield PeriodView(
            f"{name[0].upper()}{name[1:]}", tuple(_paper(brief, one, anchors) for one in papers)
        )


def _plan(brief: Brief, anchors: Anchors) -> PaperView:
    name = f"ish-reja-{brief.plan.year}.docx"
    return PaperView(
        nomi="Tasdiqlash uchun",
        bandlar=f"{len(brief.plan.items)} ta band",
        holat=STANDING[brief.plan_is_draft()],
        holat_sozi=STANDING_WORDS[brief.plan_is_draft()],
        sabablar=_reasons(brief.findings_of_plan(), anchors),
        kutilmoqda="",
        fayllar=(FileView("Word", quote(name)),),
    )


def _paper(brief: Brief, paper: Paper, anchors: Anchors) -> PaperView:
    missing = awaited(gaps(paper, brief.ledger, brief.today))
    draft = brief.is_draft(paper)
    return PaperView(
        nomi=recipient(paper.recipient).name,
        bandlar=", ".join(item.code for item in paper.items),
        holat=STANDING[draft],
        holat_sozi=STANDING_WORDS[draft],
        sabablar=_reasons(brief.concerning(paper), anchors),
        kutilmoqda="; ".join(missing),
        fayllar=tuple(FileView(kind, quote(f"{paper.name}.{end}")) for kind, end in _KINDS),
    )


def _reasons(findings: Iterable[Finding], anchors: Anchors) -> tuple[LinkView, ...]:
    return tuple(anchors.link(one) for one in findings if one.unexplained_error)
