"""The helper sheets filled with what was understood of a plan, for people to correct.

Each row says what holds without it too, so that a plan means the same with its sheets as before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from akmplan.layout import helpers as layouts
from akmplan.layout.helper_hints import EXAMPLES_TITLE, HINTS, REPORT_NAMES
from akmplan.layout.helpers import ADDRESSEE, ASKED_MARK, REQUISITE_NAMES, SPAN_WORDS, HelperLayout
from akmplan.model import Indicator, Method, Naming, Obligation, Plan, PlanItem, Service, Span
from akmplan.papers_owed import recipient_name
from akmplan.words.responsibles import usual_spelling
from akmplan.words.units import in_percent
from akmplan.words.wording import squeeze

Row = tuple[str, ...]
LONGEST_CELL = 32767  # what Excel takes
LEVELS = ("xato", "ogohlantirish", "eslatma")


@dataclass(frozen=True, slots=True)
class HelperTable:
    """One helper sheet. `choices`: what a column's cells offer to choose from."""

    layout: HelperLayout
    rows: tuple[Row, ...]
    hints: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def helper_tables(plan: Plan, present: Collection[str]) -> tuple[HelperTable, ...]:
    """The sheets that are not there yet, in the order in which people need them."""
    methods, spans = tuple(Method), tuple(SPAN_WORDS.values())
    tables = (
        _table(layouts.REQUISITES, _requisites(plan)),
        _table(layouts.SERVICES, _services(plan)),
        _table(layouts.INDICATORS, _indicators(plan), {"Jamlash usuli": methods}),
        _table(layouts.REFERENCES, _references(plan)),
        _table(layouts.REPORTS, _reports(plan), {"Davriyligi": spans}),
        _table(layouts.RULES, (), {"Darajasi": LEVELS}, _examples(plan)),
        _table(layouts.EXPLANATIONS, ()),
    )
    return tuple(table for table in tables if table.layout.name not in present)


def _table(
    layout: HelperLayout,
    rows: Iterable[Row],
    choices: Mapping[str, tuple[str, ...]] | None = None,
    examples: tuple[str, ...] = (),
) -> HelperTable:
    fitting = tuple(row for row in rows if all(len(text) <= LONGEST_CELL for text in row))
    shown = (EXAMPLES_TITLE, *examples) if examples else ()
    return HelperTable(layout, fitting, (*HINTS[layout.name], *shown), choices or {})


def _requisites(plan: Plan) -> Iterator[Row]:
    stamps = {
        "centre": plan.centre,
        "region": plan.agreement.body,
        "director": plan.approval.signatory,
    }
    known = {**stamps, **plan.requisites}
    for key, name, _ in REQUISITE_NAMES:
        yield name, known.get(key, "")
    for one in dict.fromkeys(owing.recipient for owing in _obligations(plan)):
        yield f"{ADDRESSEE}: {one}", plan.requisites.get(f"addressee:{one}", "")


def _services(plan: Plan) -> Iterator[Row]:
    namings = [naming for item in plan.items for naming in item.responsible.named]
    for service in plan.services:
        own = [naming for naming in namings if naming.service.key == service.key]
        if not service.post and own:
            yield _service(service, own)


def _service(service: Service, namings: list[Naming]) -> Row:
    """Where a plan writes one service in several ways, the rarer ones stay in question."""
    typed = {squeeze(naming.typed): naming.typed for naming in namings if ";" not in naming.typed}
    asked = typed.keys() - {usual_spelling(namings)}
    official = squeeze(service.name)
    others = [_asked(name, key in asked) for key, name in typed.items() if key != official]
    return _asked(service.name, official in asked), "", "\n".join(others), ""


def _asked(name: str, is_asked: bool) -> str:
    return f"{name} {ASKED_MARK}" if is_asked else name


def _indicators(plan: Plan) -> Iterator[Row]:
    for item in _findable(plan):
        named = {
            squeeze(indicator.name or ""): indicator for indicator in reversed(item.indicators)
        }
        for indicator in item.indicators:
            if named[squeeze(indicator.name or "")] is indicator:
                yield item.code, indicator.name or "", indicator.unit or "", _method(indicator)


def _method(indicator: Indicator) -> str:
    """Of per cents nobody can tell it from the plan: a word would answer what is still asked."""
    return "" if in_percent(indicator.unit) else indicator.method.value


def _references(plan: Plan) -> Iterator[Row]:
    """Open references as rows that wait for their file, sheet and cell."""
    for item in _findable(plan):
        open_ones = [
            indicator
            for indicator in item.indicators
            if indicator.target.is_open or indicator.baseline.is_open
        ]
        for name in dict.fromkeys(one.name or "" for one in open_ones):
            yield item.code, name, "", "", ""


def _reports(plan: Plan) -> list[Row]:
    """A row for each recipient and length of time. The sheet says all that is owed or nothing, so
    it is left blank where one item of those that owe something cannot be named."""
    owing = [item for item in plan.items if item.obligations]
    findable = {item.code for item in _findable(plan)}
    if any(item.code not in findable for item in owing):
        return []
    codes: dict[tuple[str, Span], list[str]] = {}
    for item in owing:
        for obligation in item.obligations:
            codes.setdefault((obligation.recipient, obligation.span), []).append(item.code)
    return [
        _report(recipient_name(to, owing), span, listed) for (to, span), listed in codes.items()
    ]


def _report(to: str, span: Span, codes: list[str]) -> Row:
    listed = "; ".join(dict.fromkeys(codes))
    return REPORT_NAMES[span.name], to, SPAN_WORDS[span.name], "", listed, ""


def _examples(plan: Plan) -> tuple[str, ...]:
    """Rules in the words of this plan: its own totals, and a condition."""
    findable = [item for item in _findable(plan) if item.section]
    codes = {item.code for item in findable}
    totals = [item for item in findable if len(item.parts) > 1 and codes.issuperset(item.parts)]
    sums = [f"{item.code} = {' + '.join(item.parts)}" for item in totals[:2]]
    if len(findable) < 2:
        return tuple(sums)
    first, other = findable[0].code, findable[1].code
    return (*sums, f"bajarildi: {first} <= {other} ± 5", f"agar {first} > 0 bo‘lsa, {other} > 0")


def _findable(plan: Plan) -> list[PlanItem]:
    """The items that a row can name: those whose code no other item has."""
    codes = Counter(item.code for item in plan.items)
    numbers = Counter(item.number for item in plan.items)
    return [
        item
        for item in plan.items
        if codes[item.code] == 1 and (item.section or numbers[item.number] == 1)
    ]


def _obligations(plan: Plan) -> Iterator[Obligation]:
    for item in plan.items:
        yield from item.obligations
