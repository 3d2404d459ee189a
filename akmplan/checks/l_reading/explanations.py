"""Explanations: which finding each one lets stand, and which have lapsed.

A row of `Izohlar` says what it is about by code, item, period and indicator. A row of a workbook
of findings does too; where the finding has no item, its place says which it is. Of several
explanations of one finding that of `Izohlar` holds, else that of the workbook read first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from akmplan.findings import Case, Finding, Found, Hit, found_in
from akmplan.messages import Message, say
from akmplan.model import Explanation, Place, Year
from akmplan.office.characters import printable
from akmplan.words.wording import one_line

# Code, item, period and indicator; an explanation without an indicator is about all of them.
_Named = tuple[str, str | None, str | None, str | None]
_Placed = tuple[str, str | None, Place]  # code, period and place
_Subject = _Named | _Placed
_Standing = Mapping[_Subject, Sequence[Finding]]
LAPSED = "L111"
_MOST_SHOWN = 3
_MOST_COMPARED = 30_000  # letters: a cell that says what was found holds hardly more
_LISTED = re.compile(r"(?<=\d)[,;] (?=[\d-])")  # `48, 4, 2`, as messages list what a cell says


def explained(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """The findings, each with the explanation that is bound to what it found."""
    listed, made = case.year.explanations, tuple(findings)
    bound: dict[tuple[_Subject, str], list[Explanation]] = {}
    for one in listed:
        bound.setdefault((_about(one), _plain(one.value)), []).append(one)
    ranks, meant = _ranks(listed), _Meant.of(made, case.year)
    for finding in made:
        value = _plain(finding.hit.found)
        keys = ((subject, value) for subject in _subjects(finding))
        own = (one for key in keys for one in bound.get(key, ()))
        fitting = (one for one in own if meant.is_about(one, finding))
        first = min(fitting, key=lambda one: ranks[one.place.file], default=None)
        yield replace(finding, explanation=first)


@dataclass(frozen=True, slots=True)
class _Meant:
    """Tells findings alike in item and value apart by the place that a row was written for.

    `homes`: what is found where. A row follows its finding within the sheet, and elsewhere only
    where the sheet's file is there no more.
    """

    homes: frozenset[tuple[_Subject, Place]]
    files: frozenset[str]

    @classmethod
    def of(cls, findings: Iterable[Finding], year: Year) -> _Meant:
        homes = (
            (subject, _printed(finding.place))
            for finding in findings
            if finding.place
            for subject in _subjects(finding)
        )
        return cls(frozenset(homes), frozenset(printable(one.file) for one in year.inputs))

    def is_about(self, explanation: Explanation, finding: Finding) -> bool:
        if explanation.finding_at is None or finding.place is None:
            return True
        there, here = _printed(explanation.finding_at), _printed(finding.place)
        if there == here or (_about(explanation), there) in self.homes:
            return there == here
        is_same_sheet = (there.file, there.sheet) == (here.file, here.sheet)
        return is_same_sheet or there.file not in self.files


def explanation_lapsed(case: Case) -> Iterator[Hit]:
    """An explanation holds for the value that it explains; when that changes it holds no more."""
    standing: dict[_Subject, list[Finding]] = {}
    for finding in case.made:
        for subject in _subjects(finding):
            standing.setdefault(subject, []).append(finding)
    yield from _lapsed_rows_of_izohlar(case, standing)
    yield from _lapsed_rows_of_workbooks(case, standing)


def _lapsed_rows_of_izohlar(case: Case, standing: _Standing) -> Iterator[Hit]:
    """Where the finding is gone too: the row has to go with it."""
    judged = case.codes - {LAPSED}
    for explanation in case.year.explanations:
        now = _values(standing.get(_about(explanation), ()))
        if (
            explanation.finding_at is None
            and explanation.rule in judged
            and _plain(explanation.value) not in now
        ):
            yield _lapsed(explanation, now)


def _lapsed_rows_of_workbooks(case: Case, standing: _Standing) -> Iterator[Hit]:
    """Only where the finding stands and nothing else explains it: nobody clears such a workbook."""
    for explanation in _last_of_each(case.year.explanations):
        found = standing.get(_about(explanation), ())
        left = _values(finding for finding in found if finding.explanation is None)
        if left and _plain(explanation.value) not in _values(found):
            yield _lapsed(explanation, left)


def unknown_rules(case: Case) -> Iterator[Explanation]:
    """The explanations that name a rule which does not exist."""
    return (
        explanation for explanation in case.year.explanations if explanation.rule not in case.codes
    )


def _ranks(explanations: Sequence[Explanation]) -> Mapping[str, int]:
    """The files of the explanations by what holds first: `Izohlar`, wherever it stands."""
    read = dict.fromkeys(
        explanation.place.file for explanation in explanations if explanation.finding_at is not None
    )
    ranks = {file: rank for rank, file in enumerate(read, 1)}
    return {
        explanation.place.file: ranks.get(explanation.place.file, 0) for explanation in explanations
    }


def _last_of_each(explanations: Sequence[Explanation]) -> Iterator[Explanation]:
    """The rows of workbooks of findings that nothing else supersedes: `Izohlar` has no row about
    the same value, no earlier sheet either, and no later workbook says anything of the finding."""
    seen: set[tuple[_Subject, str]] = set()
    files: dict[_Subject, str] = {}
    for explanation in explanations:
        subject, value = _about(explanation), _plain(explanation.value)
        named = {subject, *_named_alike(explanation)}
        is_first = seen.isdisjoint((about, value) for about in named)
        seen.add((subject, value))
        if explanation.finding_at is not None:
            is_last = files.setdefault(subject, explanation.place.file) == explanation.place.file
            if is_first and is_last:
                yield explanation


def _values(findings: Iterable[Finding]) -> Mapping[str, Found]:
    return {_plain(finding.hit.found): finding.hit.found for finding in findings}


def _lapsed(explanation: Explanation, now: Mapping[str, Found]) -> Hit:
    listed = list(islice(now.values(), _MOST_SHOWN))
    found, value = listed[0] if listed else None, found_in(explanation.value_cell)
    message = _renew(explanation, listed) if listed else _delete(explanation)
    return Hit(
        explanation.place,
        message,
        explanation.item,
        explanation.indicator,
        explanation.period,
        value,
        found,
    )


def _delete(explanation: Explanation) -> Message:
    return say(
        "{rule} is found no more for {item}: its explanation is not needed. Delete the row.",
        rule=explanation.rule,
        item=_whose(explanation),
    )


def _renew(explanation: Explanation, now: Iterable[Found]) -> Message:
    return say(
        "The explanation of {rule} for {item} was for “{value}” and holds no more "
        "(now: {now}). Renew it or delete it.",
        rule=explanation.rule,
        item=_whose(explanation),
        value=explanation.value or "–",
        now=", ".join("–" if found is None else str(found) for found in now),
    )


def _whose(explanation: Explanation) -> str:
    at = explanation.finding_at
    place = ", ".join(filter(None, (at.file, at.sheet, at.cell))) if at else ""
    return explanation.item or place or explanation.period or "–"


def _about(explanation: Explanation) -> _Subject:
    if explanation.item or explanation.finding_at is None:
        return explanation.rule, explanation.item, explanation.period, explanation.indicator
    return explanation.rule, explanation.period, _printed(explanation.finding_at)


def _named_alike(explanation: Explanation) -> tuple[_Subject, ...]:
    """What a row of `Izohlar` about the same finding may say that it is about."""
    return (explanation.rule, explanation.item, explanation.period, explanation.indicator), (
        explanation.rule,
        explanation.item,
        explanation.period,
        None,
    )


def _subjects(finding: Finding) -> tuple[_Subject, ...]:
    """What an explanation of the finding may say that it is about."""
    hit = finding.hit
    whole: _Subject = (finding.code, hit.item, hit.period, None)
    placed: _Subject = (finding.code, hit.period, _printed(hit.place or Place("")))
    if hit.indicator is not None:
        return (finding.code, hit.item, hit.period, hit.indicator), whole
    return (whole, placed) if hit.item is None else (whole,)


def _printed(place: Place) -> Place:
    """The place as a document can name it."""
    sheet, cell = (text and printable(text) for text in (place.sheet, place.cell))
    return Place(printable(place.file), sheet or None, cell or None)


def _plain(found: Found) -> str:
    """What is compared, as a document can say it: spaces and line breaks folded; nothing is an
    empty text."""
    typed = "" if found is None else printable(str(found))
    text = _LISTED.sub(" ", one_line(typed[:_MOST_COMPARED]))
    joined_digits = text.replace(" ", "").replace("\u00a0", "")
    return joined_digits if joined_digits.isdigit() and _grouped(text) else text


def _grouped(text: str) -> bool:
    """`1 640` is the number 1640; `33 38` stays two."""
    head, *rest = text.replace("\u00a0", " ").split(" ")
    return len(head) <= 3 and all(len(group) == 3 for group in rest)
