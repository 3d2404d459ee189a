"""What a form prints in a period: the figures and words of the period's paper, never others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from akmplan.documents.brief import Brief
from akmplan.documents.paper.letter import letter_view
from akmplan.documents.paper.letter_view import LetterView
from akmplan.documents.paper.paper_margin import PaperMargin
from akmplan.documents.paper.paper_table import Line, Shown, shown
from akmplan.documents.paper.ready_paper import ReadyPaper
from akmplan.documents.paper.record_sheet import record_rows
from akmplan.documents.phrases import DRAFT
from akmplan.documents.region_forms.blank_form import MarkedCell
from akmplan.documents.region_forms.filled_form import Cover, filled
from akmplan.documents.region_forms.form_entries import Entry
from akmplan.documents.region_forms.forms import HandedDown
from akmplan.documents.region_forms.mark_meanings import FigureMeant, MeantCell, WordMeant
from akmplan.documents.remarks import Margin
from akmplan.layout import record
from akmplan.model import Number
from akmplan.office.characters import fitting, printable
from akmplan.rule_language import FigureKind


@dataclass(frozen=True, slots=True)
class Printing:
    """A form in one period. `own`: the paper of what the form prints, by which it is a draft."""

    form: HandedDown
    own: ReadyPaper
    words: LetterView

    @classmethod
    def of(cls, form: HandedDown, ready: ReadyPaper, brief: Brief) -> Printing:
        plan = brief.plan
        printed = (item for item in plan.items if item.code in form.items)
        items = tuple(item for item in printed if plan.item(item.code) is item)
        own = ready
        if items != ready.paper.items:
            paper = replace(ready.paper, items=items)
            own = ReadyPaper.of(paper, brief.ledger, brief.findings, brief.today)
        words = letter_view(ready, PaperMargin.of(Margin()))
        return cls(form, own, replace(words, loyiha=DRAFT if own.draft else ""))

    def document(self) -> bytes:
        """The finished form."""
        own = self.own
        rows = tuple(record_rows(own, record.FILLED_FORM))
        cover = Cover(own.title, own.plan.centre, own.day, own.draft, rows)
        lines = {(line.item.code, line.figure.indicator.name): line for line in own.table.lines}
        entries = [self._entry(cell, lines) for cell in self.form.cells]
        return filled(self.form.form, entries, cover)

    def _entry(self, cell: MeantCell, lines: dict[tuple[str, str | None], Line]) -> Entry:
        marked = cell.marked
        said = [
            _figure(one, lines[one.item.code, one.indicator.name])
            if isinstance(one, FigureMeant)
            else _word(one, self.words)
            for one in cell.meant
        ]
        first = cell.meant[0]
        if marked.is_lone and isinstance(first, FigureMeant) and said[0].number is not None:
            return Entry(marked, _as_shown(said[0].number, first, marked))
        pairs = zip(marked.marks, said, strict=True)
        return Entry(marked, None, tuple((mark.start, mark.end, it.text) for mark, it in pairs))


def _figure(meant: FigureMeant, line: Line) -> Shown:
    baseline = meant.indicator.baseline
    return {
        FigureKind.PERIOD: line.done,
        FigureKind.TO_DATE: line.to_date,
        FigureKind.TARGET: line.target,
        FigureKind.BASELINE: shown(baseline.reported, baseline.state),
        FigureKind.PERCENT: line.percent,
    }[meant.kind]


def _word(meant: WordMeant, words: LetterView) -> Shown:
    said = getattr(words, meant.name)
    text = said if isinstance(said, str) else "\n".join(said)
    return Shown(fitting(printable(text)))


def _as_shown(number: Number, meant: FigureMeant, marked: MarkedCell) -> Number:
    """A cell in per cent shows a hundred times its number."""
    part_of_one = Decimal(number).scaleb(-2)
    is_shown_in_percent = marked.style.format.section_for(part_of_one).is_percentage
    return part_of_one if meant.is_in_percent and is_shown_in_percent else number
