"""Writers of what a centre works with: the workbooks that it fills in, the script that it starts.

They make bytes and names; which folder these go to is the jobs' business.
"""

from akmplan.forms.added_sheets import NotExtendable, suffix_for, with_helper_sheets
from akmplan.forms.helper_tables import helper_tables
from akmplan.forms.month_workbook import month_workbook, month_workbook_name
from akmplan.forms.start_script import START_SCRIPT_NAME, start_script

__all__ = [
    "START_SCRIPT_NAME",
    "NotExtendable",
    "helper_tables",
    "month_workbook",
    "month_workbook_name",
    "start_script",
    "suffix_for",
    "with_helper_sheets",
]
