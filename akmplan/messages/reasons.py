"""Why a cell was set aside, by the key that the loaders give."""

from __future__ import annotations

from akmplan.messages.message import say

REASONS = {
    "extra_column": say("outside the columns of the table"),
    "column_numbers": say("the row that numbers the columns"),
    "row_unclear": say("a row that is not understood"),
    "below_table": say("below the table"),
    "totals_row": say("a row of totals"),
    "outside_table": say("outside the table"),
    "other_sheet": say("neither a plan nor a monthly sheet"),
    "other_plan": say("another plan for the year"),
    "other_year": say("a sheet of another year"),
    "no_year": say("the sheet does not say its year"),
    "not_begun": say("a sheet of a year that has not begun"),
    "divided": say("no column is said to be the whole of Bajarildi"),
    "no_month": say("the sheet does not say its month"),
    "no_plan": say("there is no plan to read it against"),
    "submission": say("a paper already made"),
    "findings": say("a workbook of findings without its hidden columns"),
    "not_explained": say("a finding without an explanation"),
    "helper_twice": say("a second helper sheet of one kind"),
    "helper_elsewhere": say("a helper sheet outside the workbooks that they are read in"),
}
