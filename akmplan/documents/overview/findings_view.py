"""What was found, by severity and file, each with its cell and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from akmplan.documents.brief import Brief
from akmplan.documents.overview.sources import at_place, link_to_file
from akmplan.documents.overview.views import (
    FileFindingsView,
    FindingView,
    LinkView,
    SeverityView,
)
from akmplan.documents.overview.words import EXPLAINED, NO_PLACE, SEVERITIES, state_words
from akmplan.documents.remarks import LANGUAGE
from akmplan.findings import Finding, Found, Severity
from akmplan.messages import render
from akmplan.model import State, grouped

MOST_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where each finding stands on the page; of very many only the worst do."""

    numbers: Mapping[int, int]  # by identity: two findings may be equal

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Anchors:
        listed = tuple(findings)
        ranked = sorted(listed, key=lambda one: list(Severity).index(one.severity))
        shown = {id(one) for one in ranked[:MOST_SHOWN]}
        numbered = enumerate((one for one in listed if id(one) in shown), 1)
        return cls({id(one): number for number, one in numbered})

    def shown(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of them that stand on the page."""
        return [finding for finding in findings if id(finding) in self.numbers]

    def name(self, finding: Finding) -> str:
        return f"kamchilik-{self.numbers[id(finding)]}"

    def link(self, finding: Finding) -> LinkView:
        """`T101 E30`, leading to the finding."""
        cell = finding.place.cell if finding.place else None
        return LinkView(f"{finding.code} {cell or ''}".strip(), f"#{self.name(finding)}")


def links_by_item(brief: Brief, anchors: Anchors) -> dict[str | None, tuple[LinkView, ...]]:
    """The errors that stand at each item."""
    found: dict[str | None, list[LinkView]] = {}
    for one in anchors.shown(brief.findings):
        if one.unexplained_error:
            found.setdefault(one.hit.item, []).append(anchors.link(one))
    return {item: tuple(links) for item, links in found.items()}


def severity_views(brief: Brief, anchors: Anchors) -> Iterator[SeverityView]:
    """Errors, warnings, notes; then what an explanation lets stand."""
    for severity in Severity:
        open_ones = [finding for finding in brief.findings if finding.severity is severity]
        unexplained = [one for one in open_ones if one.explanation is None]
        yield _severity(brief, SEVERITIES[severity], unexplained, anchors)
    explained = [finding for finding in brief.findings if finding.explanation is not None]
    if explained:
        yield _severity(brief, EXPLAINED, explained, anchors)


def _severity(
    brief: Brief, names: tuple[str, str], findings: list[Finding], anchors: Anchors
) -> SeverityView:
    files: dict[str | None, list[FindingView]] = {}
    shown = anchors.shown(findings)
    for one in shown:
        file = one.place.file if one.place else None
        files.setdefault(file, []).append(_finding(one, anchors))
    listed = tuple(_file(brief, file, them) for file, them in files.items())
    left_out = len(findings) - len(shown)
    rest = f"Yana {grouped(left_out)} ta: avval shularni tuzating." if left_out else ""
    return SeverityView(*names, str(len(findings)), rest, listed)


def _file(brief: Brief, file: str | None, findings: list[FindingView]) -> FileFindingsView:
    if file is None:
        return FileFindingsView(NO_PLACE, "", tuple(findings))
    return FileFindingsView(file, link_to_file(brief, file), tuple(findings))


def _finding(finding: Finding, anchors: Anchors) -> FindingView:
    place, hit = finding.place, finding.hit
    return FindingView(
        langar=anchors.name(finding),
        kod=finding.code,
        varaq=(place.sheet or "") if place else "",
        katak=(place.cell or "") if place else "",
        xabar=render(hit.message, LANGUAGE),
        yana=tuple(at_place("", _said(value), other) for other, value in hit.also),
        izoh=finding.explanation.text if finding.explanation else "",
    )


def _said(value: Found) -> str:
    if value is None:
        return state_words(State.MISSING)
    return f"“{value}”" if isinstance(value, str) else grouped(value)
