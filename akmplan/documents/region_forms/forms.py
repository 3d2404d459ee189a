"""Which forms there are, whom each is for, and what is wrong with them, before anything is
written.

A form goes where `Shakli` of `Hisobotlar` names it. One that nothing names goes to the only
recipient and length of time that all items of its marks are owed for; where there are several or
none, nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from akmplan.documents.region_forms.blank_form import Form, MarkedCell, open_form
from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.documents.region_forms.form_rehearsal import rehearse
from akmplan.documents.region_forms.mark_meanings import FigureMeant, Meant, MeantCell, meaning
from akmplan.documents.templates.template_folder import TemplateFault, Templates
from akmplan.layout.helpers import SPAN_WORDS
from akmplan.messages import Message, say
from akmplan.model import Place, Plan, Span
from akmplan.papers_owed import FORM_ENDING, Paper, form_key, recipient_name

_MOST_FAULTS: Final = 10  # of one form: whoever mends these sees the rest
_NO_MARKS: Final = say(
    "No mark such as {{ IV.12.davr }} stands in it. Type marks into the cells that are to be "
    "filled, or take its name out of Shakli."
)
_DATED: Final = say(
    "The cell shows dates, and a figure would look like one. Give it a number format."
)
_DISGUISED: Final = say(
    "The cell's format shows another number than the one that is put into it. Give it a plain "
    "number format, such as 0."
)

Whom = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class HandedDown:
    """A form that is to be filled for a recipient, each period of a length."""

    form: Form
    cells: tuple[MeantCell, ...]
    recipient: str
    span: Span

    @property
    def items(self) -> frozenset[str]:
        """The codes of the items that it prints."""
        return frozenset(_items_of(self.cells))

    @property
    def title(self) -> str:
        """The form's own name, without its ending."""
        return self.form.name[: -len(FORM_ENDING)]

    def is_for(self, paper: Paper) -> bool:
        return (paper.recipient, paper.period.span) == (self.recipient, self.span)

    def name_beside(self, paper: Paper) -> str:
        """`2026-1-chorak/viloyat-akm_choraklik-shakl.xlsx`: keys have no such stroke in them, so
        that no other paper can have that name."""
        return f"{paper.name}_{form_key(self.form.name) or 'shakl'}{FORM_ENDING}"


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The forms beside one plan. `notices`: which workbooks of the templates folder are none."""

    forms: tuple[HandedDown, ...] = ()
    faults: tuple[TemplateFault, ...] = ()
    notices: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedForms:
    """All workbooks of the templates folder, opened and tried out once, whatever the plan.

    `opened`: by name, each as a form or as why it is none. `others`: names of workbooks of kinds
    that cannot be filled.
    """

    opened: tuple[Form | TemplateFault, ...]
    others: tuple[str, ...]

    def fitted_to(self, plan: Plan | None) -> LookedOver:
        """The forms, each with what it prints and for whom; without a plan only what is broken."""
        forms: list[HandedDown] = []
        faults: list[TemplateFault] = []
        notices = [_of_another_kind(name) for name in self.others]
        for form in self.opened:
            if isinstance(form, TemplateFault):
                faults.append(form)
            elif _is_to_be_filled(form, plan):
                placed, wrong = _placed(form, plan)
                forms += placed
                faults += wrong
            else:
                notices.append(_without_marks(form))
        return LookedOver(tuple(forms), tuple(faults), tuple(notices))


def open_forms(templates: Templates) -> OpenedForms:
    """The workbooks beside the templates."""
    taken: dict[str, str] = {}
    opened = tuple(_form_or_fault(templates, name, taken) for name in templates.forms())
    return OpenedForms(opened, templates.other_workbooks())


def _form_or_fault(templates: Templates, name: str, taken: dict[str, str]) -> Form | TemplateFault:
    try:
        return _opened(templates, name, taken)
    except TemplateFault as fault:
        return fault


def _is_to_be_filled(form: Form, plan: Plan | None) -> bool:
    """One that nobody named may be some workbook without a mark."""
    is_named = plan is not None and bool(_named_for(form, plan))
    return bool(form.cells or form.faults) or is_named


def _opened(templates: Templates, name: str, taken: dict[str, str]) -> Form:
    """Two forms of names that read alike could not be told apart, in `Shakli` or in the output."""
    file, content = templates.find(name)
    twin = taken.setdefault(form_key(name), name)
    if twin is not name:
        alike = say("Its name reads like that of “{other}”. Give it another one.", other=twin)
        raise FormFault(Place(file), alike)
    form = open_form(file, name, content)
    if form.cells:
        rehearse(form)
    return form


def _placed(form: Form, plan: Plan | None) -> tuple[Sequence[HandedDown], Sequence[FormFault]]:
    faults = [*form.faults]
    if not form.cells and not faults:
        faults.append(FormFault(Place(form.file), _NO_MARKS))
    if plan is None:
        return (), _bounded(form, faults)
    cells: list[MeantCell] = []
    for cell in form.cells:
        meant, wrong = _meant(cell, plan)
        cells.append(MeantCell(cell, meant))
        faults += wrong
    whom = _whom(form, plan, cells) if not faults else ()
    if isinstance(whom, Message):
        faults.append(FormFault(Place(form.file), whom))
        whom = ()
    return [HandedDown(form, tuple(cells), *one) for one in whom], _bounded(form, faults)


def _meant(cell: MarkedCell, plan: Plan) -> tuple[tuple[Meant, ...], list[FormFault]]:
    meanings = [meaning(mark, plan) for mark in cell.marks]
    faults = [one for one in meanings if isinstance(one, Message)]
    meant = tuple(one for one in meanings if not isinstance(one, Message))
    if cell.is_lone:
        wrong = (_misshown(cell, one) for one in meant if isinstance(one, FigureMeant))
        faults += [one for one in wrong if one]
    return meant, [FormFault(cell.cell.place, fault) for fault in faults]


def _misshown(cell: MarkedCell, figure: FigureMeant) -> Message | None:
    """What is wrong with the cell's format for a figure, which may be any number from zero up."""
    shown = cell.style.format.above_zero
    if any(section.is_moment for section in shown):
        return _DATED
    in_percent = figure.is_in_percent and all(section.is_percentage for section in shown)
    if in_percent or not any(section.shows_another for section in shown):
        return None
    return _DISGUISED


def _whom(form: Form, plan: Plan, cells: Sequence[MeantCell]) -> Sequence[Whom] | Message:
    named = _named_for(form, plan)
    if named:
        return named
    items = frozenset(_items_of(cells))
    fitting = [whom for whom, owed in _owed(plan).items() if items <= owed]
    if len(fitting) == 1 and items:
        return fitting
    if fitting and items:
        return say(
            "It fits several papers: {papers}. Name it in the column Shakli of the sheet "
            "Hisobotlar, beside the paper that it is for (“akmplan init” makes that sheet).",
            papers=tuple(_paper(*one, plan) for one in fitting),
        )
    return say(
        "No paper holds all that it asks for. Name it in the column Shakli of the sheet "
        "Hisobotlar, beside the paper that it is for (“akmplan init” makes that sheet)."
    )


def _named_for(form: Form, plan: Plan) -> Sequence[Whom]:
    key = form_key(form.name)
    named = {(form.recipient, form.span) for form in plan.forms if form_key(form.name) == key}
    return sorted(named)


def _owed(plan: Plan) -> dict[Whom, set[str]]:
    owed: dict[Whom, set[str]] = {}
    for item in plan.items:
        for obligation in item.obligations:
            owed.setdefault((obligation.recipient, obligation.span), set()).add(item.code)
    return owed


def _items_of(cells: Sequence[MeantCell]) -> Iterator[str]:
    for cell in cells:
        for one in cell.meant:
            if isinstance(one, FigureMeant):
                yield one.item.code


def _paper(key: str, span: Span, plan: Plan) -> str:
    return f"{recipient_name(key, plan.items)} – {SPAN_WORDS[span.name]}"


def _bounded(form: Form, faults: Sequence[FormFault]) -> Sequence[FormFault]:
    """A form spoilt in every cell is told in a screenful."""
    left = len(faults) - _MOST_FAULTS
    if left <= 0:
        return faults
    rest = FormFault(Place(form.file), say("{n} more marks like these are wrong.", n=left))
    return (*faults[:_MOST_FAULTS], rest)


def _without_marks(form: Form) -> Message:
    return say(
        "“{file}” holds no mark such as {mark} and is not filled.",
        file=form.file,
        mark="{{ IV.12.davr }}",
    )


def _of_another_kind(name: str) -> Message:
    return say(
        "“{file}” lies beside the templates and is not filled: save it as an Excel workbook "
        "(.xlsx).",
        file=name,
    )
