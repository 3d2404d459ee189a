"""The gate before any reader: a zip package whose every part was inflated, counted and checked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from akmplan.workbooks.limits import CHUNK, LARGEST_INFLATED, MOST_PARTS
from akmplan.workbooks.prologs import begins_with_doctype
from akmplan.workbooks.reasons import Hazard, Reason, UnreadableFile, damaged, unsafe

CENTRAL_ENTRY = b"PK\x01\x02"
ENCRYPTED_FLAG = 1
XML_SUFFIXES = (".xml", ".rels", ".vml")
# OpenOffice up to 3.4 wrote a DOCTYPE into this part, which nothing here parses.
MANIFEST = "meta-inf/manifest.xml"
ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """Parts by name folded to lower case: some exporters misspell the case of their own parts."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.entries

    def chunks(self, part: str) -> Iterator[bytes]:
        """The part's bytes, inflated piece by piece."""
        entry = self.entries.get(part.lower())
        if entry is None:
            raise damaged(part)
        try:
            with self.archive.open(entry) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except ZIP_FAULTS as fault:
            raise damaged(part) from fault


def names_in(content: bytes) -> frozenset[str]:
    """The part names of a zip file, before anything of it is trusted."""
    return frozenset(_folded(entry.filename) for entry in _archive(content).infolist())


def start_of(content: bytes, part: str) -> bytes:
    """The first bytes of a part, for a look at what kind of file it is."""
    archive = _archive(content)
    entry = next(entry for entry in archive.infolist() if _folded(entry.filename) == part)
    package = Package(archive, {part: entry})
    return next(package.chunks(part), b"")


def open_package(content: bytes) -> Package:
    """The package, once all of it has passed."""
    archive = _archive(content)
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in files:
        _refuse_bad_name(entry)
        _refuse_bad_storage(entry)
    package = Package(archive, _by_name(files))
    _refuse_what_inflates_too_far(files)
    _inflate_all(package)
    return package


def _archive(content: bytes) -> zipfile.ZipFile:
    # Counted first: the library makes an object of every entry before it can be asked how many.
    if content.count(CENTRAL_ENTRY) > MOST_PARTS:
        raise unsafe(Hazard.TOO_MANY_PARTS, str(content.count(CENTRAL_ENTRY)))
    try:
        return zipfile.ZipFile(BytesIO(content))
    except ZIP_FAULTS as fault:
        raise damaged("zip") from fault


def _folded(name: str) -> str:
    return name.replace("\\", "/").lower()


def _refuse_bad_name(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or "\0" in name or ".." in name.split("/"):
        raise unsafe(Hazard.PART_NAME, entry.filename)


def _refuse_bad_storage(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED_FLAG:
        raise UnreadableFile(Reason.ENCRYPTED, entry.filename)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged(entry.filename)


def _by_name(files: list[zipfile.ZipInfo]) -> Mapping[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in files:
        name = _folded(entry.filename)
        if name in entries:
            raise unsafe(Hazard.DUPLICATE_PART, entry.filename)
        entries[name] = entry
    return entries


def _refuse_what_inflates_too_far(files: list[zipfile.ZipInfo]) -> None:
    """The declared sizes bind: the library never inflates an entry beyond its own."""
    total = 0
    for entry in files:
        total += entry.file_size
        if total > LARGEST_INFLATED:
            raise unsafe(Hazard.INFLATION, entry.filename)


def _inflate_all(package: Package) -> None:
    """Reading an entry to its end compares its checksum."""
    inflated = 0
    for part, entry in package.entries.items():
        is_xml = part.endswith(XML_SUFFIXES) and part != MANIFEST
        if is_xml and begins_with_doctype(package.chunks(part)):
            raise unsafe(Hazard.DOCTYPE, entry.filename)
        for chunk in package.chunks(part):
            inflated += len(chunk)
            if inflated > LARGEST_INFLATED:
                raise unsafe(Hazard.INFLATION, entry.filename)
