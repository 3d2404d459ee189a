"""Word documents of a build into the PDFs that lie beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from akmplan.documents.pdf.conversion import converted
from akmplan.documents.pdf.office import libreoffice
from akmplan.documents.pdf.printed import Printed, Trouble, is_word, pdf_name
from akmplan.documents.pdf.seal import sealed
from akmplan.documents.phrases import DRAFT
from akmplan.office.proof import NotAsMeant
from akmplan.output import Document

_NO_DAY: Final = date(1980, 1, 1)  # as the entries of every package say


def printed(documents: Sequence[Document]) -> Printed:
    """A PDF for each Word document, or why there is none."""
    word = [document for document in documents if is_word(document.name)]
    finished: list[Document] = []
    missing: list[tuple[str, Trouble]] = []
    for document, made in zip(word, _made(word), strict=True):
        outcome = made if isinstance(made, Trouble) else _finished(document, made)
        if isinstance(outcome, Trouble):
            missing.append((pdf_name(document.name), outcome))
        else:
            finished.append(outcome)
    return Printed(tuple(finished), tuple(missing))


def _made(word: Sequence[Document]) -> Sequence[bytes | Trouble]:
    """What LibreOffice makes of each document, not yet looked at."""
    office = libreoffice()
    if office is None:
        return [Trouble.NOT_FOUND] * len(word)
    try:
        made = converted(office, [document.content for document in word])
    except OSError:  # it cannot be started, or the disk takes no passing files
        return [Trouble.NOT_MADE] * len(word)
    why = Trouble.NOT_MADE if made.in_time else Trouble.TOO_SLOW
    return [why if pdf is None else pdf for pdf in made.pdfs]


def _finished(document: Document, pdf: bytes) -> Document | Trouble:
    must_say = DRAFT if document.draft else ""
    try:
        content = sealed(pdf, document.content, document.day or _NO_DAY, must_say)
    except NotAsMeant:
        return Trouble.UNSOUND
    return replace(document, name=pdf_name(document.name), content=content)
