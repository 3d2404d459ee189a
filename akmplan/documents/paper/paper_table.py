"""The table of a paper: what stands in its cells, the same for Word and for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from akmplan.documents.phrases import (
    NOT_WHOLE,
    OF_WHICH,
    STATES,
    TO_DATE,
    done_heading,
    indicator_name,
    partly,
)
from akmplan.figures import Figure, Ledger, due_spans
from akmplan.model import Number, Period, PlanItem, State, Value, grouped
from akmplan.papers_owed import Paper
from akmplan.words.wording import one_line


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it is printed: a number, or the words for its state."""

    text: str
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of the paper."""

    figure: Figure
    target: Shown
    done: Shown
    to_date: Shown
    percent: Shown
    note: str

    @property
    def item(self) -> PlanItem:
        return self.figure.item

    @property
    def unit(self) -> str:
        return self.figure.indicator.unit or ""

    @property
    def name(self) -> str:
        """The indicator with its item, where it stands alone."""
        named = self.figure.indicator.name
        return f"{self.item.title}: {indicator_name(named)}" if named else self.item.title

    @property
    def label(self) -> str:
        """`IV.12 yangi`."""
        return f"{self.item.code} {self.figure.indicator.name or ''}".strip()


@dataclass(frozen=True, slots=True)
class Block:
    """One item of the paper with all its indicators. `opening`: `shundan:` before a first part."""

    number: str
    item: PlanItem
    lines: tuple[Line, ...]
    opening: str = ""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """The headings of the nine columns, and the items below them."""

    headings: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for block in self.blocks for line in block.lines)


def paper_table(paper: Paper, ledger: Ledger) -> PaperTable:
    """The table of one paper."""
    return PaperTable(headings(paper.period), tuple(_blocks(paper, ledger)))


def headings(period: Period) -> tuple[str, ...]:
    """The columns' headings, in their order."""
    return (
        "T/r",
        "Band",
        "Ko‘rsatkichlar nomi",
        "O‘lchov birligi",
        f"{period.year}-yil rejasi",
        done_heading(period),
        "Yil boshidan",
        "Yillik rejaga nisbatan, %",
        "Izoh",
    )


def shown(number: Number | None, state: State) -> Shown:
    """A number as papers write it, else the words for its state; never a silent zero."""
    if number is not None:
        return Shown(grouped(number), number)
    return Shown(STATES[State.MISSING if state is State.REPORTED else state])


def _blocks(paper: Paper, ledger: Ledger) -> Iterator[Block]:
    """Items in the plan's order; parts whose total is owed too stand under it."""
    owed = {item.code for item in paper.items}
    totals: dict[str, int] = {}
    number = place = 0
    for item in paper.items:
        parts = [one for one in paper.items if item.part_of and one.part_of == item.part_of]
        if item.part_of in owed and item.part_of is not None:
            place = totals[item.part_of] = totals.get(item.part_of, 0) + 1
            opening = OF_WHICH[len(parts) == 1] if place == 1 else ""
            yield Block(f"{number}.{place}", item, _lines(item, paper.period, ledger), opening)
        else:
            number += 1
            yield Block(str(number), item, _lines(item, paper.period, ledger))


def _lines(item: PlanItem, period: Period, ledger: Ledger) -> tuple[Line, ...]:
    return tuple(_line(ledger.figure(item, indicator, period)) for indicator in item.indicators)


def _line(figure: Figure) -> Line:
    target = figure.indicator.target
    return Line(
        figure,
        shown(target.reported, target.state),
        shown(figure.value, figure.state),
        shown(figure.year_to_date, figure.year_to_date_state),
        _percent(figure.percent),
        _note(figure),
    )


def _percent(percent: Decimal | None) -> Shown:
    return Shown(STATES[State.NA]) if percent is None else Shown(grouped(percent), percent)


def _note(figure: Figure) -> str:
    """How much of the period and of the year to date is there, and where an open figure is to be
    taken from."""
    lengths = [len(span.months) for span in due_spans(figure.item, figure.indicator)]
    length = max(lengths, default=1)
    to_date = partly(figure.done_to_date, figure.due_to_date, length)
    is_later = figure.period.months[0] > 1  # else it is said of the period already
    parts = [
        partly(figure.done, figure.due, length) or _of_no_whole_span(figure),
        TO_DATE.format(to_date) if to_date and is_later else "",
        *(f"Reja: {source}" for source in _open_sources([figure.indicator.target])),
        *_open_sources(source.value for source in figure.sources),
    ]
    return "; ".join(part for part in parts if part)


def _of_no_whole_span(figure: Figure) -> str:
    """A number to which somebody has given nothing in any of the months."""
    return NOT_WHOLE if figure.state is State.REPORTED and figure.done == 0 < figure.due else ""


def _open_sources(values: Iterable[Value]) -> list[str]:
    """The words of cells that point to another document, each once."""
    linked = (one_line(value.text) for value in values if value.is_open)
    return [text for text in dict.fromkeys(linked) if text]
