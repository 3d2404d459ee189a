"""The only reader of files: a folder into a listing, a file into a `Workbook`."""

from akmplan.workbooks.listing import Found, Ignored, Listing, list_files
from akmplan.workbooks.reading import read_workbook
from akmplan.workbooks.reasons import Hazard, IgnoredReason, Reason, UnreadableFile

__all__ = [
    "Found",
    "Hazard",
    "Ignored",
    "IgnoredReason",
    "Listing",
    "Reason",
    "UnreadableFile",
    "list_files",
    "read_workbook",
]
