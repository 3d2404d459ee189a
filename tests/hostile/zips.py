"""Defects of the zip file around a workbook."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Final

from akmplan.workbooks import Reason
from tests.hostile.case import Case, Make, accepted, refused, refused_plan
from tests.hostile.good import good_month, good_plan
from tests.hostile.surgery import SHEET, entry_of, parts_of, zipped, zipped_list

MIB: Final = 1024 * 1024
LOCAL: Final = b"PK\x03\x04"
CENTRAL: Final = b"PK\x01\x02"
END: Final = b"PK\x05\x06"
Spoil = Callable[[bytes], bytes]


def cut(share: float, content: bytes) -> bytes:
    return content[: int(len(content) * share)]


def with_wrong_checksum(content: bytes) -> bytes:
    """Of the sheet, in both places that give it."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        true = struct.pack("<I", archive.getinfo(SHEET).CRC)
    return content.replace(true, b"\x01\x02\x03\x04")


def with_flipped_data(content: bytes) -> bytes:
    """One byte in the middle of the sheet's packed letters."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(SHEET)
    at = entry.header_offset + 30 + len(SHEET) + entry.compress_size // 2
    return content[:at] + bytes((content[at] ^ 0xFF,)) + content[at + 1 :]


def with_entry(name: str, content: bytes) -> bytes:
    return zipped_list([*parts_of(content).items(), (name, b"<a/>")])


def with_sheet_twice(name: str, content: bytes) -> bytes:
    parts = parts_of(content)
    return zipped_list([*parts.items(), (name, parts[SHEET].replace(b"<v>3</v>", b"<v>9</v>"))])


def in_both_headers(offset_local: int, value: bytes, content: bytes) -> bytes:
    """Bytes of the sheet's local header, and the same two further on in the central one."""
    made = bytearray(content)
    for mark, shift, length in ((LOCAL, 0, 30), (CENTRAL, 2, 46)):
        at = _header_of(content, mark, length)
        start = at + offset_local + shift
        made[start : start + len(value)] = value
    return bytes(made)


def _header_of(content: bytes, mark: bytes, length: int) -> int:
    """Where the header of the sheet stands; `length` is that of a header without its name."""
    name = SHEET.encode()
    at = content.find(mark)
    while content[at + length : at + length + len(name)] != name:
        at = content.find(mark, at + 1)
        assert at >= 0
    return at


def with_other_local_name(content: bytes) -> bytes:
    at = _header_of(content, LOCAL, 30) + 30
    return content[:at] + b"xl/worksheets/sheeT9.xml" + content[at + len(SHEET) :]


def in_end_record(offset: int, value: bytes, content: bytes) -> bytes:
    at = content.rfind(END) + offset
    return content[:at] + value + content[at + len(value) :]


def bomb(content: bytes) -> bytes:
    """A sheet of 400 MiB of spaces, made without ever holding them."""
    return _with_packed(content, *_packed_spaces(400 * MIB))


def lying_bomb(content: bytes) -> bytes:
    """The same, declared to be 1000 bytes long."""
    packed, checksum, _ = _packed_spaces(100 * MIB)
    return _with_packed(content, packed, checksum, 1000)


def many_small_bombs(content: bytes) -> bytes:
    """Fifty parts of ten MiB."""
    spaces = b" " * (10 * MIB)
    return zipped({**parts_of(content), **{f"xl/media/{n}.bin": spaces for n in range(50)}})


def overlapping_bomb(content: bytes) -> bytes:
    """A thousand entries of one and the same packed megabyte."""
    one = zipped({**parts_of(content), "xl/media/a.bin": b" " * MIB})
    start, end = one.rfind(CENTRAL), one.rfind(END)
    last = one[start:end]
    copies = [last.replace(b"xl/media/a.bin", b"xl/media/%05d" % n) for n in range(1000)]
    made = one[:end] + b"".join(copies) + one[end:]
    count = struct.unpack_from("<H", one, end + 10)[0] + 1000
    size = struct.unpack_from("<I", one, end + 12)[0] + len(last) * 1000
    return in_end_record(8, struct.pack("<HHI", count, count, size), made)


def _packed_spaces(size: int) -> tuple[bytes, int, int]:
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    chunk, packed, checksum = b" " * MIB, b"", 0
    for _ in range(size // MIB):
        packed += packer.compress(chunk)
        checksum = zlib.crc32(chunk, checksum)
    return packed + packer.flush(), checksum, size


def _with_packed(content: bytes, packed: bytes, checksum: int, size: int) -> bytes:
    """The package whose sheet is this packed stream, whatever it is said to be."""
    parts = {**parts_of(content), SHEET: b"\0" * len(packed)}
    made = bytearray(zipped(parts, zipfile.ZIP_STORED))
    at = bytes(made).find(b"\0" * len(packed))
    made[at : at + len(packed)] = packed
    told = struct.pack("<HHHIII", 8, 0, 0x21, checksum, len(packed), size)
    return in_both_headers(8, told, bytes(made))


def many_entries(count: int, name: str) -> bytes:
    """A central directory of so many empty entries."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, letters in parts_of(good_month()).items():
            archive.writestr(entry_of(part), letters)
        for number in range(count):
            archive.writestr(entry_of(name.format(number), zipfile.ZIP_STORED), b"")
    return target.getvalue()


def streamed(content: bytes) -> bytes:
    """As programs write that cannot go back: sizes stand behind the data."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError("a pipe has no place")

        def seek(self, offset: int, whence: int = 0, /) -> int:
            raise OSError("a pipe cannot go back")

    target = Pipe()
    with zipfile.ZipFile(target, "w") as archive:
        for name, letters in parts_of(content).items():
            archive.writestr(entry_of(name), letters)
    return target.getvalue()


DAMAGE: Final[tuple[tuple[str, Spoil, str], ...]] = (
    *((f"cut off after {share:.0%}", partial(cut, share), "") for share in (0.05, 0.5, 0.9, 0.99)),
    ("a local header and nothing else", lambda content: content[:30], ""),
    ("an end record and nothing else", lambda content: content[-22:], ""),
    ("a wrong checksum", with_wrong_checksum, SHEET),
    ("a flipped byte in packed data", with_flipped_data, SHEET),
    ("packed in an unknown way", partial(in_both_headers, 8, b"\x63\x00"), SHEET),
    ("packed with bzip2", partial(in_both_headers, 8, b"\x0c\x00"), SHEET),
    ("packed with lzma", partial(in_both_headers, 8, b"\x0e\x00"), SHEET),
    ("packed with implode", partial(in_both_headers, 8, b"\x06\x00"), SHEET),
    ("another name in the local header", with_other_local_name, SHEET),
    ("a directory that starts elsewhere", partial(in_end_record, 16, b"\xff\xff\0\0"), ""),
    ("a directory longer than the file", partial(in_end_record, 12, b"\xff\xff\xff\0"), ""),
    ("a bomb that lies about its size", lying_bomb, SHEET),
)
HARM: Final[tuple[tuple[str, Spoil, str], ...]] = (
    ("an entry twice", partial(with_sheet_twice, SHEET), f"duplicate_part: {SHEET}"),
    (
        "an entry twice in other case",
        partial(with_sheet_twice, "xl/Worksheets/Sheet1.XML"),
        "duplicate_part: xl/Worksheets/Sheet1.XML",
    ),
    (
        "an entry twice with backslashes",
        partial(with_sheet_twice, "xl\\worksheets\\sheet1.xml"),
        "duplicate_part",
    ),
    ("an absolute name", partial(with_entry, "/etc/cron.d/x"), "part_name: /etc/cron.d/x"),
    ("a name that leads out", partial(with_entry, "../../x.xml"), "part_name: ../../x.xml"),
    ("a name that leads out within", partial(with_entry, "xl/../../x.xml"), "part_name"),
    ("a name with a drive", partial(with_entry, "C:/Windows/x.xml"), "part_name"),
    ("a name of another server", partial(with_entry, "\\\\server\\x.xml"), "part_name"),
    ("a name with NUL", partial(with_entry, "xl/a\0.xml"), "part_name"),
    ("a bomb", bomb, f"inflation: {SHEET}"),
    ("many small bombs", many_small_bombs, "inflation"),
    ("entries that share their data", overlapping_bomb, "inflation"),
)
ODD: Final[tuple[tuple[str, Spoil], ...]] = (
    ("nothing packed", lambda content: zipped(parts_of(content), zipfile.ZIP_STORED)),
    ("sizes behind the data", streamed),
    ("parts in another order", lambda content: zipped(dict(reversed(parts_of(content).items())))),
    ("a comment behind it", lambda content: in_end_record(20, b"\x05\0salom", content)),
    ("folders as entries", partial(with_entry, "xl/")),
    ("an entry of an unknown kind", partial(with_entry, "bu nima.xyz")),
)


def _cases() -> Iterator[Case]:
    for name, spoil, detail in DAMAGE:
        yield refused(f"zip: {name}", _spoilt(spoil), Reason.DAMAGED, detail)
    for name, spoil, detail in HARM:
        yield refused(f"zip: {name}", _spoilt(spoil), Reason.UNSAFE, detail)
    for name, spoil in ODD:
        yield accepted(f"zip: {name}", _spoilt(spoil))
    for name, make, detail in MANY:
        yield refused(f"zip: {name}", make, Reason.UNSAFE, detail)
    yield refused(
        "zip: an entry under a password",
        _spoilt(partial(in_both_headers, 6, b"\x01\x00")),
        Reason.ENCRYPTED,
    )
    yield from _of_the_plan()


MANY: Final[tuple[tuple[str, Make, str], ...]] = (
    ("100,000 entries", partial(many_entries, 100_000, "xl/media/{}.png"), "too_many_parts"),
    ("10,001 folders", partial(many_entries, 10_001, "xl/{}/"), "too_many_parts"),
)


def _of_the_plan() -> Iterator[Case]:
    for name, spoil, detail in (DAMAGE[1], DAMAGE[6], DAMAGE[-1]):
        make = _spoilt(spoil, good_plan)
        yield refused_plan(f"zip: {name}", make, Reason.DAMAGED, detail)
    for name, spoil, detail in (HARM[0], HARM[4], HARM[9]):
        make = _spoilt(spoil, good_plan)
        yield refused_plan(f"zip: {name}", make, Reason.UNSAFE, detail)


def _spoilt(spoil: Spoil, good: Make = good_month) -> Make:
    return lambda: spoil(good())


CASES: Final = tuple(_cases())
