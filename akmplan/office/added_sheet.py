"""A sheet put behind those of a workbook, where no print title or name counts it."""

from __future__ import annotations

import posixpath
from itertools import count
from typing import Final

from lxml import etree

from akmplan.office.namespaces import MAIN, OFFICE
from akmplan.office.revision import Revision

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LONGEST_NAME: Final = 31


def add_sheet(revision: Revision, workbook: str, name: str, content: bytes, **state: str) -> None:
    """`workbook`: the part that lists the sheets; `state`: what it says of this one."""
    folder = posixpath.dirname(workbook)
    parts = (posixpath.join(folder, f"worksheets/akmplan{number}.xml") for number in count(1))
    part = next(part for part in parts if part not in revision)
    key = revision.add(part, content, _TYPE, workbook, f"{OFFICE}/worksheet")
    _list(revision.to_change(workbook), name, key, state)


def _list(workbook: etree._Element, wanted: str, key: str, state: dict[str, str]) -> None:
    sheets = workbook.find(f"{{{MAIN}}}sheets")
    if sheets is None:
        raise ValueError("a workbook without a list of sheets")
    listed = sheets.findall(f"{{{MAIN}}}sheet")
    number = max((int(one.get("sheetId", "0")) for one in listed), default=0) + 1
    sheet = etree.SubElement(sheets, f"{{{MAIN}}}sheet", nsmap={"r": OFFICE})
    sheet.set("name", _free_name(wanted, {one.get("name", "").casefold() for one in listed}))
    sheet.set("sheetId", str(number))
    for name, value in state.items():
        sheet.set(name, value)
    sheet.set(f"{{{OFFICE}}}id", key)


def _free_name(wanted: str, taken: set[str]) -> str:
    """`Qoidalar`, or `Qoidalar (2)` where a sheet that is none has that name."""
    if wanted.casefold() not in taken:
        return wanted
    numbered = (f"{wanted[: _LONGEST_NAME - 5]} ({number})" for number in count(2))
    return next(name for name in numbered if name.casefold() not in taken)
