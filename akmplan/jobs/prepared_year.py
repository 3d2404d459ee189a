"""What every job begins with: the options, the year that was read, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from akmplan.checks import check
from akmplan.documents import Templates
from akmplan.figures import Ledger
from akmplan.findings import Finding
from akmplan.loading import load_year
from akmplan.model import Year


@dataclass(frozen=True, slots=True)
class Options:
    """The options that every command accepts."""

    input: Path
    output: Path
    templates: Templates
    year: int | None
    today: date


@dataclass(frozen=True, slots=True)
class Prepared:
    """The year as read and judged. `ledger` is None where there is no plan."""

    options: Options
    year: Year
    ledger: Ledger | None
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        return any(finding.unexplained_error for finding in self.findings)


def prepare(options: Options) -> Prepared:
    """Reads the input folder and judges what stands in it."""
    return judged(options, load_year(options.input, options.year, options.today.year))


def judged(options: Options, year: Year) -> Prepared:
    """A year that was read, with what is found in it."""
    year = replace(year, forms=options.templates.forms())
    ledger = Ledger(year, year.plan) if year.plan else None
    return Prepared(options, year, ledger, check(year, ledger, options.today))
