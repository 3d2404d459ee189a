"""The year's papers: for which period, for whom, draft or final, what they wait for.

All that have a figure, also where a build was asked for a few: the page is of the year. None of
them needs its table for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final
from urllib.parse import quote

from akmplan.documents.brief import Brief
from akmplan.documents.overview.findings_view import Anchors
from akmplan.documents.overview.views import FileView, LinkView, PaperView, PeriodView
from akmplan.documents.overview.words import awaited
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.phrases import DRAFT
from akmplan.findings import Finding
from akmplan.layout.calendar import period_name
from akmplan.papers_owed import Paper


class Standing(StrEnum):
    """How far a paper is; the value is its name in the page's markup."""

    DRAFT = "loyiha"
    RUNNING = "davom"
    INCOMPLETE = "toliq-emas"
    FINAL = "yakuniy"


STANDING_WORDS: Final = {
    Standing.DRAFT: DRAFT,
    Standing.RUNNING: "davr tugamagan",
    Standing.INCOMPLETE: "to‘liq emas",
    Standing.FINAL: "yakuniy",
}
_KINDS: Final = (("Excel", "xlsx"), ("Word", "docx"))


@dataclass(frozen=True, slots=True)
class Papers:
    """The plan's document and the papers, each with how it stands."""

    plan: Standing
    papers: tuple[tuple[ReadyPaper, Standing], ...]

    @classmethod
    def of(cls, brief: Brief) -> Papers:
        plan = Standing.DRAFT if brief.plan_is_draft() else Standing.FINAL
        return cls(plan, tuple((ready, _standing(ready)) for ready in brief.papers))

    @property
    def standings(self) -> tuple[Standing, ...]:
        return (self.plan, *(standing for _, standing in self.papers))


def _standing(ready: ReadyPaper) -> Standing:
    if ready.draft:
        return Standing.DRAFT
    if not ready.over:
        return Standing.RUNNING
    return Standing.INCOMPLETE if ready.gaps else Standing.FINAL


def period_views(brief: Brief, papers: Papers, anchors: Anchors) -> Iterator[PeriodView]:
    """The plan first, then the papers by period."""
    yield PeriodView(f"{brief.plan.year}-yil ish reja", (_plan(brief, papers.plan, anchors),))
    for period, listed in groupby(papers.papers, lambda one: one[0].period):
        name = period_name(period)
        views = tuple(_paper(brief, *one, anchors) for one in listed)
        yield PeriodView(f"{name[0].upper()}{name[1:]}", views)


def _plan(brief: Brief, standing: Standing, anchors: Anchors) -> PaperView:
    name = f"ish-reja-{brief.plan.year}"
    items = f"{len(brief.plan.items)} ta band"
    reasons = _reasons(brief.findings_of_plan(), anchors)
    files = _files(name, _KINDS[1:])
    return _view("Tasdiqlash uchun", items, standing, reasons, (), files)


def _paper(brief: Brief, ready: ReadyPaper, standing: Standing, anchors: Anchors) -> PaperView:
    paper = ready.paper
    return _view(
        paper.recipient_name,
        ", ".join(item.code for item in paper.items),
        standing,
        _reasons(ready.findings, anchors),
        awaited(ready.gaps),
        (*_files(paper.name, _KINDS), *_forms(brief, paper)),
    )


def _view(
    name: str,
    items: str,
    standing: Standing,
    reasons: tuple[LinkView, ...],
    missing: tuple[str, ...],
    files: tuple[FileView, ...],
) -> PaperView:
    words = STANDING_WORDS[standing]
    return PaperView(name, items, standing.value, words, reasons, "; ".join(missing), files)


def _forms(brief: Brief, paper: Paper) -> Iterator[FileView]:
    """The forms that are filled beside the paper, by their own names."""
    for form in brief.forms:
        if form.is_for(paper):
            yield FileView(form.title, quote(form.name_beside(paper)))


def _files(name: str, kinds: Sequence[tuple[str, str]]) -> tuple[FileView, ...]:
    return tuple(FileView(kind, quote(f"{name}.{end}")) for kind, end in kinds)


def _reasons(findings: Iterable[Finding], anchors: Anchors) -> tuple[LinkView, ...]:
    return tuple(anchors.link(one) for one in anchors.shown(findings) if one.unexplained_error)
