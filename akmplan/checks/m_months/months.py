"""Rules on the monthly sheets as a set: which is missing, doubled, or whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.checks.words import named
from akmplan.figures import Ledger, Respondent, due_spans, sheets_that_count, twins
from akmplan.findings import Case, Hit, found_in
from akmplan.layout.calendar import MONTHS
from akmplan.messages import Message, say
from akmplan.model import Indicator, MonthSheet, Place, Plan, PlanItem, Service, Year


def month_missing(case: Case) -> Iterator[Hit]:
    """A month that was skipped: something was due in it, and the service has filled a later one."""
    if case.ledger is None:
        return
    for service in case.ledger.plan.services:
        months = case.ledger.filled_months(service)
        for month in range(1, max(months, default=0)):
            if month not in months and case.ledger.awaits(service, month):
                yield _missing_hit(case, service, month)


def due_and_blank(case: Case) -> Iterator[Hit]:
    """The sheet has figures but this one is blank: nothing done (0), or forgotten?"""
    if case.ledger is None:
        return
    for sheet in sheets_that_count(case.year):
        for row in sheet.rows:
            item = case.ledger.plan.item(row.item)
            indicator = item.indicator(row.indicator) if item else None
            if item is None or indicator is None or not row.actual.is_empty:
                continue
            if _is_due_and_open(case.ledger, item, indicator, sheet):
                message = say(
                    "{item}{name}: {month} is blank. Write the number, 0 where nothing was done, "
                    "or “-” where it does not apply.",
                    item=named(item),
                    name=f", {indicator.name}" if indicator.name else "",
                    month=MONTHS[sheet.month - 1],
                )
                period = _code(case.year, sheet.month)
                yield Hit(row.actual.place, message, item.code, indicator.name, period)


def month_twice(case: Case) -> Iterator[Hit]:
    """Two sheets of one service for one month would be counted twice, or contradict each other."""
    for sheet, first in twins(case.year):
        message = say(
            "{service}, {month}: there are two filled sheets. The first is used ({other}). "
            "Keep the right one and delete the other.",
            service=_service_name(case.year.plan, sheet.service),
            month=MONTHS[sheet.month - 1],
            other=f"{first.place.file}, {first.place.sheet}",
        )
        period = _code(case.year, sheet.month)
        place = sheet.month_cell.place
        found, also = (
            found_in(sheet.month_cell),
            ((first.month_cell.place, found_in(first.month_cell)),),
        )
        yield Hit(place, message, period=period, found=found, also=also)


def item_without_row(case: Case) -> Iterator[Hit]:
    """A plan item that has no row in its service's sheets can never be reported."""
    if case.ledger is None:
        return
    for service in case.ledger.plan.services:
        sheets = [sheet for sheet in case.year.months if sheet.service == service.key]
        if sheets:
            yield from _items_without_row(case, service, sheets)


def service_unknown(case: Case) -> Iterator[Hit]:
    """A sheet of a service that the plan does not know feeds no figure."""
    for sheet in case.year.months:
        if sheet.service is None and sheet.filled:
            typed = sheet.service_cell.text
            unnamed = say(
                "The sheet does not say whose it is; its figures are not used. Write “Xizmat:” "
                "above the table and beside it the service's name as it stands in Mas’ullar."
            )
            unknown = say(
                "The service “{name}” is not in the plan; the figures of this sheet are not used. "
                "Write the service's name beside “Xizmat:” as it stands in Mas’ullar.",
                name=typed,
            )
            message = unknown if typed.strip() else unnamed
            period = _code(case.year, sheet.month)
            yield Hit(sheet.service_cell.place, message, period=period, found=typed or None)


def _code(year: Year, month: int) -> str:
    return f"{year.year}-{month:02d}"


def _service_name(plan: Plan | None, key: str | None) -> str:
    service = plan.service(key) if plan else None
    return service.name if service else key or ""


def _missing_hit(case: Case, service: Service, month: int) -> Hit:
    empty = next(
        (one for one in case.year.months if one.service == service.key and one.month == month), None
    )
    place = Place(empty.place.file, empty.place.sheet) if empty else None
    message = say(
        "{service}: {month} is not filled in, though a later month is. Fill in the sheet "
        "for {month}.",
        service=service.name,
        month=MONTHS[month - 1],
    )
    return Hit(place, message, period=_code(case.year, month))


def _is_due_and_open(
    ledger: Ledger, item: PlanItem, indicator: Indicator, sheet: MonthSheet
) -> bool:
    respondent = _respondent(ledger, item, sheet.service)
    return respondent is not None and any(
        span.due == sheet.month and not ledger.entered(item, indicator, respondent, span)
        for span in due_spans(item, indicator)
    )


def _respondent(ledger: Ledger, item: PlanItem, key: str | None) -> Respondent | None:
    for respondent in ledger.respondents(item):
        if any(service.key == key for service in respondent):
            return respondent
    return None


def _items_without_row(case: Case, service: Service, sheets: list[MonthSheet]) -> Iterator[Hit]:
    assert case.ledger is not None
    plan = case.ledger.plan
    for item in plan.items:
        if service not in plan.answering(item):
            continue
        covered = _covered(case.year, plan, item, service)
        absent = [
            indicator.name
            for indicator in item.indicators
            if (item.code, indicator.name) not in covered
        ]
        if absent:
            names = () if len(absent) == len(item.indicators) else tuple(absent)
            place = Place(sheets[0].place.file, sheets[0].place.sheet)
            yield Hit(place, _no_row_message(item, names, service), item.code)


def _covered(
    year: Year, plan: Plan, item: PlanItem, service: Service
) -> set[tuple[str | None, str | None]]:
    """What has a row in the sheets of the service; of several posts each covers the others."""
    keys = {service.key}
    if service.post:
        keys |= {one.key for one in plan.answering(item) if one.post}
    return {row.key for sheet in year.months if sheet.service in keys for row in sheet.rows}


def _no_row_message(item: PlanItem, names: tuple[str | None, ...], service: Service) -> Message:
    return say(
        "{item}{name}: the sheets of “{service}” have no row for it. Add the row to each month.",
        item=named(item),
        name="".join(f", {name}" for name in names),
        service=service.name,
    )
