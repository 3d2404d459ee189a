"""The hidden sheet `_akmplan` of a workbook made here: what its `form` says, the workbook is.

Of a finished paper it holds the figures too; reports write it and loading reads it back.
"""

from __future__ import annotations

from typing import Final

SHEET: Final = "_akmplan"
FORM: Final = "akmplan-hisobot"
FILLED_FORM: Final = "akmplan-shakl"  # of a form handed down, beside the paper of its period
FINDINGS_FORM: Final = "akmplan-kamchiliklar"  # the findings, whose Izoh people may fill in
HELPER_FORM: Final = "akmplan-yordamchi"  # helper sheets beside a plan's workbook
VERSION: Final = 1
DRAFT: Final = "loyiha"
FINAL: Final = "yakuniy"
KEYS: Final = ("form", "version", "status", "centre", "year", "period", "recipient")
COLUMNS: Final = (
    "item", "indicator", "unit", "target", "target_state", "value", "state", "months",
    "year_to_date", "sources",
)  # fmt: skip
