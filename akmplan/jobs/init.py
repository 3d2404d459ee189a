"""`akmplan init PLAN.xlsx`: the helper workbook of a plan, filled with what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from akmplan.input_forms import helper_tables, helper_workbook, helper_workbook_name
from akmplan.jobs.laid_files import lay_out, lay_script
from akmplan.jobs.prepared_year import Options, Prepared, judged
from akmplan.jobs.wrong_use import refuse_output_within_input
from akmplan.loading import helpers_there, load_given, load_year
from akmplan.model import Place, Plan, Problem, Trouble
from akmplan.output import Addition, add_file


@dataclass(frozen=True, slots=True)
class Started:
    """What came of it. `workbook` is None where no helper sheet is lacking; `beside` names the
    files of the input folder that are there for the same purpose, `other_plans` the plan that is
    there for the same year: then nothing is made of this one."""

    prepared: Prepared
    added: tuple[str, ...] = ()
    workbook: Addition | None = None
    beside: tuple[str, ...] = ()
    plan: Addition | None = None  # the copy in the input folder
    other_plans: tuple[str, ...] = ()
    script: Addition | None = None


def start_from_plan(options: Options, path: Path) -> Started:
    """Adds the helper workbook to the input folder, or to the output folder where one is there
    already, and the plan where the input folder has none for its year. Raises CannotWrite, and
    WrongUse where the output folder lies in the input folder."""
    refuse_output_within_input(options.input, options.output)
    prepared = judged(options, load_given(path, options.year, options.today.year))
    plan = prepared.year.plan
    if plan is None:
        return Started(prepared)
    copy, others = _plan_in_input(options, plan, path)
    if others:
        return Started(prepared, other_plans=others)
    there = helpers_there(path, options.input, plan.year)
    tables = helper_tables(plan, there.kinds)
    name = helper_workbook_name(plan.year)
    beside = there.files or ((name,) if (options.input / name).exists() else ())
    workbook = None
    if tables:
        content = helper_workbook(plan, tables)
        workbook = (
            lay_out(options, {name: content}, name)[name]
            if beside
            else add_file(options.input / name, content)
        )
    added = tuple(table.layout.name for table in tables)
    return Started(prepared, added, workbook, beside, copy, (), lay_script(options))


def _plan_in_input(
    options: Options, plan: Plan, path: Path
) -> tuple[Addition | None, tuple[str, ...]]:
    """The copy, or the files that stand in its place."""
    if path.resolve().is_relative_to(options.input.resolve()):
        return None, ()
    content = path.read_bytes()
    there = _plans_in(options, plan.year)
    if there:
        same = all((options.input / file).read_bytes() == content for file in there)
        return None, () if same else there
    name = f"ish-reja-{plan.year}{path.suffix}"
    copy = add_file(options.input / name, content)
    return (copy, ()) if copy.new else (None, (name,))


def _plans_in(options: Options, year: int) -> tuple[str, ...]:
    """The workbooks of the input folder that hold a plan for the year, be they several."""
    there = load_year(options.input, year, year)
    if there.plan:
        return (there.plan.place.file,)
    twins = [problem for problem in there.problems if problem.trouble is Trouble.TWO_PLANS]
    places = (place for twin in twins for place in (twin.place, *_others(twin)))
    return tuple(sorted({place.file for place in places}))


def _others(problem: Problem) -> tuple[Place, ...]:
    others = problem.details.get("others")
    return others if isinstance(others, tuple) else ()
