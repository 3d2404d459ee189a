"""New files beside those of others: nothing that is there is ever changed or replaced."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from akmplan.output.documents import CannotWrite


@dataclass(frozen=True, slots=True)
class Addition:
    """A file that is now there; `new` is False where the same bytes stood there already."""

    path: Path
    new: bool


def add_file(path: Path, content: bytes) -> Addition:
    """Writes a new file: `name.xlsx`, or `name (2).xlsx` where another one has that name.

    Raises CannotWrite. A file with the same bytes is left as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for candidate in _names(path):
            if not candidate.exists():
                _write_whole(candidate, content)
                return Addition(candidate, new=True)
            if candidate.is_file() and candidate.read_bytes() == content:
                return Addition(candidate, new=False)
    except OSError as error:
        raise CannotWrite.because_of(error, path.parent) from error
    raise AssertionError  # the names never end


def _names(path: Path) -> list[Path]:
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return [path, *(next(numbered) for _ in range(998))]


def _write_whole(path: Path, content: bytes) -> None:
    """Exclusive, and gone again if it cannot be written to its end."""
    with path.open("xb") as file:
        try:
            file.write(content)
        except OSError:
            file.close()
            path.unlink(missing_ok=True)
            raise
