"""`akmplan build`: reads, checks, writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from akmplan.documents import TemplateFault, check_templates, open_forms
from akmplan.documents.pdf import Printed, is_word, pdf_name, pdfs_of
from akmplan.jobs.open_years import OpenYears, open_years
from akmplan.jobs.prepared_year import Options, Prepared
from akmplan.jobs.wrong_use import (
    refuse_documents_within_input,
    refuse_other_years,
    refuse_output_within_input,
    refuse_unknown,
)
from akmplan.jobs.year_documents import FormsByYear, YearDocuments, documents_of, forms_by_year
from akmplan.messages import Message
from akmplan.model import Plan
from akmplan.output import (
    Document,
    Outcome,
    Outlook,
    OutputFolder,
    output_folder,
    refuse_unwritable,
)
from akmplan.papers_owed import Gap, Paper, months_missing, papers_owed, papers_superfluous


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `outcome` is None where nothing could be built.

    `pages`: the page of each year, that to be opened first first. `missing`: whose month is
    missing, by year. `superfluous`: papers that went because `Hisobotlar` does not name them.
    `renamed`: names under which the page and the findings stood while another year was the usual.
    `printed`: None where no PDFs were asked for. `outdated`: PDFs beside a newer Word document.
    """

    years: OpenYears
    template_faults: tuple[TemplateFault, ...] = ()
    notices: tuple[Message, ...] = ()
    outcome: Outcome | None = None
    pages: Mapping[int, str] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()
    missing: tuple[tuple[Prepared, tuple[Gap, ...]], ...] = ()
    superfluous: tuple[str, ...] = ()
    renamed: frozenset[str] = frozenset()
    printed: Printed | None = None
    outdated: tuple[str, ...] = ()

    @property
    def prepared(self) -> Prepared:
        """The year of the run."""
        return self.years.run


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for."""

    periods: Sequence[str]
    recipients: Sequence[str]
    pdf: bool

    @property
    def whole(self) -> bool:
        return not self.periods and not self.recipients

    def names(self, paper: Paper) -> bool:
        return (not self.periods or paper.period.code in self.periods) and (
            not self.recipients or paper.recipient in self.recipients
        )


def build(
    options: Options,
    periods: Sequence[str],
    recipients: Sequence[str],
    *,
    pdf: bool = False,
    wait: Callable[[], None] = lambda: None,
) -> Built:
    """Writes plan and papers of every open year; with periods or recipients only the run's year's
    and of its papers only theirs.

    `wait` is called where another build has the output folder, before it is waited for. Raises
    CannotWrite, and WrongUse where no such paper is owed or the folders are one.
    """
    refuse_output_within_input(options.input, options.output)
    wish = _Wish(periods, recipients, pdf)
    years = open_years(options, alone=not wish.whole)
    if not any(prepared.year.plan for prepared in years):
        return Built(years)
    if plan := years.run.year.plan:
        _refuse_what_nobody_is_owed(plan, periods, recipients)
    opened = open_forms(options.templates)
    forms = forms_by_year(years, opened)
    own = forms[years.run.year.year]
    faults = (*check_templates(options.templates), *own.faults)
    if faults:
        refuse_unwritable(options.output)
        return Built(years, faults, own.notices)
    with output_folder(options.output, options.input, wait) as folder:
        if folder.waited:  # what was read may be older than what the other build has written
            years = open_years(options, alone=not wish.whole)
            forms = forms_by_year(years, opened)
        return replace(_written(folder, years, forms, wish), notices=own.notices)


def _written(folder: OutputFolder, years: OpenYears, forms: FormsByYear, wish: _Wish) -> Built:
    made = tuple(documents_of(years, forms, wish.names))
    outlook = folder.outlook(
        [one.batch(_pages_to_come(one, wish), full=wish.whole) for one in made]
    )
    printed = _printed(folder, made, outlook) if wish.pdf else None
    pdfs = {document.name: document for document in printed.documents} if printed else {}
    batches = [
        one.batch([one.page(outlook, made), *_pdfs_of(one, pdfs)], full=wish.whole) for one in made
    ]
    names = [document.name for batch in batches for document in batch.documents]
    refuse_documents_within_input(years.run.options.input, folder.path, names)
    outcome = folder.publish(batches)
    drafts = [document.name for batch in batches for document in batch.documents if document.draft]
    return Built(
        years,
        outcome=outcome,
        pages={one.brief.plan.year: one.page_name for one in made},
        drafts=tuple(drafts),
        missing=tuple(_missing(years)),
        superfluous=tuple(_superfluous(made, outcome)),
        renamed=frozenset(name for one in made for name in one.former_names),
        printed=printed,
        outdated=_outdated(folder.path, outcome),
    )


def _pages_to_come(year_documents: YearDocuments, wish: _Wish) -> Iterator[Document]:
    """The names of what is made last."""
    yield Document(year_documents.page_name, b"")
    if wish.pdf:
        yield from (
            Document(pdf_name(word.name), b"") for word in year_documents.made if is_word(word.name)
        )


def _pdfs_of(year_documents: YearDocuments, pdfs: dict[str, Document]) -> Iterator[Document]:
    names = (pdf_name(word.name) for word in year_documents.made if is_word(word.name))
    yield from (pdfs[name] for name in names if name in pdfs)


def _printed(folder: OutputFolder, made: Sequence[YearDocuments], outlook: Outlook) -> Printed:
    """The PDFs; what was changed by hand is printed as it was changed."""
    edited = dict(outlook.edited)
    ready = [
        _as_it_stands(folder.path, document) if document.name in edited else document
        for year_documents in made
        for document in year_documents.made
    ]
    return pdfs_of(ready)


def _as_it_stands(folder: Path, document: Document) -> Document:
    with suppress(OSError):
        return replace(document, content=(folder / document.name).read_bytes(), draft=False)
    return document


def _outdated(folder: Path, outcome: Outcome) -> tuple[str, ...]:
    """PDFs that this run neither wrote nor named, beside a Word document that is now another."""
    beside = {name for name, _ in (*outcome.edited, *outcome.open)}
    named = {*outcome.written, *outcome.kept, *outcome.withheld, *outcome.not_removed, *beside}
    changed = (name for name in outcome.written if name not in outcome.unchanged)
    pdfs = (pdf_name(name) for name in changed if is_word(name))
    return tuple(name for name in pdfs if name not in named and (folder / name).is_file())


def _missing(years: OpenYears) -> Iterator[tuple[Prepared, tuple[Gap, ...]]]:
    """Of the run's year and of the one before it; the year after has not begun."""
    for prepared in (years.run, years.before):
        if prepared and prepared.ledger:
            yield prepared, months_missing(prepared.ledger, prepared.options.today)


def _superfluous(made: Sequence[YearDocuments], outcome: Outcome) -> Iterator[str]:
    names = {
        paper.name
        for year_documents in made
        for paper in papers_superfluous(year_documents.brief.plan)
    }
    yield from (name for name in outcome.removed if name.rpartition(".")[0] in names)


def _refuse_what_nobody_is_owed(
    plan: Plan, periods: Sequence[str], recipients: Sequence[str]
) -> None:
    refuse_other_years(periods, plan.year)
    owed = papers_owed(plan)
    refuse_unknown(recipients, sorted({paper.recipient for paper in owed}))
    refuse_unknown(periods, dict.fromkeys(paper.period.code for paper in owed))
