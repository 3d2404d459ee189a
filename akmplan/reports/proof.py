"""What a finished document says is held against what it had to say."""

from __future__ import annotations

_LONGEST_QUOTE = 60


class NotAsMeant(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """A finished document lost or changed something. It must not leave the house."""


def hold(where: str, meant: str, stands: str) -> None:
    """Raises NotAsMeant where the two texts differ, naming the first difference."""
    if meant == stands:
        return
    pairs = enumerate(zip(meant, stands, strict=False))
    place = next((index for index, (one, other) in pairs if one != other), None)
    at = min(len(meant), len(stands)) if place is None else place
    seen = (text[max(at - 20, 0) : at + _LONGEST_QUOTE] for text in (meant, stands))
    raise NotAsMeant(f"{where}: meant {next(seen)!r}, stands {next(seen)!r}")
