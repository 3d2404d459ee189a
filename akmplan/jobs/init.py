"""`akmplan init PLAN.xlsx`: a copy of a plan workbook with the helper sheets that it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from akmplan.forms import NotExtendable, helper_tables, suffix_for, with_helper_sheets
from akmplan.jobs.preparing import Options, Prepared, judged
from akmplan.loading import helpers_present, load_given, load_year
from akmplan.model import Plan, Trouble
from akmplan.output import Addition, add_file


@dataclass(frozen=True, slots=True)
class Started:
    """What came of it. `copy` is None where nothing was to be written, or could be."""

    prepared: Prepared
    added: tuple[str, ...] = ()
    copy: Addition | None = None
    holds_plan: bool = False  # the input folder has a plan for that year already
    extendable: bool = True


def start_from_plan(options: Options, path: Path) -> Started:
    """Adds the copy to the input folder, or to the output folder where a plan is there already.

    Raises CannotWrite.
    """
    prepared = judged(options, load_given(path, options.year, options.today.year))
    plan = prepared.year.plan
    if plan is None:
        return Started(prepared)
    if prepared.year.converted:
        return Started(prepared, extendable=False)
    tables = helper_tables(plan, helpers_present(path))
    added = tuple(table.layout.name for table in tables)
    if not added:
        return Started(prepared)
    try:
        content = with_helper_sheets(path.read_bytes(), tables)
        name = f"ish-reja-{plan.year}{suffix_for(content)}"
    except NotExtendable:
        return Started(prepared, extendable=False)
    return _written(prepared, plan, name, content, added)


def _written(
    prepared: Prepared, plan: Plan, name: str, content: bytes, added: tuple[str, ...]
) -> Started:
    options = prepared.options
    lies_there = _holds(options.input / name, content)
    holds_plan = not lies_there and _holds_plan(options, plan.year)
    folder = options.output if holds_plan else options.input
    return Started(prepared, added, add_file(folder / name, content), holds_plan)


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _holds_plan(options: Options, year: int) -> bool:
    """Whether the input folder has a plan for the year, be it one of two."""
    there = load_year(options.input, year, year)
    return there.plan is not None or any(
        problem.trouble is Trouble.TWO_PLANS for problem in there.problems
    )
