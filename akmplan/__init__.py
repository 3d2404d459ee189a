"""akmplan: a library centre's plan and monthly sheets, checked and turned into papers.

From Python:

    import akmplan
    from akmplan.messages import render

    year = akmplan.read("input")
    for finding in akmplan.check(year):
        print(finding.code, finding.place, render(finding.hit.message, "en"))

`import akmplan` loads nothing; what a function needs is loaded by its first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike

    from akmplan.findings import Finding
    from akmplan.model import Year

__version__ = "0.1.0"
__all__ = ["__version__", "check", "read"]


def read(
    folder: str | PathLike[str],
    year: int | None = None,
    *,
    today: date | None = None,
    templates: str | PathLike[str] | None = None,
) -> Year:
    """All that the workbooks of a folder say about one year. Nothing in the folder is changed.

    `year`: which; where it is None that of `today` if its plan is there, else the latest plan's.
    `today`: the day that counts as today, where None the real one. `templates`: the folder with
    the forms that `Hisobotlar` names, where None as for the commands: `templates/` where one
    works, else the built-in ones.

    Nothing is raised for what lies in the folder: what cannot be read is among the year's
    `problems`, and `check` makes findings of them. Without a plan `Year.plan` is None.
    """
    from dataclasses import replace
    from datetime import date
    from pathlib import Path

    from akmplan.documents import choose_templates
    from akmplan.loading import load_year

    found = load_year(Path(folder), year, (today or date.today()).year)
    chosen = choose_templates(Path(templates) if templates else None, Path.cwd())
    return replace(found, forms=chosen.forms())


def check(year: Year, *, today: date | None = None) -> tuple[Finding, ...]:
    """All findings of a year that was read, in the order of their places: the plan's first.

    `today`: the day up to which months and papers are due, where None the real one. An explained
    finding has its `explanation`. `akmplan.messages.render(finding.hit.message, "uz")` is its
    sentence, in `uz` or `en`.
    """
    from datetime import date

    from akmplan.checks import check as found_in
    from akmplan.figures import Ledger

    ledger = Ledger(year, year.plan) if year.plan else None
    return found_in(year, ledger, today or date.today())
