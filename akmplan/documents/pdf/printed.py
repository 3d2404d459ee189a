"""What comes of turning Word documents into PDFs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from akmplan.output import Document

_WORD: Final = ".docx"


class Trouble(StrEnum):
    """Why a PDF is not there."""

    NOT_FOUND = "not found"  # no LibreOffice on this computer
    TOO_SLOW = "too slow"  # it made nothing for too long and was stopped
    NOT_MADE = "not made"  # it ended without it
    UNSOUND = "unsound"  # it made something that must not leave the house


@dataclass(frozen=True, slots=True)
class Printed:
    """The finished PDFs, and those that are not there: (name, why)."""

    documents: tuple[Document, ...]
    missing: tuple[tuple[str, Trouble], ...] = ()

    def missing_for(self, trouble: Trouble) -> tuple[str, ...]:
        return tuple(name for name, why in self.missing if why is trouble)


def is_word(name: str) -> bool:
    return name.endswith(_WORD)


def pdf_name(word_name: str) -> str:
    """`2026-1-chorak/viloyat-akm.docx`: the PDF of the same name beside it."""
    return f"{word_name.removesuffix(_WORD)}.pdf"
