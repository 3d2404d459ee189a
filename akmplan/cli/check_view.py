"""`check` on the terminal or as JSON."""

from __future__ import annotations

from akmplan.cli.answers_view import show_answers
from akmplan.cli.codes import Exit
from akmplan.cli.findings_view import show_findings
from akmplan.cli.json_output import print_json
from akmplan.cli.notices import show_notices, show_templates
from akmplan.cli.speech import Speech
from akmplan.jobs.check import as_json, check_input
from akmplan.jobs.prepared_year import Options, Prepared


def run_check(speech: Speech, options: Options, shape: str, all_answers: bool) -> int:
    checked = check_input(options, all_answers=all_answers)
    show_notices(speech, checked.prepared.year)
    if shape == "json":
        print_json(as_json(checked, speech.language))
    else:
        show_findings(speech, checked.prepared.findings)
        if checked.answers is not None:
            speech.out()
            show_answers(speech, checked.answers)
    show_templates(speech, checked.template_faults, checked.notices)
    return code_of(checked.prepared, templates_fail=bool(checked.template_faults))


def code_of(prepared: Prepared, *, templates_fail: bool = False) -> Exit:
    """Where several hold: no plan before a template error, that before errors."""
    if prepared.year.plan is None:
        return Exit.NO_PLAN
    if templates_fail:
        return Exit.TEMPLATE
    return Exit.ERRORS if prepared.has_errors else Exit.FINE
