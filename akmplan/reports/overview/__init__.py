"""`umumiy-holat.html`: the one page that a director opens first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akmplan.output import Document
from akmplan.reports.brief import Brief
from akmplan.reports.templates import Templates

TEMPLATE: Final = "umumiy-holat.html"

__all__ = ["TEMPLATE", "overview_documents"]


def overview_documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """The one page of the year. Raises TemplateFault where its template is broken."""
    from akmplan.reports.overview.page_template import page_template  # jinja2 is heavy
    from akmplan.reports.overview.page_view import page_view

    template = page_template(*templates.find(TEMPLATE))
    sources = {one.file: one.sha256 for one in brief.year.inputs}
    yield Document(TEMPLATE, template.filled(page_view(brief)), sources)
