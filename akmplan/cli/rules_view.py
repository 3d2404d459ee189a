"""`rules` on the terminal: code, title, severity, why."""

from __future__ import annotations

import textwrap

from akmplan.checks import ALL_RULES
from akmplan.cli.speech import Speech
from akmplan.findings import Severity
from akmplan.messages import say

SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.NOTE: say("note"),
}


_WIDTH = 72


def show_rules(speech: Speech) -> None:
    for rule in ALL_RULES:
        severity = speech.text(SEVERITIES[rule.severity])
        speech.out(f"{rule.code}  {speech.text(rule.title)} ({severity})")
        for line in textwrap.wrap(speech.text(rule.why), _WIDTH):
            speech.out(line, indent=6)
