"""The gate before any reader: a zip package whose every part was unpacked, counted and checked."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from akmplan.office.names import folded
from akmplan.office.package import ZIP_FAULTS, Package
from akmplan.office.package_limits import LARGEST_INFLATED, MOST_PARTS
from akmplan.office.prologs import Prolog
from akmplan.office.refusals import Hazard, Reason, UnreadableFile, damaged, unsafe

_CENTRAL_ENTRY: Final = b"PK\x01\x02"
_ENCRYPTED_FLAG: Final = 1
_XML_ENDINGS: Final = (".xml", ".rels", ".vml")
# OpenOffice up to 3.4 wrote a DOCTYPE into this part, which nothing here parses.
MANIFEST: Final = "meta-inf/manifest.xml"


def open_package(content: bytes, *, keep: bool = False, largest: int = LARGEST_INFLATED) -> Package:
    """The package, once all of it has passed. `keep`: with the contents of its parts, for who
    needs all of them and would unpack them again; `largest`: what they may unpack to. Raises
    UnreadableFile."""
    package = listed_package(content, largest)
    kept = _inflate_all(package, keep)
    return Package(package.archive, package.entries, kept) if keep else package


def listed_package(content: bytes, largest: int = LARGEST_INFLATED) -> Package:
    """A package of whose parts only the list was looked at: enough for what was written here.
    Raises UnreadableFile."""
    archive = _archive(content)
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in files:
        _refuse_bad_name(entry)
        _refuse_bad_storage(entry)
    package = Package(archive, _by_name(files))
    _refuse_what_inflates_too_far(files, largest)
    return package


def unpacked_size(content: bytes) -> int:
    """How many bytes its parts claim to have, before any is unpacked. Raises UnreadableFile."""
    return sum(entry.file_size for entry in _archive(content).infolist())


def names_in(content: bytes) -> frozenset[str]:
    """The part names of a zip file, before anything of it is trusted."""
    return frozenset(folded(entry.filename) for entry in _archive(content).infolist())


def start_of(content: bytes, part: str) -> bytes:
    """The first bytes of a part, for a look at what kind of file it is."""
    archive = _archive(content)
    entry = next(entry for entry in archive.infolist() if folded(entry.filename) == part)
    return next(Package(archive, {part: entry}).chunks(part), b"")


def _archive(content: bytes) -> zipfile.ZipFile:
    # Counted first: the library makes an object of every entry before it can be asked how many.
    if content.count(_CENTRAL_ENTRY) > MOST_PARTS:
        raise unsafe(Hazard.TOO_MANY_PARTS, str(content.count(_CENTRAL_ENTRY)))
    try:
        return zipfile.ZipFile(BytesIO(content))
    except ZIP_FAULTS as fault:
        raise damaged("zip") from fault


def _refuse_bad_name(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/"):
        raise unsafe(Hazard.PART_NAME, entry.filename)


def _refuse_bad_storage(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise UnreadableFile(Reason.ENCRYPTED, entry.filename)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged(entry.filename)


def _by_name(files: list[zipfile.ZipInfo]) -> Mapping[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in files:
        name = folded(entry.filename)
        if name in entries:
            raise unsafe(Hazard.DUPLICATE_PART, entry.filename)
        entries[name] = entry
    return entries


def _refuse_what_inflates_too_far(files: list[zipfile.ZipInfo], largest: int) -> None:
    """The declared sizes bind: the library never inflates an entry beyond its own."""
    total = 0
    for entry in files:
        total += entry.file_size
        if total > largest:
            raise unsafe(Hazard.INFLATION, entry.filename)


def _inflate_all(package: Package, keep: bool) -> Mapping[str, bytes]:
    """Reading an entry to its end compares its checksum."""
    kept: dict[str, bytes] = {}
    inflated = 0
    for part, entry in package.entries.items():
        prolog = Prolog() if part.endswith(_XML_ENDINGS) and part != MANIFEST else None
        chunks: list[bytes] = []
        for chunk in package.chunks(part):
            inflated += len(chunk)
            if inflated > LARGEST_INFLATED:
                raise unsafe(Hazard.INFLATION, entry.filename)
            if prolog and prolog.announces_doctype(chunk):
                raise unsafe(Hazard.DOCTYPE, entry.filename)
            if keep:
                chunks.append(chunk)
        if keep:
            kept[part] = b"".join(chunks)
    return kept
