"""A plan in a few words, for tests that show their input."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from akmplan.model import (
    MISSING,
    Cell,
    CellKind,
    Indicator,
    ItemCells,
    Naming,
    Place,
    Plan,
    PlanItem,
    Quantity,
    Responsible,
    Schedule,
    Service,
    Stamp,
    State,
    Value,
)

ABONEMENT = Service("abonement", "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati")
FOND = Service("fond", "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati")
DIREKTOR = Service("direktor", "Direktor", post=True)

ALL_YEAR = frozenset(range(1, 13))
BLANK = Cell(Place("reja.xlsx", "Reja", "A1"), 1, 1, CellKind.BLANK)


def number(count: int | Decimal) -> Value:
    return Value(State.REPORTED, count, str(count))


def indicator(
    name: str | None = None, unit: str | None = "Nusxa", target: Value = MISSING
) -> Indicator:
    return Indicator(name, unit, MISSING, target)


def item(
    code: str,
    title: str,
    *indicators: Indicator,
    by: Sequence[Service] = (ABONEMENT,),
    months: frozenset[int] = ALL_YEAR,
) -> PlanItem:
    section, _, numeral = code.partition(".")
    names = tuple(one.name for one in indicators if one.name)
    text = Cell(Place("reja.xlsx", "Reja", "B1"), 1, 2, CellKind.TEXT, title)
    return PlanItem(
        code=code,
        section=section,
        number=numeral,
        cells=ItemCells(BLANK, text, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK),
        names=names,
        baseline=Quantity(),
        target=Quantity(),
        indicators=indicators,
        schedule=Schedule(months),
        responsible=Responsible(tuple(Naming(one, one.name) for one in by), everyone=not by),
        obligations=(),
    )


def plan(*items: PlanItem, services: Sequence[Service] = (ABONEMENT, FOND, DIREKTOR)) -> Plan:
    return Plan(
        year=2026,
        place=Place("reja.xlsx", "Reja"),
        centre="Vobkent tumani axborot-kutubxona markazi",
        title=(),
        agreement=Stamp(),
        approval=Stamp(),
        headings={},
        rows=items,
        services=tuple(services),
    )
