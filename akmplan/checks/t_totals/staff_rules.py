"""The staff's own rules, of the sheet `Qoidalar`: each parsed, each judged where it is to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from akmplan.checks.t_totals.rule_values import Asker, meant_by
from akmplan.checks.words import named
from akmplan.figures import Ledger
from akmplan.findings import Case, Found, Hit, NoFault, Severity, plain
from akmplan.layout.calendar import period_name
from akmplan.messages import Message, joined, say
from akmplan.model import (
    Answer,
    Indicator,
    Place,
    PlanItem,
    StaffRule,
)
from akmplan.rule_language import (
    Column,
    Judgement,
    Name,
    Relation,
    Slip,
    in_period,
    is_monthly,
    judge,
    names,
    parse,
    readings,
)
from akmplan.words.periods import read_period

_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule where it is to hold: in one column, for one month or the whole year.

    `judgement` is None for a rule on months of which none has a figure.
    """

    rule: StaffRule
    relation: Relation
    period: str | None
    judgement: Judgement | None


def staff_rule_broken(case: Case) -> Iterator[Hit | NoFault]:
    """What a centre or its region has written down as its own rule must hold; both sides are
    worked out, term by term."""
    if case.ledger is None:
        return
    broken: dict[tuple[object, ...], list[tuple[StaffRule, Hit]]] = {}
    for judged in judged_rules(case):
        if judged.judgement is None or judged.judgement.answer is not Answer.BROKEN:
            yield _not_broken(judged, case.ledger)
            continue
        hit = _broken(judged, judged.judgement, case.ledger)
        key = (hit.place, hit.item, hit.indicator, hit.period)
        broken.setdefault(key, []).append((judged.rule, hit))
    yield from (_together(listed) for listed in broken.values())


def slips_of_staff_rules(case: Case) -> Iterator[Hit]:
    """The rules that cannot be understood, each with the character where understanding ends."""
    if case.ledger is None:
        return
    for rule in case.year.rules:
        slip = _slip(rule, case.ledger)
        if slip:
            message = say(
                "The rule “{rule}” is not understood at character {position} (“{rest}”). {why}",
                rule=rule.cell.text,
                position=slip.position + 1,
                rest=rule.cell.text[slip.position :][:20],
                why=slip.message,
            )
            yield Hit(rule.cell.place, message, found=rule.cell.text)


def judged_rules(case: Case) -> Iterator[Judged]:
    """Every rule that can be understood, wherever it is to hold."""
    ledger = case.ledger
    assert ledger is not None
    for rule in case.year.rules:
        relation = parse(rule.cell.text)
        if isinstance(relation, Slip) or _slip(rule, ledger):
            continue
        for reading in readings(relation):
            if not is_monthly(reading):
                yield Judged(rule, reading, None, judge(reading, Asker(ledger)))
                continue
            periods = _months_with_figures(reading, ledger)
            for period in periods:
                meant = in_period(reading, period)
                yield Judged(rule, meant, period, judge(meant, Asker(ledger)))
            if not periods:
                yield Judged(rule, reading, None, None)


def _months_with_figures(reading: Relation, ledger: Ledger) -> list[str]:
    months = [month for month in _MONTHS if _said(reading, ledger, month)]
    return [f"{ledger.plan.year}-{month:02d}" for month in months]


def _said(reading: Relation, ledger: Ledger, month: int) -> bool:
    """Whether any figure of the rule was reported in that month: else there is nothing to judge."""
    found = (meant_by(name, ledger) for name in names(reading))
    return any(
        one.is_entry
        for item, indicators in filter(None, found)
        for indicator in indicators
        for one in ledger.observed(item, indicator, [month])
    )


def _slip(rule: StaffRule, ledger: Ledger) -> Slip | None:
    """The first slip: of the rule's words, or a name that the plan does not have."""
    relation = parse(rule.cell.text)
    if isinstance(relation, Slip):
        return relation
    for name in names(relation):
        if meant_by(name, ledger) is None:
            why = say("The plan has no such item or indicator.")
            return Slip(name.position, why)
        why_not = _not_a_period(name.scope.period, ledger.plan.year)
        if why_not:
            return Slip(name.scope.period_position, why_not)
    return None


def _not_a_period(typed: str | None, year: int) -> Message | None:
    """Why the words that stand for a period are none in which a rule can be judged."""
    period = read_period(typed, year) if typed else None
    if not typed or (period and period.year == year):
        return None
    if period is None:
        return say("“{period}” is no period.", period=typed)
    return say("“{period}” is not in {year}, the year of the plan.", period=typed, year=str(year))


def _not_broken(judged: Judged, ledger: Ledger) -> NoFault:
    _, item, indicators, period = _about(judged, ledger)
    if judged.judgement is None:
        why: Message | None = joined(say("No month has a figure yet."), _label(judged))
    elif judged.judgement.answer is Answer.CANNOT_BE_JUDGED:
        why = joined(judged.judgement.message, _label(judged))
    else:
        why = None
    return NoFault(item.code, _only_one(indicators), period, why)


def _label(judged: Judged) -> Message:
    return say("(rule {code}: {rule}).", code=judged.rule.code or "–", rule=judged.rule.cell.text)


def _about(
    judged: Judged, ledger: Ledger
) -> tuple[Name, PlanItem, tuple[Indicator, ...], str | None]:
    """The name at which the rule is broken or to hold: what stands there, and when."""
    name = _subject(judged)
    found = meant_by(name, ledger)
    assert found is not None
    item, indicators = found
    return name, item, indicators, judged.period or _code(name, ledger)


def _subject(judged: Judged) -> Name:
    """The first figure of the comparison that breaks the rule, else of what the rule demands; a
    condition is only when."""
    judgement = judged.judgement
    is_broken = judgement is not None and judgement.answer is Answer.BROKEN
    deciding = judgement.workings[:1] if judgement and is_broken else ()
    compared = [term.name for it in deciding for term in (*it.left.terms, *it.right.terms)]
    demanded = names(replace(judged.relation, condition=None))
    return (*compared, *demanded, *names(judged.relation))[0]


def _only_one(indicators: tuple[Indicator, ...]) -> str | None:
    """The indicator's name; a finding on several of them is the whole item's."""
    return indicators[0].name if len(indicators) == 1 else None


def _broken(judged: Judged, judgement: Judgement, ledger: Ledger) -> Hit:
    """The finding at the cell of the rule's first name."""
    name, item, indicators, period = _about(judged, ledger)
    note = Message("{note}", {"note": judged.rule.note}) if judged.rule.note else None
    left, right = _sides(judgement)
    return Hit(
        _place(name, item, indicators, ledger),
        joined(_where(name, item, judged.period, ledger), judgement.message, _label(judged), note),
        item.code,
        _only_one(indicators),
        period,
        left,
        right,
        ((judged.rule.cell.place, judged.rule.cell.text),),
        Severity(judged.rule.level.value),
    )


def _where(name: Name, item: PlanItem, month: str | None, ledger: Ledger) -> Message:
    """The item, its column, and the time that is meant."""
    period = read_period(name.scope.period or month or "", ledger.plan.year)
    column = name.column.value if name.column else ""
    told = f"{column}, {period_name(period)}" if period else column
    return say("{item} ({where}):", item=named(item), where=told)


def _code(name: Name, ledger: Ledger) -> str | None:
    period = read_period(name.scope.period or "", ledger.plan.year)
    return period.code if period else None


def _sides(judgement: Judgement) -> tuple[Found, Found]:
    working = judgement.workings[0]
    return _plain(working.left.amount), _plain(working.right.amount)


def _plain(amount: Fraction) -> Found:
    """A worked-out side as JSON has it: a whole number, else its decimals as text."""
    if amount.denominator == 1:
        return int(amount)
    return plain(Decimal(amount.numerator) / Decimal(amount.denominator))


def _place(name: Name, item: PlanItem, indicators: tuple[Indicator, ...], ledger: Ledger) -> Place:
    if name.column is Column.FAKT:
        return item.cells.baseline.place
    period = read_period(name.scope.period or "", ledger.plan.year)
    if name.column is Column.BAJARILDI and period:
        said = (ledger.observed(item, indicator, period.months) for indicator in indicators)
        entries = [one.cell.place for listed in said for one in listed if one.is_entry]
        if entries:
            return entries[-1]
    return item.cells.target.place


def _together(broken: list[tuple[StaffRule, Hit]]) -> Hit:
    """Rules broken at one cell are one finding that says all of them. What it found names each
    rule, so that an explanation of one of them does not let the others stand."""
    first, *others = hits = [hit for _, hit in broken]
    if not others:
        return first
    return replace(
        first,
        message=joined(*(hit.message for hit in hits)),
        found=_by_rule((rule, hit.found) for rule, hit in broken),
        expected=_by_rule((rule, hit.expected) for rule, hit in broken),
        also=tuple(also for hit in hits for also in hit.also),
        severity=min((hit.severity or Severity.ERROR for hit in hits), key=list(Severity).index),
    )


def _by_rule(sides: Iterable[tuple[StaffRule, Found]]) -> str:
    """`R1: 10; R2: 12`; a rule without a code goes by its words."""
    return "; ".join(f"{rule.code or rule.cell.text}: {side}" for rule, side in sides)
