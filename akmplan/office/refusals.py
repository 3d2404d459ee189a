"""Why a file cannot be read, or is none that anybody should read."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a file that claims to be a workbook cannot be read."""

    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_READER = "no_reader"  # the process that reads it could not be started
    XLSB = "xlsb"
    CSV = "csv"
    HTML = "html"
    PDF = "pdf"
    WORD_DOCUMENT = "word_document"
    STRICT_OOXML = "strict_ooxml"
    UNSAFE = "unsafe"
    LOCKED = "locked"
    UNKNOWN = "unknown"


class Hazard(StrEnum):
    """What makes a file unsafe; the first word of its `detail`, before the place."""

    DOCTYPE = "doctype"
    DUPLICATE_PART = "duplicate_part"
    PART_NAME = "part_name"
    TOO_MANY_PARTS = "too_many_parts"
    INFLATION = "inflation"
    LONG_TAG = "long_tag"
    DEPTH = "depth"
    NAMES = "names"
    FAR_CELL = "far_cell"
    MERGES = "merges"


class UnreadableFile(Exception):  # noqa: N818 - it names what was met, not a fault of ours
    """A file that cannot be read; `detail` says which part, sheet or cell is to blame."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def is_of(self, hazard: Hazard) -> bool:
        """Whether this is what makes it unsafe."""
        return self.reason is Reason.UNSAFE and self.detail.startswith(f"{hazard}:")


def unsafe(hazard: Hazard, where: str) -> UnreadableFile:
    """The refusal of a file that would do harm, with the place of the harm."""
    return UnreadableFile(Reason.UNSAFE, f"{hazard}: {where}")


def damaged(where: str) -> UnreadableFile:
    """The refusal of a file that is broken at this part, sheet or cell."""
    return UnreadableFile(Reason.DAMAGED, where)
