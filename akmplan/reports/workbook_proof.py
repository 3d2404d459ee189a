"""A finished workbook is opened again and held against what was written on its sheets."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from lxml import etree

from akmplan.model import Number, coordinate
from akmplan.reports.proof import hold
from akmplan.reports.workbook_page import Written

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def prove(content: bytes, written: Mapping[str, Written]) -> None:
    """Raises NotAsMeant where a sheet says anything but what was written on it, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        texts = _shared_texts(opened)
        for number, (name, cells) in enumerate(written.items(), 1):
            part = opened.read(f"xl/worksheets/sheet{number}.xml")
            meant = {coordinate(row + 1, column + 1): it for (row, column), it in cells.items()}
            hold(name, told(meant), told(dict(_stored(part, texts))))


def told(cells: Mapping[str, str | Number]) -> str:
    """What cells say, in one order, so that the first difference can be named."""
    return "\n".join(f"{cell} {_plainly(cells[cell])!r}" for cell in sorted(cells))


def _plainly(value: str | Number) -> str | Decimal:
    return value if isinstance(value, str) else Decimal(value).normalize()


def _shared_texts(opened: zipfile.ZipFile) -> list[str]:
    root = etree.fromstring(opened.read("xl/sharedStrings.xml"))
    listed = ("".join(one.text or "" for one in text.iter(f"{_MAIN}t")) for text in root)
    return [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in listed]


def _stored(part: bytes, texts: Sequence[str]) -> Iterator[tuple[str, str | Number]]:
    for cell in etree.fromstring(part).iter(f"{_MAIN}c"):
        value = cell.findtext(f"{_MAIN}v")
        if value is not None:
            is_text = cell.get("t") == "s"
            yield cell.get("r") or "", texts[int(value)] if is_text else Decimal(value)
