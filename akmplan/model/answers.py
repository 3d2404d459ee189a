"""What a rule may answer."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    HOLDS = "holds"
    BROKEN = "broken"
    CANNOT_BE_JUDGED = "cannot_be_judged"
