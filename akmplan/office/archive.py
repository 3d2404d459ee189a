"""The only writer of Office packages: the same parts give the same bytes on every system.

A zip says of each entry when it was made, by which system and with whose rights; zipfile takes
some of that from where it runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # a zip knows none before
_MS_DOS: Final = 0  # what Office writes; of another system its rights would count
_RIGHTS: Final = 0o600 << 16  # as zipfile itself fills in where nothing is said


def archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A package with these parts, in their order; `\\` in a name is `/`, as Windows reads it."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(_entry(name), content)
    return written.getvalue()


def same_everywhere(package: bytes) -> bytes:
    """What a library has zipped, as `archive` does it."""
    with ZipFile(BytesIO(package)) as opened:
        return archive((entry.filename, opened.read(entry)) for entry in opened.infolist())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name.replace("\\", "/"), _FIRST_DAY)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _MS_DOS
    entry.external_attr = _RIGHTS
    return entry
