"""One file in, one workbook out, or the reason why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from akmplan.model.cells import Workbook
from akmplan.workbooks.kinds import WORKBOOK_KINDS, Kind, kind_of
from akmplan.workbooks.limits import LARGEST_FILE
from akmplan.workbooks.openxml import grids_of_openxml
from akmplan.workbooks.reasons import Reason, UnreadableFile

REFUSED = {
    Kind.EMPTY: Reason.EMPTY_FILE,
    Kind.ENCRYPTED: Reason.ENCRYPTED,
    Kind.WORD: Reason.WORD_DOCUMENT,
    Kind.PDF: Reason.PDF,
    Kind.HTML: Reason.HTML,
    Kind.CSV: Reason.CSV,
    Kind.BROKEN_ZIP: Reason.DAMAGED,
    Kind.UNKNOWN: Reason.UNKNOWN,
}


def read_workbook(path: Path, file: str) -> Workbook:
    """The workbook at `path`, called `file` in every place it gives."""
    content = _content_of(path)
    kind = kind_of(content)
    if kind not in WORKBOOK_KINDS:
        raise UnreadableFile(REFUSED[kind])
    sha256 = hashlib.sha256(content).hexdigest()
    if kind is Kind.XLSX:
        return Workbook(file, sha256, grids_of_openxml(content, file))
    raise UnreadableFile(Reason.UNKNOWN)


def _content_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(Reason.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Reason.LOCKED, type(error).__name__) from error
