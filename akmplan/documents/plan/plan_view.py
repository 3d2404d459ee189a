"""The plan as its Word template sees it: names in Uzbek, as staff write them in tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from akmplan.documents.remarks import Margin
from akmplan.documents.word.texts import Text
from akmplan.model import Cell, ItemCells, OfWhich, Plan, PlanRow, Section, Stamp

NOTHING: Final = Text()
USUAL_HEADINGS: Final = {
    "number": "№",
    "title": "Nomi",
    "unit": "O‘lchov birligi",
    "quantity": "Miqdori",
    "baseline": "{last_year}-yil (fakt)",
    "target": "{year}-yil (reja)",
    "mechanism": "Amalga oshirish mexanizmi",
    "schedule": "Bajarilish muddati",
    "responsible": "Mas’ullar",
}


@dataclass(frozen=True, slots=True)
class StampView:
    """`kelishuv` and `tasdiq`: the word, the lines of the institution, signature and date."""

    soz: str = ""
    muassasa: tuple[str, ...] = ()
    imzo: str = ""
    sana: str = ""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """`ustun`: the headings of the columns, as typed in the plan."""

    raqam: str
    nomi: str
    birlik: str
    miqdor: str
    fakt: str
    reja: str
    mexanizm: str
    muddat: str
    masul: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One of `qatorlar`: a section (`bolim`), an opening of parts (`shundan`) or an item."""

    bolim: Text = NOTHING
    shundan: Text = NOTHING
    raqam: Text = NOTHING
    nomi: Text = NOTHING
    birlik: Text = NOTHING
    fakt: Text = NOTHING
    reja: Text = NOTHING
    mexanizm: Text = NOTHING
    muddat: Text = NOTHING
    masul: Text = NOTHING


@dataclass(frozen=True, slots=True)
class PlanView:
    """All that `ish-reja.docx` may print. `loyiha` is blank in a final document."""

    loyiha: str
    markaz: str
    yil: str
    kelishuv: StampView
    tasdiq: StampView
    sarlavha: tuple[str, ...]
    ustun: HeadingView
    qatorlar: tuple[RowView, ...]


def plan_view(plan: Plan, draft_mark: str, margin: Margin) -> PlanView:
    """The plan to the letter, with what stands in its margin."""
    return PlanView(
        draft_mark,
        plan.centre,
        str(plan.year),
        _stamp(plan.agreement),
        _stamp(plan.approval),
        plan.title,
        _headings(plan),
        tuple(_row(row, margin) for row in plan.rows),
    )


def _stamp(stamp: Stamp) -> StampView:
    return StampView(stamp.word, stamp.institution, stamp.signature, stamp.date)


def _headings(plan: Plan) -> HeadingView:
    years = {"year": plan.year, "last_year": plan.year - 1}
    usual = {role: words.format(**years) for role, words in USUAL_HEADINGS.items()}
    return HeadingView(*(plan.headings.get(role) or usual[role] for role in USUAL_HEADINGS))


def _row(row: PlanRow, margin: Margin) -> RowView:
    if isinstance(row, Section):
        return RowView(bolim=_text(row.cell, margin))
    if isinstance(row, OfWhich):
        return RowView(shundan=_text(row.cell, margin))
    return RowView(NOTHING, NOTHING, *(_text(cell, margin) for cell in _in_order(row.cells)))


def _in_order(cells: ItemCells) -> Iterator[Cell]:
    yield from (cells.number, cells.title, cells.unit, cells.baseline, cells.target)
    yield from (cells.mechanism, cells.schedule, cells.responsible)


def _text(cell: Cell, margin: Margin) -> Text:
    return Text(cell.text, cell.underlined, margin.at(cell.place), struck=cell.struck)
