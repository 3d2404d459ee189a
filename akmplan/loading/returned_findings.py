"""The workbooks of findings in a folder that came back with explanations, for one year."""

from __future__ import annotations

from akmplan.layout import record
from akmplan.loading.gathered import Gathered
from akmplan.loading.helpers.findings_workbook import read_findings_workbook
from akmplan.loading.known_sheets import form_of, said_by
from akmplan.loading.opened import Opened
from akmplan.loading.plan_of_year import PlanOfYear
from akmplan.model import Place, Workbook


def read_returned_findings(opened: Opened, own: PlanOfYear, gathered: Gathered) -> None:
    """Behind `Izohlar`, and the later by name first. One of a year beside this one that has a plan
    here is that year's."""
    if own.plan is None:
        return
    beside = {str(year) for year in opened.neighbours(own.year)}
    for workbook in sorted(opened.folder.workbooks, key=_by_name, reverse=True):
        if form_of(workbook) != record.FINDINGS_FORM:
            continue
        said_year = said_by(workbook, "year") or ""
        read = read_findings_workbook(workbook.grids, said_year, own.plan)
        gathered.explanations.extend(read.explanations)
        gathered.problems.extend(read.problems if said_year not in beside else ())
        for use in read.uses:
            gathered.uses[Place(workbook.file, use.name)] = use


def _by_name(workbook: Workbook) -> tuple[str, str]:
    """Without the ending, so that `kamchiliklar (2)` is later than `kamchiliklar`."""
    stem = workbook.file.rpartition(".")[0]
    return stem.casefold(), workbook.file
