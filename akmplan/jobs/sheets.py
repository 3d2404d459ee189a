"""`akmplan sheets`: a monthly workbook for every service and post, from the plan; one that stands
there already is held against the plan, and what it would be today goes to the output folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from akmplan.input_forms import (
    Line,
    OtherLayout,
    Renewal,
    month_workbook,
    month_workbook_name,
    renewal_of,
    tabs_of,
)
from akmplan.jobs.laid_files import lay_out, lay_script
from akmplan.jobs.prepared_year import Options, Prepared, prepare
from akmplan.jobs.service_workbooks import ServiceWorkbooks, Stranger
from akmplan.jobs.wrong_use import refuse_output_within_input
from akmplan.layout.sheets import MONTH_FOLDER
from akmplan.model import Plan, Service
from akmplan.output import Addition, add_file
from akmplan.workbooks import UnreadableFile, read_with_extras


class Standing(StrEnum):
    """What came of one service's workbook."""

    NEW = "new"
    UP_TO_DATE = "up_to_date"
    RENEWED = "renewed"
    OTHER_LAYOUT = "other_layout"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ServiceSheets:
    """`files`: its workbooks of the input folder, or those that could be. `laid` is the new one,
    `reason` and `lacking` are of another layout."""

    service: Service
    standing: Standing
    files: tuple[str, ...] = ()
    laid: Addition | None = None
    renewal: Renewal | None = None
    reason: OtherLayout | None = None
    lacking: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of it, by service in the plan's order."""

    prepared: Prepared
    services: tuple[ServiceSheets, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    script: Addition | None = None

    @property
    def is_up_to_date(self) -> bool:
        return all(service.standing is Standing.UP_TO_DATE for service in self.services)


def lay_sheets(options: Options) -> Laid:
    """Adds a workbook for each service and post; none that is there is changed.

    Raises CannotWrite, and WrongUse where the output folder lies in the input folder.
    """
    refuse_output_within_input(options.input, options.output)
    prepared = prepare(options)
    plan = prepared.year.plan
    if plan is None:
        return Laid(prepared)
    workbooks = ServiceWorkbooks(options.input, prepared.year, plan)
    found = tuple(_sheets_of(options, plan, workbooks, service) for service in plan.services)
    services = _with_renewed(options, plan, found)
    return Laid(prepared, services, workbooks.strangers(), lay_script(options))


def _with_renewed(
    options: Options, plan: Plan, found: tuple[ServiceSheets, ...]
) -> tuple[ServiceSheets, ...]:
    """Lays out what is to take the place of old ones, and takes away what has done so."""
    contents = {
        month_workbook_name(service_sheets.service, plan.year): month_workbook(
            plan, service_sheets.service, service_sheets.renewal.tabs
        )
        for service_sheets in found
        if service_sheets.standing is Standing.RENEWED and service_sheets.renewal
    }
    is_sure = not any(service_sheets.standing is Standing.UNSURE for service_sheets in found)
    laid = lay_out(options, contents, f"{MONTH_FOLDER}-{plan.year}", removes=is_sure)
    return tuple(
        replace(
            service_sheets,
            laid=laid.get(
                month_workbook_name(service_sheets.service, plan.year), service_sheets.laid
            ),
        )
        for service_sheets in found
    )


def _sheets_of(
    options: Options, plan: Plan, workbooks: ServiceWorkbooks, service: Service
) -> ServiceSheets:
    unsure, files = workbooks.unsure(service), workbooks.files_of(service)
    if unsure:
        return ServiceSheets(service, Standing.UNSURE, unsure)
    if files:
        return _held_against_plan(options, plan, workbooks, service)
    path = options.input / month_workbook_name(service, plan.year)
    return ServiceSheets(service, Standing.NEW, laid=add_file(path, month_workbook(plan, service)))


def _held_against_plan(
    options: Options, plan: Plan, workbooks: ServiceWorkbooks, service: Service
) -> ServiceSheets:
    files = workbooks.files_of(service)
    try:
        read = _renewal(options, plan, workbooks, service)
    except UnreadableFile:
        return ServiceSheets(service, Standing.UNSURE, files)
    if isinstance(read, OtherLayout):
        lacking = workbooks.lacking(service)
        return ServiceSheets(service, Standing.OTHER_LAYOUT, files, reason=read, lacking=lacking)
    if not read.is_needed:
        return ServiceSheets(service, Standing.UP_TO_DATE, files, renewal=read)
    return ServiceSheets(service, Standing.RENEWED, files, renewal=read)


def _renewal(
    options: Options, plan: Plan, workbooks: ServiceWorkbooks, service: Service
) -> Renewal | OtherLayout:
    """Raises UnreadableFile."""
    files = workbooks.files_of(service)
    if len(files) > 1:
        return OtherLayout.SEVERAL
    within = workbooks.services_in(files[0])
    if service.key not in within:
        return OtherLayout.STRANGER
    if within != {service.key}:
        return OtherLayout.SHARED
    tabs = tabs_of(*read_with_extras(options.input / files[0], files[0]), plan.year)
    return tabs if isinstance(tabs, OtherLayout) else renewal_of(tabs, plan, service)
