"""Sums and roll-ups, once for checks and papers alike.

A figure over months and services is `reported` as soon as one part is; else it is, in this order,
`unreadable`, `linked`, `missing`, `na`. The sum takes the reported parts; `done` of `due` says in
how many of the spans that are due every service that answers has reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from akmplan.figures.due import DueSpan, due_spans
from akmplan.figures.observations import Observation, observations, sheets_that_count
from akmplan.model import (
    Indicator,
    Method,
    Number,
    Period,
    Plan,
    PlanItem,
    Service,
    State,
    Value,
    Year,
    percentage,
    rounded,
)

_WORST_FIRST = (State.UNREADABLE, State.LINKED, State.MISSING, State.NA)
Respondent = tuple[Service, ...]  # several posts answer as one


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator in one period, with the cells that it was summed from."""

    item: PlanItem
    indicator: Indicator
    period: Period
    value: Number | None
    state: State
    done: int
    due: int
    year_to_date: Number | None
    year_to_date_state: State
    done_to_date: int
    due_to_date: int
    sources: tuple[Observation, ...]

    @property
    def method(self) -> str:
        return self.indicator.method.value

    @property
    def months(self) -> str:
        return f"{self.done}/{self.due}"

    @property
    def percent(self) -> Decimal | None:
        """Year to date against the year's plan."""
        return percentage(self.year_to_date, self.indicator.target.reported)


class Ledger:
    """All observations of a year, and what they add up to."""

    def __init__(self, year: Year, plan: Plan) -> None:
        self.year = year
        self.plan = plan
        # By the objects themselves: two rows may have one code. A figure keeps hold of its own.
        self._figures: dict[tuple[int, int, Period], Figure] = {}
        self._observed: dict[tuple[str, str | None], list[Observation]] = {}
        for one in observations(year):
            self._observed.setdefault((one.item, one.indicator), []).append(one)

    @cached_property
    def active(self) -> frozenset[str]:
        """The services and posts that have handed in a filled sheet."""
        return frozenset(sheet.service for sheet in sheets_that_count(self.year) if sheet.service)

    def observed(
        self, item: PlanItem, indicator: Indicator, months: Iterable[int]
    ) -> tuple[Observation, ...]:
        """What was said of an indicator in these months, blanks included, by month."""
        wanted = set(months)
        said = self._observed.get((item.code, indicator.name), [])
        listed = [one for one in said if one.month in wanted]
        return tuple(sorted(listed, key=lambda one: (one.month, one.cell.place.file)))

    def respondents(self, item: PlanItem) -> tuple[Respondent, ...]:
        """Who is expected to answer: each service; of posts those that have handed in, as one."""
        answering = self.plan.answering(item)
        services = [(service,) for service in answering if not service.post]
        posts = tuple(one for one in answering if one.post and one.key in self.active)
        return (*services, posts) if posts else tuple(services)

    def filled_months(self, service: Service) -> frozenset[int]:
        """The months for which the service has handed in a sheet with entries."""
        sheets = sheets_that_count(self.year)
        return frozenset(sheet.month for sheet in sheets if sheet.service == service.key)

    def awaits(self, service: Service, month: int) -> bool:
        """Whether something is due of the service in that month and stands nowhere in its span."""
        return any(
            not self.entered(item, indicator, respondent, span)
            for item, respondent in self._asked.get(service.key, ())
            for indicator in item.indicators
            for span in due_spans(item, indicator)
            if span.due == month
        )

    @cached_property
    def _asked(self) -> Mapping[str, list[tuple[PlanItem, Respondent]]]:
        """What each service is expected to answer, and with whom."""
        asked: dict[str, list[tuple[PlanItem, Respondent]]] = {}
        for item in self.plan.items:
            for respondent in self.respondents(item):
                for service in respondent:
                    asked.setdefault(service.key, []).append((item, respondent))
        return asked

    def entered(
        self, item: PlanItem, indicator: Indicator, respondent: Respondent, span: DueSpan
    ) -> bool:
        """Whether anything at all stands there for the span."""
        said = self._said_by(item, indicator, respondent, span)
        return any(one.is_entry for one in said)

    def figure(self, item: PlanItem, indicator: Indicator, period: Period) -> Figure:
        """The figure of an indicator in a period, added up when it is first asked for."""
        key = (id(item), id(indicator), period)
        if key not in self._figures:
            self._figures[key] = self._added_up(item, indicator, period)
        return self._figures[key]

    def _added_up(self, item: PlanItem, indicator: Indicator, period: Period) -> Figure:
        since_january = range(1, period.last_month + 1)
        until_now = [span for span in due_spans(item, indicator) if span.due in since_january]
        spans = [span for span in until_now if span.due in period.months]
        done = {span.due for span in until_now if self._is_done(item, indicator, span)}
        said = self.observed(item, indicator, period.months)
        so_far = self.observed(item, indicator, since_january)
        return Figure(
            item,
            indicator,
            period,
            rolled_up(said, indicator.method),
            _state(said, self._has_gap(item, indicator, period.months)),
            sum(span.due in done for span in spans),
            len(spans),
            rolled_up(so_far, indicator.method),
            _state(so_far, self._has_gap(item, indicator, since_january)),
            len(done),
            len(until_now),
            said,
        )

    def _has_gap(self, item: PlanItem, indicator: Indicator, months: Iterable[int]) -> bool:
        """Whether something that was due in these months stands nowhere in its span."""
        wanted = frozenset(months)
        return any(
            not self.entered(item, indicator, respondent, span)
            for span in due_spans(item, indicator)
            if span.due in wanted
            for respondent in self.respondents(item)
        )

    def is_complete(self, item: PlanItem, indicator: Indicator, period: Period) -> bool:
        """Whether everybody has answered in the period, for each span that it touches."""
        touched = (
            tuple(month for month in span.months if month in period.months)
            for span in due_spans(item, indicator)
        )
        return all(self._is_done(item, indicator, DueSpan(months)) for months in touched if months)

    def _is_done(self, item: PlanItem, indicator: Indicator, span: DueSpan) -> bool:
        respondents = self.respondents(item)
        return bool(respondents) and all(
            any(
                observation.is_answer
                for observation in self._said_by(item, indicator, respondent, span)
            )
            for respondent in respondents
        )

    def _said_by(
        self, item: PlanItem, indicator: Indicator, respondent: Respondent, span: DueSpan
    ) -> list[Observation]:
        keys = {service.key for service in respondent}
        said = self._observed.get((item.code, indicator.name), [])
        return [one for one in said if one.service in keys and one.month in span.months]


def rolled_up(said: Iterable[Observation], method: Method) -> Number | None:
    """The services' shares added up, and the months as the method says."""
    months: dict[int, Number] = {}
    for observation in said:
        number = observation.value.reported
        if number is not None:
            months[observation.month] = months.get(observation.month, 0) + number
    if not months:
        return None
    if method is Method.LAST:
        return months[max(months)]
    total = sum(months.values())
    return rounded(Decimal(total) / len(months), 2) if method is Method.MEAN else total


def _state(said: Iterable[Observation], gap: bool) -> State:
    states = {observation.value.state for observation in said if observation.is_entry}
    if State.REPORTED in states:
        return State.REPORTED
    if gap or not states:
        states.add(State.MISSING)
    return next(state for state in _WORST_FIRST if state in states)


def stated(value: Value) -> Number | None:
    """The number of a plan's cell, a provisional one included."""
    return value.number if value.state in (State.REPORTED, State.LINKED) else None
