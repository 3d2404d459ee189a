"""Writes the sample workbooks into `input/`: `python -m tests.sample`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from .month_workbooks import sample_month_workbooks
from .plan_workbook import plan_workbook, workbook_bytes

INPUT: Final = Path(__file__).resolve().parents[2] / "input"
SAMPLES: Final[Mapping[str, Callable[[], Workbook]]] = {
    "ish-reja-2026.xlsx": plan_workbook,
    **sample_month_workbooks(),
}


def write_where_different(make: Callable[[], Workbook], path: Path) -> bool:
    """Writes the workbook only where it is missing or reads otherwise; says whether it did."""
    content = workbook_bytes(make())
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def main() -> None:
    for name, make in SAMPLES.items():
        done = "written" if write_where_different(make, INPUT / name) else "unchanged"
        sys.stdout.write(f"{name}: {done}\n")


if __name__ == "__main__":
    main()
