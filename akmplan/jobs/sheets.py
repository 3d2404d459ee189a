"""`akmplan sheets`: monthly workbooks for every service and post, from the plan."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.forms import START_SCRIPT_NAME, month_workbook, month_workbook_name, start_script
from akmplan.jobs.preparing import Options, Prepared, prepare
from akmplan.output import Addition, add_file


@dataclass(frozen=True, slots=True)
class Laid:
    """What now lies in the input folder, and the start script beside it."""

    prepared: Prepared
    workbooks: tuple[Addition, ...] = ()
    script: Addition | None = None


def lay_sheets(options: Options) -> Laid:
    """Adds a workbook for each service and post; none that is there is changed.

    Raises CannotWrite.
    """
    prepared = prepare(options)
    plan = prepared.year.plan
    if plan is None:
        return Laid(prepared)
    workbooks = tuple(
        add_file(
            options.input / month_workbook_name(service, plan.year), month_workbook(plan, service)
        )
        for service in plan.services
    )
    script = options.input.resolve().parent / START_SCRIPT_NAME
    laid = Addition(script, new=False) if script.exists() else add_file(script, start_script())
    return Laid(prepared, workbooks, laid)
