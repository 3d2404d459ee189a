"""LOYIHA in the heading of every printed page, and on the tab; the form's cells stay its own."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from akmplan.documents.phrases import DRAFT
from akmplan.documents.region_forms.element_order import child_after

_RED: Final = "FFC00000"
_MARK: Final = f'&"-,Bold"&14{DRAFT}'
_LONGEST: Final = 255  # letters that Excel takes in a header
_SECTION: Final = re.compile(r"(?<!&)&([LCR])")
_FREE_FIRST: Final = "RLC"
_BEFORE_HEADER: Final = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
)  # fmt: skip
_HEADERS: Final = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader")


def mark_as_draft(sheet: etree._Element) -> None:
    """Adds the mark to the sheet's headers, beside what stands in them, and colours its tab."""
    properties = child_after(sheet, "sheetPr", ())
    colour = child_after(properties, "tabColor", ())
    colour.attrib.clear()
    colour.set("rgb", _RED)
    whole = child_after(sheet, "headerFooter", _BEFORE_HEADER)
    names = ["oddHeader"]
    names += ["evenHeader"] if _is_true(whole.get("differentOddEven")) else []
    names += ["firstHeader"] if _is_true(whole.get("differentFirst")) else []
    for name in names:
        header = child_after(whole, name, _HEADERS[: _HEADERS.index(name)])
        header.text = with_mark(header.text or "")


def with_mark(header: str) -> str:
    """The header with the mark in a section that is free, else above what stands on the right."""
    rest = _SECTION.split(header if _SECTION.match(header) else f"&C{header}")[1:]
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    free = next((one for one in _FREE_FIRST if not sections.get(one)), None)
    sections[free or "R"] = _MARK if free else f"{_MARK}\n{sections['R']}"
    made = "".join(f"&{one}{sections[one]}" for one in "LCR" if sections.get(one))
    return made if len(made) <= _LONGEST else f"&R{_MARK}"


def _is_true(value: str | None) -> bool:
    return value in ("1", "true", "on")
