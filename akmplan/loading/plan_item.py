"""One row of the plan into a `PlanItem`, and parts into the hands of their totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from akmplan.loading.indicators import names_in_title, read_indicators
from akmplan.model import (
    Cell,
    CellKind,
    Indicator,
    ItemCells,
    Obligation,
    OfWhich,
    PlanItem,
    PlanRow,
    Schedule,
)
from akmplan.words.item_codes import read_code
from akmplan.words.quantity import read_quantity
from akmplan.words.recipients import read_obligations
from akmplan.words.responsibles import ServiceNames
from akmplan.words.schedule import read_schedule
from akmplan.words.wording import one_line, roman

_ONLY_DIGITS = re.compile(r"\d[\d .,/]*")


def read_item(cells: ItemCells, section: str, services: ServiceNames) -> PlanItem:
    """The item of a numbered row in a section (its Roman numeral, "" where none stands above)."""
    number = item_number(cells.number, section) or ""
    unit = unit_of(cells.unit)
    baseline, target = (read_quantity(cell, unit) for cell in (cells.baseline, cells.target))
    title, mechanism = cells.title.text, cells.mechanism.text
    names, indicators = read_indicators(title, mechanism, unit, baseline, target)
    schedule = read_schedule(cells.schedule.text)
    return PlanItem(
        code=f"{section}.{number}" if section else number,
        section=section,
        number=number,
        cells=cells,
        names=names if names_in_title(title) else (),
        baseline=baseline,
        target=target,
        indicators=indicators,
        schedule=schedule,
        responsible=services.responsible(cells.responsible.text),
        obligations=obligations_of(cells, indicators, schedule),
    )


def obligations_of(
    cells: ItemCells, indicators: Sequence[Indicator], schedule: Schedule
) -> tuple[Obligation, ...]:
    """What the item's words promise. The unit and the plan's numbers are those of its indicators,
    be they typed in the item's cells or said by a helper sheet."""
    texts = (cells.title.text, cells.mechanism.text)
    targets = [indicator.target.reported for indicator in indicators]
    return read_obligations(texts, indicators[-1].unit or "", targets, schedule)


def item_number(cell: Cell, section: str) -> str | None:
    """`7.2` for `7.2.`, `7.2` or, within section IV, `IV.7.2`; None where it is no number."""
    typed = cell.kind in (CellKind.TEXT, CellKind.NUMBER)
    code = read_code(cell.text) if typed else None
    if code is None or (code.numeral and code.section != roman(section)):
        return None
    return code.number


def unit_of(cell: Cell) -> str | None:
    """The unit as typed; a number in the unit's column is none."""
    text = one_line(cell.text)
    is_number = cell.kind is not CellKind.TEXT or bool(_ONLY_DIGITS.fullmatch(text))
    return None if not text or is_number else text


def take_parts(rows: list[PlanRow]) -> list[PlanRow]:
    """Gives the items under each "Shundan," to the item above it: those one level below."""
    parts: dict[str, list[str]] = {}
    above: PlanItem | None = None
    for row in rows:
        if isinstance(row, OfWhich) and above:
            parts.setdefault(above.code, [])
        elif isinstance(row, PlanItem):
            parts.get(row.code.rpartition(".")[0], []).append(row.code)
            above = row
        else:
            above = None
    totals = {code: of for of, codes in parts.items() for code in codes}
    return [_joined(row, parts, totals) for row in rows]


def _joined(row: PlanRow, parts: dict[str, list[str]], totals: dict[str, str]) -> PlanRow:
    if not isinstance(row, PlanItem):
        return row
    return replace(row, parts=tuple(parts.get(row.code, ())), part_of=totals.get(row.code))
