"""Sheets added to a workbook that is there: every part is copied byte for byte, and only the four
that list sheets and formats get entries appended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from akmplan.forms.added_styles import add_styles
from akmplan.forms.helper_tables import HelperTable
from akmplan.forms.sheet_part import Styles, sheet_part
from akmplan.workbooks.openxml.namespaces import MAIN
from akmplan.workbooks.rewriting import NOT_A_WORKBOOK, Parts

_SUFFIXES: Final = (
    ("template.macroenabled", ".xltm"), ("macroenabled", ".xlsm"), ("template", ".xltx"),
)  # fmt: skip


class NotExtendable(Exception):  # noqa: N818 - it says what the workbook is
    """The package lacks a part that lists its sheets, or one that cannot be parsed."""


def with_helper_sheets(content: bytes, tables: Iterable[HelperTable]) -> bytes:
    """The workbook with the sheets behind its own. Raises NotExtendable."""
    try:
        parts = Parts(content)
        look = parts.target(parts.main, "/styles")
        styles = add_styles(parts.to_change(look)) if look else Styles()
        has_views = parts.root(parts.main).find(f"{{{MAIN}}}bookViews") is not None
        for table in tables:
            sheet = sheet_part(table, styles, has_views=has_views)
            parts.add_sheet(table.layout.name, sheet)
        return parts.written()
    except NOT_A_WORKBOOK as fault:
        raise NotExtendable(str(fault)) from fault


def suffix_for(content: bytes) -> str:
    """The ending that Excel wants: one with macros does not open as `.xlsx`."""
    try:
        kind = Parts(content).kind.lower()
    except NOT_A_WORKBOOK as fault:
        raise NotExtendable(str(fault)) from fault
    return next((suffix for mark, suffix in _SUFFIXES if mark in kind), ".xlsx")
