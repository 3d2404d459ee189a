"""Explanations: which finding each one lets stand, and which have lapsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from akmplan.findings import Case, Finding, Found, Hit, found_in
from akmplan.language import Message, say
from akmplan.model import Cell, Explanation
from akmplan.wording import one_line

# Code, item, period and indicator; an explanation without an indicator is about all of them.
_Subject = tuple[str, str | None, str | None, str | None]
_MOST_SHOWN = 3
_LISTED = re.compile(r"(?<=\d)[,;] (?=[\d-])")  # `48, 4, 2`, as messages list what a cell says


def explained(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """The findings, each with the explanation that is bound to what it found."""
    bound = {(_about(one), _plain(one.value)): one for one in reversed(case.year.explanations)}
    for finding in findings:
        value = _plain(finding.hit.found)
        fitting = (bound.get((subject, value)) for subject in _subjects(finding))
        yield replace(finding, explanation=next((one for one in fitting if one), None))


def explanation_lapsed(case: Case) -> Iterator[Hit]:
    """An explanation holds for the value that it explains; when that changes it holds no more."""
    found_now: dict[_Subject, dict[str, Found]] = {}
    for finding in case.made:
        for subject in _subjects(finding):
            found_now.setdefault(subject, {})[_plain(finding.hit.found)] = finding.hit.found
    for one in case.year.explanations:
        if one.rule not in case.codes:
            continue
        now = found_now.get(_about(one), {})
        if _plain(one.value) not in now:
            yield _lapsed(one, list(islice(now.values(), _MOST_SHOWN)))


def unknown_rules(case: Case) -> Iterator[Cell]:
    """The cells of `Izohlar` that name a rule which does not exist."""
    for one in case.year.explanations:
        if one.rule not in case.codes:
            yield one.rule_cell


def _lapsed(one: Explanation, now: list[Found]) -> Hit:
    found, value = now[0] if now else None, found_in(one.value_cell)
    message = _renew(one, now) if now else _delete(one)
    return Hit(one.place, message, one.item, one.indicator, one.period, value, found)


def _delete(one: Explanation) -> Message:
    return say(
        "{rule} is found no more for {item}: its explanation is not needed. Delete the row.",
        rule=one.rule,
        item=one.item or one.period or "–",
    )


def _renew(one: Explanation, now: Iterable[Found]) -> Message:
    return say(
        "The explanation of {rule} for {item} was for “{value}” and holds no more "
        "(now: {now}). Renew it or delete it.",
        rule=one.rule,
        item=one.item or one.period or "–",
        value=one.value or "–",
        now=", ".join("–" if found is None else str(found) for found in now),
    )


def _about(one: Explanation) -> _Subject:
    return one.rule, one.item, one.period, one.indicator


def _subjects(finding: Finding) -> tuple[_Subject, ...]:
    """What an explanation of the finding may say that it is about."""
    hit = finding.hit
    whole: _Subject = (finding.code, hit.item, hit.period, None)
    return (whole,) if hit.indicator is None else ((*whole[:3], hit.indicator), whole)


def _plain(found: Found) -> str:
    """What is compared: spaces and line breaks folded; nothing is an empty text."""
    text = _LISTED.sub(" ", "" if found is None else one_line(str(found)))
    joined_digits = text.replace(" ", "").replace("\u00a0", "")
    return joined_digits if joined_digits.isdigit() and _grouped(text) else text


def _grouped(text: str) -> bool:
    """`1 640` is the number 1640; `33 38` stays two."""
    head, *rest = text.replace("\u00a0", " ").split(" ")
    return len(head) <= 3 and all(len(group) == 3 for group in rest)
