"""A report that fills a template which staff may change, and can be tried out beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from akmplan.documents.brief import Brief
from akmplan.documents.templates.template_folder import Templates
from akmplan.output import Document


@dataclass(frozen=True, slots=True)
class TemplatedReport:
    """Writes like any report; the rehearsal fills its template with made-up views.

    `fill` is given the template as it was found and a view. Raises TemplateFault.
    """

    template: str
    view: type
    fill: Callable[[tuple[str, bytes], Any], bytes]
    write: Callable[[Brief, Templates], Iterable[Document]]

    def __call__(self, brief: Brief, templates: Templates) -> Iterable[Document]:
        return self.write(brief, templates)
