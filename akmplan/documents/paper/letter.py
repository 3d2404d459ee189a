"""A paper into the words of its letter, and into the rows of its annexes."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.documents import phrases
from akmplan.documents.paper.letter_view import (
    BandView,
    ExplanationView,
    HeadingView,
    LetterView,
    RowView,
)
from akmplan.documents.paper.paper_margin import PaperMargin
from akmplan.documents.paper.paper_table import Block, Line, PaperTable
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.word.texts import Text
from akmplan.findings import Finding
from akmplan.layout.calendar import in_period, period_name
from akmplan.model import Period, PlanItem, Span, State, grouped


def letter_view(ready: ReadyPaper, margin: PaperMargin) -> LetterView:
    """The whole paper, as its template prints it."""
    plan, period = ready.plan, ready.period
    explained = tuple(_explanations(ready))
    annexes = _annexes(ready, explained=bool(explained))
    year = _year_of_writing(period)
    return LetterView(
        loyiha=phrases.DRAFT if ready.draft else "",
        yuqori_tashkilot=plan.requisites.get("parent", ""),
        markaz=plan.centre,
        markaz_bosh_harflarda=plan.centre.upper(),
        yil=str(period.year),
        davr=period_name(period),
        davrda=in_period(period),
        manzil=phrases.address_line(plan),
        sana_raqam=phrases.date_and_number(
            year, phrases.letter_number(plan, ready.paper.recipient, period)
        ),
        kimga=phrases.addressee(plan, ready.paper),
        mavzu=ready.title,
        matn=tuple(_sentences(ready)),
        ilova=phrases.annexes(annexes),
        lavozim=phrases.post(plan),
        imzo=phrases.signatory(plan),
        ijrochi=tuple(phrases.executor_lines(plan)),
        ilova_belgisi=phrases.annex_mark(plan.centre, year, 1 if len(annexes) > 1 else None),
        jadval_sarlavhasi=phrases.table_heading(plan.centre, period),
        ustun=HeadingView(*ready.table.headings),
        bandlar=tuple(_bands(ready.table, margin)),
        tushuntirish_belgisi=phrases.annex_mark(plan.centre, year, 2),
        tushuntirish_sarlavhasi=phrases.explanations_heading(period),
        tushuntirishlar=explained,
    )


def _year_of_writing(period: Period) -> int:
    """That of the day after the period: papers for December, IV chorak and the year go out in
    January."""
    return period.year + (period.last_month == Span.YEAR.months)


def _sentences(ready: ReadyPaper) -> Iterator[str]:
    plan = ready.plan
    codes = [item.code for item in ready.paper.items]
    yield phrases.opening(plan.centre, plan.year, codes, ready.period, ready.over)
    if all(_is_nothing(line) for line in ready.table.lines):
        yield phrases.nothing_done(codes)
    yield from map(phrases.enclosed, ready.paper.enclosures)
    missing = [(gap.service, gap.month) for gap in ready.gaps]
    begun = _begun(ready.table)
    for is_begun in (False, True):
        listed = [one for one in missing if ((one[0].key, one[1]) in begun) is is_begun]
        if listed:
            yield phrases.still_missing(listed, wholly=not is_begun)


def _begun(table: PaperTable) -> frozenset[tuple[str, int]]:
    """The services and months of which some figure stands in the table."""
    sources = (source for line in table.lines for source in line.figure.sources)
    return frozenset((source.service, source.month) for source in sources if source.is_entry)


def _annexes(ready: ReadyPaper, *, explained: bool) -> tuple[str, ...]:
    """What we write first, then what is added by hand."""
    written = (phrases.TABLE, phrases.EXPLANATIONS) if explained else (phrases.TABLE,)
    return (*written, *ready.paper.enclosures)


def _is_nothing(line: Line) -> bool:
    """A zero that every service has confirmed for every month, or said not to apply."""
    figure = line.figure
    counted = figure.state is State.REPORTED and not figure.value and figure.done >= figure.due
    return counted or figure.state is State.NA


def _bands(table: PaperTable, margin: PaperMargin) -> Iterator[BandView]:
    for block in table.blocks:
        if block.opening:
            yield BandView((RowView(sarlavha=Text(block.opening)),))
        yield BandView(tuple(_rows(block, margin)))


def _rows(block: Block, margin: PaperMargin) -> Iterator[RowView]:
    """An item's only indicator under the item's name; several below a line across."""
    several = len(block.lines) > 1
    number, code = Text(block.number), Text(block.item.code, (), margin.at_item(block.item))
    if several:
        yield RowView(sarlavha=Text(f"{block.item.title}:"), tr=number, band=code)
    for line in block.lines:
        named = phrases.indicator_name(line.figure.indicator.name or "")
        name = f"– {named}" if several else block.item.title
        texts = {
            "nomi": name,
            "birlik": line.unit,
            "reja": line.target.text,
            "davrda": line.done.text,
            "yil_boshidan": line.to_date.text,
            "foiz": line.percent.text,
            "izoh": line.note,
        }
        cells = {column: Text(it, (), margin.at(line, column)) for column, it in texts.items()}
        yield RowView(tr=number, band=code, **cells)


def _explanations(ready: ReadyPaper) -> Iterator[ExplanationView]:
    seen: set[tuple[str, ...]] = set()
    for finding in ready.explained:
        told = _told(finding, ready.plan.item(finding.hit.item))
        if told not in seen:
            seen.add(told)
            yield ExplanationView(str(len(seen)), *told)


def _told(finding: Finding, item: PlanItem | None) -> tuple[str, str, str, str]:
    """Band, indicator and time, value, reason; a paper as a whole has neither band nor value."""
    text = _reason(finding)
    if item is None:
        return phrases.STATES[State.NA], phrases.NOT_COMPLETE, phrases.STATES[State.NA], text
    name = item.title + (f": {finding.hit.indicator}" if finding.hit.indicator else "")
    return item.code, name + _when(finding), _found(finding), text


def _reason(finding: Finding) -> str:
    """Why, and whose word that is."""
    explanation = finding.explanation
    if explanation is None:
        return ""
    return explanation.text + phrases.said_by(explanation.who, explanation.date)


def _when(finding: Finding) -> str:
    period = finding.hit.period and phrases.period_of(finding.hit.period)
    return f" ({period})" if period else ""


def _found(finding: Finding) -> str:
    found = finding.hit.found
    if found is None:
        return phrases.STATES[State.MISSING]
    return found if isinstance(found, str) else grouped(found)
