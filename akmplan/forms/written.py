"""Texts put into sheets whole, or not at all."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """A text as it is, never a formula or a link; a blank one leaves the cell's look alone."""
    if text:
        refuse_cut(sheet.write_string(row, column, text, style), text)
    else:
        sheet.write_blank(row, column, None, style)


def refuse_cut(code: int, text: str) -> None:
    """XlsxWriter cuts or leaves out what a cell cannot hold, and says so only by its code."""
    if code:
        raise ValueError(f"a cell does not hold this text: {text[:60]!r}")
