"""Sums and roll-ups, said once: checks and papers take the same figures and cannot disagree."""

from akmplan.figures.due import DueSpan, due_spans
from akmplan.figures.ledger import Figure, Ledger, Respondent, stated
from akmplan.figures.observations import (
    Observation,
    repeated_rows,
    sheets_that_count,
    twins,
)

__all__ = [
    "DueSpan",
    "Figure",
    "Ledger",
    "Observation",
    "Respondent",
    "due_spans",
    "repeated_rows",
    "sheets_that_count",
    "stated",
    "twins",
]
