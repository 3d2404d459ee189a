"""`umumiy-holat.html`: the one page that a director opens first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akmplan.documents.brief import Brief, page_name
from akmplan.documents.overview.page_template import page_template
from akmplan.documents.overview.page_view import page_view
from akmplan.documents.overview.views import PageView
from akmplan.documents.templates.template_folder import Templates
from akmplan.documents.templates.templated_report import TemplatedReport
from akmplan.output import Document

TEMPLATE: Final = "umumiy-holat.html"

__all__ = ["TEMPLATE", "overview_documents"]


def _filled(found: tuple[str, bytes], view: PageView) -> bytes:
    return page_template(*found).filled(view)


def _documents(brief: Brief, templates: Templates) -> Iterator[Document]:
    """The one page of the year. Raises TemplateFault where its template is broken."""
    sources = {one.file: one.sha256 for one in brief.year.inputs}
    content = _filled(templates.find(TEMPLATE), page_view(brief))
    yield Document(page_name(brief), content, sources)


overview_documents: Final = TemplatedReport(TEMPLATE, PageView, _filled, _documents)
