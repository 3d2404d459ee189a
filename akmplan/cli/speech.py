"""Speaking to the reader: results to stdout, messages to stderr, in one language."""

from __future__ import annotations

import errno
import gettext
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import click

from akmplan.language import LOCALE, Message, render

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # by terminals


class CannotPrint(Exception):  # noqa: N818 - it names what was met, not a fault of ours
    """The screen, or the file that stands in its place, takes no more."""


@contextmanager
def printing() -> Iterator[None]:
    """Raises CannotPrint where what is said within cannot be written; a reader who has gone away
    (`| head`) is click's to deal with."""
    try:
        yield
    except OSError as met:
        if met.errno == errno.EPIPE:
            raise
        raise CannotPrint(met.strerror) from met


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
        self._print(" " * indent + _OBEYED.sub("\ufffd", said), beside=self.beside)

    def err(self, message: Message) -> None:
        self._print(self.text(message), beside=True)

    def heading(self, message: Message, colour: str) -> None:
        stream = sys.stderr if self.beside else sys.stdout
        plain = "NO_COLOR" in os.environ or not stream.isatty()
        said = self.text(message)
        self._print(said if plain else click.style(said, fg=colour, bold=True), beside=self.beside)

    @staticmethod
    def _print(said: str, *, beside: bool) -> None:
        with printing():
            click.echo(said, err=beside)


def use_utf8() -> None:
    """Uzbek letters on any console; what it cannot show becomes a question mark, not an error.
    Without any console, as under a scheduler, nobody hears what is said."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def speak_click(language: str) -> None:
    """click's own messages come through gettext, by the process's language."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("akmplan", str(LOCALE))
    gettext.textdomain("akmplan")
