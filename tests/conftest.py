"""Random examples take the time that they take: a slow machine is no fault of what is tried.
Templates are tried out once a worker, not by each of the thousands of commands that tests give."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from akmplan.documents.all_reports import REPORTS
from akmplan.documents.templates import rehearsal
from akmplan.documents.templates.template_folder import TemplateFault, Templates
from akmplan.documents.templates.templated_report import TemplatedReport

settings.register_profile(
    "any machine",
    parent=settings.default,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("any machine")

TEMPLATES = [report.template for report in REPORTS if isinstance(report, TemplatedReport)]


@pytest.fixture(scope="session", autouse=True)
def _templates_tried_out_once() -> Iterator[None]:
    """What a rehearsal finds depends on the templates' names and bytes, and on nothing else."""
    found: dict[tuple[tuple[str, bytes], ...], tuple[TemplateFault, ...]] = {}
    rehearse = rehearsal.faults

    def faults(templates: Templates) -> tuple[TemplateFault, ...]:
        try:
            key = tuple(templates.find(name) for name in TEMPLATES)
        except TemplateFault:
            return rehearse(templates)
        if key not in found:
            found[key] = rehearse(templates)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rehearsal, "faults", faults)
        yield
