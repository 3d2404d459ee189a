"""Sums and roll-ups, said once: checks and papers take the same figures and cannot disagree."""

from akmplan.figures.causes import TOTAL, Cause, CauseKind, likely_causes
from akmplan.figures.due import DueSpan, due_spans
from akmplan.figures.ledger import Figure, Ledger, Respondent, rolled_up, stated
from akmplan.figures.observations import (
    Observation,
    repeated_rows,
    sheets_that_count,
    twins,
)

__all__ = [
    "TOTAL",
    "Cause",
    "CauseKind",
    "DueSpan",
    "Figure",
    "Ledger",
    "Observation",
    "Respondent",
    "due_spans",
    "likely_causes",
    "repeated_rows",
    "rolled_up",
    "sheets_that_count",
    "stated",
    "twins",
]
