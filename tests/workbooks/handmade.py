"""Workbooks put together part by part, so that a test can spoil any one of them."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from akmplan.model.cells import Cell, Grid, Workbook
from akmplan.workbooks import Reason, UnreadableFile
from akmplan.workbooks.workbook import workbook_from

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, str | bytes]


def relations(*pointers: tuple[str, str, str]) -> str:
    """A part of pointers: id, last word of the type, target."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for key, kind, target in pointers
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def sheet(rows: str = "", *, before: str = "", after: str = "") -> str:
    """A worksheet part around these rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def workbook(*names: str, more: str = "") -> str:
    """A workbook part with sheets of these names, `r1`, `r2` and so on by id."""
    inner = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{TYPES}">{more}<sheets>{inner}</sheets></workbook>'


def styles(*cell_formats: str, fonts: str = "<font/>", formats: str = "") -> str:
    """A styles part: these `xf` elements after a plain one."""
    inner = "".join(('<xf numFmtId="0" fontId="0"/>', *cell_formats))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts>{fonts}</fonts>'
        f"<cellXfs>{inner}</cellXfs></styleSheet>"
    )


def strings(*items: str) -> str:
    """A part of shared strings, each given with its tags."""
    inner = "".join(f"<si>{item}</si>" for item in items)
    return f'<sst xmlns="{MAIN}">{inner}</sst>'


def parts_of_workbook(rows: str = "", *, before: str = "", after: str = "") -> Parts:
    """The parts of a workbook with one sheet `S`."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook("S"),
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("s", "sharedStrings", "sharedStrings.xml"),
            ("f", "styles", "styles.xml"),
        ),
        "xl/sharedStrings.xml": strings(),
        "xl/styles.xml": styles(),
        SHEET: sheet(rows, before=before, after=after),
    }


def zipped(parts: Parts) -> bytes:
    """A zip file of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def handmade(rows: str = "", *, before: str = "", after: str = "", **spoilt: str) -> bytes:
    """An .xlsx file; `strings`, `styles` and `workbook` replace the part of that name."""
    parts = parts_of_workbook(rows, before=before, after=after)
    names = {"strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    parts |= {names.get(key, f"xl/{key}.xml"): content for key, content in spoilt.items()}
    return zipped(parts)


def read(content: bytes) -> Workbook:
    """The workbook with this content, called `f.xlsx`."""
    return workbook_from(content, "f.xlsx")


def only_grid(content: bytes) -> Grid:
    """The only sheet of the workbook."""
    (grid,) = read(content).grids
    return grid


def cells(content: bytes) -> dict[str, Cell]:
    """The cells of the only sheet by coordinate."""
    found = only_grid(content).cells.values()
    return {cell.place.cell or "": cell for cell in found}


def only_cell(content: bytes) -> Cell:
    """The only cell of the only sheet."""
    (cell,) = cells(content).values()
    return cell


def refusal(content: bytes) -> tuple[Reason, str]:
    """Why the file cannot be read, and where."""
    with pytest.raises(UnreadableFile) as caught:
        read(content)
    return caught.value.reason, caught.value.detail


SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole(**streams: bytes) -> bytes:
    """An OLE container with these streams, each at least as long as a normal stream."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, END, 0)]
    for name, content in streams.items():
        padded = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0")
        first, count = len(chain), len(padded) // SECTOR
        entries.append(_entry(name, 2, first, len(padded)))
        chain += [*range(first + 1, first + count), END]
        sectors += [padded[at : at + SECTOR] for at in range(0, len(padded), SECTOR)]
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * SECTOR, b"\0")
    start = len(chain)
    count = len(directory) // SECTOR
    chain += [*range(start + 1, start + count), END]
    sectors += [directory[at : at + SECTOR] for at in range(0, len(directory), SECTOR)]
    tables = next(count for count in range(1, 110) if len(chain) + count <= 128 * count)
    first_table = len(chain)
    chain += [TABLE] * tables
    chain += [FREE] * (128 * tables - len(chain))
    packed = struct.pack(f"<{len(chain)}I", *chain)
    sectors += [packed[at : at + SECTOR] for at in range(0, len(packed), SECTOR)]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    )
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, tables, start, 0, 4096, END, 0, END, 0)
    listed = [*range(first_table, first_table + tables), *[FREE] * (109 - tables)]
    header += struct.pack("<109I", *listed)
    return header + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    letters = f"{name}\0".encode("utf-16-le")
    links = struct.pack("<III", FREE, FREE, 1 if kind == 5 else FREE)
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1) + links
    return head + bytes(36) + struct.pack("<III", start, size, 0)
