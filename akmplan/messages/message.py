"""Messages: English in the code, Uzbek and English to the reader.

A `Message` is a sentence not yet said: its English text with named places, and the values for
them. It becomes words only where it is shown, in the language that the reader asked for.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from akmplan.model import grouped

LANGUAGES = ("uz", "en")
_LONGEST_QUOTE = 400
_LINE_ENDS = re.compile(r"[\t\r\n]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is the English sentence, a key of the catalogue."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


def say(text: str, /, **values: object) -> Message:
    """A sentence to be said later; `text` is gathered for translation from the call."""
    return Message(text, values)


def joined(*messages: Message | None) -> Message:
    """Sentences one after the other; those that are None are left out."""
    present = [message for message in messages if message is not None]
    places = " ".join(f"{{part{index}}}" for index in range(len(present)))
    return Message(places, {f"part{index}": one for index, one in enumerate(present)})


def render(message: Message, language: str) -> str:
    """The sentence in that language, its values filled in."""
    text = _catalogue(language).gettext(message.text) if message.text else ""
    if not message.values:
        return text
    return text.format_map({key: _shown(it, language) for key, it in message.values.items()})


def _shown(value: object, language: str) -> str:
    if isinstance(value, Message):
        return render(value, language)
    if isinstance(value, bool) or value is None:
        return "–"
    if isinstance(value, int | Decimal):
        return grouped(value)
    if isinstance(value, tuple):
        return ", ".join(_shown(one, language) for one in value)
    return quoted(str(value))


def quoted(text: str) -> str:
    """As much of a text as a sentence can hold, on one line, without what terminals obey."""
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE].rstrip() + " …"
    return quoted_whole(text)


def quoted_whole(text: str) -> str:
    """The same of all of it, where what is not said is nowhere else."""
    return _CONTROL.sub("\ufffd", _LINE_ENDS.sub(" ", text))


@lru_cache(maxsize=4)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("akmplan", LOCALE, [language], fallback=True)
