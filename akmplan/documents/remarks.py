"""What a draft says in its margin: findings, each beside the text that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from akmplan.documents.word.texts import Remark
from akmplan.findings import Finding
from akmplan.messages import render
from akmplan.model import Place

LANGUAGE = "uz"
MOST_REMARKS = 300
REST = "Yana {} ta kamchilik bor."


@dataclass(frozen=True, slots=True)
class Margin:
    """The remarks of a draft, in the order of its findings; a final document has none. `rest`
    says how many more there would be: thousands of remarks nobody reads, and Word hardly opens."""

    listed: tuple[tuple[Finding, Remark], ...] = ()
    rest: tuple[Remark, ...] = ()
    by_place: Mapping[Place | None, tuple[Remark, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Iterable[Finding], *, draft: bool) -> Margin:
        """Only drafts bear remarks."""
        if not draft:
            return cls()
        all_findings = tuple(findings)
        shown = enumerate(all_findings[:MOST_REMARKS])
        listed = tuple((one, _remark(number, one)) for number, one in shown)
        left = len(all_findings) - len(listed)
        rest = (Remark(len(listed), REST.format(left)),) if left else ()
        by_place: dict[Place | None, list[Remark]] = {}
        for finding, remark in listed:
            by_place.setdefault(finding.place, []).append(remark)
        return cls(listed, rest, {place: tuple(them) for place, them in by_place.items()})

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return (*(remark for _, remark in self.listed), *self.rest)

    def at(self, place: Place) -> tuple[Remark, ...]:
        """What is to be said beside the cell."""
        return self.by_place.get(place, ())


def _remark(number: int, finding: Finding) -> Remark:
    said = f"{finding.code}. {render(finding.hit.message, LANGUAGE)}"
    if finding.explanation is not None:
        said = f"{said}\nIzoh: {finding.explanation.text}"
    return Remark(number, said)
