"""`akmplan check`: findings only, writes nothing; templates are checked too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from akmplan.checks import answers
from akmplan.documents import TemplateFault, check_templates, open_forms
from akmplan.findings import Answered, Finding
from akmplan.jobs.lazy_list import OneByOne
from akmplan.jobs.prepared_year import Options, Prepared, prepare
from akmplan.messages import REASONS, Message, render
from akmplan.model import InputFile, Place, SetAside, SheetUse


@dataclass(frozen=True, slots=True)
class Checked:
    prepared: Prepared
    template_faults: tuple[TemplateFault, ...]
    answers: tuple[Answered, ...] | None = None
    notices: tuple[Message, ...] = ()


def check_input(options: Options, *, all_answers: bool = False) -> Checked:
    """Everything that `build` would find, without writing; where asked, what is right too."""
    faults = check_templates(options.templates)
    prepared = prepare(options)
    forms = open_forms(options.templates).fitted_to(prepared.year.plan)
    given = _answers(prepared) if all_answers else None
    return Checked(prepared, (*faults, *forms.faults), given, forms.notices)


def _answers(prepared: Prepared) -> tuple[Answered, ...]:
    return answers(prepared.year, prepared.ledger, prepared.options.today, prepared.findings)


def as_json(checked: Checked, language: str) -> dict[str, object]:
    """The object of `check --format json`."""
    prepared = checked.prepared
    year = prepared.year
    asked = {} if checked.answers is None else {"answers": _listed(checked.answers, language)}
    return {
        "year": year.year,
        "centre": (year.plan.centre or None) if year.plan else None,
        "inputs": [_input(one, language) for one in year.inputs],
        "findings": [_finding(finding, language) for finding in prepared.findings],
        "summary": summary(prepared.findings),
        **asked,
    }


def _listed(answers: Sequence[Answered], language: str) -> list[dict[str, object]]:
    return [
        {
            "code": answer.code,
            "item": answer.item,
            "indicator": answer.indicator,
            "period": answer.period,
            "answer": answer.answer.value,
            "reason": render(answer.reason, language) if answer.reason else None,
        }
        for answer in answers
    ]


def summary(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each severity stand unexplained, and how many are explained."""
    counts = {"error": 0, "warning": 0, "note": 0, "explained": 0}
    for finding in findings:
        counts["explained" if finding.explanation else finding.severity.value] += 1
    return counts


def _input(file: InputFile, language: str) -> dict[str, object]:
    return {
        "file": file.file,
        "sha256": file.sha256,
        "kind": file.kind.value,
        "sheets": [_sheet(sheet, language) for sheet in file.sheets],
    }


def _sheet(sheet: SheetUse, language: str) -> dict[str, object]:
    return {
        "name": sheet.name,
        "kind": sheet.kind.value,
        "cells": sheet.cells,
        "used": sheet.used,
        "set_aside": OneByOne(sheet.set_aside, lambda one: _set_aside(one, language)),
    }


def _set_aside(set_aside: SetAside, language: str) -> dict[str, object]:
    return {"cell": set_aside.cell, "reason": render(REASONS[set_aside.reason], language)}


def _finding(finding: Finding, language: str) -> dict[str, object]:
    hit = finding.hit
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        **_place(hit.place),
        "item": hit.item,
        "indicator": hit.indicator,
        "period": hit.period,
        "message": render(hit.message, language),
        "found": hit.found,
        "expected": hit.expected,
        "also": [{**_place(place), "value": value} for place, value in hit.also],
        "explanation": finding.explanation.text if finding.explanation else None,
    }


def _place(place: Place | None) -> dict[str, str | None]:
    if place is None:
        return {"file": None, "sheet": None, "cell": None}
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
