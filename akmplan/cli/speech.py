"""Speaking to the reader: results to stdout, messages to stderr, in one language."""

from __future__ import annotations

import errno
import gettext
import io
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TextIO

import click

from akmplan.messages import LOCALE, Message, render

_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # by terminals
_NARROWEST = 20


class CannotPrint(Exception):  # noqa: N818 - it names what was met, not a fault of ours
    """The screen, or the file that stands in its place, takes no more."""


@contextmanager
def printing() -> Iterator[None]:
    """Raises CannotPrint where what is said within cannot be written; a reader who has gone away
    (`| head`) is click's to deal with."""
    try:
        yield
    except OSError as fault:
        if fault.errno == errno.EPIPE:
            raise
        raise CannotPrint(fault.strerror) from fault


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
        line = " " * indent + _OBEYED.sub("\ufffd", said)
        self._print(_within(self._stream, line, indent), beside=self.beside)

    def err(self, message: Message) -> None:
        self._print(self.text(message), beside=True)

    def heading(self, message: Message, colour: str) -> None:
        plain = "NO_COLOR" in os.environ or not self._stream.isatty()
        said = self.text(message)
        self._print(said if plain else click.style(said, fg=colour, bold=True), beside=self.beside)

    @staticmethod
    def _print(said: str, *, beside: bool) -> None:
        with printing():
            click.echo(said, err=beside)

    @property
    def _stream(self) -> TextIO:
        return sys.stderr if self.beside else sys.stdout


def _within(stream: TextIO, line: str, indent: int) -> str:
    """On a terminal whole words on each line, below one another; elsewhere one line as it is."""
    if not stream.isatty():
        return line
    return "\n".join(
        textwrap.wrap(
            line,
            max(shutil.get_terminal_size().columns - 1, indent + _NARROWEST),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


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
