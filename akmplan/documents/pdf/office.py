"""Where LibreOffice is on this computer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

COMMANDS: Final = ("soffice", "libreoffice")
USUAL_PLACES: Final = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
# Where Windows keeps programs is the computer's choice: another drive, another language.
_FOLDERS_OF_PROGRAMS: Final = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_BELOW_IT: Final = Path("LibreOffice/program/soffice.exe")


def libreoffice() -> Path | None:
    """The program as the computer's path knows it, else where it is usually installed."""
    known = (shutil.which(command) for command in COMMANDS)
    found = next((Path(path).absolute() for path in known if path), None)
    return found or next((place for place in _places(os.environ) if place.is_file()), None)


def _places(environment: Mapping[str, str]) -> Iterator[Path]:
    for folder in _FOLDERS_OF_PROGRAMS:
        if folder in environment:
            yield Path(environment[folder]) / _BELOW_IT
    yield from USUAL_PLACES
