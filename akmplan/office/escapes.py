"""Characters that XML cannot hold, as workbooks spell them: `_x000D_`."""

from __future__ import annotations

import re
from typing import Final

# What XML cannot hold, a carriage return that it would change, and what reads like our escape.
_ESCAPED: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES: Final = range(0xD800, 0xE000)


def escaped(text: str) -> str:
    """The text as a workbook writes it."""
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that a workbook has written so."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    # Half a character is no text that could be written anywhere: it stays as it was spelled.
    return escape[0] if code in _SURROGATES else chr(code)
