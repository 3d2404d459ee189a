"""Findings on the terminal: by severity, worst first; many of one code in one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from akmplan.checks import ALL_RULES
from akmplan.cli.finding_places import first_spots
from akmplan.cli.speech import Speech
from akmplan.findings import Finding, Severity
from akmplan.jobs.check import summary
from akmplan.messages import Message, quoted, say
from akmplan.model import Place

_TITLES = {rule.code: rule.title for rule in ALL_RULES}
_SEVERITIES = (
    (Severity.ERROR, say("ERRORS"), "red", 8),
    (Severity.WARNING, say("WARNINGS"), "yellow", 4),
    (Severity.NOTE, say("NOTES"), "cyan", 2),
)
_EXPLAINED_SHOWN = 6


def show_findings(speech: Speech, findings: Sequence[Finding]) -> None:
    """All unexplained findings, then a line of counts."""
    for severity, heading, colour, in_full in _SEVERITIES:
        open_ones = [
            finding
            for finding in findings
            if finding.severity is severity and not finding.explanation
        ]
        if open_ones:
            speech.heading(heading, colour)
            _show_codes(speech, open_ones, in_full)
            speech.out()
    _show_explained(speech, [finding for finding in findings if finding.explanation])
    speech.out(counts(findings))


def counts(findings: Sequence[Finding]) -> Message:
    """`Xato: 8 ta, ogohlantirish: 12 ta, eslatma: 5 ta.`"""
    return say("Errors: {error}, warnings: {warning}, notes: {note}.", **summary(findings))


def _show_codes(speech: Speech, findings: list[Finding], in_full: int) -> None:
    by_code = sorted(findings, key=lambda finding: finding.code)
    for code, group in groupby(by_code, key=lambda one: one.code):
        listed = list(group)
        title = speech.text(_TITLES[code])
        if len(listed) > in_full:
            speech.out(_in_one_line(speech, code, title, listed), indent=2)
            continue
        speech.out(f"{code}  {title}", indent=2)
        for finding in listed:
            where = _where(finding.place)
            speech.out(f"{where}: " * bool(where) + speech.text(finding.hit.message), indent=8)


def _in_one_line(speech: Speech, code: str, title: str, findings: list[Finding]) -> str:
    count = speech.text(say("× {n}", n=len(findings)))
    where = first_spots(findings)
    return f"{code}  {title}: {count}{f' – {where}' if where else ''}"


def _show_explained(speech: Speech, findings: list[Finding]) -> None:
    if not findings:
        return
    speech.heading(say("EXPLAINED"), "green")
    for finding in findings[:_EXPLAINED_SHOWN]:
        assert finding.explanation is not None
        about = _where(finding.place) or finding.hit.period or "–"
        line = f"{finding.code}  {about}: {quoted(finding.explanation.text)}"
        speech.out(line, indent=2)
    if len(findings) > _EXPLAINED_SHOWN:
        speech.out(say("and {n} more", n=len(findings) - _EXPLAINED_SHOWN), indent=2)
    speech.out()


def _where(place: Place | None) -> str:
    """`ish-reja-2026.xlsx, Ish reja, D30`"""
    if place is None:
        return ""
    return ", ".join(quoted(part) for part in (place.file, place.sheet, place.cell) if part)
