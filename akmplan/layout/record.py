"""The hidden sheet of a finished paper, written by reports and read back by loading."""

from __future__ import annotations

from typing import Final

SHEET: Final = "_akmplan"
FORM: Final = "akmplan-hisobot"
FILLED_FORM: Final = "akmplan-shakl"  # of a form handed down, beside the paper of its period
VERSION: Final = 1
DRAFT: Final = "loyiha"
FINAL: Final = "yakuniy"
KEYS: Final = ("form", "version", "status", "centre", "year", "period", "recipient")
COLUMNS: Final = (
    "item", "indicator", "unit", "target", "target_state", "value", "state", "months",
    "year_to_date", "sources",
)  # fmt: skip
