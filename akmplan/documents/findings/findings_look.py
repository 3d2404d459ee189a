"""How the sheets of findings look: that of the papers, with links and shades of severity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from akmplan.documents.findings.findings_list import Grade
from akmplan.documents.workbook_look import Look, look_of

_CELL: Final[dict[str, Any]] = {
    "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1,
}  # fmt: skip
_TO_FILL_IN: Final = {"align": "left", "indent": 1, "bg_color": "#FFF8DC"}
_LINK: Final = {"font_color": "#0563C1", "underline": 1}
_SHADES: Final = {
    Grade.ERROR: "#F8D7DA",
    Grade.WARNING: "#FFF3CD",
    Grade.NOTE: "#DDEBF7",
    Grade.EXPLAINED: "#E2EFDA",
}


@dataclass(frozen=True, slots=True)
class FindingsLook:
    """The looks of cells. `grades`: a shade beside the word, never in its stead; `to_fill_in`: of
    what people may write."""

    usual: Look
    line: Format
    link: Format
    to_fill_in: Format
    grades: Mapping[Grade, Format]


def findings_look_of(workbook: Workbook) -> FindingsLook:
    """The looks, made once a workbook."""
    return FindingsLook(
        usual=look_of(workbook),
        line=workbook.add_format({"align": "center", "valign": "vcenter"}),
        link=workbook.add_format({**_CELL, **_LINK}),
        to_fill_in=workbook.add_format({**_CELL, **_TO_FILL_IN}),
        grades={
            grade: workbook.add_format({**_CELL, "bg_color": shade})
            for grade, shade in _SHADES.items()
        },
    )
