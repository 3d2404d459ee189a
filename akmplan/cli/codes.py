"""The exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    FINE = 0
    ERRORS = 1
    USAGE = 2
    NO_PLAN = 3
    CANNOT_WRITE = 4
    TEMPLATE = 5
    STOPPED = 130
