"""Writers of what a centre works with: the workbooks that it fills in, the script that it starts.

They make bytes and names; which folder these go to is the jobs' business.
"""

from akmplan.forms.month_workbook import month_workbook, month_workbook_name
from akmplan.forms.start_script import START_SCRIPT_NAME, start_script

__all__ = ["START_SCRIPT_NAME", "month_workbook", "month_workbook_name", "start_script"]
