"""Long lists on the terminal: the first of them, and how many there are beside."""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.cli.speech import Speech
from akmplan.messages import Message, say

_LINES_SHOWN = 8


def name_some(speech: Speech, heading: Message, names: Sequence[str]) -> None:
    """A heading and what stands under it; nothing where there is nothing."""
    if not names:
        return
    speech.out(heading)
    show_some(speech, names)


def show_some(speech: Speech, lines: Sequence[str]) -> None:
    for line in lines[:_LINES_SHOWN]:
        speech.out(line, indent=2)
    if len(lines) > _LINES_SHOWN:
        speech.out(say("and {n} more", n=len(lines) - _LINES_SHOWN), indent=2)
