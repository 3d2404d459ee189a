"""All answers on the terminal: what holds, what is broken, what cannot be judged and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from akmplan.checks import ALL_RULES
from akmplan.cli.speech import Speech
from akmplan.findings import Answered
from akmplan.messages import Message, say
from akmplan.model import Answer

_TITLES = {rule.code: rule.title for rule in ALL_RULES}
_HEADINGS = {
    Answer.HOLDS: (say("HOLDS – judged, nothing of the kind found: {n}"), "green"),
    Answer.BROKEN: (say("BROKEN – named above: {n}"), "red"),
    Answer.CANNOT_BE_JUDGED: (say("CANNOT BE JUDGED: {n}"), "yellow"),
}
_SHOWN = 6


def show_answers(speech: Speech, answers: Sequence[Answered]) -> None:
    """Three groups, a line a rule in each, and counts that add up."""
    by_answer = {kind: [answer for answer in answers if answer.answer is kind] for kind in Answer}
    for kind, listed in by_answer.items():
        heading, colour = _HEADINGS[kind]
        speech.heading(Message(heading.text, {"n": len(listed)}), colour)
        for code, group in groupby(listed, key=lambda one: one.code):
            _show_rule(speech, code, list(group))
        speech.out()
    speech.out(_counts({kind: len(listed) for kind, listed in by_answer.items()}))


def _counts(counts: dict[Answer, int]) -> Message:
    return say(
        "Judged: {all} = holds {holds} + broken {broken} + cannot be judged {unjudged}.",
        all=sum(counts.values()),
        holds=counts[Answer.HOLDS],
        broken=counts[Answer.BROKEN],
        unjudged=counts[Answer.CANNOT_BE_JUDGED],
    )


def _show_rule(speech: Speech, code: str, answers: list[Answered]) -> None:
    """A line with the count; below it each reason once, with what it hinders."""
    count = speech.text(say("× {n}", n=len(answers)))
    speech.out(f"{code}  {speech.text(_TITLES[code])}: {count}", indent=2)
    by_reason: dict[str, list[Answered]] = {}
    for answer in answers:
        if answer.reason is not None:
            by_reason.setdefault(speech.text(answer.reason), []).append(answer)
    often_first = sorted(by_reason.items(), key=lambda entry: -len(entry[1]))
    for reason, hindered in often_first[:_SHOWN]:
        where, n = _named(hindered), len(hindered)
        speech.out(say("reason: {reason} ({n}: {where})", reason=reason, n=n, where=where), 8)
    rest = sum(len(hindered) for _, hindered in often_first[_SHOWN:])
    if rest:
        speech.out(say("and {n} more", n=rest), indent=8)


def _named(answers: Iterable[Answered]) -> str:
    """`IV.7 × 3, IV.12.yangi, …`"""
    counts = Counter(".".join(filter(None, (answer.item, answer.indicator))) for answer in answers)
    named = [f"{name} × {n}" if n > 1 else name for name, n in counts.items()]
    return ", ".join([*named[:_SHOWN], *["…"] * (len(named) > _SHOWN)])
