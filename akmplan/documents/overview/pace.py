"""How far an indicator has come, held against the share of the year that is due by today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from akmplan.figures import Figure, Ledger, due_spans
from akmplan.model import (
    Indicator,
    Method,
    Number,
    Period,
    PlanItem,
    Span,
    State,
    percentage,
)
from akmplan.papers_owed import has_ended

SLIGHT: Final = 10  # percentage points
_WHOLE: Final = Decimal(100)


class Pace(StrEnum):
    """How an indicator stands; the value is its name in the page's markup."""

    DONE = "bajarildi"
    ON_TIME = "maromda"
    SLIGHTLY_BEHIND = "biroz-ortda"
    BEHIND = "ortda"
    NOT_YET_DUE = "kelmagan"
    NOT_A_SUM = "yigindi-emas"  # a level or a mean: no share of it can be expected
    UNKNOWN = "foizsiz"


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator's year to date. `expected`: the share of its due dates that have passed."""

    figure: Figure
    state: State
    percent: Decimal | None
    expected: Decimal | None
    pace: Pace


def progress(ledger: Ledger, item: PlanItem, indicator: Indicator, today: date) -> Progress:
    """Where the indicator stands today."""
    figure = ledger.figure(item, indicator, Period(ledger.plan.year, Span.YEAR))
    state = _state(ledger, figure, today)
    share = _share(item, indicator, ledger.plan.year, today)
    expected = None if share is None else percentage(share.numerator, share.denominator)
    return Progress(figure, state, figure.percent, expected, _pace(figure, state, share))


def _share(item: PlanItem, indicator: Indicator, year: int, today: date) -> Fraction | None:
    """Of the times that it is due in the year, the share that lies behind."""
    spans = due_spans(item, indicator)
    if indicator.method is not Method.SUM or not spans:
        return None
    return Fraction(sum(has_ended(year, span.due, today) for span in spans), len(spans))


def _state(ledger: Ledger, figure: Figure, today: date) -> State:
    """The state of what was due by today: months to come leave no gap in it."""
    state = figure.year_to_date_state
    only_dashes = any(source.is_entry for source in figure.sources) and state is State.MISSING
    return State.NA if only_dashes and not _has_gap(ledger, figure, today) else state


def _has_gap(ledger: Ledger, figure: Figure, today: date) -> bool:
    item, indicator = figure.item, figure.indicator
    return any(
        not ledger.entered(item, indicator, respondent, span)
        for span in due_spans(item, indicator)
        if has_ended(figure.period.year, span.due, today)
        for respondent in ledger.respondents(item)
    )


def _pace(figure: Figure, state: State, share: Fraction | None) -> Pace:
    target, percent = figure.indicator.target.reported, figure.percent
    if percent is None or not target:
        awaited = bool(target) and state is State.MISSING and share == 0
        return Pace.NOT_YET_DUE if awaited else Pace.UNKNOWN
    if percent >= _WHOLE:
        return Pace.DONE
    if share is None:
        return Pace.NOT_A_SUM
    return _behind(figure.year_to_date, target, percent, share)


def _behind(done: Number | None, target: Number, percent: Decimal, share: Fraction) -> Pace:
    """Work comes in whole pieces: nobody is behind by a part of one."""
    whole_pieces = int(Fraction(target) * share)
    if done is not None and done >= whole_pieces:
        return Pace.ON_TIME
    return Pace.SLIGHTLY_BEHIND if 100 * share - Fraction(percent) <= SLIGHT else Pace.BEHIND
