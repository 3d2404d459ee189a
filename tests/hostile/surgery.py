"""Takes a good workbook apart, puts one defect into it and closes it again."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Final

Parts = dict[str, bytes]
Change = Callable[[bytes], bytes]

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET: Final = "xl/worksheets/sheet1.xml"
WORKBOOK: Final = "xl/workbook.xml"
WORKBOOK_LINKS: Final = "xl/_rels/workbook.xml.rels"
STRINGS: Final = "xl/sharedStrings.xml"
STYLES: Final = "xl/styles.xml"
TYPES: Final = "[Content_Types].xml"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
INLINE: Final = re.compile(rb' t="inlineStr"><is><t(?: xml:space="preserve")?>(.*?)</t></is>')


def parts_of(content: bytes) -> Parts:
    """Every part of a package by name, in the order of the package."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts; the same bytes on every day."""
    return zipped_list(parts.items(), method)


def zipped_list(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same, with names given as often as one likes."""
    target = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")  # of names given twice
        for name, content in parts:
            archive.writestr(entry_of(name, method), content, compresslevel=1)
    return target.getvalue()


def entry_of(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """An entry without the hour of its making. Names stay as given, NUL and backslash too."""
    entry = zipfile.ZipInfo("x", FIRST_DAY)
    entry.filename = name
    entry.compress_type = method
    entry.create_system = 0
    return entry


def with_part(content: bytes, name: str, change: Change) -> bytes:
    """The package with one part changed."""
    parts = parts_of(content)
    changed = change(parts[name])
    assert changed != parts[name], f"nothing was changed in {name}"
    return zipped({**parts, name: changed})


def with_parts(content: bytes, more: Mapping[str, bytes]) -> bytes:
    """The package with parts added or put in the place of others."""
    return zipped({**parts_of(content), **more})


def without_part(content: bytes, name: str) -> bytes:
    """The package without one part, all pointers to it left standing."""
    parts = parts_of(content)
    del parts[name]
    return zipped(parts)


def replaced(content: bytes, part: str, old: str, new: str, count: int = 1) -> bytes:
    """The package with these letters of a part exchanged."""
    return with_part(content, part, lambda xml: xml.replace(old.encode(), new.encode(), count))


def with_cell(content: bytes, cell: str, xml: str, part: str = SHEET) -> bytes:
    """The package with another `<c>` element in this place, added to its row where there is none.

    `xml` holds what stands between the tags, or whole elements where it begins with `<c `.
    """
    element = xml if xml.startswith("<c ") or not xml else f'<c r="{cell}">{xml}</c>'
    stands = re.compile(rb'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % cell.encode(), re.DOTALL)

    def change(sheet: bytes) -> bytes:
        if stands.search(sheet):
            return stands.sub(lambda _: element.encode(), sheet, count=1)
        return _added_to_row(sheet, re.sub(r"\D", "", cell), element)

    return with_part(content, part, change)


def _added_to_row(sheet: bytes, row: str, element: str) -> bytes:
    end = re.compile(rb'(<row r="%s"[^>]*>.*?)(</row>)' % row.encode(), re.DOTALL)
    if end.search(sheet):
        return end.sub(lambda met: met[1] + element.encode() + met[2], sheet, count=1)
    added = f'<row r="{row}">{element}</row></sheetData>'.encode()
    return sheet.replace(b"</sheetData>", added, 1)


def inline(text: str) -> str:
    """A text that stands in the cell itself; `text` is XML."""
    return f'<is><t xml:space="preserve">{text}</t></is>'


def with_text(content: bytes, cell: str, xml: str, part: str = SHEET) -> bytes:
    """The package with this text, spelled as XML, in one cell."""
    return with_cell(content, cell, f'<c r="{cell}" t="inlineStr">{inline(xml)}</c>', part)


def after_data(content: bytes, xml: str, part: str = SHEET) -> bytes:
    """The package with elements added behind the cells of a sheet."""
    return replaced(content, part, "</sheetData>", f"</sheetData>{xml}")


def with_shared_texts(content: bytes) -> bytes:
    """The workbook with the texts of its first sheet in a part of their own, as Excel has them."""
    parts = parts_of(content)
    texts: list[bytes] = []

    def take_out(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[1])
        return b' t="s"><v>%d</v>' % (len(texts) - 1)

    parts[SHEET] = INLINE.sub(take_out, parts[SHEET])
    count = len(texts)
    listed = b"".join(b"<si><t>%s</t></si>" % text for text in texts)
    head = f'<sst xmlns="{MAIN}" count="{count}" uniqueCount="{count}">'
    parts[STRINGS] = head.encode() + listed + b"</sst>"
    link = f'<Relationship Id="rT" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts[WORKBOOK_LINKS] = before_end(parts[WORKBOOK_LINKS], link)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/>'
    parts[TYPES] = before_end(parts[TYPES], override)
    return zipped(parts)


def before_end(part: bytes, xml: str) -> bytes:
    """The part with an element added as the last one of its root."""
    start = part.rindex(b"</")
    return part[:start] + xml.encode() + part[start:]
