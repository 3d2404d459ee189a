"""One file in, one workbook out, or the reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from akmplan.model.cells import Grid, Workbook
from akmplan.office.refusals import Reason, UnreadableFile, damaged
from akmplan.workbooks.binary.book import grids_of_xls
from akmplan.workbooks.files import content_of
from akmplan.workbooks.kinds import Kind, kind_of
from akmplan.workbooks.opendocument.book import grids_of_opendocument
from akmplan.workbooks.openxml.book import grids_of_openxml
from akmplan.workbooks.openxml.extras import Extras, extras_of_openxml

_Read = TypeVar("_Read")
READERS: dict[Kind, Callable[[bytes, str], tuple[Grid, ...]]] = {
    Kind.XLSX: grids_of_openxml,
    Kind.XLS: grids_of_xls,
    Kind.ODS: grids_of_opendocument,
}
REFUSED = {
    Kind.EMPTY: Reason.EMPTY_FILE,
    Kind.ENCRYPTED: Reason.ENCRYPTED,
    Kind.XLSB: Reason.XLSB,
    Kind.WORD: Reason.WORD_DOCUMENT,
    Kind.PDF: Reason.PDF,
    Kind.HTML: Reason.HTML,
    Kind.CSV: Reason.CSV,
    Kind.BROKEN: Reason.DAMAGED,
    Kind.UNKNOWN: Reason.UNKNOWN,
}


def read_workbook(path: Path, file: str) -> Workbook:
    """The workbook at `path`, called `file` in every place it gives."""
    return _guarded(lambda content: workbook_from(content, file), path)


def read_with_extras(path: Path, file: str) -> tuple[Workbook, Extras | None]:
    """The workbook with what stands beside its values; None where its format is another than
    .xlsx. Raises UnreadableFile."""

    def both(content: bytes) -> tuple[Workbook, Extras | None]:
        workbook = workbook_from(content, file)
        return workbook, None if workbook.converted else extras_of_openxml(content)

    return _guarded(both, path)


def _guarded(read: Callable[[bytes], _Read], path: Path) -> _Read:
    content = content_of(path)
    try:
        return read(content)
    except UnreadableFile:
        raise
    except Exception as fault:
        # No file may end a run: what nobody thought of is damage, under the name of the fault.
        raise damaged(type(fault).__name__) from fault


def workbook_from(content: bytes, file: str) -> Workbook:
    """The workbook with this content."""
    kind = kind_of(content)
    if kind in REFUSED:
        raise UnreadableFile(REFUSED[kind])
    grids = READERS[kind](content, file)
    sha256 = hashlib.sha256(content).hexdigest()
    return Workbook(file, sha256, grids, converted=kind is not Kind.XLSX)
