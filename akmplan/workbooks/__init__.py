"""The only reader of files: a folder into a listing, a file into a `Workbook`."""

from akmplan.office.refusals import Hazard, Reason, UnreadableFile
from akmplan.workbooks.listing import Found, Ignored, IgnoredReason, Listing, list_files
from akmplan.workbooks.openxml.extras import Extras, SheetExtras
from akmplan.workbooks.workbook import read_with_extras, read_workbook

__all__ = [
    "Extras",
    "Found",
    "Hazard",
    "Ignored",
    "IgnoredReason",
    "Listing",
    "Reason",
    "SheetExtras",
    "UnreadableFile",
    "list_files",
    "read_with_extras",
    "read_workbook",
]
