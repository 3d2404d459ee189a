"""What is wrong with a tag, and where it stands, as staff are told."""

from __future__ import annotations

from types import TracebackType
from typing import Final

from jinja2 import TemplateError
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from akmplan.messages import Message, say

_LONGEST_EXCERPT: Final = 120


def complaint(met: Exception) -> Message:
    """What is wrong with a tag, in words."""
    if isinstance(met, SecurityError):
        return say("a tag reaches for “{name}”, which templates may not use", name=met)
    if isinstance(met, UndefinedError):
        return say("a tag asks for “{name}”, which does not exist here", name=met)
    if isinstance(met, TemplateSyntaxError):
        return say("a tag cannot be understood ({fault})", fault=met.message)
    if isinstance(met, TemplateError):
        return say("a tag cannot be understood ({fault})", fault=met)
    return say("a tag cannot be worked out ({fault})", fault=met)


def line_of(trace: TracebackType | None) -> int | None:
    """The line of the template on which it stopped."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def text_at(source: str, line: int | None) -> str:
    """A line of the template, nothing where it is not known."""
    return "" if not line else source.split("\n")[line - 1]


def excerpt(text: str) -> str:
    """What of a line is quoted in a message."""
    seen = " ".join(text.split())
    return seen if len(seen) <= _LONGEST_EXCERPT else f"{seen[:_LONGEST_EXCERPT]}…"
