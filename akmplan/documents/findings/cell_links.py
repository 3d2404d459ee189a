"""Links from a workbook in the output folder to the cells that its findings speak of."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from akmplan.model import Place
from akmplan.office.characters import printable

# A `#` in a file's name ends the link early; the others are in no file name of Windows.
_NEVER_IN_A_LINK: Final = frozenset('#\\:*?"<>|')
_ESCAPED: Final = {character: f"%{ord(character):02x}" for character in "% []^`{}"}
_LONGEST: Final = 1_000  # Excel opens no longer path, and takes no link of 2,080


def link_to(place: Place | None, input_folder: str | None) -> str | None:
    """`../input/oylik/x.xlsx#'May'!E10`, relative to the output folder; None where none can be.

    `input_folder`: seen from the output folder, None where no relative path leads to it.
    """
    if place is None or not place.file or input_folder is None:
        return None
    path = str(PurePosixPath(input_folder, place.file))
    location = _location(place)
    can_be = not _NEVER_IN_A_LINK & set(path) and printable(path + location) == path + location
    link = "".join(_ESCAPED.get(letter, letter) for letter in path) + location
    return link if can_be and len(link) <= _LONGEST else None


def _location(place: Place) -> str:
    if place.sheet is None:
        return ""
    sheet = place.sheet.replace("'", "''")
    return f"#'{sheet}'!{place.cell or 'A1'}"
