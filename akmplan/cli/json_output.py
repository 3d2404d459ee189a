"""Objects for other tools, written piece by piece: one may tell of a million cells."""

from __future__ import annotations

import json
import sys


def print_json(told: object) -> None:
    """The object on stdout, letters as they are."""
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    sys.stdout.flush()
