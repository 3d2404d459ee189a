"""The characters that a document can show."""

from __future__ import annotations

import re
from typing import Final

LONGEST_TEXT: Final = 32_767  # characters that a cell can hold
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_HALF_A_LETTER: Final = re.compile("_x[dD][89a-fA-F][0-9a-fA-F]{2}_")  # as workbooks spell it
_LINE_END: Final = re.compile("\r\n?")
_UNKNOWN: Final = "\ufffd"
_CUT: Final = "…"


def is_printable(text: str) -> bool:
    """Whether every document can show it to the letter."""
    odd = _UNPRINTABLE.search(text) or _HALF_A_LETTER.search(text)
    return odd is None and len(text) <= LONGEST_TEXT


def printable(text: str) -> str:
    """What XML cannot hold shows as U+FFFD; line ends are line feeds."""
    return _UNPRINTABLE.sub(_UNKNOWN, _LINE_END.sub("\n", text))


def fitting(text: str) -> str:
    """As much of a text as a cell can hold."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(_CUT)] + _CUT
