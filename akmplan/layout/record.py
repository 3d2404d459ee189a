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
FINDINGS_VERSION: Final = 1
FINDINGS_KEYS: Final = ("form", "version", "year")
# Hidden beside each finding, and found again by these headings wherever the row is sorted to.
FINDINGS_COLUMNS: Final = (
    "code", "item", "indicator", "period", "found", "file", "sheet", "cell",
)  # fmt: skip
FINDINGS_NOTE: Final = "Izoh"  # the column that people may fill in
KEYS: Final = ("form", "version", "status", "centre", "year", "period", "recipient")
COLUMNS: Final = (
    "item", "indicator", "unit", "target", "target_state", "value", "state", "months",
    "year_to_date", "sources",
)  # fmt: skip
