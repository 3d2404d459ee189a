"""What a draft says in its margin: findings, each beside the text that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from akmplan.findings import Finding
from akmplan.language import render
from akmplan.model import Place
from akmplan.reports.texts import Remark

LANGUAGE = "uz"


@dataclass(frozen=True, slots=True)
class Margin:
    """The remarks of a draft, in the order of its findings; a final document has none."""

    listed: tuple[tuple[Finding, Remark], ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding], *, draft: bool) -> Margin:
        """Only drafts bear remarks."""
        if not draft:
            return cls()
        return cls(tuple((one, _remark(number, one)) for number, one in enumerate(findings)))

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(remark for _, remark in self.listed)

    def at(self, place: Place) -> tuple[Remark, ...]:
        """What is to be said beside the cell."""
        return tuple(remark for finding, remark in self.listed if finding.place == place)


def _remark(number: int, finding: Finding) -> Remark:
    said = f"{finding.code}. {render(finding.hit.message, LANGUAGE)}"
    if finding.explanation is not None:
        said = f"{said}\nIzoh: {finding.explanation.text}"
    return Remark(number, said)
