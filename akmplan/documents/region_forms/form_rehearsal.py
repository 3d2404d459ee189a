"""A form filled on trial, so that one that does not take it is named before anything is written."""

from __future__ import annotations

from datetime import date
from typing import Final

from akmplan.documents.region_forms.blank_form import Form, MarkedCell
from akmplan.documents.region_forms.filled_form import Cover, filled
from akmplan.documents.region_forms.form_entries import Entry
from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.messages import say
from akmplan.model import Place

_TRIAL: Final = Cover("Sinov", "Sinov", date(2000, 1, 1), draft=True, record=())
_WORD: Final = "sinov"
_NUMBER: Final = 12


def rehearse(form: Form) -> None:
    """Raises FormFault where what was put in does not stand in the form afterwards."""
    try:
        filled(form, [_entry(cell) for cell in form.cells], _TRIAL)
    except Exception as fault:
        # Whatever a workbook is like, its owner is told so and sees no traceback.
        detail = say(
            "It does not take what is put into its cells ({fault}). Open it in Excel and save it "
            "as a new workbook.",
            fault=fault,
        )
        raise FormFault(Place(form.file), detail) from fault


def _entry(cell: MarkedCell) -> Entry:
    """A number where a figure would be one; in a cell of dates it would be read as a date."""
    if cell.is_lone and not cell.style.format.section_for(_NUMBER).is_moment:
        return Entry(cell, _NUMBER)
    return Entry(cell, None, tuple((mark.start, mark.end, _WORD) for mark in cell.marks))
