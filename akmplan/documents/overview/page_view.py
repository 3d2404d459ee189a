"""The whole page out of a brief."""

from __future__ import annotations

from urllib.parse import quote

from akmplan.documents.brief import Brief, findings_name
from akmplan.documents.overview.findings_view import Anchors, links_by_item, severity_views
from akmplan.documents.overview.folder_view import folder_views
from akmplan.documents.overview.matrix import matrix, matrix_view
from akmplan.documents.overview.papers_view import Papers, period_views
from akmplan.documents.overview.progress_view import all_progress, section_views
from akmplan.documents.overview.sources import link_to_file
from akmplan.documents.overview.tiles import months_tile, pace_tile, papers_tile, severity_tile
from akmplan.documents.overview.views import FileView, InputView, PageView
from akmplan.documents.overview.words import KINDS, as_of
from akmplan.papers_owed import has_ended


def page_view(brief: Brief) -> PageView:
    """All that the page says, worked out once."""
    anchors = Anchors.of(brief.findings)
    listed = all_progress(brief)
    rows, papers = matrix(brief), Papers.of(brief)
    paces = [one.pace for them in listed.values() for one in them]
    return PageView(
        markaz=brief.plan.centre,
        yil=str(brief.plan.year),
        sana=as_of(brief.today),
        otgan_oylar=_months_behind(brief),
        boshqa_yillar=tuple(
            FileView(f"{year}-yil", quote(name)) for year, name in sorted(brief.pages.items())
        ),
        qisqacha=(
            pace_tile(paces),
            months_tile(rows),
            papers_tile(papers.standings),
            severity_tile(brief.findings),
        ),
        bolimlar=tuple(section_views(brief, listed, links_by_item(brief, anchors))),
        jadval=matrix_view(brief, rows),
        davrlar=tuple(period_views(brief, papers, anchors)),
        ozgarishlar=tuple(folder_views(brief.outlook)),
        kamchiliklar_kitobi=FileView("Excel jadvali", findings_name(brief)),
        darajalar=tuple(severity_views(brief, anchors)),
        kirish=_inputs(brief),
    )


def _months_behind(brief: Brief) -> str:
    ended = sum(has_ended(brief.plan.year, month, brief.today) for month in range(1, 13))
    if ended == 12:
        return "Yil yakunlangan"
    if brief.today.year < brief.plan.year:
        return "Yil hali boshlanmagan"
    return f"Yilning 12 oyidan {ended} oyi yakunlangan" if ended else "Yil boshlangan"


def _inputs(brief: Brief) -> tuple[InputView, ...]:
    return tuple(
        InputView(one.file, link_to_file(brief, one.file), KINDS[one.kind], one.sha256)
        for one in brief.year.inputs
    )
