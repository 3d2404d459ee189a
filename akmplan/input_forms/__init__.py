"""Writers of what a centre works with: the workbooks that it fills in, the script that it starts.

They make bytes and names; which folder these go to is the jobs' business.
"""

from akmplan.input_forms.helper_tables import helper_tables
from akmplan.input_forms.helper_workbook import helper_workbook, helper_workbook_name
from akmplan.input_forms.month_lines import Line, lines_of
from akmplan.input_forms.month_renewal import Changed, Moved, Renewal, renewal_of
from akmplan.input_forms.month_tabs import TARGET, UNIT, OtherLayout, tabs_of
from akmplan.input_forms.month_takeover import Entry, Why
from akmplan.input_forms.month_workbook import month_workbook, month_workbook_name
from akmplan.input_forms.start_script import START_SCRIPT_NAME, start_script

__all__ = [
    "START_SCRIPT_NAME",
    "TARGET",
    "UNIT",
    "Changed",
    "Entry",
    "Line",
    "Moved",
    "OtherLayout",
    "Renewal",
    "Why",
    "helper_tables",
    "helper_workbook",
    "helper_workbook_name",
    "lines_of",
    "month_workbook",
    "month_workbook_name",
    "renewal_of",
    "start_script",
    "tabs_of",
]
