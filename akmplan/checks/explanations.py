"""Explanations: which finding each one lets stand, and which have lapsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from akmplan.findings import Case, Finding, Found, Hit, found_in
from akmplan.language import say
from akmplan.model import Explanation
from akmplan.wording import one_line


def explained(findings: Iterable[Finding], case: Case) -> Iterator[Finding]:
    """The findings, each with the explanation that is bound to what it found."""
    for finding in findings:
        bound = (one for one in case.year.explanations if _lets_stand(one, finding))
        yield replace(finding, explanation=next(bound, None))


def explanation_lapsed(case: Case) -> Iterator[Hit]:
    """An explanation holds for the value that it explains; when that changes it holds no more."""
    for one in case.year.explanations:
        if any(_lets_stand(one, finding) for finding in case.made):
            continue
        now = [finding.hit.found for finding in case.made if _is_about(one, finding)]
        message = say(
            "The explanation of {rule} for {item} was for “{value}” and holds no more "
            "(now: {now}). Renew it or delete it.",
            rule=one.rule,
            item=one.item or "–",
            value=one.value,
            now=", ".join("–" if found is None else str(found) for found in now) or "–",
        )
        found: Found = now[0] if now else None
        yield Hit(
            one.place, message, one.item, one.indicator, one.period, found_in(one.value_cell), found
        )


def _lets_stand(one: Explanation, finding: Finding) -> bool:
    return _is_about(one, finding) and _plain(one.value) == _plain(finding.hit.found)


def _is_about(one: Explanation, finding: Finding) -> bool:
    hit = finding.hit
    indicator = one.indicator is None or one.indicator == hit.indicator
    same = (one.rule, one.item, one.period) == (finding.code, hit.item, hit.period)
    return same and indicator


def _plain(found: Found) -> str:
    """What is compared: spaces and line breaks folded; nothing is an empty text."""
    text = "" if found is None else one_line(str(found))
    joined_digits = text.replace(" ", "").replace("\u00a0", "")
    return joined_digits if joined_digits.isdigit() and _grouped(text) else text


def _grouped(text: str) -> bool:
    """`1 640` is the number 1640; `33 38` stays two."""
    head, *rest = text.replace("\u00a0", " ").split(" ")
    return len(head) <= 3 and all(len(group) == 3 for group in rest)
