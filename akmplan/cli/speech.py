"""Speaking to the reader: results to stdout, messages to stderr, in one language."""

from __future__ import annotations

import gettext
import io
import os
import re
import sys
from dataclasses import dataclass, replace

import click

from akmplan.language import LOCALE, Message, render

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # by terminals


@dataclass(frozen=True, slots=True)
class Speech:
    """Says messages in one language. Colour only on a terminal that wants it."""

    language: str
    beside: bool = False  # on stderr, also what would be a result

    def aside(self) -> Speech:
        """The same voice where nothing said is the result that was asked for."""
        return replace(self, beside=True)

    def text(self, message: Message) -> str:
        return render(message, self.language)

    def out(self, message: Message | str = "", indent: int = 0) -> None:
        said = message if isinstance(message, str) else self.text(message)
        click.echo(" " * indent + _OBEYED.sub("\ufffd", said), err=self.beside)

    def err(self, message: Message) -> None:
        click.echo(self.text(message), err=True)

    def heading(self, message: Message, colour: str) -> None:
        stream = sys.stderr if self.beside else sys.stdout
        plain = "NO_COLOR" in os.environ or not stream.isatty()
        said = self.text(message)
        click.echo(said if plain else click.style(said, fg=colour, bold=True), err=self.beside)


def use_utf8() -> None:
    """Uzbek letters on any console; what it cannot show becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def speak_click(language: str) -> None:
    """click's own messages come through gettext, by the process's language."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("akmplan", str(LOCALE))
    gettext.textdomain("akmplan")
