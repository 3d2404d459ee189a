"""Which names a document may have, so that none becomes a path elsewhere on any system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

MARK_BESIDE = " (yangi"
LONGEST_PART = 200  # bytes: file systems take 255, and " (yangi)" may be added
UNUSABLE_CHARACTERS = frozenset('<>:"|?*\\')
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


def refuse_unusable_names(names: Sequence[str]) -> None:
    """Raises ValueError: a name that cannot be used is a fault of the program."""
    for name in names:
        if not is_safe(name) or MARK_BESIDE in name:
            raise ValueError(f"not a usable document name: {name!r}")
    refuse_twins(names)


def refuse_twins(names: Sequence[str]) -> None:
    """Two names that some file system takes for one, or a name that is another's folder."""
    taken: dict[str, str] = {}
    for name in names:
        if twin := taken.get(folded(name)):
            raise ValueError(f"two documents under one name: {twin!r}, {name!r}")
        taken[folded(name)] = name
    for name in names:
        if any(folder in taken for folder in folders_of(folded(name))):
            raise ValueError(f"a document stands where this one needs a folder: {name!r}")


def is_safe(name: str) -> bool:
    """Names nothing but a file below the output folder, and none of its dot-named files."""
    return all(is_safe_part(part) for part in name.split("/"))


def is_safe_part(part: str) -> bool:
    return (
        bool(part)
        and part == part.strip()
        and not part.startswith(".")
        and not part.endswith(".")
        and not is_a_device(part)
        and all(is_usable_character(character) for character in part)
        and len(part.encode("utf-8", "replace")) <= LONGEST_PART
    )


def is_a_device(part: str) -> bool:
    """Windows opens the device for `con.docx` and `CON .txt` too."""
    return part.split(".")[0].rstrip().lower() in DEVICES


def is_usable_character(character: str) -> bool:
    """Neither refused by Windows, nor a control character, nor a lone surrogate."""
    return character not in UNUSABLE_CHARACTERS and unicodedata.category(character) not in {
        "Cc",
        "Cs",
    }


def folded(name: str) -> str:
    """One text for all names that a case-insensitive file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def folders_of(name: str) -> Iterable[str]:
    """The folders above a name, the innermost first, without the output folder itself."""
    return [str(folder) for folder in PurePosixPath(name).parents][:-1]


def names_beside(name: str) -> Iterator[str]:
    """`NAME (yangi).docx`, then `NAME (yangi 2).docx` … where the former is taken."""
    path = PurePosixPath(name)
    for number in range(1, 100):
        mark = f"{MARK_BESIDE})" if number == 1 else f"{MARK_BESIDE} {number})"
        yield str(path.with_name(f"{path.stem}{mark}{path.suffix}"))
