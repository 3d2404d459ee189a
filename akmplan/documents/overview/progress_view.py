"""The year at a glance: sections, their items, and each indicator against its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.overview.pace import Pace, Progress, progress
from akmplan.documents.overview.sources import sources_of
from akmplan.documents.overview.views import ItemView, LinkView, ProgressView, SectionView
from akmplan.documents.overview.words import (
    SECTION_WITHOUT_NAME,
    amount,
    per_cent,
    state_words,
)
from akmplan.documents.phrases import indicator_name
from akmplan.figures import stated
from akmplan.model import Number, PlanItem, Section, grouped
from akmplan.words.wording import one_line

Links = Mapping[str | None, tuple[LinkView, ...]]

PACE_WORDS: Final = {
    Pace.DONE: "bajarildi",
    Pace.ON_TIME: "reja bo‘yicha",
    Pace.SLIGHTLY_BEHIND: "biroz ortda",
    Pace.BEHIND: "ortda",
    Pace.NOT_YET_DUE: "muddati kelmagan",
}
IN_TIME: Final = (Pace.DONE, Pace.ON_TIME)
JUDGED: Final = (*IN_TIME, Pace.SLIGHTLY_BEHIND, Pace.BEHIND)


def all_progress(brief: Brief) -> dict[str, tuple[Progress, ...]]:
    """The progress of every indicator, by where its item's row begins."""
    return {
        _row(item): tuple(
            progress(brief.ledger, item, indicator, brief.today) for indicator in item.indicators
        )
        for item in brief.plan.items
    }


def section_views(
    brief: Brief, listed: Mapping[str, tuple[Progress, ...]], links: Links
) -> Iterator[SectionView]:
    """The plan's sections in their order; items above the first stand under a heading of ours."""
    name, items = SECTION_WITHOUT_NAME, list[PlanItem]()
    for row in brief.plan.rows:
        if isinstance(row, Section):
            yield from _section(brief, name, items, listed, links)
            name, items = one_line(row.cell.text), []
        elif isinstance(row, PlanItem):
            items.append(row)
    yield from _section(brief, name, items, listed, links)


def _section(
    brief: Brief,
    name: str,
    items: list[PlanItem],
    listed: Mapping[str, tuple[Progress, ...]],
    links: Links,
) -> Iterator[SectionView]:
    if items:
        paces = [one.pace for item in items for one in listed[_row(item)]]
        views = tuple(_item(brief, item, listed[_row(item)], links) for item in items)
        yield SectionView(name, tally(paces), views)


def tally(paces: Iterable[Pace]) -> str:
    """`8 ta ko‘rsatkichdan 6 tasi reja bo‘yicha`: of those that can be judged."""
    judged = [pace for pace in paces if pace in JUDGED]
    good = sum(pace in IN_TIME for pace in judged)
    return f"{len(judged)} ta ko‘rsatkichdan {good} tasi reja bo‘yicha" if judged else ""


def _item(brief: Brief, item: PlanItem, listed: Iterable[Progress], links: Links) -> ItemView:
    return ItemView(
        langar=f"band-{_row(item)}",
        kod=item.code,
        nomi=item.title,
        qism="qism" if item.part_of else "",
        korsatkichlar=tuple(_indicator(brief, one) for one in listed),
        kamchiliklar=links.get(item.code, ()),
    )


def _indicator(brief: Brief, one: Progress) -> ProgressView:
    indicator = one.figure.indicator
    sources = tuple(sources_of(brief.plan, one.figure))
    return ProgressView(
        nomi=indicator_name(indicator.name or ""),
        birlik=indicator.unit or "",
        bajarildi=_done(one),
        reja=amount(indicator.target.reported, indicator.target.state),
        otgan_yil=_number(indicator.baseline.reported),
        foiz=per_cent(one.percent) if one.percent is not None else "",
        kutilgan=per_cent(one.expected) if _has_expectation(one) and one.expected else "",
        eni=_share(one.percent),
        belgi=_share(one.expected) if _has_expectation(one) else "",
        holat=one.pace.value,
        holat_sozi=_pace_words(one),
        manbalar=sources,
        manbalar_soni=str(len(sources)),
    )


def _number(number: Number | None) -> str:
    return "" if number is None else grouped(number)


def _done(one: Progress) -> str:
    if one.pace is Pace.NOT_YET_DUE:
        return PACE_WORDS[one.pace]
    return amount(one.figure.year_to_date, one.state)


def _pace_words(one: Progress) -> str:
    """What the bar says; where there is none, why."""
    indicator = one.figure.indicator
    if one.pace is Pace.NOT_A_SUM:
        return indicator.method.value
    if one.pace is not Pace.UNKNOWN:
        return PACE_WORDS[one.pace]
    if indicator.target.reported is not None:
        return "reja 0" if not indicator.target.reported else state_words(one.state)
    said = state_words(indicator.target.state)
    provisional = stated(indicator.target)
    for_now = "" if provisional is None else f", hozircha {grouped(provisional)}"
    return f"reja: {said}{for_now}"


def _has_expectation(one: Progress) -> bool:
    """Only a plan with a number has a share that may be expected of it."""
    return one.expected is not None and bool(one.figure.indicator.target.reported)


def _share(percent: Decimal | None) -> str:
    """Along the bar, which ends at the whole plan."""
    if percent is None:
        return ""
    return str(min(max(percent, Decimal(0)), Decimal(100)))


def _row(item: PlanItem) -> str:
    """The row is an item's own even where its number stands twice."""
    return str(item.cells.number.row)
