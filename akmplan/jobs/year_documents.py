"""The documents of one open year on their way into the output folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from akmplan.documents import Templates, documents, page, page_name
from akmplan.documents.brief import Brief, findings_name
from akmplan.documents.paper.ready_paper import ready_papers
from akmplan.jobs.open_years import OpenYears
from akmplan.jobs.prepared_year import Options
from akmplan.output import Batch, Document, Outlook
from akmplan.papers_owed import Paper

if TYPE_CHECKING:  # the libraries that read forms are heavy
    from akmplan.documents.region_forms import LookedOver, OpenedForms

FormsByYear: TypeAlias = Mapping[int, "LookedOver"]
# Where one of these stands, nobody knows what else would have been there to be built.
_NOT_ALL_READ = frozenset(("L101", "L102", "L103", "L104"))


@dataclass(frozen=True, slots=True)
class YearDocuments:
    """All documents of a year but its page. `removes`: what is no longer built may go."""

    brief: Brief
    templates: Templates
    made: tuple[Document, ...]
    removes: bool

    @property
    def page_name(self) -> str:
        """The page to be opened first."""
        return page_name(self.brief)

    def batch(self, pages: Iterable[Document], *, full: bool) -> Batch:
        """The year's documents as they are listed; `pages` are made once all others are."""
        listed = [*pages, *self.made]
        return Batch(str(self.brief.plan.year), listed, full=full, removes=self.removes)

    @property
    def former_names(self) -> tuple[str, str]:
        """The names of page and findings while another year was, or is, the usual one."""
        other = replace(self.brief, usual=not self.brief.usual)
        return page_name(other), findings_name(other)

    def page(self, outlook: Outlook, all_years: Iterable[YearDocuments]) -> Document:
        """The page, which says what becomes of the others and leads to those of other years.
        Raises TemplateFault."""
        gone = tuple(name for name in outlook.removed if name not in self.former_names)
        others = (other for other in all_years if other is not self)
        beside = {other.brief.plan.year: other.page_name for other in others}
        told = replace(self.brief, outlook=replace(outlook, removed=gone), pages=beside)
        return page(told, self.templates)


def forms_by_year(years: OpenYears, opened: OpenedForms) -> FormsByYear:
    """The forms beside the plan of each open year."""
    return {prepared.year.year: opened.fitted_to(prepared.year.plan) for prepared in years}


def documents_of(
    years: OpenYears, forms: FormsByYear, wants: Callable[[Paper], bool]
) -> Iterator[YearDocuments]:
    """Those of each year that has a plan; of the papers the wanted ones. Of the year after only
    the plan is anything yet."""
    all_is_read = _all_is_read(years)
    for prepared in years:
        plan, ledger = prepared.year.plan, prepared.ledger
        if plan is None or ledger is None:
            continue
        fitted, templates = forms[prepared.year.year], prepared.options.templates
        papers = ready_papers(ledger, prepared.findings, prepared.options.today)
        begun = () if prepared is years.after else papers
        brief = Brief(
            ledger,
            prepared.findings,
            papers,
            tuple(ready for ready in begun if wants(ready.paper)),
            prepared.options.today,
            input_seen_from_output(prepared.options),
            fitted.forms,
            usual=plan.year == years.usual,
        )
        # A form may have been changed for the next year's plan, and fit this one no more.
        removes = all_is_read and not fitted.faults
        yield YearDocuments(brief, templates, tuple(documents(brief, templates)), removes)


def input_seen_from_output(options: Options) -> str | None:
    """The input folder, relative to the output folder, with "/"."""
    try:
        return PurePath(os.path.relpath(options.input, options.output)).as_posix()
    except ValueError:  # no relative path leads from one drive of Windows to another
        return None


def _all_is_read(years: OpenYears) -> bool:
    """Explained or not: what is not read is not read. A file may be of any of the years."""
    findings = (finding for prepared in years for finding in prepared.findings)
    return not any(finding.code in _NOT_ALL_READ for finding in findings)
