"""A slip of the pen: where a rule stops being understood, and what was expected there."""

from __future__ import annotations

from dataclasses import dataclass

from akmplan.messages import Message


@dataclass(frozen=True, slots=True)
class Slip:
    """`position` is the index of the character in the text as typed."""

    position: int
    message: Message


class SlipMet(Exception):  # noqa: N818 - it never leaves this package: `parse` returns its slip
    """Carries a slip out of the depth of a grammar."""

    def __init__(self, position: int, message: Message) -> None:
        super().__init__(message.text)
        self.slip = Slip(position, message)
