"""What a draft says in its margin is bounded."""

from __future__ import annotations

from akmplan.documents.overview.findings_view import MOST_SHOWN, Anchors
from akmplan.documents.remarks import MOST_REMARKS, REST, Margin
from akmplan.findings import Finding, Hit, Severity
from akmplan.messages import Message
from akmplan.model import Place


def findings(count: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    places = (Place("reja.xlsx", "Ish reja", f"E{row}") for row in range(1, count + 1))
    return [Finding("P106", severity, Hit(place, Message("Tuzating."))) for place in places]


def test_each_finding_has_its_remark() -> None:
    margin = Margin.of(findings(MOST_REMARKS), draft=True)
    assert len(margin.remarks) == MOST_REMARKS
    assert margin.rest == ()


def test_of_very_many_the_first_have_remarks_and_the_others_are_counted() -> None:
    margin = Margin.of(findings(MOST_REMARKS + 7), draft=True)
    assert len(margin.remarks) == MOST_REMARKS + 1
    assert margin.remarks[-1].text == REST.format(7)
    assert margin.at(Place("reja.xlsx", "Ish reja", f"E{MOST_REMARKS + 7}")) == ()


def test_of_very_many_the_worst_stand_on_the_page() -> None:
    notes, errors = findings(5, Severity.NOTE), findings(MOST_SHOWN)
    anchors = Anchors.of([*notes, *errors])
    assert anchors.shown(notes) == []
    assert len(anchors.shown(errors)) == MOST_SHOWN
    assert anchors.name(errors[0]) == "kamchilik-1"
