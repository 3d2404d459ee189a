"""The findings as people read them: worst first, numbered once for all sheets, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from textwrap import shorten
from typing import Final

from akmplan.documents.phrases import period_of
from akmplan.documents.remarks import LANGUAGE
from akmplan.findings import Finding, Found, Hit, Severity
from akmplan.messages import render
from akmplan.model import Place

_LONGEST_VALUE: Final = 60
_MOST_WITH_VALUES: Final = 8
_MOST_NAMED: Final = 60  # more would push the sentence itself out of sight


class Grade(Enum):
    """How bad a finding is, worst first; one that is explained may stand."""

    ERROR = "Xato"
    WARNING = "Ogohlantirish"
    NOTE = "Eslatma"
    EXPLAINED = "Izohlangan"

    @property
    def rank(self) -> int:
        return list(Grade).index(self)


_GRADES: Final = {
    Severity.ERROR: Grade.ERROR,
    Severity.WARNING: Grade.WARNING,
    Severity.NOTE: Grade.NOTE,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding and its number, which is the same on every sheet."""

    number: int
    finding: Finding

    @property
    def grade(self) -> Grade:
        return grade_of(self.finding)

    @property
    def said_grade(self) -> str:
        """`Xato`, or `Izohlangan (xato)`."""
        severity = _GRADES[self.finding.severity].value
        explained = self.finding.explanation is not None
        return f"{Grade.EXPLAINED.value} ({severity.lower()})" if explained else severity

    @property
    def period(self) -> str:
        """`mart oyi`; what is no period's code stands as it is."""
        code = self.finding.hit.period or ""
        return period_of(code) or code

    @property
    def message(self) -> str:
        """The sentence, and below it the other places that it is about."""
        hit = self.finding.hit
        said = render(hit.message, LANGUAGE)
        return f"{said}\n{_others(hit)}" if hit.also else said

    @property
    def explanation(self) -> str:
        explanation = self.finding.explanation
        return explanation.text if explanation else ""


def grade_of(finding: Finding) -> Grade:
    return Grade.EXPLAINED if finding.explanation else _GRADES[finding.severity]


def listed(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Worst first; those that are alike stay in their order."""
    ordered = sorted(findings, key=lambda finding: grade_of(finding).rank)
    return tuple(Entry(number, finding) for number, finding in enumerate(ordered, 1))


def counts(entries: Sequence[Entry]) -> str:
    """`Xato: 8 ta, ogohlantirish: 12 ta, eslatma: 5 ta, izohlangan: 0 ta.`"""
    grades = [entry.grade for entry in entries]
    said = ", ".join(f"{grade.value.lower()}: {grades.count(grade)} ta" for grade in Grade)
    return f"{said[0].upper()}{said[1:]}."


def _others(hit: Hit) -> str:
    """The places one by one, many of them without what stands there."""
    bare = len(hit.also) > _MOST_WITH_VALUES
    shown = hit.also[:_MOST_NAMED]
    named = [_other(place, None if bare else value, hit.place) for place, value in shown]
    rest = len(hit.also) - len(shown)
    more = f"; va yana {rest} ta" if rest else ""
    return f"Boshqa joylar: {'; '.join(named)}{more}"


def _other(place: Place, value: Found, beside: Place | None) -> str:
    """Only the cell where file and sheet are the finding's own."""
    near = beside is not None and (place.file, place.sheet) == (beside.file, beside.sheet)
    parts = (place.cell,) if near and place.cell else (place.file, place.sheet, place.cell)
    named = ", ".join(part for part in parts if part)
    typed = "" if value is None else shorten(str(value), _LONGEST_VALUE, placeholder=" …")
    return f"{named} ({typed})" if typed else named
