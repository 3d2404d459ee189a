"""An OLE container, the box around .xls: which streams it holds, and the bytes of one."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from akmplan.office.refusals import damaged

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
ENTRY = 128
LAST_SECTOR = 0xFFFFFFFA  # numbers from here on mean no sector
IN_HEADER = 109
STREAM = 2
ROOT = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the container's directory."""

    name: str
    kind: int
    start: int
    size: int


class OleFile:
    """Chains of sectors; every walk along one is bounded by the number of sectors there are."""

    def __init__(self, content: bytes) -> None:
        if len(content) < HEADER or not content.startswith(MARK):
            raise damaged("ole")
        self._content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise damaged("ole")
        self._sector: int = 1 << shift
        self._small: int = 1 << small_shift

    @cached_property
    def streams(self) -> Mapping[str, Entry]:
        """The streams by name."""
        if self._root is None:
            raise damaged("ole")
        return {entry.name: entry for entry in self._entries if entry.kind == STREAM}

    def read(self, name: str) -> bytes:
        """The bytes of the stream with this name."""
        entry = self.streams[name]
        cutoff = self._number(56)
        if entry.size >= cutoff:
            return b"".join(self._chain(entry.start, self._table))[: entry.size]
        return b"".join(self._small_chain(entry.start))[: entry.size]

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        directory = b"".join(self._chain(self._number(48), self._table))
        offsets = range(0, len(directory) - ENTRY + 1, ENTRY)
        return tuple(_entry(directory[offset : offset + ENTRY]) for offset in offsets)

    @property
    def _root(self) -> Entry | None:
        return next((entry for entry in self._entries if entry.kind == ROOT), None)

    @cached_property
    def _table(self) -> tuple[int, ...]:
        """Which sector follows which."""
        joined = b"".join(self._at(sector) for sector in self._table_sectors())
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _table_sectors(self) -> Iterator[int]:
        yield from _used(struct.unpack_from(f"<{IN_HEADER}I", self._content, 76))
        following = self._number(68)
        for _ in range(self._count):
            if following >= LAST_SECTOR:
                return
            *sectors, following = struct.unpack(f"<{self._sector // 4}I", self._at(following))
            yield from _used(sectors)

    def _chain(self, sector: int, table: tuple[int, ...]) -> Iterator[bytes]:
        for _ in range(self._count + 1):
            if sector >= LAST_SECTOR:
                return
            yield self._at(sector)
            sector = _following(sector, table)
        raise damaged("ole")

    def _small_chain(self, sector: int) -> Iterator[bytes]:
        start = self._root.start if self._root else LAST_SECTOR
        box = b"".join(self._chain(start, self._table))
        joined = b"".join(self._chain(self._number(60), self._table))
        table = struct.unpack(f"<{len(joined) // 4}I", joined)
        for _ in range(len(table) + 1):
            if sector >= LAST_SECTOR:
                return
            yield box[sector * self._small : (sector + 1) * self._small]
            sector = _following(sector, table)
        raise damaged("ole")

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        if start >= len(self._content):
            raise damaged("ole")
        return self._content[start : start + self._sector].ljust(self._sector, b"\0")

    def _number(self, offset: int) -> int:
        return int.from_bytes(self._content[offset : offset + 4], "little")

    @cached_property
    def _count(self) -> int:
        return len(self._content) // self._sector


def workbook_stream(content: bytes) -> bytes:
    """The stream that holds the workbook, under the name of today or of 1995."""
    container = OleFile(content)
    for name in ("Workbook", "Book"):
        if name in container.streams:
            return container.read(name)
    raise damaged("ole")


def _used(sectors: tuple[int, ...] | list[int]) -> Iterator[int]:
    return (sector for sector in sectors if sector < LAST_SECTOR)


def _following(sector: int, table: tuple[int, ...]) -> int:
    if sector >= len(table):
        raise damaged("ole")
    return int(table[sector])


def _entry(raw: bytes) -> Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<II", raw, 116)
    return Entry(name, kind, start, size)
