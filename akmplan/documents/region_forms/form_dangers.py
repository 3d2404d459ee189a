"""What no form may bring into a paper, said so that its owner can take it out in Excel."""

from __future__ import annotations

from typing import Final

from akmplan.documents.region_forms.form_fault import FormFault
from akmplan.messages import Message, say
from akmplan.model import Place
from akmplan.office.dangers import Danger, Peril, dangers_in
from akmplan.office.outward_formulas import reaching_outside
from akmplan.office.package import Package
from akmplan.workbooks.openxml.contents import Contents

_MACROS: Final = say(
    "It holds macros. Open it in Excel and save it as an ordinary workbook (.xlsx)."
)
_LINKS: Final = say(
    "It takes values from other workbooks or programs. Open it in Excel, break the links (Data, "
    "Edit Links) and save it."
)
_QUERIES: Final = say(
    "It holds a pivot table or a query, whose stored figures would not be the paper's. Open it in "
    "Excel and put plain cells in their place."
)
_OBJECTS: Final = say(
    "It holds an object or a control of another program, or a digital signature. Open it in Excel, "
    "take that out and save it."
)
# What leads outside is named by where it leads.
_REFUSED: Final = {
    Peril.MACROS: _MACROS, Peril.RIBBON: _MACROS, Peril.LINKS: _LINKS, Peril.QUERIES: _QUERIES,
    Peril.OBJECTS: _OBJECTS, Peril.EMBEDDED: _OBJECTS, Peril.EXTENSIONS: _OBJECTS,
    Peril.SIGNATURE: _OBJECTS,
}  # fmt: skip
_LEADING: Final = frozenset((Peril.ADDRESS, Peril.TEMPLATE, Peril.OUTSIDE, Peril.PAGE))


def refuse_dangers(file: str, package: Package, contents: Contents) -> None:
    """Raises FormFault with the first thing for which the form is refused."""
    for danger in dangers_in(package):
        message = _refusal(danger)
        if message is not None:
            raise FormFault(Place(file), message)
    parts = (contents.part, *(entry.part for entry in contents.sheets))
    formula = next(reaching_outside(package.root(part) for part in parts), None)
    if formula is not None:
        raise FormFault(
            Place(file),
            say(
                "The formula “{formula}” reaches outside of the form. Put a value or a mark in "
                "its place.",
                formula=formula,
            ),
        )


def _refusal(danger: Danger) -> Message | None:
    if danger.peril in _LEADING:
        return say(
            "It leads to “{target}”, outside of itself. Take that link or picture out.",
            target=danger.target,
        )
    return _REFUSED.get(danger.peril)
