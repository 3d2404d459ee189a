"""How findings speak of items and columns."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.messages import Message, say
from akmplan.model import Cell, CellKind, Number, Plan, PlanItem, Quantity, State
from akmplan.words.units import same_unit

_LONGEST_NAME = 70
_HINDERED = {
    State.MISSING: say("{what}: nothing is written."),
    State.NA: say("{what}: “-” stands there."),
    State.LINKED: say("{what}: still to be taken from another document."),
    State.UNREADABLE: say("{what}: cannot be read."),
}
_COUNTED = (("nusxa", say("{n} copies")), ("nafar", say("{n} people")))

Column = tuple[str, Cell, Quantity]


def named(item: PlanItem) -> str:
    """`IV.7 “Axborot-kutubxona fondlarini to‘ldirish”`, long names cut at a word."""
    title = item.title.strip('“”" ')
    if len(title) > _LONGEST_NAME:
        title = title[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"
    return f"{item.code} “{title}”"


def named_by(code: str | None, plan: Plan | None) -> str:
    """The same for an item's code; the code alone where the plan has no such item."""
    item = plan.item(code) if plan else None
    return named(item) if item else code or ""


def quantity_cells(item: PlanItem) -> Iterator[Column]:
    """Fakt and reja of an item: the column's name, its cell and what it says."""
    yield "baseline", item.cells.baseline, item.baseline
    yield "target", item.cells.target, item.target


def _struck_out(item: PlanItem, cell: Cell) -> Message | None:
    """The sentence for a figure with a line through it, None where there is no such line."""
    if not cell.is_struck_out:
        return None
    return say(
        "{item}: “{text}” is struck out, at least in part. Write only the number that holds, "
        "without a line through it.",
        item=named(item),
        text=cell.text,
    )


def misleading_look(item: PlanItem, cell: Cell) -> Message | None:
    """The sentence for a figure that does not look as it is stored: struck out, or under a format
    that shows another number."""
    if cell.kind is not CellKind.DISGUISED:
        return _struck_out(item, cell)
    return say(
        "{item}: the cell's format shows another number than the one that is stored ({text}). Set "
        "its format to “General” and type the number anew.",
        item=named(item),
        text=cell.text,
    )


def column_name(column: str, plan: Plan) -> Message:
    """`2025-yil fakti` or `2026-yil rejasi`."""
    if column == "baseline":
        return say("fakt of {year}", year=str(plan.year - 1))
    return say("plan of {year}", year=str(plan.year))


def hindered(what: Message | str, state: State) -> Message:
    """Why a rule cannot be judged: there is no number in the place that it asks."""
    return Message(_HINDERED[state].text, {"what": what})


def counted(number: Number, unit: str | None) -> Message:
    """`1 640 nusxa`, `12 nafar`, else `5 ta`: a number as a sentence says it."""
    for same, said in _COUNTED:
        if unit and same_unit(unit, same):
            return Message(said.text, {"n": number})
    return say("{n} pieces", n=number)
