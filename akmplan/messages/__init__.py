"""Messages: English in the code, Uzbek and English to the reader."""

from akmplan.messages.message import (
    LANGUAGES,
    LOCALE,
    Message,
    joined,
    quoted,
    quoted_whole,
    render,
    say,
)
from akmplan.messages.reasons import REASONS

__all__ = [
    "LANGUAGES",
    "LOCALE",
    "REASONS",
    "Message",
    "joined",
    "quoted",
    "quoted_whole",
    "render",
    "say",
]
